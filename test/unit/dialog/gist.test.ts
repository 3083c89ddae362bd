import { gist } from '../../../bots/dialog/gist.js';

describe('what is read back of a message', () => {
  it.each([
    ['您好,我是3栋2单元601的,厨房水管漏水,明天上午九点来修一下,电话13900001234,谢谢', '厨房水管漏水'],
    ['我家马桶堵了三栋二单元幺零二明天下午三点过来', '我家马桶堵了'],
    ['你好,厨房水管漏水,上午十点半能来修吗', '厨房水管漏水'],
    ['门锁打不开了,请尽快来', '门锁打不开了'],
    ['3-2-502 马桶堵了', '马桶堵了'],
    ['卧室空调不制冷后天上午九点来修', '卧室空调不制冷'],
    ['不是电梯坏了,是门禁刷不开', '不是电梯坏了,是门禁刷不开'],
    ['Hello, my toilet is blocked, building 3 unit 2 room 601, tomorrow morning please', 'my toilet is blocked'],
    ['High water bill', 'High water bill'],
    ['please come tomorrow at 3 pm, my sink leaks, phone 13900001234', 'my sink leaks'],
  ])('%s: %s', (text, short) => {
    expect(gist(text)).toBe(short);
  });

  it.each(['昨晚八点开始漏', '水龙头从昨天晚上就一直漏水', '今天下午三点停的电', '12点多的时候停电了', '2号电梯坏了'])(
    'keeps when and what it happened to: %s',
    (text) => {
      expect(gist(text)).toBe(text);
    },
  );

  it('is the whole message where nothing would be left', () => {
    expect(gist('谢谢')).toBe('谢谢');
    expect(gist('')).toBe('');
  });

  it('stops after a whole part where it is long', () => {
    const long = gist('卫生间的马桶从昨天晚上就开始堵了,水一直往外冒,地上全是水,楼下的邻居也上来说过了');
    expect(long).toBe('卫生间的马桶从昨天晚上就开始堵了,水一直往外冒,地上全是水…');
  });

  it('cuts what has no parts', () => {
    expect(gist('漏'.repeat(100))).toBe(`${'漏'.repeat(30)}…`);
  });

  it('comes to an end with nonsense', () => {
    const nonsense = [
      '3'.repeat(2000),
      '来'.repeat(2000),
      '明天'.repeat(1000),
      '来人修一下'.repeat(400).concat('漏'),
      'hi '.repeat(600),
      ' '.repeat(1999).concat('x'),
    ];
    // A pattern that goes back and forth would not end here within the patience of the runner.
    for (const text of nonsense) expect(gist(text).length).toBeLessThanOrEqual(text.length);
  });
});
