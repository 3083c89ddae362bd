/** WeChat cuts or refuses longer texts; a little below its 2,000 characters leaves room for a mention. */
export const MAX_TEXT = 1_900;

/** Where a text may be cut, best first: between lines, behind a sentence, behind a comma or space. */
const ENDS = [/\n/g, /[。!?!?;;]|\.(?=\s)/g, /[,,、\s]/g];

/** Cuts a long text at the ends of lines or sentences. Nothing is lost but the white space at the cuts. */
export function splitText(text: string, max = MAX_TEXT): string[] {
  const parts: string[] = [];
  let rest = text.trim();
  while (rest.length > max) {
    const cut = cutOf(rest.slice(0, max));
    parts.push(rest.slice(0, cut).trimEnd());
    rest = rest.slice(cut).trimStart();
  }
  return rest === '' ? parts : [...parts, rest];
}

/** Behind the last end in the piece, unless that would leave most of it unused. */
function cutOf(piece: string): number {
  for (const end of ENDS) {
    const last = [...piece.matchAll(end)].at(-1);
    const cut = last ? last.index + last[0].length : 0;
    if (cut > piece.length / 3) return cut;
  }
  return isHighSurrogate(piece.charCodeAt(piece.length - 1)) ? piece.length - 1 : piece.length;
}

const isHighSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;
