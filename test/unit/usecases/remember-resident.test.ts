import type { Resident } from '../../../src/domain/people.js';
import { type Remember, rememberResident } from '../../../src/usecases/remember-resident.js';
import { memoryStores } from '../../support/memory-stores.js';

const neighbour: Resident = {
  id: 'res-neighbour',
  name: '罗阿姨',
  phones: ['+8613800000003'],
  wechatIds: ['wx-neighbour'],
  projectId: 'garden',
  home: { building: '1', room: '101' },
  locale: 'zh-CN',
};

async function aTown() {
  const { people } = memoryStores();
  await people.saveResident(neighbour);
  const remember = (over: Partial<Remember>) =>
    rememberResident({ people }, { from: {}, key: 'turn-1', locale: 'zh-CN', ...over });
  return { people, remember };
}

describe('3.1.2 remembering residents', () => {
  it('makes the next report shorter: account, number and home', async () => {
    const { people, remember } = await aTown();
    await remember({
      from: { wechatId: 'wx-new' },
      phone: '+8613900000001',
      projectId: 'garden',
      location: { building: '2', room: '301' },
    });
    expect(await people.residentBy({ wechatId: 'wx-new' })).toMatchObject({
      phones: ['+8613900000001'],
      projectId: 'garden',
      home: { building: '2', room: '301' },
    });
  });

  it('keeps a home when the next report is about a public area', async () => {
    const { remember } = await aTown();
    const from = { phone: '+8613900000001' };
    await remember({ from, projectId: 'garden', location: { building: '2', room: '301' } });
    expect((await remember({ from, location: {} })).home).toEqual({ building: '2', room: '301' });
  });

  it("gives nobody a neighbour's account who only says the neighbour's number", async () => {
    const { people, remember } = await aTown();
    const stranger = await remember({
      from: { wechatId: 'wx-stranger' },
      phone: '+8613800000003',
      location: { building: '9', room: '901' },
    });
    expect(stranger.id).not.toBe('res-neighbour');
    expect(stranger.phones).toEqual([]);
    expect(await people.residentBy({ phone: '+8613800000003' })).toEqual(neighbour);
  });

  it('tells callers with a withheld number apart', async () => {
    const { people, remember } = await aTown();
    const first = await remember({ key: 'call-1-3', location: { building: '5', room: '501' } });
    const second = await remember({
      key: 'call-2-3',
      phone: '+8613800000003',
      location: { building: '6', room: '601' },
    });
    expect(first.id).not.toBe(second.id);
    expect(await people.resident('res-neighbour')).toEqual(neighbour);
  });

  it('makes one resident of two first reports at once', async () => {
    const { remember } = await aTown();
    const from = { phone: '+8613900000001' };
    const [a, b] = await Promise.all([remember({ from, key: 'a' }), remember({ from, key: 'b' })]);
    expect(a.id).toBe(b.id);
  });
});
