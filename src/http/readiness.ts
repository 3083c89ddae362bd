/** A check that has not answered by then counts as failed; probes themselves wait but a few seconds. */
const PATIENCE_MS = 2000;

async function isReadyInTime(check: () => Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('no answer in time')), PATIENCE_MS);
  });
  try {
    await Promise.race([check(), late]);
  } finally {
    clearTimeout(timer);
  }
}

/** The parts that are not ready, with what their check said; all are asked at once. */
export async function unreadyParts(
  checks: Record<string, () => Promise<void>>,
): Promise<{ part: string; error: string }[]> {
  const names = Object.keys(checks);
  const results = await Promise.allSettled(Object.values(checks).map(isReadyInTime));
  return results.flatMap((result, i) =>
    result.status === 'rejected' ? [{ part: names[i] ?? '', error: String(result.reason) }] : [],
  );
}
