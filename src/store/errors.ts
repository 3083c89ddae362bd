/** A paging cursor that this service did not give out. */
export class InvalidCursorError extends Error {
  readonly code = 'invalid_cursor';
  constructor() {
    super('the cursor is not one that a list returned');
  }
}

/** A picture or recording that is too large for one document. */
export class MediaTooLargeError extends Error {
  readonly code = 'media_too_large';
  constructor(readonly bytes: number) {
    super(`media of ${bytes} bytes; at most ${MAX_MEDIA_BYTES} are kept`);
  }
}

/** MongoDB refuses documents over 16 MB; the rest is room for the other fields. */
export const MAX_MEDIA_BYTES = 15 * 1024 * 1024;

/** Something that only one may have (a phone number, a login) belongs to another already. `field` names it. */
export class TakenError extends Error {
  readonly code = 'taken';
  constructor(readonly field: string) {
    super(`${field} belongs to somebody else`);
  }
}

/** A save whose version does not follow the one it replaces: a mistake of the caller that would break the condition. */
export function assertNextVersion(before: number, after: number): void {
  if (after !== before + 1) throw new RangeError(`version ${after} does not follow ${before}`);
}
