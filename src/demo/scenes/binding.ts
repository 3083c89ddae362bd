import type { Scene } from '../scene.js';

export const binding: Scene = {
  title: '师傅绑定微信 · A technician binds an account',
  steps: [
    {
      name: '邀请码绑定 · bound by the invitation code',
      async play(stage) {
        const { phone, invitationCode = '' } = stage.person('李师傅');
        const technician = stage.stranger('李师傅', { wechat: 'wx-li-shifu', phone });
        await technician.writes(invitationCode);
        await technician.reads(/李师傅.*绑定/s);
      },
    },
  ],
};
