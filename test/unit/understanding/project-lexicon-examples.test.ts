import { CATEGORIES, URGENCIES } from '../../../src/domain/categories.js';
import { said as plainly } from './support.js';
import { reader, taught } from './taught.js';

describe('an example (例句)', () => {
  const read = reader('例句 隔壁乐队又开始排练了 = 噪音, 不急', 'example the carousel is stuck again = pest, high');

  it.each(['隔壁乐队又开始排练了', '隔壁乐队又开始排练了!!!', '隔壁乐队又开始排练啦', '隔壁的乐队又开始排练了'])(
    'settles what "%s" means, with high confidence',
    (text) => {
      const { category, urgency, confidence } = read(text);
      expect({ category, urgency }).toEqual({ category: 'noise', urgency: 'low' });
      expect(Math.min(confidence.category, confidence.urgency)).toBeGreaterThanOrEqual(0.9);
    },
  );

  it('settles it for speech too', () => {
    expect(read('隔壁乐队又开始排练了', 'speech').confidence.category).toBeGreaterThanOrEqual(0.9);
  });

  it('settles English messages', () => {
    const { category, urgency } = read('The carousel is stuck again!');
    expect({ category, urgency }).toEqual({ category: 'pest', urgency: 'high' });
  });

  it.each(['隔壁着火了', '厨房水管漏水', '乐队', 'the lift is stuck', '', '3-2-502'])(
    'leaves "%s" as it is read without',
    (text) => expect(read(text)).toEqual(plainly(text)),
  );

  it('without an urgency settles the category alone', () => {
    const text = '隔壁乐队又开始排练了';
    const { category, urgency, confidence } = reader(`例句 ${text} = 虫害`)(text);
    expect(category).toBe('pest');
    expect({ urgency, confidence: confidence.urgency }).toEqual({
      urgency: plainly(text).urgency,
      confidence: plainly(text).confidence.urgency,
    });
  });

  it('is the one that the message is most like', () => {
    const both = reader('例句 大转盘又不转了 = 公共设施', '例句 小转盘又不转了 = 噪音');
    expect(both('大转盘又不转了啊').category).toBe('public_facility');
    expect(both('小转盘又不转了啊').category).toBe('noise');
  });

  it('is read in the words of the lexicon, as messages are', () => {
    const both = reader('词语 小白 = 物业大厅的自动售货机', '例句 小白又停摆 = 家电, 一般');
    expect(both('小白又停摆').confidence.category).toBeGreaterThanOrEqual(0.9);
    expect(both('小白又停摆').category).toBe('appliance');
  });

  it.each(CATEGORIES)('takes the code %s', (code) =>
    expect(taught(`例句 某个例子 = ${code}`).examples[0]?.category).toBe(code),
  );

  it.each([...URGENCIES, '紧急', '急', '一般', '不急'])('takes the urgency %s', (urgency) =>
    expect(URGENCIES).toContain(taught(`例句 某个例子 = 电梯, ${urgency}`).examples[0]?.urgency),
  );
});
