import type { Turn } from '../../src/domain/conversation.js';
import type { EffectDraft } from '../../src/domain/effects.js';
import { type Contact, type Locale, staffContact } from '../../src/domain/people.js';
import type { Reply } from '../../src/domain/reply.js';
import { residentContact } from '../../src/usecases/remember-resident.js';
import { type Context, nameOf, phoneOf } from './context.js';

/** How the answer reaches whoever spoke. */
export function contactOf(turn: Turn, locale: Locale, context: Context): Contact {
  const { person, from } = context;
  const known =
    person.kind === 'staff'
      ? staffContact(person.staff)
      : person.kind === 'resident'
        ? residentContact(person.resident, from)
        : stranger(context);
  const { wechatId, roomId, phone = phoneOf(context) } = turn.from;
  return { ...known, ...(wechatId && { wechatId }), ...(roomId && { roomId }), ...(phone && { phone }), locale };
}

const stranger = (context: Context): Contact => {
  const name = nameOf(context);
  const { wechatId, phone } = context.from;
  return {
    personId: `stranger-${wechatId ?? phone ?? 'unknown'}`,
    role: 'resident',
    ...(name && { name }),
    locale: 'zh-CN',
  };
};

/** The reply of a written conversation; a chat that cannot deliver falls back to SMS. What is said in a call is spoken there. */
export function replyEffects(turn: Turn, reply: Reply | null, locale: Locale, context: Context): EffectDraft[] {
  if (!reply || turn.channel === 'phone') return [];
  const to = contactOf(turn, locale, context);
  const routes =
    turn.channel === 'wechat' ? (['wechat', ...(to.phone ? (['sms'] as const) : [])] as const) : (['sms'] as const);
  return [{ work: { kind: 'reply', to, reply }, routes: [...routes] }];
}
