import { play } from './play.js';

describe('pictures and voice (照片, 语音)', () => {
  it('keeps a voice clip that nobody can hear and asks for words', async () => {
    await play(`
      新人: [语音]
      上门: 语音已保存|打字|哪里出了什么问题
      新人: A座1203空调不制冷,明天上午,13900001234
      新人: 1
      = W-1001 voice-1
    `);
  });

  it('keeps pictures with the report', async () => {
    await play(`
      住户: [照片]
      上门: 已保存|哪里出了什么问题
      住户: 厨房水管漏水,尽快来
      上门: 核对
      住户: 1
      = W-1001 photo-1
    `);
  });

  it('adds a picture that follows the report to its ticket', async () => {
    await play(`
      住户: 马桶堵了,明天下午三点来
      住户: 1
      住户: [照片]
      上门: 已放进W-1001
      = W-1001 photo-1
    `);
  });
});
