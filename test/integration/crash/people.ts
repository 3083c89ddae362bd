import type { Contact, Staff } from '../../../src/domain/people.js';
import type { Project } from '../../../src/domain/project.js';
import { aContact, aDispatcher, aProject, aStaff } from '../../support/builders.js';

/** Each run has a project of its own, so that runs do not meet in one chat. */
export function peopleOf(run: string) {
  const number = Number(run.replace(/\D/g, ''));
  const phone = (kind: number) => `+86138${String(kind).padStart(2, '0')}${String(number).padStart(6, '0')}`;
  const project: Project = aProject({
    id: `project-${run}`,
    hotlines: [phone(1)],
    dutyPhone: phone(2),
    calendar: { timezone: 'Asia/Shanghai', days: 'everyday', hours: [{ from: '00:00', to: '24:00' }] },
  });
  const belongs = { projectIds: [project.id] };
  const always = [{ weekdays: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '00:00' }];
  const technician: Staff = aStaff({
    ...belongs,
    id: `tech-${run}`,
    phone: phone(3),
    wechatId: `wx-tech-${run}`,
    skills: ['drainage'],
    shifts: always,
  });
  const { wechatId: _, ...written } = aDispatcher({
    ...belongs,
    id: `disp-${run}`,
    phone: phone(4),
    username: `disp-${run}`,
  });
  const resident = (kind: number, over: Partial<Contact>) => {
    const { wechatId: __, phone: ___, ...nobody } = aContact();
    return { ...nobody, personId: `res-${kind}-${run}`, ...over } satisfies Contact;
  };
  return {
    project,
    technician,
    /** Is written to by SMS, which the provider can tell about. */
    dispatcher: written satisfies Staff,
    /** Chats, and everything goes well. */
    happy: resident(5, { wechatId: `wx-happy-${run}`, phone: phone(5) }),
    /** Has a land line: SMS is refused, calls find it busy. */
    landLine: resident(6, { phone: `+8610${phone(6).slice(6)}` }),
    /** Has a number that does not exist any more. */
    gone: resident(7, { phone: `+8619${phone(7).slice(6)}` }),
  };
}

export type People = ReturnType<typeof peopleOf>;
