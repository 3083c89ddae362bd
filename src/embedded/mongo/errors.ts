/** Error codes of MongoDB (its error_codes.yml) that this server answers with. */
export const CODES = {
  InternalError: 1,
  BadValue: 2,
  UnknownError: 8,
  FailedToParse: 9,
  TypeMismatch: 14,
  InvalidLength: 16,
  IllegalOperation: 20,
  NamespaceNotFound: 26,
  IndexNotFound: 27,
  PathNotViable: 28,
  ConflictingUpdateOperators: 40,
  CursorNotFound: 43,
  NamespaceExists: 48,
  DollarPrefixedFieldName: 52,
  NotSingleValueField: 54,
  CommandNotFound: 59,
  ImmutableField: 66,
  CannotCreateIndex: 67,
  InvalidOptions: 72,
  InvalidNamespace: 73,
  IndexOptionsConflict: 85,
  IndexKeySpecsConflict: 86,
  CommandNotSupported: 115,
  InvalidPipelineOperator: 168,
  CannotIndexParallelArrays: 171,
  InvalidIndexSpecificationOption: 197,
  NoSuchTransaction: 251,
  BSONObjectTooLarge: 10334,
  DuplicateKey: 11000,
  OutOfDiskSpace: 14031,
} as const;

const NAMES = new Map<number, string>(Object.entries(CODES).map(([name, code]) => [code, name]));

export type CodeName = keyof typeof CODES;

/** Further fields of the answer. */
type Extra = Readonly<Record<string, unknown>>;

/** A refusal that is answered to the client as MongoDB words it. */
export class MongoFault extends Error {
  constructor(
    readonly code: number,
    message: string,
    readonly extra: Extra = {},
  ) {
    super(message);
  }

  get codeName(): string {
    return NAMES.get(this.code) ?? `Location${this.code}`;
  }
}

/** Builds a refusal; `code` is a name of the table above or a bare number (MongoDB's `Location…` codes). */
export function fault(code: CodeName | number, message: string, extra: Extra = {}): MongoFault {
  return new MongoFault(typeof code === 'number' ? code : CODES[code], message, extra);
}

/** Whether an error says that a request is wrong, rather than that something broke here. */
export function isRefusal(error: unknown): boolean {
  return asFault(error).code !== CODES.InternalError;
}

/** The fault behind whatever was thrown; anything unforeseen becomes an InternalError with its message. */
export function asFault(error: unknown): MongoFault {
  if (error instanceof MongoFault) return error;
  const message = error instanceof Error ? error.message : String(error);
  // mingo words what is wrong with an operator's arguments
  return fault(
    error instanceof Error && error.constructor.name === 'MingoError' ? 'BadValue' : 'InternalError',
    message,
  );
}
