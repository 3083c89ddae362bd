import type { Context } from '../../src/domain/actions/rule.js';
import { CATEGORIES } from '../../src/domain/categories.js';
import type { Contact, Staff } from '../../src/domain/people.js';
import type { Project } from '../../src/domain/project.js';
import { type Report, submit } from '../../src/domain/submit.js';
import type { Ticket } from '../../src/domain/ticket.js';
import type { Logger } from '../../src/ports.js';

/** 10 March 2026, a Tuesday, 10:00 in Shanghai. */
export const TUESDAY_TEN = new Date('2026-03-10T02:00:00Z');

export const quietLog: Logger = { debug() {}, info() {}, warn() {}, error() {}, child: () => quietLog };

export const aProject = (over: Partial<Project> = {}): Project => ({
  id: 'garden',
  name: '锦绣花园',
  nameEn: 'Splendid Garden',
  type: 'residential',
  buildings: ['1栋', '2栋', '3栋'],
  calendar: { timezone: 'Asia/Shanghai', days: 'everyday', hours: [{ from: '08:00', to: '20:00' }] },
  hotlines: ['+861060000000'],
  dutyPhone: '+8613800009999',
  normPreset: 'residential-grade-1',
  ...over,
});

export const aStaff = (over: Partial<Staff> = {}): Staff => ({
  id: 'tech-1',
  name: '王师傅',
  role: 'technician',
  projectIds: ['garden'],
  phone: '+8613800001001',
  wechatId: 'wx-tech-1',
  skills: [...CATEGORIES],
  shifts: [{ weekdays: [1, 2, 3, 4, 5, 6, 7], from: '08:00', to: '20:00' }],
  isActive: true,
  locale: 'zh-CN',
  ...over,
});

export const aDispatcher = (over: Partial<Staff> = {}): Staff =>
  aStaff({
    id: 'disp-1',
    name: '林客服',
    role: 'dispatcher',
    phone: '+8613800002001',
    wechatId: 'wx-disp-1',
    skills: [],
    shifts: [],
    username: 'dispatcher',
    ...over,
  });

export const aContact = (over: Partial<Contact> = {}): Contact => ({
  personId: 'res-1',
  role: 'resident',
  name: '陈女士',
  wechatId: 'wx-res-1',
  phone: '+8613800000001',
  locale: 'zh-CN',
  ...over,
});

export const aContext = (over: Partial<Context> = {}): Context => {
  const staff = [
    aStaff(),
    aStaff({ id: 'tech-2', name: '李师傅', phone: '+8613800001002', wechatId: 'wx-tech-2' }),
    aDispatcher(),
  ];
  return { now: TUESDAY_TEN, project: aProject(), staff: new Map(staff.map((one) => [one.id, one])), ...over };
};

export const aReport = (over: Partial<Report> = {}): Report => ({
  origin: 'turn-1',
  channel: 'wechat',
  projectId: 'garden',
  category: 'drainage',
  urgency: 'normal',
  description: '马桶堵了',
  location: { building: '3', unit: '2', room: '502' },
  resident: aContact(),
  isConfirmed: true,
  isRepeat: false,
  media: [],
  transcript: [],
  ...over,
});

/** A ticket just submitted; `over` changes single fields of it. */
export const aTicket = (over: Partial<Ticket> = {}, report: Partial<Report> = {}): Ticket => ({
  ...submit('W-1001', aReport(report), aContext()),
  ...over,
});
