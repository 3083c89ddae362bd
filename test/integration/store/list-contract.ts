import type { Ticket } from '../../../src/domain/ticket.js';
import type { TicketFilter } from '../../../src/ports.js';
import type { Stores } from '../../../src/store/stores.js';
import { at, sample } from './samples.js';

export function listContract(stores: () => Stores): void {
  const insertAll = async (tickets: Ticket[]) => {
    for (const ticket of tickets) await stores().tickets.insert(ticket);
  };
  const idsOf = async (filter: TicketFilter) =>
    (await stores().tickets.list(filter, { limit: 50 })).tickets.map(({ id }) => id);

  const pages = async (limit: number) => {
    const found: string[][] = [];
    let cursor: string | undefined;
    do {
      const page = await stores().tickets.list({}, { limit, ...(cursor && { cursor }) });
      found.push(page.tickets.map(({ id }) => id));
      cursor = page.nextCursor;
    } while (cursor && found.length < 20);
    return found;
  };

  describe('a list of tickets', () => {
    it('is newest first, and by number where made at the same moment', async () => {
      await insertAll([sample('W-1'), sample('W-2'), sample('W-3', { createdAt: at(5) })]);
      expect(await idsOf({})).toEqual(['W-3', 'W-2', 'W-1']);
    });

    it('is paged without gap or repetition, also within one moment', async () => {
      await insertAll([1, 2, 3, 4, 5].map((n) => sample(`W-${n}`, { createdAt: at(n === 5 ? 1 : 0) })));
      expect(await pages(2)).toEqual([['W-5', 'W-4'], ['W-3', 'W-2'], ['W-1']]);
    });

    it('ends without a cursor when the last page is full', async () => {
      await insertAll([sample('W-1'), sample('W-2')]);
      expect(await pages(2)).toEqual([['W-2', 'W-1']]);
    });

    it('goes on from a cursor although newer tickets came in between', async () => {
      await insertAll([sample('W-1'), sample('W-2', { createdAt: at(1) })]);
      const { nextCursor } = await stores().tickets.list({}, { limit: 1 });
      await insertAll([sample('W-3', { createdAt: at(2) })]);
      const rest = await stores().tickets.list({}, { limit: 5, cursor: nextCursor ?? '' });
      expect(rest.tickets.map(({ id }) => id)).toEqual(['W-1']);
    });

    it.each([
      '',
      'x',
      'WzEsMl0',
      '!!!!',
      Buffer.from('[1]').toString('base64url'),
      Buffer.from('{}').toString('base64url'),
    ])('refuses the cursor %p by a typed error', async (cursor) => {
      await expect(stores().tickets.list({}, { limit: 5, cursor })).rejects.toMatchObject({ code: 'invalid_cursor' });
    });

    it('filters by each field', async () => {
      await insertAll([
        sample('W-1', {
          urgency: 'high',
          category: 'lift',
          assigneeId: 'tech-1',
          projectId: 'tower',
          state: 'accepted',
        }),
        sample('W-2', {
          offeredTo: 'tech-2',
          state: 'offered',
          resident: { personId: 'res-2', role: 'resident', locale: 'en' },
        }),
      ]);
      expect(await idsOf({ urgency: 'high' })).toEqual(['W-1']);
      expect(await idsOf({ category: 'lift' })).toEqual(['W-1']);
      expect(await idsOf({ assigneeId: 'tech-1' })).toEqual(['W-1']);
      expect(await idsOf({ offeredTo: 'tech-2' })).toEqual(['W-2']);
      expect(await idsOf({ residentId: 'res-2' })).toEqual(['W-2']);
      expect(await idsOf({ projectId: 'tower' })).toEqual(['W-1']);
      expect(await idsOf({ projectId: ['tower', 'garden'] })).toEqual(['W-2', 'W-1']);
      expect(await idsOf({ projectId: [] })).toEqual([]);
      expect(await idsOf({ state: ['offered', 'closed'] })).toEqual(['W-2']);
      expect(await idsOf({ state: ['offered'], urgency: 'high' })).toEqual([]);
      expect(await idsOf({ urgency: undefined, text: undefined })).toEqual(['W-2', 'W-1']);
    });

    it('filters by time of creation, the end excluded', async () => {
      await insertAll([1, 2, 3].map((n) => sample(`W-${n}`, { createdAt: at(n) })));
      expect(await idsOf({ createdFrom: at(2) })).toEqual(['W-3', 'W-2']);
      expect(await idsOf({ createdTo: at(2) })).toEqual(['W-1']);
      expect(await idsOf({ createdFrom: at(2), createdTo: at(3) })).toEqual(['W-2']);
    });

    it('finds text in number or description, whatever the case, and takes signs literally', async () => {
      await insertAll([sample('W-1', { description: 'Tap (kitchen) leaks. 50%' }), sample('W-2')]);
      expect(await idsOf({ text: 'w-1' })).toEqual(['W-1']);
      expect(await idsOf({ text: 'KITCHEN) leaks.' })).toEqual(['W-1']);
      expect(await idsOf({ text: '马桶' })).toEqual(['W-2']);
      expect(await idsOf({ text: '.*' })).toEqual([]);
    });

    it('filters and pages together', async () => {
      await insertAll([1, 2, 3, 4].map((n) => sample(`W-${n}`, { urgency: n % 2 ? 'high' : 'low' })));
      const first = await stores().tickets.list({ urgency: 'high', text: 'w' }, { limit: 1 });
      const second = await stores().tickets.list(
        { urgency: 'high', text: 'w' },
        { limit: 1, cursor: first.nextCursor ?? '' },
      );
      expect([first, second].map(({ tickets }) => tickets[0]?.id)).toEqual(['W-3', 'W-1']);
      expect(second.nextCursor).toBeUndefined();
    });
  });

  describe('loads of technicians', () => {
    it('count tickets held and offered that still need work', async () => {
      await insertAll([
        sample('W-1', { state: 'accepted', assigneeId: 'tech-1' }),
        sample('W-2', { state: 'offered', offeredTo: 'tech-1' }),
        sample('W-3', { state: 'working', assigneeId: 'tech-2', offeredTo: 'tech-2' }),
        sample('W-4', { state: 'completed', assigneeId: 'tech-1' }),
        sample('W-5', { state: 'closed', assigneeId: 'tech-1' }),
        sample('W-6', { state: 'on_hold', assigneeId: 'tech-9' }),
      ]);
      const loads = await stores().tickets.loads(['tech-1', 'tech-2', 'tech-3']);
      expect(Object.fromEntries(loads)).toEqual({ 'tech-1': 2, 'tech-2': 1, 'tech-3': 0 });
    });

    it('are empty where nobody is asked for', async () => {
      expect((await stores().tickets.loads([])).size).toBe(0);
    });
  });
}
