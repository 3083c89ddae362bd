import { CALLER, idOf, type Scene } from '../scene.js';

export const lateTechnician: Scene = {
  title: '师傅迟到 · A late technician',
  steps: [
    {
      name: '上门前提醒 · reminded before the visit',
      async play(stage) {
        await stage.pass('a reminder', () => stage.person('王师傅').hasGot(/提醒/));
      },
    },
    {
      name: '迟到预警,三方知情 · resident, technician and dispatcher are warned before it is late',
      async play(stage) {
        await stage.pass('a warning', () => stage.person('王师傅').hasGot(/抓紧/));
        await stage.person('何女士').reads(/可能会晚/);
        await stage.person('林客服').reads(/王师傅可能迟到/);
      },
    },
    {
      name: '超时告知住户和客服 · the breach is told to resident and dispatcher',
      async play(stage, book) {
        await stage.pass('a breach', () => stage.person('林客服').hasGot(/上门超时/));
        await stage.person('何女士').reads(/比约定.*晚/);
        await stage.person('王师傅').reads(/超过约定时间/);
        await stage.ticket(idOf(book, 'pipe'), 'breached', ({ breaches }) =>
          breaches.some(({ clock }) => clock === 'arrive'),
        );
      },
    },
    {
      name: '到达、完工、材料 · arrived and done, with materials',
      async play(stage, book) {
        const [technician, resident] = [stage.person('王师傅'), stage.person('何女士')];
        await technician.writes('到了');
        await technician.reads(/已记录到达/);
        await resident.reads(/王师傅已到/);
        await technician.writes('完成 换角阀1个15元');
        await technician.reads(/已完工/);
        await resident.reads(/已完工.*15元/);
        await stage.ticket(
          idOf(book, 'pipe'),
          'completed with one valve',
          ({ state, record }) => state === 'completed' && record?.cost === 15 && record.materials[0]?.name === '角阀',
        );
      },
    },
  ],
};

export const appointment: Scene = {
  title: '预约的上门 · The appointed visit',
  steps: [
    {
      name: '准时完成电话预约 · the caller’s repair, on time',
      async play(stage, book) {
        const technician = stage.person('李师傅');
        await stage.pass('a reminder', () => technician.hasGot(/提醒.*插座|提醒.*电路/));
        await technician.writes('到了');
        await technician.reads(/已记录到达/);
        await stage.person(CALLER.name).readsSms(/李师傅已到/);
        await technician.writes('完成 换插座1个25元');
        await technician.reads(/已完工/);
        await stage.person(CALLER.name).readsSms(/已完工.*25元/);
        await stage.ticket(
          idOf(book, 'power'),
          'arrived before the promised time',
          ({ arrivedAt, promisedTime, breaches }) => arrivedAt! < promisedTime!.to! && breaches.length === 0,
        );
      },
    },
  ],
};
