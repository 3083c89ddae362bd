import { CATEGORIES, type Category } from '../domain/categories.js';
import type { Resident, Shift, Staff } from '../domain/people.js';
import type { Project } from '../domain/project.js';

/**
 * The demonstration's people and places. Ids are stable, and every telephone number is of a range that stands for nobody
 * (138 0000 …, 010 8000 …).
 */
const GARDEN = 'demo-garden';
const TOWER = 'demo-tower';
const BOTH = [GARDEN, TOWER];

export const DEMO_PROJECTS: readonly Project[] = [
  {
    id: GARDEN,
    name: '锦绣花园',
    nameEn: 'Splendid Garden',
    type: 'residential',
    buildings: ['1栋', '2栋', '3栋', '4栋', '5栋', '6栋'],
    calendar: { timezone: 'Asia/Shanghai', days: 'everyday', hours: [{ from: '08:00', to: '20:00' }] },
    hotlines: ['+861080000001'],
    dutyPhone: '+8613800009001',
    normPreset: 'residential-grade-1',
  },
  {
    id: TOWER,
    name: '云和大厦',
    nameEn: 'Yunhe Tower',
    type: 'office',
    buildings: ['A座'],
    calendar: { timezone: 'Asia/Shanghai', days: 'workdays', hours: [{ from: '08:30', to: '18:30' }] },
    hotlines: ['+861080000002'],
    dutyPhone: '+8613800009002',
    normPreset: 'company-ambitious',
  },
];

const shift = (from: string, to: string, weekdays = [1, 2, 3, 4, 5, 6, 7]): Shift => ({ weekdays, from, to });
const DAY = shift('08:00', '20:00');
const OFFICE_DAY = shift('08:30', '18:30', [1, 2, 3, 4, 5]);

type Row = [name: string, projectIds: string[], skills: readonly Category[], shift: Shift];

/** Specialists first: between equals the first is offered the job. The last three share the clock's 24 hours and do everything. */
const TECHNICIANS: readonly Row[] = [
  ['王师傅', [GARDEN], ['plumbing', 'drainage'], DAY],
  ['李师傅', BOTH, ['electrical', 'network_intercom'], DAY],
  ['张师傅', BOTH, ['lift', 'fire_safety'], DAY],
  ['刘师傅', [GARDEN], ['gas', 'plumbing', 'appliance'], DAY],
  ['陈师傅', [GARDEN], ['door_lock', 'structure'], DAY],
  ['杨师傅', [TOWER], ['hvac', 'appliance', 'electrical'], OFFICE_DAY],
  ['赵师傅', [GARDEN], ['cleaning', 'greening', 'pest'], DAY],
  ['黄师傅', BOTH, ['parking', 'security', 'noise', 'public_facility'], DAY],
  ['周师傅', [TOWER], ['plumbing', 'drainage', 'door_lock', 'structure', 'cleaning'], OFFICE_DAY],
  ['吴师傅', BOTH, CATEGORIES, shift('08:00', '16:00')],
  ['徐师傅', BOTH, CATEGORIES, shift('16:00', '00:00')],
  ['孙师傅', BOTH, CATEGORIES, shift('00:00', '08:00')],
];

const twoDigits = (n: number): string => String(n).padStart(2, '0');

/** Every other technician is on chat already; the others bind an account by their codes. */
const technician = ([name, projectIds, skills, hours]: Row, i: number): Staff => {
  const number = twoDigits(i + 1);
  return {
    id: `demo-technician-${number}`,
    name,
    role: 'technician',
    projectIds,
    phone: `+86138000010${number}`,
    ...(i % 2 === 0 ? { wechatId: `wx-technician-${number}` } : { invitationCode: `SM-DEMO20${number}` }),
    skills: [...skills],
    shifts: [hours],
    isActive: true,
    locale: 'zh-CN',
  };
};

const desk = (id: string, name: string, role: 'dispatcher' | 'manager', phone: string): Staff => ({
  id: `demo-${id}`,
  name,
  role,
  projectIds: BOTH,
  phone,
  wechatId: `wx-${id}`,
  skills: [],
  shifts: [],
  isActive: true,
  locale: 'zh-CN',
  username: id,
});

export const DEMO_STAFF: readonly Staff[] = [
  ...TECHNICIANS.map(technician),
  desk('dispatcher', '林客服', 'dispatcher', '+8613800002001'),
  desk('dispatcher2', '苏客服', 'dispatcher', '+8613800002002'),
  desk('manager', '郑经理', 'manager', '+8613800003001'),
];

/** For the demonstration only: it never runs in production. */
export const DEMO_PASSWORD = 'shangmen-demo';

const resident = (n: number, name: string, projectId: string, home: Resident['home']): Resident => ({
  id: `demo-resident-${twoDigits(n)}`,
  name,
  phones: [`+86138000000${twoDigits(n)}`],
  wechatIds: [`wx-resident-${twoDigits(n)}`],
  projectId,
  ...(home && { home }),
  locale: 'zh-CN',
});

export const DEMO_RESIDENTS: readonly Resident[] = [
  resident(1, '何女士', GARDEN, { building: '3', unit: '2', room: '502' }),
  resident(2, '马先生', GARDEN, { building: '1', unit: '1', room: '1101' }),
  resident(3, '罗阿姨', GARDEN, { building: '5', unit: '1', room: '203' }),
  resident(4, '谢先生', GARDEN, { building: '6', unit: '3', room: '802' }),
  resident(5, '唐小姐', TOWER, { building: 'A', room: '1203' }),
  { ...resident(6, 'Mr Smith', TOWER, { building: 'A', room: '1808' }), locale: 'en' },
];
