import type { EffectRef } from '../../../src/domain/effects.js';
import { dispatchTicket } from '../../../src/usecases/dispatch-ticket.js';
import { reportTicket } from '../../../src/usecases/report.js';
import { aReport } from '../../support/builders.js';
import type { Hotline } from './hotline.js';

/** A ticket offered to the technician, and its question by telephone. */
export async function anOffer(hotline: Hotline): Promise<EffectRef> {
  await reportTicket(hotline.core, aReport());
  await dispatchTicket(hotline.core, { ticketId: 'W-1001', key: 'dispatch-1' });
  expect(await hotline.ticket()).toMatchObject({ state: 'offered', offeredTo: 'tech-1' });
  return hotline.prompt('W-1001', 'offer');
}

/** Until the ends of so many calls were reported. */
export const reported = (hotline: Hotline, calls = 1) =>
  hotline.until(
    () => hotline.answers.filter(({ path }) => path.includes('/outbound-status')).length >= calls,
    'the end',
  );
