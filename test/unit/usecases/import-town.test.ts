import { readFileSync } from 'node:fs';
import { importTown, townSchema } from '../../../src/usecases/import-town.js';
import { isPassword } from '../../../src/usecases/password.js';
import { memoryStores } from '../../support/memory-stores.js';

/** The file that docs/first-steps.md shows. */
const example = () => JSON.parse(/```json\n([\s\S]*?)```/.exec(readFileSync('docs/first-steps.md', 'utf8'))?.[1] ?? '');

describe('1 importing a site', () => {
  it('takes the file of the documentation and gives each manager a password, each technician a code', async () => {
    const { people } = memoryStores();
    const { logins, invitations } = await importTown({ people }, townSchema.parse(example()));
    expect(invitations.map(({ name }) => name)).toEqual(['李师傅']);
    expect((await people.staff('li'))?.invitationCode).toBe(invitations[0]?.code);
    const manager = await people.staffByUsername('wang');
    expect(await isPassword(logins[0]!.password, manager!.passwordHash)).toBe(true);
    expect((await people.projectByHotline('+861080000101'))?.id).toBe('east-garden');
  });

  it('changes neither password nor binding when it is imported again', async () => {
    const { people } = memoryStores();
    const town = townSchema.parse(example());
    const first = await importTown({ people }, town);
    await people.bindStaff(first.invitations[0]!.code, 'wx-li');
    const second = await importTown({ people }, town);
    expect(second).toEqual({ logins: [], invitations: [] });
    expect((await people.staff('li'))?.wechatId).toBe('wx-li');
    const manager = await people.staffByUsername('wang');
    expect(await isPassword(first.logins[0]!.password, manager!.passwordHash)).toBe(true);
  });

  it("keeps a project's lexicon where the file names none, and replaces it where it names one", async () => {
    const { people } = memoryStores();
    const lexicon = async () => (await people.project('east-garden'))?.lexicon;
    const town = townSchema.parse(example());
    await importTown({ people }, town);
    expect(await people.project('east-garden')).not.toHaveProperty('lexicon');
    await people.saveProject({ ...town.projects[0]!, lexicon: '地点 银杏广场' });
    await importTown({ people }, town);
    expect(await lexicon()).toBe('地点 银杏广场');
    await importTown({ people }, { ...town, projects: [{ ...town.projects[0]!, lexicon: '地点 小瀛洲' }] });
    expect(await lexicon()).toBe('地点 小瀛洲');
    await importTown({ people }, { ...town, projects: [{ ...town.projects[0]!, lexicon: '' }] });
    expect(await lexicon()).toBe('');
  });

  it.each([
    ['an unknown field', (town: ReturnType<typeof example>) => ({ ...town, extra: 1 }), ''],
    [
      'a project that is not there',
      (town) => ({ ...town, staff: [{ ...town.staff[0], projectIds: ['west'] }] }),
      'staff.0.projectIds',
    ],
    ['an unknown skill', (town) => ({ ...town, staff: [{ ...town.staff[0], skills: ['magic'] }] }), 'staff.0.skills.0'],
    [
      'an unknown time zone',
      (town) => ({
        ...town,
        projects: [{ ...town.projects[0], calendar: { timezone: 'Mars', days: 'everyday', hours: [] } }],
      }),
      'projects.0.calendar.timezone',
    ],
  ] as [string, (town: ReturnType<typeof example>) => unknown, string][])(
    'refuses %s and says where',
    (_, broken, path) => {
      const parsed = townSchema.safeParse(broken(example()));
      expect(parsed.error?.issues.map((issue) => issue.path.join('.'))).toContain(path);
    },
  );
});
