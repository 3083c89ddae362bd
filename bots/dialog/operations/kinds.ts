import { known } from '../slots.js';
import type { Operation } from './operation.js';

/** Asks for the kind of problem where understanding was unsure of it; the doubt is forgotten by that, so that it is asked once. */
export const chooseKind: Operation = async (_deps, { alternatives = [] }) => {
  const likely = alternatives.filter((category) => category !== 'other');
  if (likely.length === 0) return { result: 'known', slots: { alternatives: undefined } };
  const kinds = [...likely, 'other' as const].map((category) => ({
    id: category,
    key: `category.${category}`,
    patch: { category },
  }));
  return { result: 'several', slots: { ...known({ kinds }), alternatives: undefined } };
};
