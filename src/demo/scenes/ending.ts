import { ACCOUNT } from '../player.js';
import type { Scene } from '../scene.js';
import { Missing } from '../until.js';

export const ending: Scene = {
  title: '收尾 · The end',
  steps: [
    {
      name: '没有丢失的消息 · nothing was left undelivered',
      async play({ theatre }) {
        const lost = await theatre.stores.effects.listEffects(['failed'], 100);
        if (lost.length > 0) throw new Missing(`undelivered: ${lost.map(({ effect }) => effect.id).join(', ')}`);
      },
    },
    {
      name: '没有重复的消息 · nobody was told the same twice',
      async play({ theatre }) {
        const told = theatre.simulators.wechat.messages().filter(({ from }) => from === ACCOUNT);
        const twice = told.filter((one, n) =>
          told.some(
            (other, m) => m < n && other.chat === one.chat && other.text === one.text && isNear(other.at, one.at),
          ),
        );
        if (twice.length > 0)
          throw new Missing(`said twice: ${twice.map(({ chat, text }) => `${chat} ${text}`).join(' | ')}`);
      },
    },
  ],
};

const isNear = (a: Date, b: Date): boolean => Math.abs(b.getTime() - a.getTime()) < 30 * 60_000;
