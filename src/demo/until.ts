/** Something that the story expects did not happen. */
export class Missing extends Error {
  override readonly name = 'Missing';
}

const PAUSE_MS = 15;
/** Generous: nothing in the story takes a tenth of it. */
const PATIENCE_MS = 25_000;

/**
 * Asks again and again until the answer is neither false nor undefined, and gives it.
 * @param seen tells what there was instead, for the message.
 * @param patience real milliseconds.
 * @throws Missing when they are over.
 */
export async function until<T>(
  what: string,
  ask: () => Promise<T | false | undefined> | T | false | undefined,
  seen: () => string = () => '',
  patience = PATIENCE_MS,
): Promise<T> {
  const end = performance.now() + patience;
  for (;;) {
    const answer = await ask();
    if (answer !== false && answer !== undefined) return answer;
    if (performance.now() > end) throw new Missing(`${what}${seen() && ` (instead: ${seen()})`}`);
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
}
