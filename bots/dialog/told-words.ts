/** What our own sentences tell people to say, in both languages. It must work whatever statistics make of it. */
const TOLD: Readonly<Record<string, readonly string[]>> = {
  status: ['查进度', '查一下进度', 'status'],
  urge: ['催一下', '催单', 'hurry up'],
  reschedule: ['改时间', 'reschedule'],
  cancel: ['撤单', 'cancel ticket'],
};

const bare = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/^[\s\p{P}]+|[\s\p{P}]+$/gu, '');

/** The flow that a message begins by one of these words alone. */
export function flowTold(text: string): string | undefined {
  const said = bare(text);
  return Object.keys(TOLD).find((flow) => TOLD[flow]?.includes(said));
}
