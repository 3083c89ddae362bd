import { z } from 'zod';
import { countStage } from '../aggregate/count-stage.js';
import { runPipeline } from '../aggregate/run.js';
import { writeStage } from '../aggregate/write-stages.js';
import { type Doc, encode, isDoc } from '../bson.js';
import { batchesOf } from '../cursors.js';
import { fault } from '../errors.js';
import { countMatches } from './count.js';
import { type Command, type Context, collation, command, doc, flag, hint, number, parse, text } from './schema.js';

const DEFAULT_FIRST_BATCH = 101;

const schema = command({
  aggregate: z.union([text, z.literal(1)]),
  pipeline: z.array(z.unknown()),
  cursor: z.strictObject({ batchSize: number.optional() }).optional(),
  allowDiskUse: flag.optional(),
  bypassDocumentValidation: flag.optional(),
  let: doc.default({}),
  explain: z.literal(false).optional(),
  hint,
  collation,
});

type Asked = z.output<typeof schema>;

export const aggregate: Command = async (context) => {
  const { storage, cursors, db, request } = context;
  const asked = parse(schema, request.body, 'aggregate');
  if (!asked.cursor)
    throw fault('FailedToParse', "The 'cursor' option is required, except for aggregate with the explain argument");
  const name = asked.aggregate === 1 ? '$cmd.aggregate' : asked.aggregate;
  const batchSize = asked.cursor.batchSize === 0 ? -1 : (asked.cursor.batchSize ?? DEFAULT_FIRST_BATCH);
  const write = writeStage(asked.pipeline, db);
  if (!write)
    return cursors.open(`${db}.${name}`, batchesOf(read(context, asked).map((one) => encode(one))), batchSize);
  await storage.store.write(() => write(storage, run(context, asked, asked.pipeline.slice(0, -1))));
  return cursors.open(`${db}.${name}`, batchesOf([]), batchSize, true);
};

function read(context: Context, asked: Asked): Doc[] {
  const counted = asked.aggregate === 1 ? undefined : countStage(asked.pipeline);
  if (!counted || asked.aggregate === 1) return run(context, asked, asked.pipeline);
  return counted.result(
    countMatches(context.storage, context.db, asked.aggregate, counted.filter, asked.hint, asked.let),
  );
}

function run({ storage, db }: Context, asked: Asked, pipeline: readonly unknown[]): Doc[] {
  const collection = asked.aggregate === 1 ? undefined : asked.aggregate;
  const first = pipeline[0];
  if (collection === undefined && !(isDoc(first) && '$documents' in first)) {
    throw fault(
      'InvalidNamespace',
      `{aggregate: 1} is not valid for '${isDoc(first) ? Object.keys(first)[0] : ''}'; a collection is required.`,
    );
  }
  return runPipeline({ storage, db, collection, hint: asked.hint, variables: asked.let }, pipeline);
}
