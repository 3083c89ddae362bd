import { parseLexicon, type Refusal } from '../../bots/understanding/index.js';
import { MAX_LEXICON } from '../domain/project.js';
import type { PeopleStore } from '../ports.js';

/**
 * Replaces the lexicon of a project, where every line of the new one can be taken.
 * @returns how many entries there are, and the lines that were refused: then nothing was changed
 * @throws where there is no such project
 */
export async function importLexicon(
  { people }: { people: PeopleStore },
  projectId: string,
  source: string,
): Promise<{ taken: number; refused: readonly Refusal[] }> {
  const project = await people.project(projectId);
  if (!project) throw new Error(`There is no project ${projectId}.`);
  if (source.length > MAX_LEXICON) return { taken: 0, refused: [tooLong(source)] };
  const { size, refused } = parseLexicon(source);
  if (refused.length === 0) await people.saveProject({ ...project, lexicon: source });
  return { taken: refused.length === 0 ? size : 0, refused };
}

/** Refuses the line in which a lexicon becomes too long. */
const tooLong = (source: string): Refusal => ({
  line: source.slice(0, MAX_LEXICON).split('\n').length,
  reason: `词库最多${MAX_LEXICON}个字 · ${MAX_LEXICON} characters at most`,
});
