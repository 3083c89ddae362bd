import { type Lexicon, parseLexicon } from '../understanding/index.js';
import { type Context, projectOf } from './context.js';

/** Lexicons by their source: they change seldom and are asked for in every turn. */
const parsed = new Map<string, Lexicon>();
const MAX_KEPT = 1_000;

function lexiconFrom(source: string): Lexicon {
  const known = parsed.get(source);
  if (known) return known;
  if (parsed.size >= MAX_KEPT) parsed.clear();
  // What is refused was told when it was brought in; here the good entries serve.
  const { lexicon } = parseLexicon(source);
  parsed.set(source, lexicon);
  return lexicon;
}

/** The words of the place that a speaker belongs to: the own project, the number dialled, or the only one there is. */
export function lexiconOf(context: Context): Lexicon | undefined {
  const { projects, person, hotlineProjectId } = context;
  const id = projectOf(person) ?? hotlineProjectId ?? (projects.length === 1 ? projects[0]?.id : undefined);
  const source = projects.find((project) => project.id === id)?.lexicon;
  return source ? lexiconFrom(source) : undefined;
}
