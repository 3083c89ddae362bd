import type { Stores } from '../../../src/store/stores.js';
import { anEffect, at, change, count, sample } from './samples.js';

const ref = (ownerId: string, effectId: string) => ({ owner: 'ticket' as const, ownerId, effectId });
const times = <T>(n: number, make: (i: number) => T): T[] => Array.from({ length: n }, (_, i) => make(i));

/** The PostgreSQL under the comparison server gives up one of two inserts that wait for each other; MongoDB tries again by itself. */
async function againAfterDeadlock<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (!String(error).includes('deadlock detected')) throw error;
    return againAfterDeadlock(write);
  }
}

export function ticketContract(stores: () => Stores): void {
  describe('ticket numbers', () => {
    it('begin at W-1001 and go up by one', async () => {
      expect(await stores().tickets.nextId()).toBe('W-1001');
      expect(await stores().tickets.nextId()).toBe('W-1002');
    });

    it('are never given twice to callers at the same moment', async () => {
      const ids = await Promise.all(times(50, () => stores().tickets.nextId()));
      expect(new Set(ids).size).toBe(50);
    });
  });

  describe('a ticket', () => {
    it('comes back as it was given, with every field filled', async () => {
      const full = sample('W-1', {
        safety: 'gas',
        reportedBy: { role: 'dispatcher', id: 'disp-1', name: '林客服' },
        visitTime: { from: at(60), to: null },
        promisedTime: { from: at(60), to: at(120) },
        assigneeId: 'tech-1',
        offeredTo: 'tech-2',
        offers: [{ technicianId: 'tech-1', at: at(1), reasons: ['near'], outcome: 'accepted' }],
        alarmedIds: ['tech-3'],
        clocks: { arrive: at(30) },
        stoppedClocks: { complete: 12.5 },
        breaches: [{ clock: 'accept', at: at(9) }],
        arrivedAt: at(10),
        completedAt: at(20),
        closedAt: at(30),
        record: { work: '换角阀', materials: [{ name: '角阀', qty: 1, unit: '个', price: 15 }], cost: 15 },
        survey: { overall: 5, comment: '$很好.', at: at(40) },
        media: ['m-1'],
        transcript: [{ at: at(0), from: 'resident', text: '马桶堵了' }],
        history: change(sample('W-1')).history.map((entry) => ({
          ...entry,
          from: null,
          detail: { visit: at(5), empty: {} },
        })),
        effects: [
          anEffect('W-1-1-0', {
            work: {
              kind: 'message',
              to: { personId: 'res-1', role: 'resident', phone: '+8613800000001', locale: 'en' },
              text: { key: 'resident.received', params: {} },
            },
            dueAt: at(7),
          }),
        ],
        needsAttention: '短信没有发出',
      });
      await stores().tickets.insert(full);
      expect(await stores().tickets.get('W-1')).toStrictEqual(full);
    });

    it('keeps missing fields missing and null fields null', async () => {
      await stores().tickets.insert(sample('W-1', { assigneeId: undefined, visitTime: { from: at(0), to: null } }));
      const found = await stores().tickets.get('W-1');
      expect(found).not.toHaveProperty('assigneeId');
      expect(found).not.toHaveProperty('__v');
      expect(found?.visitTime?.to).toBeNull();
      expect(found?.clocks).toStrictEqual({});
    });

    it('is not shared with the caller', async () => {
      const given = sample('W-1');
      await stores().tickets.insert(given);
      given.media.push('later');
      (await stores().tickets.get('W-1'))?.media.push('later');
      expect((await stores().tickets.get('W-1'))?.media).toEqual([]);
    });

    it('is unknown under another number', async () => {
      expect(await stores().tickets.get('W-9')).toBeUndefined();
    });

    it('is found by its origin', async () => {
      await stores().tickets.insert(sample('W-1'));
      expect((await stores().tickets.findByOrigin('origin-W-1'))?.id).toBe('W-1');
      expect(await stores().tickets.findByOrigin('origin-W-2')).toBeUndefined();
    });

    it('is saved once per origin', async () => {
      expect(await stores().tickets.insert(sample('W-1', { origin: 'turn-1' }))).toBe('inserted');
      expect(await stores().tickets.insert(sample('W-2', { origin: 'turn-1' }))).toBe('duplicate');
      expect(await stores().tickets.get('W-2')).toBeUndefined();
    });

    it('is saved once per origin even when several try at the same moment', async () => {
      const outcomes = await Promise.all(
        times(5, (i) => againAfterDeadlock(() => stores().tickets.insert(sample(`W-${i}`, { origin: 'turn-1' })))),
      );
      expect(count(outcomes, 'inserted')).toBe(1);
      expect(count(outcomes, 'duplicate')).toBe(4);
    });

    it('throws where the number itself is taken', async () => {
      await stores().tickets.insert(sample('W-1'));
      await expect(stores().tickets.insert(sample('W-1', { origin: 'other' }))).rejects.toThrow();
    });
  });

  describe('a change', () => {
    it('saves state, fields, history and effects together', async () => {
      const before = sample('W-1');
      await stores().tickets.insert(before);
      const effects = [anEffect('W-1-2-0'), anEffect('W-1-2-1')];
      const made = change(before, { state: 'offered', offeredTo: 'tech-1', clocks: { accept: at(15) } }, { effects });
      expect(await stores().tickets.save(made)).toBe(true);
      expect(await stores().tickets.get('W-1')).toStrictEqual({ ...made.after, history: made.history, effects });
    });

    it('removes fields that the ticket no longer has', async () => {
      const before = sample('W-1', { assigneeId: 'tech-1', promisedTime: { from: at(1), to: null } });
      await stores().tickets.insert(before);
      await stores().tickets.save(change(before, { assigneeId: undefined, promisedTime: undefined }));
      const found = await stores().tickets.get('W-1');
      expect(found).not.toHaveProperty('assigneeId');
      expect(found).not.toHaveProperty('promisedTime');
    });

    it('is refused where somebody acted first, and saves nothing then', async () => {
      const before = sample('W-1');
      await stores().tickets.insert(before);
      expect(await stores().tickets.save(change(before, { state: 'confirmed' }))).toBe(true);
      const late = change(before, { state: 'cancelled' }, { effects: [anEffect('W-1-2-9')] });
      expect(await stores().tickets.save(late)).toBe(false);
      const found = await stores().tickets.get('W-1');
      expect(found).toMatchObject({ state: 'confirmed', version: 2, effects: [] });
      expect(found?.history).toHaveLength(1);
    });

    it('is refused for an unknown ticket', async () => {
      expect(await stores().tickets.save(change(sample('W-9')))).toBe(false);
    });

    it('has one winner among a hundred at the same moment', async () => {
      const before = sample('W-1');
      await stores().tickets.insert(before);
      const outcomes = await Promise.all(
        times(100, (i) =>
          stores().tickets.save(change(before, { priority: i }, { effects: [anEffect(`W-1-2-${i}`)] })),
        ),
      );
      expect(count(outcomes, true)).toBe(1);
      const found = await stores().tickets.get('W-1');
      expect(found?.version).toBe(2);
      expect(found?.effects.map(({ id }) => id)).toEqual([`W-1-2-${outcomes.indexOf(true)}`]);
    });

    it('must carry the next version', async () => {
      const before = sample('W-1');
      await stores().tickets.insert(before);
      await expect(stores().tickets.save(change(before, { version: 1 }))).rejects.toThrow(RangeError);
    });

    it('does not overwrite marks of effects set since the ticket was loaded', async () => {
      const before = sample('W-1', { effects: [anEffect('W-1-1-0')] });
      await stores().tickets.insert(before);
      await stores().effects.updateEffect(ref('W-1', 'W-1-1-0'), { from: ['pending'] }, { status: 'relayed' });
      expect(await stores().tickets.save(change(before, {}, { effects: [anEffect('W-1-2-0')] }))).toBe(true);
      const found = await stores().tickets.get('W-1');
      expect(found?.effects.map(({ id, status }) => [id, status])).toEqual([
        ['W-1-1-0', 'relayed'],
        ['W-1-2-0', 'pending'],
      ]);
    });

    it('settles the effect that it carries out, beside new effects', async () => {
      const before = sample('W-1', { effects: [anEffect('W-1-1-0'), anEffect('W-1-1-1'), anEffect('W-1-1-2')] });
      await stores().tickets.insert(before);
      await stores().effects.updateEffect(
        ref('W-1', 'W-1-1-1'),
        { from: ['pending'] },
        { status: 'relayed', attempt: 1 },
      );
      const made = change(before, {}, { effects: [anEffect('W-1-2-0')], settles: 'W-1-1-1' });
      expect(await stores().tickets.save(made)).toBe(true);
      const found = await stores().tickets.get('W-1');
      expect(found?.effects.map(({ status }) => status)).toEqual(['pending', 'done', 'pending', 'pending']);
      expect(found?.effects[1]?.attempt).toBe(1);
    });

    it('settles nothing where it is refused', async () => {
      const before = sample('W-1', { effects: [anEffect('W-1-1-0')] });
      await stores().tickets.insert(before);
      await stores().tickets.save(change(before));
      expect(await stores().tickets.save(change(before, {}, { settles: 'W-1-1-0' }))).toBe(false);
      expect((await stores().tickets.get('W-1'))?.effects[0]?.status).toBe('pending');
    });

    it('may not settle an effect that the ticket does not have', async () => {
      const before = sample('W-1');
      await stores().tickets.insert(before);
      await expect(stores().tickets.save(change(before, {}, { settles: 'W-7-1-0' }))).rejects.toThrow(RangeError);
    });

    it('follows upon the change before it', async () => {
      const first = sample('W-1');
      await stores().tickets.insert(first);
      await stores().tickets.save(change(first, { priority: 1 }, { effects: [anEffect('W-1-2-0')] }));
      const second = (await stores().tickets.get('W-1'))!;
      await stores().tickets.save(
        change(second, { priority: 2 }, { effects: [anEffect('W-1-3-0')], settles: 'W-1-2-0' }),
      );
      const found = await stores().tickets.get('W-1');
      expect(found).toMatchObject({ version: 3, priority: 2 });
      expect(found?.history.map(({ key }) => key)).toEqual(['key-2', 'key-3']);
      expect(found?.effects.map(({ status }) => status)).toEqual(['done', 'pending']);
    });
  });

  describe('attention', () => {
    it('is set and cleared without a new version', async () => {
      await stores().tickets.insert(sample('W-1'));
      await stores().tickets.setAttention('W-1', '短信没有发出');
      expect(await stores().tickets.get('W-1')).toMatchObject({ needsAttention: '短信没有发出', version: 1 });
      await stores().tickets.setAttention('W-1', undefined);
      expect(await stores().tickets.get('W-1')).not.toHaveProperty('needsAttention');
    });

    it('survives a change decided before it was set', async () => {
      const before = sample('W-1');
      await stores().tickets.insert(before);
      await stores().tickets.setAttention('W-1', '短信没有发出');
      expect(await stores().tickets.save(change(before, { priority: 1 }))).toBe(true);
      expect((await stores().tickets.get('W-1'))?.needsAttention).toBe('短信没有发出');
    });
  });
}
