import type { Turn } from '../domain/conversation.js';
import type { Resident, Staff } from '../domain/people.js';
import type { Deps } from './deps.js';

export type Person = { kind: 'staff'; staff: Staff } | { kind: 'resident'; resident: Resident } | { kind: 'stranger' };

/** Who writes or calls, by WeChat account or number; staff before residents, since a technician may live in the compound. */
export async function identify(deps: Pick<Deps, 'people'>, from: Turn['from']): Promise<Person> {
  const { wechatId, phone } = from;
  const byAccount = wechatId ? await deps.people.staffByWechat(wechatId) : undefined;
  const staff = byAccount ?? (phone ? await deps.people.staffByPhone(phone) : undefined);
  if (staff?.isActive) return { kind: 'staff', staff };
  const resident = await deps.people.residentBy({ ...(wechatId && { wechatId }), ...(phone && { phone }) });
  return resident ? { kind: 'resident', resident } : { kind: 'stranger' };
}
