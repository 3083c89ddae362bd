const DIGITS: Record<string, number> = {
  零: 0,
  一: 1,
  幺: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  十: 10,
};

/** A whole message that is one small number: "2", "2.", "二", "第二个", "选2", "按2". */
export function bareNumber(text: string): number | undefined {
  const plain = text
    .normalize('NFKC')
    .replace(/[\s.。,,、!!]+$/u, '')
    .trim();
  const match =
    /^(?:我?选(?:择)?|按|第|option\s*)?\s*(\d{1,2}|[零一幺二两三四五六七八九十])\s*(?:个|项|号|吧)?$/iu.exec(plain);
  const said = match?.[1];
  if (said === undefined) return undefined;
  return DIGITS[said] ?? Number(said);
}
