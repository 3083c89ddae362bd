/** Chinese is read character by character, other scripts word by word. */
const UNIT = /[a-z]+(?:'[a-z]+)?|[^\s]/gu;

/** The pieces that the statistics count: every run of one to three units, the ends of the message marked. Each once. */
export function gramsOf(text: string): Set<string> {
  const units = ['^', ...(text.match(UNIT) ?? []), '$'];
  const grams = new Set<string>();
  for (let i = 0; i < units.length; i += 1) {
    const [a = '', b, c] = [units[i], units[i + 1], units[i + 2]];
    grams.add(a);
    if (b !== undefined) grams.add(`${a}${b}`);
    if (b !== undefined && c !== undefined) grams.add(`${a}${b}${c}`);
  }
  return grams;
}
