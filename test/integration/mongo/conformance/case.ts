export type Doc = Record<string, unknown>;

/** One case: documents to begin with, then commands on the collection `c` whose answers are compared. */
export interface Case {
  readonly name: string;
  readonly docs?: readonly Doc[];
  readonly indexes?: readonly Doc[];
  readonly run: readonly Doc[];
  /** Also compare what the collection holds at the end. */
  readonly showsAfter?: boolean;
}

/** Three documents to write to. */
export const THREE: readonly Doc[] = [1, 2, 3].map((n) => ({ _id: n, a: n, g: n % 2 ? 'odd' : 'even' }));

/** A part of a command as it stands in the name of its case. */
export function show(value: unknown): string {
  return (
    JSON.stringify(value, (_key, part: unknown) =>
      part instanceof RegExp ? String(part) : typeof part === 'number' && !Number.isFinite(part) ? String(part) : part,
    ) ?? 'undefined'
  );
}
