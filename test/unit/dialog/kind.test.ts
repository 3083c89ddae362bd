import { accept } from '../../../bots/dialog/accept/index.js';
import { hear, type Words } from '../../../bots/dialog/hear.js';
import { chooseKind } from '../../../bots/dialog/operations/kinds.js';
import type { Scene } from '../../../bots/dialog/operations/operation.js';
import { problemSlots } from '../../../bots/dialog/report-slots.js';
import type { Understood } from '../../../bots/understanding/index.js';
import type { Category } from '../../../src/domain/categories.js';
import { aTalk } from './talk.js';

const context = aTalk();

/** What somebody said, with what understanding is supposed to make of it. */
function said(text: string, over: Partial<Understood> = {}, sure = 0.95): Words {
  const heard = hear({ input: { kind: 'text', text, isSpeech: false } } as Parameters<typeof hear>[0], context);
  if (heard.kind !== 'words') throw new Error('these are words');
  const understood: Understood = {
    intent: 'report',
    category: 'other',
    urgency: 'normal',
    ...over,
    confidence: { intent: 0.95, category: sure, urgency: 0.9 },
  };
  return { ...heard, understood };
}

const answer = (words: Words) =>
  accept('kind', words, { slots: { what: '那个坏了', category: 'electrical' }, save: undefined, context });

describe('the question for the kind', () => {
  const ask = async (alternatives?: Category[]) =>
    chooseKind({} as never, alternatives ? { alternatives } : {}, {} as Scene);

  it('offers the likeliest, and the rest at the end', async () => {
    const { result, slots } = await ask(['plumbing', 'other', 'electrical']);
    expect(result).toBe('several');
    expect(slots).toMatchObject({ kinds: [{ id: 'plumbing' }, { id: 'electrical' }, { id: 'other' }] });
  });

  it('forgets the doubt, so that nobody is asked twice', async () => {
    expect((await ask(['plumbing', 'other', 'electrical'])).slots).toHaveProperty('alternatives', undefined);
  });

  it.each([[undefined], [[]], [['other' as const]]])(
    'is not put where there is nothing to choose from: %j',
    async (a) => {
      expect((await ask(a)).result).toBe('known');
    },
  );
});

describe('a doubt about the kind', () => {
  const alternatives: Category[] = ['plumbing', 'drainage'];
  const doubtOf = (words: Words) => problemSlots(words, {}, context).alternatives;

  it('is noted below the threshold', () => {
    expect(doubtOf(said('厨房那个坏了', { category: 'plumbing', alternatives }, 0.59))).toEqual(alternatives);
  });

  it('is none above it, nor in an emergency', () => {
    expect(doubtOf(said('水管坏了', { category: 'plumbing', alternatives }, 0.6))).toBeUndefined();
    const urgent = { category: 'plumbing', urgency: 'emergency', alternatives } as const;
    expect(doubtOf(said('喷出来了', { ...urgent, alternatives }, 0.3))).toBeUndefined();
  });
});

describe('the answer to the question for the kind', () => {
  it.each([
    ['水管', 'plumbing'],
    ['是水管的问题', 'plumbing'],
    ['应该是空调吧', 'hvac'],
    ['就是网络的', 'network_intercom'],
    ['其他', 'other'],
    ['都不是', 'other'],
    ['None of these', 'other'],
    ['It’s the lift', 'lift'],
    ["it's plumbing", 'plumbing'],
    ['An appliance', 'appliance'],
    ['noise', 'noise'],
  ])('%s names %s, and the description stays', (text, category) => {
    expect(answer(said(text))).toEqual({ patch: { category } });
  });

  it('takes a short word by what it means', () => {
    expect(answer(said('电', { category: 'electrical' }))).toEqual({ patch: { category: 'electrical' } });
  });

  it('takes a clear sentence for the new description', () => {
    expect(answer(said('厨房水龙头漏水', { category: 'plumbing', urgency: 'high' }))?.patch).toMatchObject({
      what: '厨房水龙头漏水',
      category: 'plumbing',
      urgency: 'high',
    });
  });

  it('goes on with the first guess where it is unclear again, and keeps what else was said', () => {
    expect(answer(said('我也说不上来', { category: 'drainage' }, 0.4))).toEqual({ patch: {} });
    const location = { building: '3', room: '502' };
    expect(answer(said('3栋502', { intent: 'other', location }))?.patch).toMatchObject({ location });
  });

  it('does not hold back who wants something else', () => {
    expect(answer(said('我的单子到哪了', { intent: 'status' }))).toBeUndefined();
  });
});
