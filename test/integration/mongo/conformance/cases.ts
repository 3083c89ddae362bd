import { AGGREGATE_CASES } from './aggregate-cases.js';
import type { Case } from './case.js';
import { FIND_AND_MODIFY_CASES } from './find-and-modify-cases.js';
import { INDEX_CASES } from './index-cases.js';
import { OUTPUT_CASES } from './output-cases.js';
import { READ_CASES } from './read-cases.js';
import { REFUSAL_CASES } from './refusal-cases.js';
import { COLLECTION_CASES, STATEMENT_CASES } from './statement-cases.js';
import { UPDATE_CASES } from './update-cases.js';

/** All cases, in the order of their lines in `recorded.jsonl`. */
export const CASES: readonly Case[] = [
  ...READ_CASES,
  ...UPDATE_CASES,
  ...STATEMENT_CASES,
  ...INDEX_CASES,
  ...FIND_AND_MODIFY_CASES,
  ...COLLECTION_CASES,
  ...REFUSAL_CASES,
  ...AGGREGATE_CASES,
  ...OUTPUT_CASES,
];
