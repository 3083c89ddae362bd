import { formatLocation } from '../../src/domain/location.js';
import type { Params, Saying } from '../../src/domain/reply.js';
import { type Context, nameOf } from './context.js';
import type { Dialog, Slots } from './flow.js';
import { gist } from './gist.js';
import { known, type Window } from './slots.js';
import { topOf } from './stack.js';

/** How much of a description is read back. */
const MAX_WORDS = 60;

/** Times as parameters of a sentence; `now` lets it say "tomorrow". */
export const timeParams = (window: Window | undefined, context: Pick<Context, 'now' | 'timezone'>): Params =>
  window
    ? {
        from: window.from,
        ...(window.to && { to: window.to }),
        timezone: context.timezone,
        now: context.now.toISOString(),
      }
    : {};

const short = (text: string): string => (text.length > MAX_WORDS ? `${text.slice(0, MAX_WORDS)}…` : text);

/** What sentences may mention of the slots. In a group nothing that others should not know. */
export function view(slots: Slots, context: Context, locale: Dialog['locale']): Params {
  const { what, category, location, partial, visitTime, wish, phone, ticketId, safety, reason, mentioned } =
    known(slots);
  const place = location ?? partial;
  const building = place?.building ? { building: place.building } : {};
  const name = nameOf(context);
  return {
    ...(name && !context.isGroup && { name }),
    ...(what && !context.isGroup && { what: short(what), gist: gist(what) }),
    ...(category && { category }),
    ...(place && { place: formatLocation(context.isGroup && place.room ? building : place, locale) }),
    ...(phone && !context.isGroup && { phone }),
    ...(ticketId && { ticket: ticketId }),
    ...(safety && { safety }),
    ...(reason && { reason: short(reason) }),
    ...(mentioned && { mentioned }),
    ...timeParams(visitTime ?? wish, context),
  };
}

/** A sentence about the flow at hand. */
export const saying = (key: string, dialog: Dialog, context: Context): Saying => ({
  key,
  params: view(topOf(dialog)?.slots ?? {}, context, dialog.locale),
});
