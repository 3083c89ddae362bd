import { parsePhoneNumberFromString } from 'libphonenumber-js/core';
import metadata from 'libphonenumber-js/min/metadata';
import { DateTime } from 'luxon';
import { CATEGORIES } from '../../../src/domain/categories.js';
import { rankTechnicians } from '../../../src/domain/dispatch/rank.js';
import { residentSchema, staffSchema } from '../../../src/domain/people.js';
import { projectSchema } from '../../../src/domain/project.js';
import { seedDemo } from '../../../src/usecases/seed.js';
import { DEMO_PROJECTS, DEMO_RESIDENTS, DEMO_STAFF } from '../../../src/usecases/seed-data.js';
import { memoryStores } from '../../support/memory-stores.js';

const technicians = DEMO_STAFF.filter(({ role }) => role === 'technician');

describe('the demonstration’s data', () => {
  it('are a compound of 6 buildings, a tower, 12 technicians, 2 dispatchers, a manager and 6 residents', () => {
    expect(DEMO_PROJECTS.map(({ type, buildings }) => [type, buildings.length])).toEqual([
      ['residential', 6],
      ['office', 1],
    ]);
    const count = (role: string) => DEMO_STAFF.filter((staff) => staff.role === role).length;
    expect([count('technician'), count('dispatcher'), count('manager'), DEMO_RESIDENTS.length]).toEqual([12, 2, 1, 6]);
  });

  it('fit the domain', () => {
    for (const project of DEMO_PROJECTS) expect(projectSchema.strict().parse(project)).toEqual(project);
    for (const staff of DEMO_STAFF) expect(staffSchema.strict().parse(staff)).toEqual(staff);
    for (const resident of DEMO_RESIDENTS) expect(residentSchema.strict().parse(resident)).toEqual(resident);
  });

  it('have numbers that stand for nobody, each once', () => {
    const phones = [
      ...DEMO_STAFF.map(({ phone }) => phone ?? ''),
      ...DEMO_RESIDENTS.flatMap(({ phones }) => phones),
      ...DEMO_PROJECTS.map(({ dutyPhone }) => dutyPhone),
    ];
    for (const phone of phones) expect(phone).toMatch(/^\+861380000\d{4}$/);
    for (const phone of phones) expect(parsePhoneNumberFromString(phone, metadata)?.isPossible()).toBe(true);
    expect(new Set(phones).size).toBe(phones.length);
  });

  it('have half of the technicians on chat, and a code for each of the others', () => {
    expect(technicians.filter(({ wechatId }) => wechatId)).toHaveLength(6);
    for (const { wechatId, invitationCode } of technicians) expect(Boolean(wechatId)).not.toBe(Boolean(invitationCode));
    expect(new Set(technicians.map(({ invitationCode, wechatId }) => invitationCode ?? wechatId)).size).toBe(12);
  });

  it('find somebody on shift for every category in every hour of the week, in every project', () => {
    const monday = DateTime.fromISO('2026-03-09T00:30', { zone: 'Asia/Shanghai' });
    const candidates = technicians.map((staff) => ({ staff, load: 0 }));
    for (const { id: projectId } of DEMO_PROJECTS)
      for (const category of CATEGORIES)
        for (let hour = 0; hour < 168; hour++) {
          const now = monday.plus({ hours: hour }).toJSDate();
          const request = {
            category,
            projectId,
            timezone: 'Asia/Shanghai',
            now,
            isEmergency: false,
            excluded: new Set<string>(),
          };
          expect([projectId, category, hour, rankTechnicians(request, candidates).length > 0]).toEqual([
            projectId,
            category,
            hour,
            true,
          ]);
        }
  });

  it('offer a job to a specialist before those who do everything', () => {
    const noon = new Date('2026-03-10T04:00:00Z');
    const request = {
      category: 'plumbing' as const,
      projectId: 'demo-garden',
      timezone: 'Asia/Shanghai',
      now: noon,
      isEmergency: false,
      excluded: new Set<string>(),
    };
    const [first] = rankTechnicians(
      request,
      technicians.map((staff) => ({ staff, load: 0 })),
    );
    expect(first?.staff.name).toBe('王师傅');
  });
});

describe('seeding', () => {
  const everything = async ({ people }: ReturnType<typeof memoryStores>) => ({
    projects: await people.projects(),
    staff: await people.listStaff({}),
    residents: await Promise.all(DEMO_RESIDENTS.map(({ id }) => people.resident(id))),
    manager: await people.staffByUsername('manager'),
  });

  it('fills empty data and tells the logins', async () => {
    const stores = memoryStores();
    const { seeded, logins } = await seedDemo(stores);
    expect(seeded).toBe(true);
    expect(logins.map(({ username }) => username)).toEqual(['dispatcher', 'dispatcher2', 'manager']);
    expect((await everything(stores)).staff).toHaveLength(15);
  });

  it('changes nothing the second time, not even what was changed since', async () => {
    const stores = memoryStores();
    await seedDemo(stores);
    await stores.people.bindStaff('SM-DEMO2002', 'wx-bound');
    const before = await everything(stores);
    const { seeded, logins } = await seedDemo(stores);
    expect([seeded, logins.length]).toEqual([false, 3]);
    expect(await everything(stores)).toEqual(before);
  });

  it('leaves a site’s own data alone', async () => {
    const stores = memoryStores();
    await stores.people.saveProject({ ...DEMO_PROJECTS[0]!, id: 'our-own' });
    expect(await seedDemo(stores)).toEqual({ seeded: false, logins: [] });
    expect(await stores.people.listStaff({})).toEqual([]);
  });

  it('goes on where a crash left it', async () => {
    const stores = memoryStores();
    const { people } = stores;
    const broken = { ...people, saveProject: async () => Promise.reject(new Error('killed')) };
    await expect(seedDemo({ people: broken })).rejects.toThrow('killed');
    expect((await seedDemo(stores)).seeded).toBe(true);
    expect(await people.projects()).toHaveLength(2);
  });

  it('tells no login that does not work any more', async () => {
    const stores = memoryStores();
    await seedDemo(stores);
    const manager = (await stores.people.staff('demo-manager'))!;
    await stores.people.saveStaff({ ...manager, isActive: false });
    expect((await seedDemo(stores)).logins.map(({ username }) => username)).toEqual(['dispatcher', 'dispatcher2']);
  });
});
