import type { EffectDraft, OnlyWhile, PromptName, Route } from '../effects.js';
import { formatLocation } from '../location.js';
import type { NoticeKey, Notices } from '../notices.js';
import { type Contact, type Staff, staffContact } from '../people.js';
import type { Ticket } from '../ticket.js';
import type { Context } from './rule.js';

interface Timing {
  dueAt?: Date;
  onlyWhile?: OnlyWhile;
}

/** Written first, WeChat before SMS; a call reads the message aloud where neither arrives. */
export const messageRoutes = (to: Contact): Route[] => [
  ...(to.wechatId ? (['wechat'] as const) : []),
  ...(to.phone ? (['sms', 'call'] as const) : []),
];

/** Questions go where the person usually talks to us: chat first, callers by a call first. */
export const promptRoutes = (to: Contact): Route[] => [
  ...(to.wechatId ? (['wechat'] as const) : []),
  ...(to.phone ? (['call', 'sms'] as const) : []),
];

/** A sentence to a person. */
export const tell = <K extends NoticeKey>(
  to: Contact,
  key: K,
  params: Notices[K],
  timing: Timing = {},
): EffectDraft => ({
  work: { kind: 'message', to, text: { key, params: { ...params } } },
  routes: messageRoutes(to),
  ...timing,
});

export const tellResident = <K extends NoticeKey>(ticket: Ticket, key: K, params: Notices[K], timing?: Timing) =>
  tell(ticket.resident, key, params, timing);

/** A question to a person. */
export const ask = (
  to: Contact,
  prompt: PromptName,
  timing: Timing & { routes?: Route[]; attempt?: number } = {},
): EffectDraft => {
  const { routes = promptRoutes(to), attempt = 0, ...when } = timing;
  return { work: { kind: 'prompt', to, prompt, attempt }, routes, ...when };
};

/** The contact of a member of staff, if there is one with that id. */
export const contactOf = (context: Context, staffId: string | undefined): Contact | undefined => {
  const staff = staffId ? context.staff.get(staffId) : undefined;
  return staff && staffContact(staff);
};

/** A sentence to the technician who holds the ticket, or to whom it is offered. */
export const tellTechnician = <K extends NoticeKey>(
  ticket: Ticket,
  context: Context,
  key: K,
  params: (to: Contact) => Notices[K],
  timing?: Timing,
): EffectDraft[] => {
  const to = contactOf(context, ticket.assigneeId ?? ticket.offeredTo);
  return to ? [tell(to, key, params(to), timing)] : [];
};

const reachable = (context: Context, role: Staff['role']): Contact[] =>
  [...context.staff.values()]
    .filter((staff) => staff.role === role && staff.isActive && (staff.wechatId || staff.phone))
    .map(staffContact);

/** A sentence to every dispatcher of the project; to the managers where there is none; to the duty phone where there is nobody. */
export const tellDesk = <K extends NoticeKey>(
  context: Context,
  key: K,
  params: (to: Contact) => Notices[K],
  timing?: Timing,
): EffectDraft[] => {
  const groups = [reachable(context, 'dispatcher'), reachable(context, 'manager'), [dutyContact(context)]];
  const readers = groups.find((group) => group.length > 0) ?? [];
  return readers.map((to) => tell(to, key, params(to), timing));
};

/** Pictures and recordings to the technician who holds the ticket; only WeChat carries them. */
export function showTechnician(ticket: Ticket, context: Context, media: string[]): EffectDraft[] {
  const to = contactOf(context, ticket.assigneeId);
  if (!to?.wechatId || media.length === 0) return [];
  const text = { key: 'technician.picture' satisfies NoticeKey, params: { ticket: ticket.id } };
  return [{ work: { kind: 'message', to, text, media }, routes: ['wechat'] }];
}

/** A sentence to every manager of the project. */
export const tellManagers = <K extends NoticeKey>(
  context: Context,
  key: K,
  params: (to: Contact) => Notices[K],
): EffectDraft[] => reachable(context, 'manager').map((to) => tell(to, key, params(to)));

/** 值班电话 of the project. */
export const dutyContact = ({ project }: Context): Contact => ({
  personId: `duty-${project.id}`,
  role: 'dispatcher',
  phone: project.dutyPhone,
  locale: 'zh-CN',
});

/** Rings the duty phone until somebody has the ticket (clause 2.3). */
export const alarmDuty = (context: Context): EffectDraft =>
  ask(dutyContact(context), 'alarm', {
    onlyWhile: { states: ['submitted', 'confirmed', 'offered'] },
    routes: ['call', 'sms'],
  });

/** Where the work is, in the reader's language. */
export const placeFor = (ticket: Ticket, to: Contact): string => formatLocation(ticket.location, to.locale);

export const nameOf = (context: Context, staffId: string | undefined): string =>
  (staffId && context.staff.get(staffId)?.name) || '师傅';
