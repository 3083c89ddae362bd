import { CALLER, GARDEN_HOTLINE, idOf, numberIn, OWNERS_GROUP, type Scene } from '../scene.js';

/** The smallest picture there is. */
const PHOTO = {
  name: 'pipe.png',
  contentType: 'image/png',
  data: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
    'base64',
  ),
};

export const chatReport: Scene = {
  title: '微信报修 · A report by chat',
  steps: [
    {
      name: '聊天成单,照片随单 · a chat becomes a ticket, with a photo',
      async play(stage, book) {
        const resident = stage.person('何女士');
        await resident.writes('你好,厨房水管漏水,上午十点半能来修吗');
        await resident.reads(/对吗/);
        await resident.writes('对');
        book.set('pipe', numberIn(await resident.reads(/已为您登记/)));
        await resident.sendsPicture(PHOTO);
        await resident.reads(/已放进/);
        await stage.ticket(idOf(book, 'pipe'), 'has the photo', ({ media }) => media.length === 1);
      },
    },
    {
      name: '微信接单 · accepted by chat',
      async play(stage, book) {
        const technician = stage.person('王师傅');
        await technician.reads(/新单.*接吗/s);
        await technician.writes('1');
        await technician.reads(/已告诉住户/);
        await stage.person('何女士').reads(/王师傅已接单.*10:30/);
        await stage.ticket(
          idOf(book, 'pipe'),
          'accepted',
          ({ state, promisedTime }) => state === 'accepted' && promisedTime,
        );
      },
    },
  ],
};

export const phoneReport: Scene = {
  title: '电话报修,号码陌生 · A report by telephone, from an unknown number',
  steps: [
    {
      name: '语音和按键成单 · words and keys become a ticket',
      async play(stage, book) {
        const caller = stage.stranger(CALLER.name, { phone: CALLER.phone });
        await caller.dials(GARDEN_HOTLINE);
        await caller.hears(/您好/);
        await caller.says('我家客厅的插座没电了');
        await caller.hears(/在哪里/);
        await caller.says('二栋一单元三零一');
        await caller.hears(/什么时候/);
        await caller.says('明天下午三点');
        await caller.hears(/对吗/);
        await caller.presses('1');
        await caller.hears(/已为您登记/);
        await caller.says('没有了');
        await caller.hears(/再见/);
        await caller.hangsUp();
        const made = await stage.newest(({ channel, category }) => channel === 'phone' && category === 'electrical');
        book.set('power', made.id);
      },
    },
    {
      name: '微信未回,电话按1接单 · silent in the chat, accepted on the telephone by pressing 1',
      async play(stage, book) {
        const technician = stage.person('李师傅');
        await technician.reads(/新单.*接吗/s);
        await stage.pass('the offer should ring', () => technician.isRung());
        await technician.answers();
        await technician.hears(/接单请按1/);
        await technician.presses('1');
        await technician.hears(/已告诉住户/);
        await technician.hangsUp();
        await stage.person(CALLER.name).readsSms(/李师傅已接单/);
        await stage.ticket(
          idOf(book, 'power'),
          'accepted',
          ({ state, promisedTime }) => state === 'accepted' && promisedTime,
        );
      },
    },
  ],
};

export const groupReport: Scene = {
  title: '业主群报修 · A report in the owners’ group',
  steps: [
    {
      name: '群里@成单 · addressed in the group',
      async play(stage, book) {
        const neighbour = stage.person('罗阿姨');
        await neighbour.writes('5栋1单元一楼大厅垃圾没人清,尽快来打扫一下', OWNERS_GROUP);
        await neighbour.reads(/对吗/);
        await neighbour.writes('对', OWNERS_GROUP);
        book.set('corridor', numberIn(await neighbour.reads(/已为您登记/)));
      },
    },
    {
      name: '接单、完成 · accepted and done',
      async play(stage, book) {
        const cleaner = stage.person('赵师傅');
        await cleaner.reads(/新单.*接吗/s);
        await cleaner.writes('接单,10分钟到');
        await cleaner.reads(/已告诉住户/);
        await stage.person('罗阿姨').reads(/赵师傅已接单/);
        await cleaner.writes('到了');
        await cleaner.reads(/已记录到达/);
        await stage.person('罗阿姨').reads(/赵师傅已到/);
        await cleaner.writes('完成,已清扫');
        await cleaner.reads(/已完工/);
        await stage.person('罗阿姨').reads(/已完工/);
        await stage.ticket(idOf(book, 'corridor'), 'completed', ({ state }) => state === 'completed');
      },
    },
  ],
};

export const smsReport: Scene = {
  title: '短信报修 · A report by SMS',
  steps: [
    {
      name: '短信成单 · a short message becomes a ticket',
      async play(stage, book) {
        const resident = stage.person('谢先生');
        await resident.sendsSms(GARDEN_HOTLINE, '门锁打不开了,请尽快来');
        await resident.readsSms(/对吗/);
        await resident.sendsSms(GARDEN_HOTLINE, '1');
        book.set('lock', numberIn(await resident.readsSms(/已为您登记/)));
      },
    },
    {
      name: '短信查进度 · the status by SMS',
      async play(stage, book) {
        const locksmith = stage.person('陈师傅');
        await locksmith.reads(/新单.*接吗/s);
        await locksmith.writes('接单 10分钟到');
        await locksmith.reads(/已告诉住户/);
        const resident = stage.person('谢先生');
        await resident.sendsSms(GARDEN_HOTLINE, '查进度');
        await resident.readsSms(/陈师傅已接单/);
        await locksmith.writes('到了');
        await locksmith.reads(/已记录到达/);
        await locksmith.writes('完成 换锁芯1个80元');
        await locksmith.reads(/已完工/);
        await stage.ticket(
          idOf(book, 'lock'),
          'done for 80 yuan',
          ({ state, record }) => state === 'completed' && record?.cost === 80,
        );
      },
    },
  ],
};
