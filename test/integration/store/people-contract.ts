import type { Resident, Staff } from '../../../src/domain/people.js';
import type { Project } from '../../../src/domain/project.js';
import type { Stores } from '../../../src/store/stores.js';
import { count } from './samples.js';

const aProject = (id: string, over: Partial<Project> = {}): Project => ({
  id,
  name: '锦绣花园',
  nameEn: 'Splendid Garden',
  type: 'residential',
  buildings: ['1栋'],
  calendar: { timezone: 'Asia/Shanghai', days: 'everyday', hours: [{ from: '08:00', to: '20:00' }] },
  hotlines: [],
  dutyPhone: '+8613800009999',
  normPreset: 'residential-grade-1',
  ...over,
});

const aMember = (id: string, over: Partial<Staff> = {}): Staff => ({
  id,
  name: '王师傅',
  role: 'technician',
  projectIds: ['garden'],
  skills: ['plumbing'],
  shifts: [{ weekdays: [1, 2], from: '08:00', to: '20:00' }],
  isActive: true,
  locale: 'zh-CN',
  ...over,
});

const aResident = (id: string, over: Partial<Resident> = {}): Resident => ({
  id,
  phones: [],
  wechatIds: [],
  locale: 'zh-CN',
  ...over,
});

export function peopleContract(stores: () => Stores): void {
  const people = () => stores().people;

  describe('projects', () => {
    it('come back as they were saved, all by id, one by hotline', async () => {
      const tower = aProject('tower', { hotlines: ['+861060000001', '+861060000002'] });
      await people().saveProject(tower);
      await people().saveProject(aProject('garden'));
      expect(await people().project('tower')).toStrictEqual(tower);
      expect(await people().project('mall')).toBeUndefined();
      expect((await people().projects()).map(({ id }) => id)).toEqual(['garden', 'tower']);
      expect((await people().projectByHotline('+861060000002'))?.id).toBe('tower');
      expect(await people().projectByHotline('+861060000009')).toBeUndefined();
    });

    it('are replaced as a whole, and saved twice without a second one', async () => {
      await people().saveProject(aProject('garden', { hotlines: ['+861060000001'] }));
      await people().saveProject(aProject('garden', { name: '新名' }));
      expect(await people().projects()).toStrictEqual([aProject('garden', { name: '新名' })]);
    });

    it('may be saved for the first time by several processes at once', async () => {
      await Promise.all(Array.from({ length: 10 }, () => people().saveProject(aProject('garden'))));
      expect(await people().projects()).toHaveLength(1);
    });
  });

  describe('staff', () => {
    const full = aMember('tech-1', {
      phone: '+8613800001001',
      wechatId: 'wx-1',
      invitationCode: 'K7',
      username: 'wang',
    });

    it('come back as they were saved, by every address', async () => {
      await people().saveStaff(full);
      expect(await people().staff('tech-1')).toStrictEqual(full);
      expect(await people().staffByWechat('wx-1')).toStrictEqual(full);
      expect(await people().staffByPhone('+8613800001001')).toStrictEqual(full);
      expect(await people().staff('tech-9')).toBeUndefined();
      expect(await people().staffByWechat('wx-9')).toBeUndefined();
      expect(await people().staffByPhone('+8613800009009')).toBeUndefined();
    });

    it('show the password hash to the login only', async () => {
      await people().saveStaff(full, 'hash');
      expect(await people().staffByUsername('wang')).toStrictEqual({ ...full, passwordHash: 'hash' });
      expect(await people().staff('tech-1')).not.toHaveProperty('passwordHash');
      expect((await people().listStaff({}))[0]).not.toHaveProperty('passwordHash');
    });

    it('keep the password when saved without one, and cannot log in before they have one', async () => {
      await people().saveStaff(full);
      expect(await people().staffByUsername('wang')).toBeUndefined();
      await people().saveStaff(full, 'hash');
      await people().saveStaff({ ...full, name: '新名' });
      expect(await people().staffByUsername('wang')).toMatchObject({ name: '新名', passwordHash: 'hash' });
    });

    it('lose fields that a later save does not have', async () => {
      await people().saveStaff(full);
      await people().saveStaff(aMember('tech-1'));
      expect(await people().staff('tech-1')).toStrictEqual(aMember('tech-1'));
      expect(await people().staffByWechat('wx-1')).toBeUndefined();
    });

    it('are listed by project and role in the order of ids', async () => {
      await people().saveStaff(aMember('tech-2', { projectIds: ['garden', 'tower'] }));
      await people().saveStaff(aMember('tech-1'));
      await people().saveStaff(aMember('disp-1', { role: 'dispatcher' }));
      const ids = async (filter: Parameters<ReturnType<typeof people>['listStaff']>[0]) =>
        (await people().listStaff(filter)).map(({ id }) => id);
      expect(await ids({})).toEqual(['disp-1', 'tech-1', 'tech-2']);
      expect(await ids({ projectId: 'tower' })).toEqual(['tech-2']);
      expect(await ids({ projectId: 'garden', role: 'technician' })).toEqual(['tech-1', 'tech-2']);
    });

    it.each(['phone', 'wechatId', 'username', 'invitationCode'] as const)('share no %s', async (field) => {
      await people().saveStaff(aMember('tech-1', { [field]: 'same' }));
      await expect(people().saveStaff(aMember('tech-2', { [field]: 'same' }))).rejects.toMatchObject({
        code: 'taken',
        field,
      });
      expect(await people().staff('tech-2')).toBeUndefined();
    });

    it('may lack addresses, all of them', async () => {
      await people().saveStaff(aMember('tech-1'));
      await people().saveStaff(aMember('tech-2'));
      expect(await people().listStaff({})).toHaveLength(2);
    });
  });

  describe('binding an account', () => {
    beforeEach(() => people().saveStaff(aMember('tech-1', { invitationCode: 'K7' })));

    it('uses the code up', async () => {
      expect(await people().bindStaff('K7', 'wx-1')).toStrictEqual(aMember('tech-1', { wechatId: 'wx-1' }));
      expect(await people().bindStaff('K7', 'wx-2')).toBeUndefined();
      expect((await people().staffByWechat('wx-1'))?.id).toBe('tech-1');
    });

    it('knows no other code', async () => {
      expect(await people().bindStaff('K8', 'wx-1')).toBeUndefined();
    });

    it('is done by one of many at the same moment', async () => {
      const bound = await Promise.all(Array.from({ length: 10 }, (_, i) => people().bindStaff('K7', `wx-${i}`)));
      expect(count(bound, undefined)).toBe(9);
    });

    it('is refused to an account that is already bound, and the code stays good', async () => {
      await people().saveStaff(aMember('tech-2', { wechatId: 'wx-2' }));
      expect(await people().bindStaff('K7', 'wx-2')).toBeUndefined();
      expect((await people().bindStaff('K7', 'wx-1'))?.id).toBe('tech-1');
    });
  });

  describe('residents', () => {
    it('come back as they were saved, by account or phone', async () => {
      const chen = aResident('res-1', {
        name: '陈女士',
        phones: ['+8613800000001'],
        wechatIds: ['wx-1', 'wx-2'],
        projectId: 'garden',
        home: { building: '3', room: '502' },
      });
      await people().saveResident(chen);
      expect(await people().resident('res-1')).toStrictEqual(chen);
      expect(await people().residentBy({ wechatId: 'wx-2' })).toStrictEqual(chen);
      expect(await people().residentBy({ phone: '+8613800000001' })).toStrictEqual(chen);
      expect(await people().residentBy({ wechatId: 'wx-9', phone: '+8613800000001' })).toStrictEqual(chen);
      expect(await people().resident('res-2')).toBeUndefined();
      expect(await people().residentBy({ wechatId: 'wx-9' })).toBeUndefined();
      expect(await people().residentBy({})).toBeUndefined();
    });

    it('are found by the account first where account and phone disagree', async () => {
      await people().saveResident(aResident('res-1', { phones: ['+8613800000001'] }));
      await people().saveResident(aResident('res-2', { wechatIds: ['wx-1'] }));
      expect((await people().residentBy({ wechatId: 'wx-1', phone: '+8613800000001' }))?.id).toBe('res-2');
    });

    it('are replaced as a whole', async () => {
      await people().saveResident(aResident('res-1', { name: '陈女士', wechatIds: ['wx-1'] }));
      await people().saveResident(aResident('res-1'));
      expect(await people().resident('res-1')).toStrictEqual(aResident('res-1'));
    });
  });
}
