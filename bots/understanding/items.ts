import type { Draft } from './items-draft.js';
import { piecesOf } from './items-names.js';
import { ItemReader } from './items-reader.js';
import { asSaid } from './items-said.js';
import { tokensOf } from './items-tokens.js';
import { spellNames } from './items-words.js';

export { findCost } from './items-cost.js';

/** A material as a technician writes it; `price` is in yuan, as stated (of the piece or of the lot: the message does not tell). */
export interface Item {
  name: string;
  qty?: number;
  unit?: string;
  price?: number;
}

const MISSED = /缺|差|少|没/;
// Work that waits for a missing part names it as the reason, unless somebody is to bring it.
const WAITS = /挂|等|停|没(?:法|修|弄|装|换)|[修装干弄换]不|改天|明天|下次|再来|先放|pause|hold/;
const ASKS = /[送领拿]|带(?=\d|点|些|个|一|上|来|过|给)|申请|麻烦|给我|帮|备(?!件)|采购|补|要(?=\d|个)|needs?|bring/;

function isMaterial({ qty, price, isKnown, verb, isEnough }: Draft, asks: boolean, waits: boolean): boolean {
  const isCounted = qty !== undefined || price !== undefined;
  if (MISSED.test(verb) && !asks && (waits || !isCounted)) return false;
  return isCounted ? isKnown || verb !== '' : isEnough;
}

/** A name without a count that stands in the list with one, or a second time. */
function isSaidAgain(draft: Draft, i: number, all: readonly Draft[]): boolean {
  const isBare = draft.qty === undefined && draft.price === undefined;
  return (
    isBare &&
    all.some((other, j) => {
      const isRicher = other.qty !== undefined || other.price !== undefined;
      return i !== j && other.name.endsWith(draft.name) && (isRicher || j < i);
    })
  );
}

/**
 * Materials named with a quantity or a price, replaced or asked for, in a text whose numbers are digits. With the
 * message as it came, names and units are written as there (LED灯, 玻璃膠).
 */
export function findItems(digits: string, said?: string): Item[] {
  const [asks, waits] = [ASKS.test(digits), WAITS.test(digits)];
  const spelt = (text: string) => (said === undefined ? text : asSaid(text, said));
  return new ItemReader(piecesOf(tokensOf(spellNames(digits))))
    .read()
    .filter((draft) => isMaterial(draft, asks, waits))
    .filter((draft, i, all) => !isSaidAgain(draft, i, all))
    .map(({ name, qty, unit, price }) => ({
      name: spelt(name),
      ...(qty !== undefined && { qty }),
      ...(unit && { unit: spelt(unit) }),
      ...(price !== undefined && { price }),
    }));
}
