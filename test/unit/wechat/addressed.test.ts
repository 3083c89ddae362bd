import fc from 'fast-check';
import { addressedText } from '../../../bots/wechat/addressed.js';

const NAMES = { account: '上门服务', nicknames: ['小上'] };
const heard = (text: string, isMentioned = false) => addressedText(text, NAMES, isMentioned);

describe('addressing the bot in a group', () => {
  it.each([
    ['@上门服务\u2005马桶堵了', '马桶堵了'],
    ['@上门 马桶堵了', '马桶堵了'],
    ['@小上,马桶堵了', '马桶堵了'],
    ['小上 马桶堵了', '马桶堵了'],
    ['  小上,马桶堵了', '马桶堵了'],
    ['小上!电梯坏了', '电梯坏了'],
    ['@小上', ''],
  ])('hears %j', (text, said) => {
    expect(heard(text)).toBe(said);
  });

  it.each([
    '马桶堵了',
    '上门维修多少钱',
    '上门 维修多少钱',
    '小上海饭店好吃吗',
    '谁有小上 的电话',
    '@上门女婿 你好',
    '@老王 小上 不错',
  ])('leaves neighbours alone: %j', (text) => {
    expect(heard(text)).toBeUndefined();
  });

  it('follows the mark of a mention wherever it stands, and takes the name out', () => {
    expect(heard('灯坏了 @上门服务\u2005 3栋2单元', true)).toBe('灯坏了  3栋2单元');
    expect(heard('改过名的 灯坏了', true)).toBe('改过名的 灯坏了');
  });

  it('does not feel addressed by a call to everybody', () => {
    expect(heard('@所有人 明天停水', true)).toBeUndefined();
  });

  it('survives names that are patterns, and an account without a name', () => {
    expect(addressedText('@(a+)+$ 你好', { account: '(a+)+$', nicknames: [] }, false)).toBe('你好');
    expect(addressedText('随便', { account: '', nicknames: [] }, false)).toBeUndefined();
  });

  it('gives back what was said behind the name', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[\u4e00-\u9fa5a-z0-9]{1,30}$/), (said) => heard(`小上 ${said}`) === said),
    );
  });
});
