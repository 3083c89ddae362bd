import { type Book, CALLER, idOf, type Scene, type Subject } from '../scene.js';
import type { Stage } from '../stage.js';

/** The callback comes by chat and is answered "solved", without a score. */
async function saysSolved(stage: Stage, name: string): Promise<void> {
  const resident = stage.person(name);
  await stage.pass(`a callback to ${name}`, () => resident.hasGot(/问题解决了吗/));
  await resident.reads(/问题解决了吗/);
  await resident.writes('解决了');
  await resident.reads(/几分/);
  await resident.writes('跳过');
  await resident.reads(/生活愉快/);
}

const closedWith = (stage: Stage, book: Book, subject: Subject, scores: number[]) =>
  stage.ticket(
    idOf(book, subject),
    `closed with ${scores}`,
    ({ state, survey }) =>
      state === 'closed' &&
      survey &&
      [survey.overall, survey.timeliness, survey.technician].every((score, n) => score === scores[n]) &&
      survey.comment,
  );

export const notSolved: Scene = {
  title: '回访:没解决 · The callback: not solved',
  steps: [
    {
      name: '紧急单回访并评价 · the emergency is followed up and rated',
      async play(stage, book) {
        const resident = stage.person('马先生');
        await stage.pass('a callback', () => resident.hasGot(/问题解决了吗/));
        await resident.writes('解决了');
        for (const [question, answer] of [
          [/总体/, '5'],
          [/及时/, '5'],
          [/师傅/, '4'],
          [/想说/, '来得很快,谢谢吴师傅'],
        ] as const) {
          await resident.reads(question);
          await resident.writes(answer);
        }
        await resident.reads(/谢谢您的评价/);
        await closedWith(stage, book, 'gas', [5, 5, 4]);
      },
    },
    {
      name: '第二天回访 · next day’s callbacks',
      async play(stage) {
        await saysSolved(stage, '罗阿姨');
        await saysSolved(stage, '谢先生');
      },
    },
    {
      name: '没解决,重办 · not solved: reopened with priority, the dispatcher is told',
      async play(stage, book) {
        const resident = stage.person('何女士');
        await stage.pass('a callback', () => resident.hasGot(/问题解决了吗/));
        await resident.reads(/问题解决了吗/);
        await resident.writes('没解决');
        await resident.reads(/还有什么问题/);
        await resident.writes('还在滴水');
        await resident.reads(/重新安排/);
        await stage.person('林客服').reads(/没解决:还在滴水/);
        await stage.ticket(
          idOf(book, 'pipe'),
          'reopened',
          ({ reopenCount, priority }) => reopenCount === 1 && priority > 0,
        );
      },
    },
    {
      name: '同一师傅再次上门 · the same technician comes again',
      async play(stage, book) {
        const technician = stage.person('王师傅');
        await technician.reads(/新单.*接吗/s);
        await technician.writes('接单 半小时到');
        await technician.reads(/已告诉住户/);
        await stage.person('何女士').reads(/王师傅已接单/);
        await technician.writes('到了');
        await technician.reads(/已记录到达/);
        await technician.writes('完成 换软管1根20元');
        await technician.reads(/已完工/);
        await stage.person('何女士').reads(/已完工.*20元/);
        await stage.ticket(idOf(book, 'pipe'), 'completed again', ({ state }) => state === 'completed');
      },
    },
  ],
};

export const callbacks: Scene = {
  title: '回访和评价 · Callbacks and surveys',
  steps: [
    {
      name: '微信评价:三个分数和一句话 · survey by chat: three scores and words',
      async play(stage, book) {
        const resident = stage.person('何女士');
        await stage.pass('a callback', () => resident.hasGot(/问题解决了吗/));
        await resident.writes('修好了');
        for (const [question, answer] of [
          [/总体/, '5'],
          [/及时/, '3'],
          [/师傅/, '5'],
          [/想说/, '第二次修好了,谢谢'],
        ] as const) {
          await resident.reads(question);
          await resident.writes(answer);
        }
        await resident.reads(/谢谢您的评价/);
        await closedWith(stage, book, 'pipe', [5, 3, 5]);
      },
    },
    {
      name: '电话回访,按键评价 · callback by telephone, scores by keypad',
      async play(stage, book) {
        const caller = stage.person(CALLER.name);
        await stage.pass('a callback', () => caller.isRung());
        await caller.answers();
        await caller.hears(/解决了/);
        await caller.presses('1');
        for (const [question, key] of [
          [/总体/, '5'],
          [/及时/, '5'],
          [/师傅/, '4'],
        ] as const) {
          await caller.hears(question);
          await caller.presses(key);
        }
        await caller.hears(/想说/);
        await caller.says('师傅很客气');
        await caller.hears(/谢谢您的评价/);
        await caller.hangsUp();
        await closedWith(stage, book, 'power', [5, 5, 4]);
      },
    },
  ],
};
