import { read } from '../../../bots/understanding/reading.js';
import { findReason, findReceiver } from '../../../bots/understanding/technician-slots.js';
import { findTickets, hideTickets } from '../../../bots/understanding/tickets.js';

const digits = (text: string) => read(text, 'chat').digits;
const receiver = (text: string) => findReceiver(hideTickets(digits(text)).replace(/\s+/g, ' ').trim());

const RECEIVERS: Record<string, string> = {
  老孙: '转给老孙|转老孙|给老孙吧|老孙离得近让他去|这单转老孙吧我肚子疼|帮我转给老孙 谢谢|转给强电的老孙|我是老王,转给老孙|老孙',
  小胡: '让小胡去|派小胡来|把这单给小胡|小胡今天值班,转他|跟小胡说好了他去|我老婆生病了,转小胡|转单给小胡|让维修部小胡来',
  赵师傅: '转赵师傅|麻烦转给赵师傅|业主指定要赵师傅|1024给赵师傅,他熟',
  阿辉: '给阿辉|喊阿辉去|轉俾阿辉啦',
  老幺: '喊老幺切|转给老幺',
  老六: '交给老六',
  陈工: '让陈工来看|转陈工,我不会弄电梯',
  刘建军: '转给刘建军|转刘建军,他有空',
  电工: '换电工来|派个电工|转给小区电工',
  绿化: '转绿化那边|树倒了 转绿化',
  水电班: '转水电班',
  电梯公司: '我不会,转电梯公司',
  厂家: '让厂家来修',
  我师傅: '让我师傅来吧',
  Lee: 'pass to Lee|please transfer it to Lee|hand over to Lee, I am sick|let Lee do it',
};
const NOBODY =
  '转单|换个人|转给别人|让别人去吧|给他吧|换个师傅|转给其他师傅|这单我转出去|换个会电的|派人来|让业主等|转给谁都行|transfer to another technician|give it to someone else';

describe('receiver of a ticket', () => {
  it.each(Object.entries(RECEIVERS).flatMap(([to, texts]) => texts.split('|').map((text) => [text, to] as const)))(
    '"%s" → %s',
    (text, to) => expect(receiver(text)).toBe(to),
  );

  it.each(NOBODY.split('|'))('"%s" names nobody', (text) => expect(receiver(text)).toBeUndefined());
});

describe('reason', () => {
  it.each([
    ['pause', '挂起 等厂家发货', '等厂家发货'],
    ['decline', '去不了,因为车坏了', '车坏了'],
    ['decline', '不接', undefined],
    ['complete', '修好了,因为垫片老化', undefined],
  ] as const)('of %s "%s" is %s', (command, text, reason) => expect(findReason(command, text, undefined)).toBe(reason));

  it('leaves out the clause that names the receiver', () =>
    expect(findReason('transfer', '转给老王,我在东区', '老王')).toBe('我在东区'));
});

describe('ticket numbers', () => {
  it.each([
    ['1024转给老王', ['W-1024']],
    ['一零二四和一零三三两个我都接', ['W-1024', 'W-1033']],
    ['一零三一一零三二两个都搞好了', ['W-1031', 'W-1032']],
    ['下午去B座1203', []],
    ['到5幢楼下了 1203没人应', []],
    ['弄好收1250', []],
    ['W-1024 总计1280', ['W-1024']],
  ])('of "%s"', (text, tickets) => expect(findTickets(digits(text))).toEqual(tickets));
});
