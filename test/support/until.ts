const PAUSE_MS = 50;
const TRIES = 1_200;

/** Asks again and again until the answer is neither false nor undefined, and gives it. Throws after a minute, with the question's name. */
export async function until<T>(
  name: string,
  question: () => Promise<T | false | undefined> | T | false | undefined,
): Promise<T> {
  for (let n = 0; n < TRIES; n++) {
    const answer = await question();
    if (answer !== false && answer !== undefined) return answer;
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
  throw new Error(`still not: ${name}`);
}
