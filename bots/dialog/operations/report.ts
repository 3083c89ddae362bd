import type { Result } from '../../../src/domain/change.js';
import type { Ticket } from '../../../src/domain/ticket.js';
import { RECORDED } from '../../../src/usecases/add-transcription.js';
import { type ReportInput, reportTicket } from '../../../src/usecases/report.js';
import { personSlots, projectSaid } from '../report-slots.js';
import { type Known, known } from '../slots.js';
import type { Operation, OperationDeps, Scene } from './operation.js';
import { projectIdOf, reportBase, reporterOf } from './reporter.js';

/** What is known of the person need not be asked. */
export const recallPerson: Operation = async (_deps, slots, { context }) => {
  const recalled = personSlots(slots, context);
  const isPartial = slots.partial !== undefined && !slots.location && !recalled.location;
  return { result: isPartial ? 'partial' : 'ok', slots: recalled };
};

/** The project that was named or has the building; else the person's own; else it must be chosen. */
export const chooseProject: Operation = async (_deps, slots, { context }) => {
  const { projects } = context;
  if (slots.isProjectSure && slots.projectId) return { result: 'known' };
  const projectId = projectSaid(slots.what ?? '', slots.location, projects)?.id ?? slots.projectId;
  if (projectId) return { result: 'known', slots: { projectId } };
  const options = projects.map(({ id, name, nameEn }) => ({
    id,
    key: 'choice.project',
    params: { name, nameEn },
    patch: { projectId: id, isProjectSure: true },
  }));
  return { result: 'several', slots: { projects: options } };
};

async function submit(
  deps: OperationDeps,
  slots: Known,
  scene: Scene,
  details: Pick<ReportInput, 'description' | 'isConfirmed'> & Partial<ReportInput>,
): Promise<Result<Ticket> | undefined> {
  const projectId = projectIdOf(slots, scene);
  if (!projectId) return undefined;
  const reporter = await reporterOf(deps, { ...slots, projectId }, scene);
  return reportTicket(deps, { ...reportBase(slots, scene), ...reporter, projectId, ...details });
}

/** The report as it was read back and confirmed. */
export const report: Operation = async (deps, slots, scene) => {
  const made = await submit(deps, slots, scene, { description: slots.what ?? '', isConfirmed: true });
  if (!made?.ok) return { result: 'refused' };
  return {
    result: 'ok',
    slots: { media: undefined },
    say: [{ key: 'report.done', params: { ticket: made.value.id } }],
  };
};

/** Somebody left before the end: what they said becomes a ticket that asks for its confirmation. */
export const reportUnfinished: Operation = async (deps, slots, scene) => {
  if (!slots.what) return { result: 'nothing' };
  const made = await submit(deps, slots, scene, { description: slots.what, isConfirmed: false });
  return made?.ok
    ? { result: 'ok', say: [{ key: 'report.kept', params: { ticket: made.value.id } }] }
    : { result: 'nothing' };
};

/** A message on the answering machine; somebody must listen to it, so it is not confirmed. */
export const reportRecording: Operation = async (deps, said, scene) => {
  const slots = { ...said, ...known(personSlots(said, scene.context)) };
  // The transcription arrives later and finds its ticket by the turn.
  const origin = scene.turn.id;
  const media = [...(slots.media ?? []), ...(slots.recording ? [slots.recording] : [])];
  const made = await submit(deps, slots, scene, {
    description: slots.what || RECORDED,
    isConfirmed: false,
    media,
    origin,
  });
  if (!made?.ok) throw new Error('a recording could not be made into a ticket');
  return { result: 'ok' };
};

/** The next problem that was mentioned on the way takes the report's place; place, time and telephone stay. */
export const nextProblem: Operation = async (_deps, { also }) => {
  const [next, ...rest] = also ?? [];
  if (!next) return { result: 'none' };
  const { what, category, urgency } = next;
  return { result: 'asked', slots: { what, category, urgency, isRepeat: undefined, also: rest } };
};
