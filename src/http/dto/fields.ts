import { parsePhoneNumberFromString } from 'libphonenumber-js/core';
import metadata from 'libphonenumber-js/min/metadata';
import { z } from 'zod';

/** Ids in addresses and references; what they name is looked up. */
export const idField = z.string().min(1).max(64);

/** As people write numbers, Chinese ones without +86 too; kept in E.164. */
export const phoneField = z
  .string()
  .max(32)
  .transform((text, context) => {
    const number = parsePhoneNumberFromString(text, 'CN', metadata);
    if (number?.isPossible()) return number.number as string;
    context.addIssue({ code: 'custom', message: 'must be a telephone number' });
    return z.NEVER;
  })
  .meta({ example: '13800000001' });

const splitList = (value: unknown): unknown => (typeof value === 'string' ? value.split(',') : value);

/** Several values in a query, `state=offered,accepted` or the name repeated. */
export const listOf = <T extends z.ZodType>(item: T) =>
  z.preprocess(splitList, z.array(item).min(1).max(50)).meta({ description: 'Separated by commas' });

/** How many entries a page has. */
export const limitField = z
  .string()
  .regex(/^\d{1,3}$/, 'must be a whole number')
  .transform(Number)
  .pipe(z.number().min(1).max(100))
  .default(20);
