import { sendDigest } from '../../../src/usecases/send-digest.js';
import { aDispatcher, aTicket, TUESDAY_TEN } from '../../support/builders.js';
import { aService, type Service } from './harness.js';

const timezone = 'Asia/Shanghai';
const chat = 'wechat-wx-disp-1';
const hours = (n: number) => new Date(TUESDAY_TEN.getTime() + n * 3_600_000);

const insert = ({ deps }: Service, id: string, over: Parameters<typeof aTicket>[0]) =>
  deps.tickets.insert(aTicket({ id, origin: id, clocks: {}, ...over }));

describe('the daily digest', () => {
  let service: Service;
  beforeEach(async () => {
    service = await aService();
    await insert(service, 'W-1', { state: 'working', clocks: { complete: hours(-1) } });
    await insert(service, 'W-2', { state: 'confirmed', clocks: { arrive: hours(1) } });
    await insert(service, 'W-3', { state: 'closed', completedAt: hours(-5) });
    await insert(service, 'W-4', { state: 'closed', completedAt: hours(-30) });
    await insert(service, 'W-6', { state: 'on_hold', createdAt: hours(-24 * 90) });
    await insert(service, 'W-5', { state: 'working', projectId: 'elsewhere' });
  });

  it('counts the dispatcher’s projects and names what is overdue', async () => {
    expect(await sendDigest(service.deps, { timezone })).toBe('done');
    const [effect] = (await service.deps.conversations.get(chat))?.effects ?? [];
    expect(effect).toMatchObject({
      id: 'digest-2026-03-10-disp-1',
      status: 'pending',
      work: {
        to: { personId: 'disp-1' },
        text: {
          key: 'desk.digest',
          params: { open: 3, overdue: 1, waiting: 1, completed: 1, lines: 'W-1 3栋2单元502' },
        },
      },
    });
    expect(service.kicked).toEqual([chat]);
  });

  it('comes once a day', async () => {
    await sendDigest(service.deps, { timezone });
    expect(await sendDigest(service.deps, { timezone })).toBe('skipped');
    service.deps.clock.advance(24 * 60);
    expect(await sendDigest(service.deps, { timezone })).toBe('done');
    expect((await service.deps.conversations.get(chat))?.effects).toHaveLength(2);
  });

  it('does not come twice to those it reached before a crash', async () => {
    const { deps } = service;
    const set = async () => {
      throw new Error('killed');
    };
    await expect(sendDigest({ ...deps, settings: { ...deps.settings, set } }, { timezone })).rejects.toThrow('killed');
    await sendDigest(deps, { timezone });
    expect((await deps.conversations.get(chat))?.effects).toHaveLength(1);
  });

  it('leaves out dispatchers who are inactive or cannot be reached', async () => {
    const { deps } = service;
    await deps.people.saveStaff(aDispatcher({ isActive: false }));
    await deps.people.saveStaff(aDispatcher({ id: 'disp-2', wechatId: undefined, phone: undefined, username: 'd2' }));
    await sendDigest(deps, { timezone });
    expect(service.kicked).toEqual([]);
  });
});
