import { parseLocation } from '../../../bots/understanding/index.js';
import { formatLocation, locationSchema } from '../../../src/domain/location.js';
import { heard, said } from './support.js';

const B = (building: string, rest: object = {}) => ({ building, ...rest });

describe('place', () => {
  it.each([
    ['3栋2单元502', B('3', { unit: '2', room: '502' })],
    ['三栋二单元五零二', B('3', { unit: '2', room: '502' })],
    ['3号楼2单元502室', B('3', { unit: '2', room: '502' })],
    ['3-2-502', B('3', { unit: '2', room: '502' })],
    ['3/2/502', B('3', { unit: '2', room: '502' })],
    ['３－２－５０２', B('3', { unit: '2', room: '502' })],
    ['三杠二杠五零二', B('3', { unit: '2', room: '502' })],
    ['3 2 502', B('3', { unit: '2', room: '502' })],
    ['3-502', B('3', { room: '502' })],
    ['B座1203', B('B', { room: '1203' })],
    ['b座十二楼', B('B', { floor: '12' })],
    ['三号楼五楼', B('3', { floor: '5' })],
    ['十八栋一八零六', B('18', { room: '1806' })],
    ['十二栋二十五楼二五零一', B('12', { floor: '25', room: '2501' })],
    ['8号楼1单元12楼1203', B('8', { unit: '1', floor: '12', room: '1203' })],
    ['12号502室', B('12', { room: '502' })],
    ['5号2单元301', B('5', { unit: '2', room: '301' })],
    ['6幢', B('6')],
    ['第9栋', B('9')],
    ['五楼东户', { floor: '5', room: '东户' }],
    ['五楼二号', { floor: '5', room: '502' }],
    ['二单元三零一', { unit: '2', room: '301' }],
    ['幺零二', { room: '102' }],
    ['502', { room: '502' }],
    ['1203室', { room: '1203' }],
    ['我住1203', { room: '1203' }],
    ['三单元', { unit: '3' }],
    ['三動二單元', { unit: '2' }],
    ['3棟2單元502', B('3', { unit: '2', room: '502' })],
    ['building 3 unit 2 room 502', B('3', { unit: '2', room: '502' })],
    ['tower B, flat 1203', B('B', { room: '1203' })],
    ['5th floor', { floor: '5' }],
    ['地下车库', { publicArea: '地下车库' }],
    ['负一层车库', { floor: '-1', publicArea: '负一层车库' }],
    ['小区东门', { publicArea: '小区东门' }],
    ['大堂', { publicArea: '大堂' }],
    ['3栋2单元楼道', B('3', { unit: '2', publicArea: '楼道' })],
    ['6号楼楼顶天台', B('6', { publicArea: '楼顶天台' })],
  ])('%s', (text, expected) => expect(parseLocation(text)?.location).toEqual(expected));

  it.each([
    '明天下午三点来',
    '不知道',
    '没有',
    '500元',
    '2026年',
    '电话13800138000',
    'W-1024',
    '修了三天',
    '一直漏水',
    '',
    '???',
    '两点半',
  ])('finds no place in "%s"', (text) => expect(parseLocation(text)).toBeUndefined());

  it.each([
    ['3栋2单元502马桶堵了,明天下午三点来', B('3', { unit: '2', room: '502' })],
    ['你好我是五栋一单元八零一的业主家里没电了', B('5', { unit: '1', room: '801' })],
    ['502马桶堵了', { room: '502' }],
    ['马桶堵了,我家是1203', { room: '1203' }],
    ['地下车库的灯坏了', { publicArea: '地下车库' }],
    ['B座大堂空调不凉', B('B', { publicArea: '大堂' })],
    ['7号楼电梯口有垃圾', B('7', { publicArea: '电梯口' })],
    ['你好我家住在翠湖苑6号楼三单元1102,马桶堵了', B('6', { unit: '3', room: '1102' })],
    ['写字楼A座15层1508空调不冷', B('A', { floor: '15', room: '1508' })],
    ['1号楼负二层停车场照明坏了', B('1', { floor: '-2', publicArea: '负二层停车场' })],
    ['楼上602漏水到我家502', { room: '502' }],
    ['东区5栋的路灯', B('东区5')],
    ['水费300元不对', undefined],
    ['8号门的道闸坏了', undefined],
    ['水管爆了', undefined],
    ['水表读数1024', undefined],
    ['换个水龙头要200块吗', undefined],
    ['打我电话13912345678', undefined],
    ['12点以后我在家', undefined],
  ])('reads the place out of "%s"', (text, expected) => expect(said(text).location).toEqual(expected));

  it('hears a place in speech without punctuation, with misheard measure words', () => {
    expect(heard('我是三动二单元五零二的一直漏水').location).toEqual(B('3', { unit: '2', room: '502' }));
    expect(heard('八号楼三单员幺二零幺室').location).toEqual(B('8', { unit: '3', room: '1201' }));
  });

  it('is surer of a full address than of a room alone', () => {
    expect(parseLocation('3栋2单元502')?.confidence).toBeGreaterThan(parseLocation('502')?.confidence ?? 1);
  });
});

describe('formatLocation', () => {
  it.each([
    [{ building: '3', unit: '2', room: '502' }, '3栋2单元502', 'Building 3, Unit 2, Room 502'],
    [{ building: 'B', room: '1203' }, 'B座1203', 'Building B, Room 1203'],
    [{ building: '3', floor: '5' }, '3栋5层', 'Building 3, Floor 5'],
    [{ floor: '-1', publicArea: '车库' }, '负1层车库', 'Floor -1, 车库'],
    [{}, '', ''],
  ])('%j is %s', (location, chinese, english) => {
    expect(formatLocation(location, 'zh-CN')).toBe(chinese);
    expect(formatLocation(location, 'en')).toBe(english);
  });

  it('writes what the parser reads back', () => {
    const home = { building: '12', unit: '1', room: '1806' };
    expect(parseLocation(formatLocation(home, 'zh-CN'))?.location).toEqual(home);
    expect(parseLocation(formatLocation(home, 'en'))?.location).toEqual(home);
  });

  it('refuses fields it does not know and empty parts', () => {
    expect(locationSchema.safeParse({ building: '3', street: 'x' }).success).toBe(false);
    expect(locationSchema.safeParse({ building: ' ' }).success).toBe(false);
  });
});
