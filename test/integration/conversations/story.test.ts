import { openStores } from '../../../src/store/index.js';
import type { Stores } from '../../../src/store/stores.js';
import { quietLog } from '../../support/builders.js';
import { memoryStores } from '../../support/memory-stores.js';
import { startTestMongo, type TestMongo } from '../../support/mongo.js';
import { play } from '../../unit/flows/play.js';
import { aWorld } from '../../unit/flows/world.js';
import { aTown } from './town.js';

let mongo: TestMongo;
const opened: Stores[] = [];

beforeAll(async () => {
  mongo = await startTestMongo();
});
afterAll(async () => {
  await Promise.all(opened.map((stores) => stores.close()));
  await mongo.close();
});

/** A database of its own on the test's server. */
async function mongoStores(): Promise<Stores> {
  const address = new URL(mongo.uri);
  address.pathname = `${address.pathname}_${opened.length}`;
  const stores = await openStores({ uri: address.href, log: quietLog });
  opened.push(stores);
  return stores;
}

describe.each([
  ['memory', async () => memoryStores()],
  ['mongoose', mongoStores],
])('conversations on %s', (_name, openThem) => {
  it('go from a report to the survey, with a reopening in between', async () => {
    const town = await aTown(await openThem());

    await town.say('住户', '3栋2单元502马桶堵了,今天下午三点来');
    await town.say('住户', '1');
    expect(town.read('住户').at(-1)).toContain('单号W-1001');
    expect(town.read('师傅')).toEqual([expect.stringMatching(/^新单W-1001:下水堵塞,3栋2单元502\n/)]);

    await town.say('师傅', '1');
    expect(town.read('师傅').at(-1)).toContain('15:00–16:00上门');
    expect(town.read('住户')).toEqual(['王师傅已接单W-1001,预计3月10日(周二)15:00–16:00上门。']);

    await town.pass(290);
    expect(town.read('师傅').join()).toContain('提醒');
    await town.say('师傅', '到了');
    await town.say('师傅', '完成 换角阀1个15元');
    expect(town.read('住户')).toEqual(['王师傅已到,来处理W-1001。', expect.stringMatching(/^W-1001已完工.*费用15元/)]);

    await town.pass(25 * 60);
    expect(town.read('住户')).toEqual([expect.stringContaining('问题解决了吗')]);
    await town.say('住户', '没有解决,冲水还是很慢');
    expect(town.read('住户').at(-1)).toContain('W-1001已重新安排');
    await town.pass(1);
    expect(town.read('师傅').at(-1)).toContain('新单W-1001');

    await town.say('师傅', '接单');
    await town.say('师傅', '30分钟内');
    await town.say('师傅', '完成 疏通了管道');
    town.read('住户');
    await town.pass(25 * 60);
    expect(town.read('住户').at(-1)).toContain('问题解决了吗');
    await town.say('住户', '解决了');
    expect(town.read('住户').at(-1)).toContain('总体打几分');
    await town.say('住户', '5 4 5 师傅很耐心');
    expect(town.read('住户').at(-1)).toContain('谢谢您的评价');

    const ticket = await town.stores.tickets.get('W-1001');
    expect(ticket).toMatchObject({
      state: 'closed',
      reopenCount: 1,
      survey: { overall: 5, timeliness: 4, technician: 5, comment: '师傅很耐心' },
    });
    expect(ticket?.history.map(({ action }) => action)).toEqual([
      'submit',
      'dispatch',
      'accept',
      'arrive',
      'complete',
      'reopen',
      'dispatch',
      'accept',
      'reschedule',
      'complete',
      'follow_up',
      'survey',
    ]);
  });

  it('keep an unfinished report, ask for its confirmation, and go on', async () => {
    const town = await aTown(await openThem());
    await town.say('新人', '厨房水管漏水了');
    await town.pass(45);
    const read = town.read('新人');
    expect(read[1]).toContain('您还在吗');
    expect(read[2]).toContain('W-1001');
    expect(read[3]).toContain('W-1001跟您核对');
    await town.say('新人', '3栋2单元601');
    await town.say('新人', '对');
    expect(town.read('新人').at(-1)).toContain('这就安排师傅');
    expect((await town.stores.tickets.get('W-1001'))?.state).toBe('offered');
  });

  it('play the same transcripts', async () => {
    await play(
      `
      新人: 有很浓的煤气味
      上门: 别开关任何电器|W-1001
      新人: A座1203
      上门: W-1002
      = W-1002 tower "room":"1203"
      陌生电话: [来电]
      陌生电话: 3栋2单元601水管漏水
      陌生电话: [挂断]
      重发
      = W-1003 submitted
      住户: [照片]
      住户: 马桶堵了,明天下午三点来
      住户: 不对,是503
      住户: 1
      重发
      = W-1004 photo-1 "room":"503"
      = 4
    `,
      await aWorld(await openThem()),
    );
  });

  it('keep the order of turns that come at once', async () => {
    const world = await aWorld(await openThem());
    const said = ['3栋2单元502马桶堵了,明天下午三点来', '不对,是503', '1', '查进度'];
    const replies = await Promise.all(said.map((text) => world.turn('住户', { kind: 'text', text, isSpeech: false })));
    const keys = replies.map((reply) => reply?.say.map(({ key }) => key).join());
    expect(keys).toEqual(['report.confirm', 'report.confirm', 'report.done', 'status.confirmed']);
  });
});
