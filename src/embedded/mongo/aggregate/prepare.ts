import { type Doc, isDoc } from '../bson.js';
import { fault } from '../errors.js';
import { prepareFilter } from '../query/prepare.js';
import { parseSort } from '../query/sort.js';
import { compareValues } from '../values/compare.js';
import { ACCUMULATOR_NAMES, STAGE_NAMES, WINDOW_NAMES } from './context.js';
import { mapValues, prepareExpression } from './expression.js';

/** Checks a pipeline and puts it into the form mingo takes; unknown stages and operators are refused by name. */
export function preparePipeline(pipeline: readonly unknown[]): Doc[] {
  return pipeline.flatMap((stage, i) => prepareStage(stage, i));
}

function prepareStage(stage: unknown, position: number): Doc[] {
  if (!isDoc(stage)) throw fault('TypeMismatch', 'Each element of the pipeline array must be an object');
  const names = Object.keys(stage);
  const [name] = names;
  if (name === undefined || names.length !== 1) {
    throw fault(40323, 'A pipeline stage specification object must contain exactly one field.');
  }
  if (!STAGE_NAMES.has(name) && name !== '$out' && name !== '$merge') {
    throw fault(40324, `Unrecognized pipeline stage name: '${name}'`);
  }
  if (name === '$documents' && position > 0)
    throw fault(40602, '$documents is only valid as the first stage in a pipeline');
  if (name === '$bucket') return bucket(stage.$bucket);
  const prepare = Object.hasOwn(PREPARE, name) ? PREPARE[name] : undefined;
  return [{ [name]: prepare ? prepare(stage[name]) : prepareExpression(stage[name]) }];
}

function document(name: string, code: number, spec: unknown): Doc {
  if (!isDoc(spec)) throw fault(code, `the ${name} stage specification must be an object`);
  return spec;
}

function count(code: number, name: string, least: number) {
  return (spec: unknown) => {
    if (!Number.isInteger(spec) || (spec as number) < least) {
      throw fault(
        code,
        `invalid argument to ${name} stage: Expected ${least > 0 ? 'a positive' : 'a non-negative'} integer in: ${name}: ${spec}`,
      );
    }
    return spec;
  };
}

function group(spec: unknown): Doc {
  const fields = document("$group's", 15947, spec);
  if (!('_id' in fields)) throw fault(15955, 'a group specification must include an _id');
  for (const [path, accumulator] of Object.entries(fields)) {
    if (path === '_id') continue;
    if (!isDoc(accumulator)) throw fault(40234, `The field '${path}' must be an accumulator object`);
    const names = Object.keys(accumulator);
    const [name] = names;
    if (name === undefined || names.length !== 1)
      throw fault(40238, `The field '${path}' must specify one accumulator`);
    if (!ACCUMULATOR_NAMES.has(name)) throw fault(15952, `unknown group operator '${name}'`);
  }
  return mapValues(fields, prepareExpression);
}

function sort(spec: unknown): Doc {
  const fields = document('$sort', 15973, spec);
  if (Object.keys(fields).length === 0) throw fault(15976, '$sort stage must have at least one sort key');
  parseSort(fields);
  return fields;
}

function inner(spec: unknown): unknown {
  if (!isDoc(spec)) return spec;
  return Array.isArray(spec.pipeline) ? { ...spec, pipeline: preparePipeline(spec.pipeline) } : spec;
}

function lookup(spec: unknown): Doc {
  const fields = document('$lookup', 9, spec);
  const unknown = Object.keys(fields).find(
    (name) => !['from', 'as', 'localField', 'foreignField', 'let', 'pipeline'].includes(name),
  );
  if (unknown) throw fault('FailedToParse', `unknown argument to $lookup: ${unknown}`);
  if (typeof fields.as !== 'string') throw fault('FailedToParse', "must specify 'as' field for a $lookup");
  if (typeof fields.from !== 'string') throw fault('FailedToParse', "$lookup needs a collection name as its 'from'");
  if (!fields.pipeline && (typeof fields.localField !== 'string' || typeof fields.foreignField !== 'string')) {
    throw fault(
      'FailedToParse',
      "$lookup requires either 'pipeline' or both 'localField' and 'foreignField' to be specified",
    );
  }
  const prepared = inner(fields) as Doc;
  return fields.let === undefined ? prepared : { ...prepared, let: prepareExpression(fields.let) };
}

function project(spec: unknown): Doc {
  const fields = document('$project', 15969, spec);
  if (Object.keys(fields).length === 0)
    throw fault(51272, 'Invalid $project :: caused by :: projection specification must have at least one field');
  return mapValues(fields, prepareExpression);
}

/** A bucket is a group by the greatest boundary that is not above the value; so does MongoDB run it. */
function bucket(spec: unknown): Doc[] {
  const { groupBy, boundaries, output = { count: { $sum: 1 } }, ...rest } = document('$bucket', 40201, spec);
  const unknown = Object.keys(rest).find((name) => name !== 'default');
  if (unknown) throw fault(40197, `Unrecognized option to $bucket: ${unknown}.`);
  if (groupBy === undefined || !Array.isArray(boundaries)) {
    throw fault(40198, "$bucket requires 'groupBy' and 'boundaries' to be specified.");
  }
  if (boundaries.length < 2 || boundaries.some((bound, i) => i > 0 && compareValues(boundaries[i - 1], bound) >= 0)) {
    throw fault(40194, "The 'boundaries' option to $bucket must hold at least two values in ascending order");
  }
  const branches = boundaries.slice(0, -1).map((low, i) => ({
    case: { $and: [{ $gte: [groupBy, { $literal: low }] }, { $lt: [groupBy, { $literal: boundaries[i + 1] }] }] },
    // biome-ignore lint/suspicious/noThenProperty: the name that $switch has for it
    then: { $literal: low },
  }));
  const otherwise = 'default' in rest ? { default: { $literal: rest.default } } : {};
  const _id = { $switch: { branches, ...otherwise } };
  return preparePipeline([{ $group: { _id, ...(output as Doc) } }, { $sort: { _id: 1 } }]);
}

function windowFields(spec: unknown): Doc {
  const { partitionBy, sortBy, output, ...rest } = document('$setWindowFields', 9, spec);
  const unknown = Object.keys(rest)[0];
  if (unknown) throw fault(40415, `BSON field '$setWindowFields.${unknown}' is an unknown field.`);
  const fields = mapValues(document('$setWindowFields.output', 9, output), (field) => {
    const { window, ...operator } = document('$setWindowFields.output', 9, field);
    const [name = ''] = Object.keys(operator);
    if (!WINDOW_NAMES.has(name)) throw fault('FailedToParse', `Unrecognized window function, ${name}`);
    return { [name]: prepareExpression(operator[name]), ...(window === undefined ? {} : { window }) };
  });
  if (sortBy !== undefined) parseSort(document('$setWindowFields.sortBy', 9, sortBy));
  return {
    ...(partitionBy === undefined ? {} : { partitionBy: prepareExpression(partitionBy) }),
    ...(sortBy === undefined ? {} : { sortBy }),
    output: fields,
  };
}

const PREPARE: Record<string, (spec: unknown) => unknown> = {
  $match: (spec) => prepareFilter(document('$match', 15959, spec)),
  $group: group,
  $sort: sort,
  $limit: count(15958, '$limit', 1),
  $skip: count(15956, '$skip', 0),
  $project: project,
  $lookup: lookup,
  $unionWith: inner,
  $facet: (spec) =>
    mapValues(document('$facet', 40169, spec), (pipeline) => preparePipeline(Array.isArray(pipeline) ? pipeline : [])),
  $count: (spec) => {
    if (typeof spec !== 'string' || spec === '' || spec.startsWith('$') || spec.includes('.')) {
      throw fault(40156, 'the count field must be a non-empty string without $ and dots');
    }
    return spec;
  },
  $setWindowFields: windowFields,
  $fill: (spec) => spec,
  $densify: (spec) => spec,
  $out: (spec) => spec,
  $merge: (spec) => spec,
};
