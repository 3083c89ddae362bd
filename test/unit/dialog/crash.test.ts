import { createConversations } from '../../../bots/dialog/handle-turn.js';
import type { Turn } from '../../../src/domain/conversation.js';
import { quietLog } from '../../support/builders.js';
import { play } from '../flows/play.js';
import { DISPATCHED } from '../flows/scenes.js';
import { aWorld, SPEAKERS, type Speaker, type World } from '../flows/world.js';

/** Ends everything, as a kill does: no code of ours may catch it and go on. */
class Killed extends Error {}

type Line = readonly [Speaker, Turn['input'] | string];
const PRESS = (digits: string): Turn['input'] => ({ kind: 'digits', digits });

const SCENES: Record<string, { before?: string; lines: Line[] }> = {
  'a report of two problems': {
    lines: [
      ['新人', '厕所堵了,另外客厅灯也不亮,3栋2单元601,明天上午,13900001234'],
      ['新人', '1'],
      ['新人', '1'],
      ['新人', '1'],
    ],
  },
  'an emergency of a stranger': {
    lines: [
      ['新人', '家里有很浓的煤气味'],
      ['新人', 'A座1203'],
      ['新人', '13900001234'],
    ],
  },
  'a technician’s visit': {
    before: DISPATCHED,
    lines: [
      ['师傅', '接单 今天下午3点'],
      ['师傅', '缺件挂起'],
      ['师傅', '完成 换角阀1个15元'],
      ['住户', '催一下'],
    ],
  },
  'an offer declined': {
    before: DISPATCHED,
    lines: [
      ['师傅', '去不了,在外面'],
      ['住户', '撤单'],
      ['住户', '是'],
    ],
  },
  'an acceptance beside other work': {
    before: `${DISPATCHED}
      师傅: 接单 今天下午3点
      住户: 客厅灯不亮了,随时来
      住户: 1
      派单: W-1002
      李师傅: 不接
      派单: W-1002`,
    lines: [
      ['师傅', '接单 今天下午5点'],
      ['师傅', 'W-1002到了'],
    ],
  },
  'a call cut off': {
    lines: [
      ['陌生电话', { kind: 'start' }],
      ['陌生电话', '3栋2单元601水管漏水'],
      ['陌生电话', PRESS('0')],
      ['陌生电话', { kind: 'unreached' }],
      ['陌生电话', { kind: 'hangup' }],
    ],
  },
};

const toTurn = (world: World, [speaker, said]: Line, n: number): Turn => ({
  id: `turn-${n}`,
  conversation: world.conversationOf(speaker),
  channel: SPEAKERS[speaker].channel,
  from: SPEAKERS[speaker].from,
  at: new Date(world.clock.now().getTime() + n * 1000),
  input: typeof said === 'string' ? { kind: 'text', text: said, isSpeech: false } : said,
});

/** What is left in the end, without the clock's part. */
async function result(world: World, speakers: Speaker[]) {
  const tickets = await world.tickets();
  const conversations = await Promise.all(
    speakers.map((speaker) => world.stores.conversations.get(world.conversationOf(speaker))),
  );
  return comparable(
    { tickets, conversations },
    tickets.map(({ id }) => id),
  );
}

/**
 * Without what may differ: a number that was drawn and not used leaves a gap, and whoever was a stranger before the crash
 * may be known by name after it.
 */
function comparable(left: object, ids: string[]): unknown {
  const text = JSON.stringify(left, (key, value) => (key === 'to' || key === 'routes' ? undefined : value));
  return JSON.parse(ids.reduce((all, id, n) => all.replaceAll(id, `ticket ${n + 1}`), text));
}

/** Plays a scene; the process dies at the n-th fault point, and another one takes over. */
async function playWith(name: string, dieAt: number) {
  const scene = SCENES[name]!;
  const world = await aWorld();
  await play(scene.before ?? '', world);
  let hits = 0;
  const passed: string[] = [];
  const deps = {
    ...world.stores,
    clock: world.clock,
    log: quietLog,
    relay: { kick: async () => undefined },
    pause: async () => undefined,
  };
  // The dead do not count failures: the turn simply stays where it is.
  const inbox = {
    ...deps.inbox,
    countFailure: async (id: string) => {
      if (hits === dieAt) throw new Killed();
      return deps.inbox.countFailure(id);
    },
    release: async (conversation: string, holder: string) =>
      hits === dieAt ? undefined : deps.inbox.release(conversation, holder),
  };
  let isDead = false;
  const fault = (point: string) => {
    passed.push(point);
    if (isDead || hits < dieAt - 1 || dieAt === 0) {
      hits++;
      return;
    }
    hits = dieAt;
    isDead = true;
    throw new Killed(point);
  };
  const first = createConversations({ ...deps, inbox, fault });
  const second = createConversations({ ...deps, fault: () => undefined });
  for (const [n, line] of scene.lines.entries()) {
    const turn = toTurn(world, line, n);
    if (isDead) {
      await second.receive(turn);
      continue;
    }
    await first.receive(turn).catch((error: unknown) => {
      if (!(error instanceof Killed)) throw error;
    });
    if (!isDead) continue;
    await expireLease(world, turn.conversation);
    // The provider delivers it again, or the sweep finds it.
    await second.receive(turn);
  }
  const speakers = [...new Set(scene.lines.map(([speaker]) => speaker))];
  return { passed, left: await result(world, speakers) };
}

/** The dead process's lease runs out; here at once. */
async function expireLease({ stores }: World, conversation: string): Promise<void> {
  const now = Date.now;
  Date.now = () => now() + 60_000;
  try {
    await stores.inbox.acquire(conversation, 'heir', 0);
  } finally {
    Date.now = now;
  }
  await stores.inbox.release(conversation, 'heir');
}

describe.each(Object.keys(SCENES))('%s', (name) => {
  it('comes to the same end wherever the process dies', async () => {
    const whole = await playWith(name, 0);
    expect(whole.passed).toEqual(
      expect.arrayContaining(['turn.after-put', 'turn.before-save', 'turn.after-save', 'turn.after-mark']),
    );
    for (let n = 1; n <= whole.passed.length; n++) {
      const { left } = await playWith(name, n);
      expect({ n, point: whole.passed[n - 1], left }).toEqual({ n, point: whole.passed[n - 1], left: whole.left });
    }
  });
});
