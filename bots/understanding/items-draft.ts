/** A name with what was said of it so far. */
export interface Draft {
  name: string;
  qty?: number;
  unit?: string;
  price?: number;
  isKnown: boolean;
  /** The word that says it was used or is wanted: with it, a name that nobody knows is a material too. */
  verb: string;
  /** Wanted as "换了个角阀", "需要角阀": enough without a count. */
  isEnough: boolean;
  /** Another word stands between the name and what comes now. */
  isFar: boolean;
  /** Its count may turn out to be a measure (3米的软管2根) or the "一个" of a price (8块一个). */
  isVague: boolean;
  /** Named as broken or mended, and so no material until it is said to be replaced. */
  isBroken: boolean;
}
