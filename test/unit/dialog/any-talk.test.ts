import fc from 'fast-check';
import type { Turn } from '../../../src/domain/conversation.js';
import { PROMPTS } from '../../../src/domain/effects.js';
import { aWorld, SPEAKERS, type Speaker, type World } from '../flows/world.js';

/** Things people say, mixed with noise: every flow is entered and left in odd places. */
const SAID = [
  '马桶堵了',
  '3栋2单元502',
  '3栋',
  '明天下午三点',
  '13900001234',
  '跳过',
  '确认',
  '不对,是503',
  '是',
  '不用',
  '1',
  '2',
  '3',
  '0',
  '9',
  '返回',
  '取消',
  '重新来',
  '转人工',
  '帮助',
  '查进度',
  '催一下',
  '改到后天上午',
  '撤单',
  '家里有很浓的煤气味',
  '水管爆了',
  '谢谢',
  '我要投诉',
  'English',
  '中文',
  '对了客厅的灯也不亮了',
  '厕所堵了,另外客厅灯也不亮',
  '接单 明天下午3点',
  '去不了',
  '到了',
  '开始',
  '缺件挂起',
  '完成',
  '完成 换角阀1个15元',
  '转给李师傅',
  '转单',
  '我的单',
  '没解决',
  '修好了',
  '5',
  '5 4 5',
  '非常满意',
  'SM-AB12CD',
  'kitchen pipe leaking',
  '没有了',
  '{ticket}[x]',
  '$where',
];

const aText = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...SAID) },
  fc.string({ maxLength: 30 }),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
);

const anInput: fc.Arbitrary<Turn['input']> = fc.oneof(
  { weight: 8, arbitrary: aText.map((text) => ({ kind: 'text' as const, text, isSpeech: false })) },
  fc.constantFrom('1', '2', '3', '0', '*', '#', '13900001234').map((digits) => ({ kind: 'digits' as const, digits })),
  fc.constant({ kind: 'media' as const, media: { id: 'm-1', kind: 'image' as const } }),
  fc.constantFrom('silence' as const, 'start' as const, 'unreached' as const).map((kind) => ({ kind })),
);
const aPrompt = fc.record({
  kind: fc.constant('prompt' as const),
  prompt: fc.constantFrom(...PROMPTS),
  ticketId: fc.constantFrom('W-1001', 'W-1002', 'W-9'),
  attempt: fc.constant(0),
});
const aTurn = fc.oneof({ weight: 9, arbitrary: anInput }, { weight: 1, arbitrary: aPrompt });
const aSpeaker = fc.constantFrom(...(Object.keys(SPEAKERS) as Speaker[]));

const flowsOf = async (world: World, speaker: Speaker) =>
  (await world.stores.conversations.get(world.conversationOf(speaker)))?.flows ?? [];

/** Turns that failed would have been counted. */
async function failuresOf(world: World, turns: string[]): Promise<number> {
  const counts = await Promise.all(turns.map(async (id) => (await world.stores.inbox.countFailure(id)) - 1));
  return counts.reduce((sum, count) => sum + count, 0);
}

describe('any talk', () => {
  it('never fails, always answers, and comes to an end', async () => {
    await fc.assert(
      fc.asyncProperty(aSpeaker, fc.array(aTurn, { maxLength: 14 }), async (speaker, turns) => {
        const world = await aWorld();
        await world.turn('住户', { kind: 'text', text: '3栋2单元502马桶堵了,随时来', isSpeech: false });
        await world.turn('住户', { kind: 'text', text: '1', isSpeech: false });
        await world.dispatch('W-1001');
        for (const [n, input] of turns.entries()) {
          const reply = await world.turn(speaker, input, `any-${n}`);
          if (input.kind !== 'prompt') expect(reply?.say.length).toBeGreaterThan(0);
          if (reply) expect(await world.read(speaker, reply)).not.toMatch(/undefined|NaN|Invalid|\[object/);
        }
        expect(
          await failuresOf(
            world,
            turns.map((_, n) => `any-${n}`),
          ),
        ).toBe(0);
        if (SPEAKERS[speaker].channel === 'phone') await world.turn(speaker, { kind: 'hangup' }, 'any-end');
        else await world.wait(speaker, 20 * 24 * 60);
        expect(await failuresOf(world, ['any-end'])).toBeLessThanOrEqual(0);
        expect(await flowsOf(world, speaker)).toEqual([]);
      }),
      { numRuns: 120 },
    );
  });
});
