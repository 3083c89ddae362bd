import type { Effect, EffectRef } from '../../../src/domain/effects.js';
import type { Ticket } from '../../../src/domain/ticket.js';
import type { ReceiveTurn } from '../../../src/ports.js';
import { actOnTicket } from '../../../src/usecases/act.js';
import type { Deps } from '../../../src/usecases/deps.js';
import { recordCallOutcome } from '../../../src/usecases/record-call-outcome.js';
import { recordMessageFailure } from '../../../src/usecases/record-message-failure.js';
import { reportTicket } from '../../../src/usecases/report.js';
import { aReport } from '../../support/builders.js';
import { until } from '../../support/until.js';
import { type People, peopleOf } from './people.js';

type LifeDeps = Deps & {
  receive: ReceiveTurn;
  idAtProvider: (route: 'sms' | 'call', effectId: string) => Promise<string | undefined>;
};

/**
 * What people do in one run, from three reports to their ends. Every step carries a key, as webhooks and requests do, so that after a crash
 * the whole run is simply delivered again.
 */
export async function live(deps: LifeDeps, run: string): Promise<void> {
  const people = peopleOf(run);
  await deps.people.saveProject(people.project);
  for (const staff of [people.technician, people.dispatcher]) await deps.people.saveStaff(staff);
  await Promise.all([aHappyVisit(deps, run, people), aBusyLandLine(deps, run, people), aDeadNumber(deps, run, people)]);
}

const report = async (deps: LifeDeps, people: People, origin: string, over: Parameters<typeof aReport>[0]) => {
  const result = await reportTicket(deps, aReport({ origin, projectId: people.project.id, channel: 'web', ...over }));
  if (!result.ok) throw new Error(`not reported: ${result.refusal.code}`);
  return result.value.id;
};

const when = (deps: LifeDeps, id: string, name: string, is: (ticket: Ticket) => boolean) =>
  until(name, async () => {
    const ticket = await deps.tickets.get(id);
    return ticket && is(ticket) && ticket;
  });

const isDone = (ticket: Ticket, is: (effect: Effect) => boolean) =>
  ticket.effects.some((effect) => is(effect) && ['done', 'failed'].includes(effect.status));

async function aHappyVisit(deps: LifeDeps, run: string, { happy, technician, ...people }: People): Promise<void> {
  const id = await report(deps, { happy, technician, ...people }, `${run}-happy`, { resident: happy });
  await when(deps, id, 'offered', (ticket) =>
    isDone(ticket, ({ work, routes }) => work.kind === 'prompt' && work.prompt === 'offer' && routes[0] === 'wechat'),
  );
  const { wechatId = '', name } = technician;
  await deps.receive({
    id: `${run}-accept`,
    conversation: `wechat-${wechatId}`,
    channel: 'wechat',
    at: deps.clock.now(),
    from: { wechatId, name },
    input: { kind: 'text', text: '接单', isSpeech: false },
  });
  await when(deps, id, 'accepted', ({ history }) => history.some(({ action }) => action === 'accept'));
  const acts = [
    ['complete', { work: '疏通' }, { role: 'technician', id: technician.id }],
    ['follow_up', {}, { role: 'resident', id: happy.personId }],
    ['survey', { overall: 5 }, { role: 'resident', id: happy.personId }],
  ] as const;
  for (const [action, input, actor] of acts) {
    const result = await actOnTicket(deps, { ticketId: id, action, input, actor, key: `${run}-${action}` });
    if (!result.ok) throw new Error(`${action}: ${JSON.stringify(result.refusal)}`);
  }
}

/** Refused by SMS, then rung; the provider reports the line busy. */
async function aBusyLandLine(deps: LifeDeps, run: string, people: People): Promise<void> {
  const id = await report(deps, people, `${run}-busy`, { resident: people.landLine, category: 'electrical' });
  const isNotice = ({ work }: Effect) => work.kind === 'message' && work.text.key === 'resident.confirmed';
  const { effects } = await when(deps, id, 'rung', ({ effects }) =>
    effects.some((effect) => isNotice(effect) && /^call 1/.test(effect.outcome ?? '')),
  );
  const ref: EffectRef = { owner: 'ticket', ownerId: id, effectId: effects.find(isNotice)?.id ?? '' };
  const callId = (await deps.idAtProvider('call', ref.effectId)) ?? '';
  await recordCallOutcome(deps, { ref, callId, outcome: 'busy' });
  await anUndeliveredText(deps, id);
}

/** The dispatcher is told by SMS that nobody can be found; the provider took it, and reports later that it did not arrive. */
async function anUndeliveredText(deps: LifeDeps, id: string): Promise<void> {
  const isNews = ({ work }: Effect) => work.kind === 'message' && work.text.key === 'desk.nobody';
  const { effects } = await when(deps, id, 'dispatcher told', (ticket) => isDone(ticket, isNews));
  const ref: EffectRef = { owner: 'ticket', ownerId: id, effectId: effects.find(isNews)?.id ?? '' };
  const providerRef = (await deps.idAtProvider('sms', ref.effectId)) ?? '';
  await recordMessageFailure(deps, { ref, providerRef, reason: 'undelivered' });
}

async function aDeadNumber(deps: LifeDeps, run: string, people: People): Promise<void> {
  const id = await report(deps, people, `${run}-gone`, { resident: people.gone, category: 'electrical' });
  await when(deps, id, 'dead letter', (ticket) => ticket.needsAttention !== undefined);
}
