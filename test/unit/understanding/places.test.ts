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
    ['三動二單元', B('3', { unit: '2' })],
    ['3棟2單元502', B('3', { unit: '2', room: '502' })],
    ['building 3 unit 2 room 502', B('3', { unit: '2', room: '502' })],
    ['tower B, flat 1203', B('B', { room: '1203' })],
    ['5th floor', { floor: '5' }],
    ['地下车库', { publicArea: '地下车库' }],
    ['负一层车库', { floor: '-1', publicArea: '车库' }],
    ['小区东门', { publicArea: '东门' }],
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
    ['1号楼负二层停车场照明坏了', B('1', { floor: '-2', publicArea: '停车场' })],
    ['楼上602漏水到我家502', { room: '502' }],
    ['东区5栋的路灯', B('5')],
    ['水费300元不对', undefined],
    ['8号门的道闸坏了', { publicArea: '8号门' }],
    ['水管爆了', undefined],
    ['水表读数1024', undefined],
    ['换个水龙头要200块吗', undefined],
    ['打我电话13912345678', undefined],
    ['12点以后我在家', undefined],
  ])('reads the place out of "%s"', (text, expected) => expect(said(text).location).toEqual(expected));

  it.each([
    ['二十六号楼甲单元九零三', B('26', { unit: '甲', room: '903' })],
    ['7幢中单元401门铃不响', B('7', { unit: '中', room: '401' })],
    ['9号院4楼2门301', B('4', { unit: '2', room: '301' })],
    ['14#1-803 厨房跳闸', B('14', { unit: '1', room: '803' })],
    ['D2-1706空调漏水', B('D2', { room: '1706' })],
    ['A2203没网了', B('A', { room: '2203' })],
    ['19-2电梯里有人抽烟', B('19', { unit: '2', publicArea: '电梯' })],
    ['西区22栋805', B('22', { room: '805' })],
    ['看一下五栋三零二的水表', B('5', { room: '302' })],
    ['9座21樓D室冷氣壞咗', B('9', { floor: '21', room: 'D' })],
    ['九座廿三樓F', B('9', { floor: '23', room: 'F' })],
    ['6座18C 门锁坏了', B('6', { room: '18C' })],
    ['unit 1104 tower C, no hot water', B('C', { room: '1104' })],
    ['flat 7B, block 3', B('3', { room: '7B' })],
    ['corridor on 14F is dark', { floor: '14', publicArea: 'corridor' }],
    ['一楼商铺106卷帘门坏了', { floor: '1', room: '106' }],
    ['负三楼停车场很黑', { floor: '-3', publicArea: '停车场' }],
    ['B3停车场有积水', { floor: '-3', publicArea: '停车场' }],
    ['water in the garage, basement 2', { floor: '-2', publicArea: 'garage' }],
    ['B3栋1204', B('B3', { room: '1204' })],
    ['3栋2单元五零二十点来', B('3', { unit: '2', room: '502' })],
    ['我住9栋不对,是11栋', B('11')],
    ['我手机一三八零零一三八零零零八栋六零三没电', B('8', { room: '603' })],
  ])('reads the parts of "%s"', (text, expected) => expect(parseLocation(text)?.location).toEqual(expected));

  it.each([
    ['空调不制冷了,1805', '1805'],
    ['还没人来吗?904', '904'],
    ['漏得厉害止不住啊七零三快来', '703'],
    ['隔壁1406半夜放音乐', '1406'],
    ['我1702,楼上1802在装修', '1702'],
    ['楼下说漏到他家了。905楼下805', '905'],
    ['noise from 2301 again', '2301'],
    ['5栋602两口子吵架', '602'],
    ['1003路由器没信号', '1003'],
    ['904只有卧室没电', '904'],
    ['1203 water is leaking', '1203'],
    ['806天然气打不着', '806'],
  ])('finds the room in "%s"', (text, room) => expect(parseLocation(text)?.location.room).toBe(room));

  it.each([
    '师傅收了我一百六,太贵',
    '热水器是1500瓦的',
    '取件码2-3-1042打不开',
    '显示错误1204',
    '车牌沪B31205挡路',
    '孩子105斤了',
    '我们这层一共12户',
    '电梯从9楼掉到3楼',
    '电梯按14楼不亮',
    '家具上一层灰',
    '送了我一座冰山',
    '一动就响',
    '热得30度了',
    '开锁花了305',
    '5g信号差',
  ])('takes no number of "%s" for a place', (text) => expect(parseLocation(text)?.location).toBeUndefined());

  it.each([
    ['北门岗亭玻璃碎了', '北门岗亭'],
    ['三号门的杆子断了', '三号门'],
    ['中心花园凉亭顶漏雨', '中心花园凉亭'],
    ['会所二楼瑜伽室太冷', '瑜伽室'],
    ['地下车库D区水管漏', '地下车库D区'],
    ['游泳池更衣室地滑', '游泳池更衣室'],
    ['5栋3单元门口堆了沙子', '门口'],
    ['单元门口堆了沙子', '单元门口'],
    ['小区滑梯下面有马蜂窝', '滑梯'],
    ['快递柜旁边有碎玻璃', '快递柜'],
    ['8号楼北面外墙掉皮', '北面外墙'],
    ['电梯里有人尿尿', '电梯'],
    ['非机动车库灯不亮', '非机动车库'],
    ['学校门口的井盖没了', '学校门口'],
    ['someone vomited in the lift', 'lift'],
    ['the main gate is stuck', 'main gate'],
  ])('names the public place of "%s"', (text, area) => expect(said(text).location?.publicArea).toBe(area));

  it.each([
    '电梯坏了,爬楼梯累死了',
    '我被困在电梯里了',
    '滑梯坏了',
    '充电桩坏了',
    '西门子冰箱不制冷',
    '我家车库门打不开',
    '广场舞太吵了',
    '希望小区建个篮球场',
    '游泳池几点开门',
    '整个楼道都闻到了',
    '水流到走廊了',
    '我跟门岗说过两回了',
    '水喷得跟喷泉似的',
    'what time does the gym open?',
    'my garage door is stuck',
  ])('finds no public place of trouble in "%s"', (text) => expect(said(text).location?.publicArea).toBeUndefined());

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
