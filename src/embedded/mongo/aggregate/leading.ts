import { type Doc, isDoc } from '../bson.js';

export interface Leading {
  readonly filter: Doc;
  readonly sort: Doc | undefined;
  /** The stages that are left to run over what the query finds. */
  readonly rest: readonly unknown[];
}

/** The `$match` and `$sort` that a pipeline begins with: an index may serve them, like a find. */
export function leadingQuery(pipeline: readonly unknown[]): Leading {
  const filters: Doc[] = [];
  let at = 0;
  for (; isStage(pipeline[at], '$match'); at++) filters.push((pipeline[at] as Doc).$match as Doc);
  const sort = isStage(pipeline[at], '$sort') ? ((pipeline[at++] as Doc).$sort as Doc) : undefined;
  const filter = filters.length > 1 ? { $and: filters } : (filters[0] ?? {});
  return { filter, sort, rest: pipeline.slice(at) };
}

function isStage(stage: unknown, name: string): boolean {
  return isDoc(stage) && Object.keys(stage).length === 1 && isDoc(stage[name]);
}
