import type { Draft } from './items-draft.js';
import type { Name, Piece } from './items-names.js';
import type { Token } from './items-tokens.js';
import { SLAB } from './items-words.js';

type Waiting = Partial<Pick<Draft, 'qty' | 'unit' | 'price' | 'isVague'>> & { measure?: string };

const ASKED = /要|需|领|借|缺|差|少|need|want|require|part|yao|申|备|采|买|送|带|给我|帮我/;
const REPLACED = /^(?:更?换|用)(?:了|上|过|的是)|^(?:replaced|changed|used)/;
const MENDED = /^(?:都|全|也|通|修|洗|弄|疏通|清|查|测)/;
const BREAKS: ReadonlySet<Piece['kind']> = new Set(['stop', 'other', 'trouble', 'sum']);
const BESIDE: ReadonlySet<Piece['kind']> = new Set(['name', 'qty', 'each', 'verb']);

const isOne = (piece: Piece | undefined) => piece?.kind === 'qty' && piece.value === 1;
const isMoney = (piece: Piece | undefined) => piece?.kind === 'price' || piece?.kind === 'number';

/** Reads pieces from left to right; counts and prices go to the name beside them. */
export class ItemReader {
  private readonly drafts: Draft[] = [];
  private current: Draft | undefined;
  /** Said before its name: 两个角阀, 8块的垫片. */
  private waiting: Waiting = {};
  private verb = '';
  private hasKind = false;

  constructor(private readonly pieces: readonly Piece[]) {}

  read(): Draft[] {
    this.pieces.forEach((piece, i) => {
      if (piece.kind === 'name') this.name(piece);
      else if (piece.kind === 'qty') this.count(piece, i);
      else if (piece.kind === 'price') this.price(piece, i);
      else if (piece.kind === 'number') this.number(piece.value ?? 0, i);
      else this.between(piece, i);
    });
    return this.drafts.filter(({ isBroken }) => !isBroken);
  }

  /** The nearest piece on one side that is no gap. */
  private beside(i: number, step: 1 | -1): Piece | undefined {
    let at = i + step;
    while (this.pieces[at]?.kind === 'gap') at += step;
    return this.pieces[at];
  }

  private name({ text, isKnown }: Name): void {
    const { verb } = this;
    const { measure = '', ...waiting } = this.waiting;
    const isEnough = isKnown && verb !== '' && (this.hasKind || ASKED.test(verb) || REPLACED.test(verb));
    this.current = {
      name: measure + text,
      isVague: false,
      ...waiting,
      isKnown,
      verb,
      isEnough,
      isFar: false,
      isBroken: false,
    };
    this.drafts.push(this.current);
    this.waiting = {};
    this.hasKind = false;
  }

  private count({ value = 1, unit }: Token, i: number): void {
    const { current } = this;
    const [last, next, later] = [this.pieces[i - 1], this.pieces[i + 1], this.pieces[i + 2]];
    const isOfPrice = value === 1 && isMoney(this.beside(i, -1));
    if (isOfPrice && next?.kind === 'of') return;
    const isPerPiece = isOfPrice || (value === 1 && isMoney(next));
    if (current?.qty !== undefined && isPerPiece && later?.kind !== 'of') return;
    const isNext = next?.kind === 'name' || (next?.kind === 'of' && later?.kind === 'name');
    const isFree =
      current &&
      (current.qty === undefined || (!isNext && (current.isVague || (current.isBroken && this.verb !== ''))));
    const isNear = !current?.isFar || this.verb !== '' || current.isKnown;
    if (isFree && isNear && !(isNext && this.belongsToNext(i))) {
      const measure = current.unit && last?.kind === 'name' ? `${current.qty}${current.unit}` : '';
      Object.assign(current, { name: measure + current.name, qty: value, unit, isVague: isOfPrice, isFar: false });
      current.isBroken &&= this.verb === '';
      current.verb ||= this.verb;
    } else if (this.waiting.qty !== undefined && next?.kind === 'of') this.waiting.measure = `${value}${unit ?? ''}`;
    else this.waiting = { ...this.waiting, qty: value, ...(unit && { unit }), isVague: next?.kind === 'of' };
  }

  /** Whether a count goes to the name behind it and not to the one before: "马桶换了2个角阀", but "角阀换了2个软管1根". */
  private belongsToNext(i: number): boolean {
    const [last, next, later] = [this.pieces[i - 1], this.pieces[i + 1], this.pieces[i + 2]];
    if (next?.kind !== 'name') return true;
    const hasOwnCount = later?.kind === 'qty' || later?.kind === 'verb';
    if (hasOwnCount && last?.kind !== 'gap') return false;
    return (last?.kind !== 'name' || !this.current?.isKnown) && (next.isKnown || !this.current?.isKnown);
  }

  private price({ text, value = 0 }: Token, i: number): void {
    const { current, verb } = this;
    const [next, later] = [this.pieces[i + 1], this.pieces[i + 2]];
    const isOfNext = (next?.kind === 'of' && later?.kind === 'name') || (isOne(next) && later?.kind === 'of');
    if (isOfNext || !current) this.waiting.price = value;
    else if (
      current.qty === undefined &&
      /^\d+块$/.test(text) &&
      (isMoney(next) || (SLAB.test(current.name) && value <= 20))
    )
      Object.assign(current, { qty: value, unit: '块' });
    else if (!current.isFar || current.qty !== undefined || current.verb !== '' || verb !== '') {
      current.isBroken &&= verb === '';
      current.price ??= value;
    }
  }

  /** A number alone: a count before an English name or after what was asked for, else a price. */
  private number(value: number, i: number): void {
    const { current } = this;
    const [before, next] = [this.beside(i, -1), this.beside(i, 1)];
    const isPieceOfNext = isOne(next) && [this.pieces[i + 2], this.pieces[i + 3]].some((piece) => piece?.kind === 'of');
    if (next?.kind === 'name' && /^[a-z]/.test(next.text)) {
      this.waiting.qty = value;
    } else if (next?.kind === 'of' || isPieceOfNext) {
      this.waiting.price = value;
    } else if (current && (current.isKnown || current.verb !== '') && this.isPriceHere(value, before, next)) {
      const mayCount = current.qty === undefined && Number.isInteger(value) && before?.kind === 'name';
      if (mayCount && (value <= 2 || (ASKED.test(this.verb) && value <= 20))) current.qty = value;
      else current.price ??= value;
    }
  }

  private isPriceHere(value: number, before: Piece | undefined, next: Piece | undefined): boolean {
    const { current, verb } = this;
    if (before?.kind === 'comma')
      return value > 2 && (!next || next.kind === 'comma') && (current?.qty !== undefined || verb !== '');
    if (before?.kind === 'price') return current?.unit === '块';
    return before !== undefined && BESIDE.has(before.kind) && !current?.isFar;
  }

  /** Words between names: what they end, and whether they ask for what follows. */
  private between(piece: Piece, i: number): void {
    const { current } = this;
    const isBreak = BREAKS.has(piece.kind);
    if (piece.kind === 'verb') this.verb = piece.text;
    if (piece.kind === 'kind') this.hasKind = true;
    if (piece.kind === 'comma' || isBreak) this.waiting = {};
    if (isBreak) {
      this.verb = '';
      this.hasKind = false;
    }
    if (!current) return;
    if (piece.kind === 'comma' || isBreak) current.isFar = true;
    const isMended =
      MENDED.test(piece.text) && this.pieces[i - 1]?.kind === 'name' && !this.beside(i, 1)?.text.includes('换');
    if (
      (piece.kind === 'trouble' || (piece.kind === 'stop' && isMended)) &&
      !current.verb &&
      current.price === undefined
    )
      current.isBroken = true;
  }
}
