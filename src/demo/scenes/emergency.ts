import { GARDEN_HOTLINE, idOf, type Scene } from '../scene.js';

export const emergency: Scene = {
  title: '燃气泄漏 · Emergency: a smell of gas',
  steps: [
    {
      name: '先说怎么做 · what to do comes first',
      async play(stage, book) {
        // Off shift, and asleep.
        for (const name of ['徐师傅', '孙师傅']) await stage.person(name).takesNoCalls();
        const caller = stage.person('马先生');
        await caller.dials(GARDEN_HOTLINE);
        await caller.hears(/您好/);
        await caller.says('我家厨房有很重的煤气味');
        await caller.hears(/不要用明火/);
        const made = await stage.newest(({ urgency, safety }) => urgency === 'emergency' && safety === 'gas');
        book.set('gas', made.id);
        await caller.presses('1');
        await caller.hears(/注意安全/);
        await caller.hangsUp();
      },
    },
    {
      name: '值班电话响 · the duty phone rings',
      async play(stage) {
        const duty = stage.person('锦绣花园值班');
        await duty.answers();
        await duty.hears(/紧急情况.*燃气/);
        await duty.presses('1');
        await duty.hears(/收到/);
        await duty.hangsUp();
      },
    },
    {
      name: '同时呼叫的师傅按1接下 · a technician alarmed beside the one offered presses 1',
      async play(stage, book) {
        const technician = stage.person('吴师傅');
        await technician.answers();
        await technician.hears(/紧急情况.*燃气/);
        await technician.presses('1');
        await technician.hears(/归您了/);
        await technician.hangsUp();
        await stage.person('刘师傅').declines();
        await stage.person('马先生').reads(/吴师傅已接单/);
        const taken = await stage.ticket(idOf(book, 'gas'), 'accepted', ({ state }) => state === 'accepted');
        await stage.ticket(
          taken.id,
          'held by the one who pressed 1',
          ({ offers, assigneeId, alarmedIds }) =>
            alarmedIds.includes(assigneeId ?? '') && offers.at(-1)?.reasons.includes('first_to_accept'),
        );
      },
    },
    {
      name: '短信回报完工 · done, reported by SMS',
      async play(stage) {
        const technician = stage.person('吴师傅');
        await technician.sendsSms(GARDEN_HOTLINE, '到了');
        await technician.readsSms(/已记录到达/);
        await technician.sendsSms(GARDEN_HOTLINE, '完成 换灶具软管1根30元');
        await technician.readsSms(/已完工/);
        await stage.person('马先生').reads(/已完工.*30元/);
      },
    },
  ],
};
