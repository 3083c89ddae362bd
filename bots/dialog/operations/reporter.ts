import type { Location } from '../../../src/domain/location.js';
import { type Actor, type Contact, staffContact } from '../../../src/domain/people.js';
import type { Channel } from '../../../src/domain/ticket.js';
import { rememberResident, residentContact } from '../../../src/usecases/remember-resident.js';
import type { ReportInput } from '../../../src/usecases/report.js';
import type { Known, Window } from '../slots.js';
import type { OperationDeps, Scene } from './operation.js';

/** Who reports: staff as themselves, anybody else as a resident who is remembered from now on. */
export async function reporterOf(
  deps: OperationDeps,
  slots: Known,
  { turn, context, locale, key }: Scene,
): Promise<{ resident: Contact; reportedBy?: Actor }> {
  if (context.person.kind === 'staff') {
    const { staff } = context.person;
    return { resident: staffContact(staff), reportedBy: { role: staff.role, id: staff.id, name: staff.name } };
  }
  const { projectId, location, phone } = slots;
  const resident = await rememberResident(deps, {
    from: turn.from,
    ...(projectId && { projectId }),
    ...(location && { location: homeIn(location) }),
    ...(phone && { phone }),
    key,
    locale,
  });
  return { resident: withPhone(residentContact(resident, turn.from), phone) };
}

/** A public area is nobody's home. */
const homeIn = ({ publicArea, ...home }: Location): Location => (publicArea ? {} : home);

/** The number given in this conversation is the one to ring. */
const withPhone = (contact: Contact, phone: string | undefined): Contact => (phone ? { ...contact, phone } : contact);

/** A window as the domain has it. */
export const toDates = ({ from, to }: Window): { from: Date; to: Date | null } => ({
  from: new Date(from),
  to: to === null ? null : new Date(to),
});

/** The project to report to: known, chosen, or the first one, where a person will notice. */
export const projectIdOf = (slots: Known, { context }: Scene): string | undefined =>
  slots.projectId ?? context.hotlineProjectId ?? context.projects[0]?.id;

/** What every report from a conversation carries. */
export const reportBase = (slots: Known, scene: Scene) =>
  ({
    origin: scene.key,
    channel: scene.turn.channel satisfies Channel,
    category: slots.category ?? ('other' as const),
    urgency: slots.urgency ?? ('normal' as const),
    location: slots.location ?? slots.partial ?? {},
    ...(slots.visitTime && { visitTime: toDates(slots.visitTime) }),
    isRepeat: slots.isRepeat ?? false,
    media: slots.media ?? [],
    transcript: scene.transcript.filter(({ at }) => !slots.since || at >= new Date(slots.since)),
  }) satisfies Partial<ReportInput>;
