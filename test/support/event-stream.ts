/** Reads server-sent events until the response ends; throws where its request is aborted. */
export async function readEvents<E>({ body }: Response, tell: (event: E) => void): Promise<void> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of body!) {
    const parts = (rest + decoder.decode(chunk, { stream: true })).split('\n\n');
    rest = parts.pop() ?? '';
    for (const part of parts) if (part.startsWith('data: ')) tell(JSON.parse(part.slice(6)));
  }
}
