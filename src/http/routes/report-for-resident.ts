import type { Result } from '../../domain/change.js';
import type { Staff } from '../../domain/people.js';
import type { Ticket } from '../../domain/ticket.js';
import { rememberResident, residentContact } from '../../usecases/remember-resident.js';
import { reportTicket } from '../../usecases/report.js';
import type { HttpDeps } from '../deps.js';
import type { NewTicket } from '../dto/new-ticket.js';

/** Remembers the resident and makes the ticket, with the member of staff as the one who reported it. */
export async function reportForResident(
  deps: HttpDeps,
  { resident, ...report }: NewTicket,
  staff: Staff,
  origin: string,
): Promise<Result<Ticket>> {
  const { phone, name } = resident;
  const { projectId, location } = report;
  const locale = resident.locale ?? (await deps.people.residentBy({ phone }))?.locale ?? 'zh-CN';
  const who = { from: { phone }, key: origin, projectId, location, locale, ...(name && { name }) };
  const known = await rememberResident(deps, who);
  return reportTicket(deps, {
    ...report,
    origin,
    channel: 'web',
    resident: residentContact(known, { phone }),
    reportedBy: { role: staff.role, id: staff.id, name: staff.name },
  });
}
