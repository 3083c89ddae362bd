// Words that public places (公共区域) are named with: modifiers, a head, and what may follow it. A name is the longest
// run of them, so that "中庭凉亭" and "会所男厕" need no entries of their own. Entries are patterns.

const words = (text: string): readonly string[] => text.split(/\s+/).filter(Boolean);

/** Words before the head: 小花园, 地下车库, 恒温泳池. */
export const MODIFIERS = words(`
[东西][南北] 东侧 西侧 南侧 北侧 东 西 南 北 中 (?<!楼)前 (?<![然以之最今])后 侧 内 (?<!另)外 小 大 老 新 主
中心 中央 中庭 下沉 空中 地下 地面 地上 露天 室内 室外 户外 公共 公用 公众 业主 儿童 老年 老人 健身 景观 人工 恒温
非机动 机动 电动车 电瓶车 自行车 单车 汽车 访客 电梯 消防 走火 安全 物业 入户 设备 强电 弱电 高压 屋顶 平台 高尔夫 练习 亲子 商业
塑胶 自行 电动 电瓶 机车 人行 车行 生活 大件 装修 厨余 发电 空调 网络 合用 喷泉 音乐 文化 休闲 运动 阳光 楼间 升降机 社区 环湖 沿湖 滨河 顶楼
`);

/** Nouns that are a place by themselves, and may follow one another: 广场公厕. */
export const HEADS = words(`
大厅 大堂 门厅 前厅 候梯厅 电梯厅 电梯间 电梯口 电梯门口 电梯机房 前室 走廊 连廊 长廊 回廊 风雨廊 廊架 过道 走道 楼道 楼梯间 楼梯口 楼梯(?!间|口) 消防梯
消防通道 安全通道 疏散通道 逃生通道 架空层 设备层 避难层 避难间 天台 (?<![号\\d一二三四五六七八九十])楼顶(?!层) 屋顶 天井 采光井 中庭 庭院 公共区域 步梯 梯间 外廊 内廊 门廊 (?:公共|公用)(?:阳台|晒台|平台)
车库 地库 停车场 停车库 停车棚 车棚 车道 无障碍通道 地下通道 通道口 停车区 卸货[区台] 人防(?:通道|工程|区) [人车]行门 充电区 充电站 充电棚 充电点 机械车位 地下室 储藏间 储藏室 储物间 杂物间 工具间 仓房 仓库
水表间 水表井 水表房 电表间 电表房 电井 水井房 管井 管道井 水管井 强电井 弱电井 强电间 弱电间 配电房 配电室 配电间 变电站 水泵房 泵房 水箱间 水箱房 换热站 热力站 锅炉房 机房
消控室 消防控制室 监控室 中控室 值班室 门卫室 保安室 保安亭 岗亭 门岗 传达室 警卫室 管理室 物业大厅 物业办公室 物业(?:服务)?中心
垃圾房 垃圾站 垃圾间 垃圾点 垃圾亭 垃圾池 垃圾道 垃圾分类(?:点|亭|站|房|箱) 垃圾投放点 投放点 垃圾中转站 垃圾堆放点 分类亭 快递架 快递点 快递站 信报箱 信箱[间区] 菜鸟驿站 垃圾处理室 垃圾集中区
花园 广场(?!舞) 绿地 绿化带 花坛 花池 花圃 苗圃 竹林 小树林 树林 果园 草地 草坪(?!灯|枯|剪|机) 凉亭 亭子 步道 栈道 跑道 绿道 小路 小道 小径 林荫道 人行道 盲道 主干道 主路 路口 路边 路面(?!板)
内部路 中心路 环路 环道 后巷 巷子 后山 山坡 湖边 河边 沿湖 池塘 (?<![江西上珠东])湖(?=[里中面]) 荷花池 水景池? 景观水?池 (?:人工|景观|中心)湖 喷水池 喷泉池 旱喷 鱼池 天桥
游泳池 泳池 健身房 健身区 健身点 瑜伽室 舞蹈室 舞蹈房 棋牌室 麻将室 阅览室 图书室 图书馆 书吧 活动室 活动中心 游泳馆 羽毛球馆 体育馆 健身中心 器材区 运动场 门球场 台球室 影音室 自习室 会客厅 接待室 交谊厅 洗衣房 风机房 休闲区 观景台 烧烤区 会议室 多功能厅 会所
篮球场 网球场 羽毛球场 足球场 乒乓球[室台] 球场 体育场 操场 乐园 游乐场 游乐区 游乐园 游戏区 活动区 儿童区 沙坑 沙池
公厕 女厕所? 男厕所? (?:公共|公用|男|女)(?:厕所|卫生间|洗手间) 母婴室 茶水间 开水间 休息区 休息室 等候区 晾晒区 晾衣区 遛狗区 吸烟区 商场 商业街 菜场 菜市场 空地 大门口 出入口 入口 出口
(?:公共|屋顶|顶楼)露台 顶楼(?=的?(?:防水|水箱|平台)) (?:幼儿园|学校|超市|银行|物业|[便利水果烧烤奶茶理发小吃火锅早餐药]{1,3}店)门口
`);

/** Nouns that end a name only after another one: 泳池更衣室, 车库C区, 大堂门口, 地库2号出口. */
export const TAILS = words(`
更衣室 更衣间 淋浴间 淋浴房 桑拿房 前台 [a-h]区 门口 门外 进口 坡道 [东西南北]侧 [东西南北]区 [\\d一二三四五六七八九十]{1,2}号(?:出入口|出口|入口|口|门) [a-h]区\\d{2,4}号?车位
`);

/** Nouns that stand alone: "小广场台阶" is told by 小广场. */
export const LONE = words('(?<=[栋幢座楼元](?:的|前面?|门前)?(?:的|那个)?)(?:台阶|坡道) 更衣室 公共车位');

/** Things that are a place only with 里, 上, 边 …: "滑梯坏了" is the thing, "滑梯下面有马蜂" the place. */
export const THINGS = words(
  '滑梯 滑滑梯 秋千 快递柜 丰巢 充电桩 灌木丛 喷泉 围墙 外墙 单元门(?=上) (?<![户单元家])大门 消防车道 公告栏',
);

/** English names; `the` and what follows is left out. */
const SIDES = 'north|south|east|west|main|front|back|rear|side';
export const ENGLISH_AREAS = words(
  `(?:(?:lift|elevator|ground|main)_)?lobby (?:lift|elevator)_hall hallway corridor stairwell stairway staircase playground gym (?:swimming_)?pool(?:_changing_room)? courtyard
(?:community_)?garden rooftop gate_\\d (?:${SIDES})_(?:gate|entrance|exit|garden|stairs|door) entrance (?:parking_|underground_|basement_)?(?:garage|lot) car_park (?:bike|bicycle)_(?:racks?|shed|room|parking)
(?:trash|garbage|refuse|rubbish|bin)_(?:room|chute|area) (?:mail|laundry|pump|meter|electrical|utility|storage|plant|boiler)_?room basement fountain lake pavilion plaza play_area (?:security|guard)_(?:booth|room) guardhouse (?:tennis|basketball|badminton)_court sauna fire_escape emergency_(?:exit|stairs) loading_(?:bay|dock) (?:parcel|package)_room parking_(?:area|level) sky_garden podium (?:foot)?path(?:way)? sidewalk driveway clubhouse
`,
).map((name) => name.replaceAll('_', '\\s'));
