// What may stand between a negator and the thing it denies: "没有发现什么漏水".
const FILLER = '(?:发现|闻到|看到|看见|听到|什么|任何|人|再|出现|发生|有|被|怎么|啥|明显)*';
const DENIED_BEFORE = new RegExp(
  `(?:(?<![有是能要])(?:并?没有?|不是|并非|未|无|别|闻不到|看不到)|(?<!有)不(?:会|再|怎么)?|怕|担心|容易|引起|引发|造成|以免|避免|防止|小心|差点儿?|险些|万一|如果|no |not |without |isn'?t |don'?t (?:smell|see) (?:any )?)${FILLER}$`,
);

/** Whether what follows `before` is denied, feared or only imagined: 没有人(被困), 怕(漏气), 差点(摔倒). */
export function isDenied(before: string): boolean {
  return DENIED_BEFORE.test(before.slice(-14));
}

const NOT_THIS = /(?<![是要会能])(?:并?不是|并非|不是说)([^,?]{1,14}?)(?=,|\?|而是|(?<=.)是|$)/g;
const FAULTS = '漏水|漏|滴水|渗水|堵|爆|着火|冒烟|被困|受伤|跳闸|停电|停水|断电|坏|响|臭|脏|吵';
const NO_FAULT = new RegExp(
  `(?<![有是还])(?:没有?|不(?:会|再|怎么)?|未|无)(?:再|发现|怎么|什么)*(?:${FAULTS})(?!好)`,
  'g',
);

const hidden = (piece: string) => '○'.repeat(piece.length);

/**
 * Blanks what the message denies, length kept, so that lexicon rows do not see it: in "不是电梯坏了,是门禁刷不开" the
 * lift is hidden and the door stays. A rhetorical "不是坏了吗" and a question "是不是坏了" deny nothing.
 */
export function hideDenied(text: string): string {
  return text
    .replace(NOT_THIS, (all, _denied: string, at: number) =>
      /^[^,]*[吗嘛]/.test(text.slice(at + all.length - 1)) ? all : hidden(all),
    )
    .replace(NO_FAULT, hidden);
}
