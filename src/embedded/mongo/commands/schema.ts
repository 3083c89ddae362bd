import { Long } from 'bson';
import { z } from 'zod';
import { type Doc, isDoc } from '../bson.js';
import type { Cursors } from '../cursors.js';
import { fault, type MongoFault } from '../errors.js';
import type { Storage } from '../storage/documents.js';
import type { Request } from '../wire/message.js';

/** What commands work with. */
export interface Environment {
  readonly storage: Storage;
  readonly cursors: Cursors;
  readonly now: () => Date;
}

export interface Context extends Environment {
  readonly db: string;
  readonly request: Request;
  readonly connectionId: number;
}

export type Command = (context: Context) => Promise<Doc | Buffer> | Doc | Buffer;

export const doc = z.custom<Doc>(isDoc, 'object');
export const text = z.string();
/** A count that drivers may send as any numeric type. */
export const number = z.union([z.number(), z.instanceof(Long).transform((value) => value.toNumber())]);
export const flag = z.union([z.boolean(), z.number().transform((value) => value !== 0)]);
export const docs = z.array(doc);
export const hint = z.union([text, doc]).optional();

/** Only the binary order of strings is here; a collation that asks for another is refused. */
export const collation = z
  .custom<Doc>(
    (value) => isDoc(value) && value.locale === 'simple',
    'collation: only { locale: "simple" } is supported',
  )
  .optional();

/** Options that change nothing on one node with one writer: accepted for every command. */
const HARMLESS = {
  $db: z.unknown().optional(),
  lsid: z.unknown().optional(),
  $readPreference: z.unknown().optional(),
  $clusterTime: z.unknown().optional(),
  comment: z.unknown().optional(),
  maxTimeMS: z.unknown().optional(),
  writeConcern: z.unknown().optional(),
  readConcern: z.unknown().optional(),
  apiVersion: z.unknown().optional(),
  apiStrict: z.unknown().optional(),
  apiDeprecationErrors: z.unknown().optional(),
};

/** Schema of one command: its own options beside the harmless ones, every other refused by name. */
export function command<S extends z.ZodRawShape>(shape: S) {
  return z.strictObject({ ...HARMLESS, ...shape });
}

/** Parses the options of a command; refuses unknown ones (40415) and wrong types (TypeMismatch) by name. */
export function parse<S extends z.ZodType>(schema: S, body: Doc, commandName: string): z.output<S> {
  const result = schema.safeParse(body);
  if (result.success) return result.data;
  throw refusal(result.error.issues[0], body, commandName);
}

function refusal(issue: z.core.$ZodIssue | undefined, body: Doc, commandName: string): MongoFault {
  const at = [commandName, ...(issue?.path ?? [])].join('.');
  if (issue?.code === 'unrecognized_keys')
    return fault(40415, `BSON field '${at}.${issue.keys[0]}' is an unknown field.`);
  if (issue?.message.startsWith('collation')) return fault('CommandNotSupported', issue.message);
  if (issue && valueIn(body, issue.path) === undefined) {
    return fault(40414, `BSON field '${at}' is missing but a required field`);
  }
  return fault('TypeMismatch', `BSON field '${at}' is the wrong type: ${issue?.message ?? 'invalid'}`);
}

function valueIn(body: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, part) => (value as Record<PropertyKey, unknown> | undefined)?.[part], body);
}
