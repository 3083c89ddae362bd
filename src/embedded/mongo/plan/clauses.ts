import { type Doc, isDoc } from '../bson.js';
import { isRegex } from '../query/operators.js';
import { isOperatorDoc } from '../query/prepare.js';
import { toRegExp } from '../query/regex.js';

/** One condition on one field. */
export interface Clause {
  readonly path: string;
  readonly operator: string;
  readonly value: unknown;
}

/** The conditions of a filter that must all hold, and whether there is more to it than those. */
export function clausesOf(filter: Doc): { clauses: Clause[]; isComplete: boolean } {
  const clauses: Clause[] = [];
  let isComplete = true;
  for (const [name, condition] of Object.entries(filter)) {
    if (name === '$and' && Array.isArray(condition)) {
      for (const branch of condition.filter(isDoc)) {
        const inner = clausesOf(branch);
        clauses.push(...inner.clauses);
        isComplete &&= inner.isComplete;
      }
    } else if (name.startsWith('$')) {
      isComplete &&= name === '$comment';
    } else {
      clauses.push(...fieldClauses(name, condition));
    }
  }
  return { clauses, isComplete };
}

function fieldClauses(path: string, condition: unknown): Clause[] {
  if (isRegex(condition)) return [{ path, operator: '$regex', value: condition }];
  if (!isOperatorDoc(condition)) return [{ path, operator: '$eq', value: condition }];
  const { $options: options, ...operators } = condition;
  return Object.entries(operators).map(([operator, value]) => ({
    path,
    operator,
    value: operator === '$regex' && options ? toRegExp(value as string | RegExp, String(options)) : value,
  }));
}
