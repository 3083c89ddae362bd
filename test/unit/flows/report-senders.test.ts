import { play } from './play.js';

describe('a report in a group (群)', () => {
  it('says in a group neither number nor room', async () => {
    await play(`
      群里: 3栋2单元502马桶堵了,明天下午三点来
      上门: 地点:3栋
      不说: 502
      不说: 13800000001
      群里: 1
      上门: W-1001
      = W-1001 "room":"502" room-1
    `);
  });

  it('asks no number in a group', async () => {
    await play(`
      群里: 大门口的路灯不亮了,随时来
      不说: 电话
    `);
  });
});

describe('staff in a chat', () => {
  it('report for themselves, and the ticket says who did', async () => {
    await play(`
      客服: A座大堂的灯不亮了,随时来
      上门: 核对|A座
      客服: 1
      上门: W-1001
      = W-1001 tower disp-1 "reportedBy"
    `);
  });
});
