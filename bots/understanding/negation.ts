const NOT_THIS = /(?<![是要会能])(?:并?不是|并非|不是说)([^,?]{1,14}?)(?=,|\?|而是|(?<=.)是|$)/g;
const FAULTS = '漏水|漏|滴水|渗水|堵|爆|着火|冒烟|被困|受伤|跳闸|停电|停水|断电|坏|响|臭|脏|吵';
const NO_FAULT = new RegExp(
  `(?<![有是还])(?:没有?|不(?:会|再|怎么)?|未|无)(?:再|发现|怎么|什么)*(?:${FAULTS})(?!好)`,
  'g',
);

/** "没有闻到煤气味", "没看到有烟": what was looked for and not found. */
const NOT_FOUND =
  /(?:没有?|未|不曾|并未)(?:再)?(?:闻到|闻见|闻着|看到|看见|听到|听见|发现|有)(?:什么|有|任何|明显)*[^,?]{0,5}?(?:味道?儿?|气味|烟|火|漏水|漏气|异常|异味|人被?困|被困|受伤|着火|冒烟)/g;

const hidden = (piece: string) => '×'.repeat(piece.length);

/**
 * Blanks what the message denies, length kept, so that lexicon rows do not see it: in "不是电梯坏了,是门禁刷不开" the
 * lift is hidden and the door stays. A rhetorical "不是坏了吗" and a question "是不是坏了" deny nothing.
 */
export function hideDenied(text: string): string {
  return text
    .replace(NOT_THIS, (all, _denied: string, at: number) =>
      /^[^,]*[吗嘛]/.test(text.slice(at + all.length - 1)) ? all : hidden(all),
    )
    .replace(NO_FAULT, hidden)
    .replace(NOT_FOUND, hidden);
}
