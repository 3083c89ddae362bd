import { type Doc, isDoc } from '../bson.js';

/** `$match` (or nothing) followed by the counting group that drivers send for countDocuments: no document is needed. */
export function countStage(pipeline: readonly unknown[]): { filter: Doc; result(count: number): Doc[] } | undefined {
  const [first, second, ...others] = pipeline;
  const hasMatch = isDoc(first) && isDoc(first.$match);
  const group = hasMatch ? second : first;
  if (others.length > 0 || (!hasMatch && second !== undefined) || !isDoc(group) || !isDoc(group.$group))
    return undefined;
  if (!('_id' in group.$group)) return undefined;
  const { _id: id, ...fields } = group.$group;
  const [[name, sum] = [], ...more] = Object.entries(fields);
  if (name === undefined || more.length > 0 || (typeof id === 'object' && id !== null) || typeof id === 'string')
    return undefined;
  if (!isDoc(sum) || sum.$sum !== 1) return undefined;
  return {
    filter: hasMatch ? ((first as Doc).$match as Doc) : {},
    result: (count) => (count === 0 ? [] : [{ _id: id ?? null, [name]: count }]),
  };
}
