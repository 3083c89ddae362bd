/** Words that tell intent or urgency rather than the trade. */
export const SCENES = {
  hurry: `
急、很急、着急、急死、急死了、十万火急、火急、火烧眉毛、火烧屁股、紧急、非常急、特别急、挺急的、急用、急需、加急、马上、马上来、立刻、立马、立即
赶紧、赶紧来、赶快、赶忙、快点、快点来、快来、快来人、快来修、快快快、快些、速来、速度、速速、速度来、火速、尽快、尽早、越快越好、抓紧、抓紧时间
麻溜、麻溜的、麻利、麻利点、搞快点、搞快、快滴、快些来、即刻、即刻来、不该快些、刻不容缓、等不了、等不及、等不起、不能等、现在就来、现在就要、分分钟
秒来、救命、救急、来不及了、顶不住了、撑不住了、扛不住、urgent、urgently、asap、right now、right away、immediately、hurry、hurry up、quickly
as soon as possible、emergency、at once、can't wait
`,
  no_hurry: `
不急、不着急、不太急、不是很急、不怎么急、没那么急、不使急、不赶时间、不赶、有空再来、有空来、有空来看、有时间再来、有时间再说、得空、得空再来、得闲
得闲再来、得闲先、方便的时候、方便时、方便再来、顺便、顺便看看、顺路、顺路来、慢慢来、慢慢来就行、什么时候都行、随便什么时候、哪天都行、哪天有空
改天也行、过几天也行、过两天也行、晚几天也行、等几天没事、下周也行、下个月也行、不影响使用、不影响、不碍事、暂时能用、还能用、凑合能用、凑合、将就
将就用、能凑合、小事、小问题、小毛病、不要紧、不打紧、无所谓、不忙、你们忙完再来、先忙别的、排队也行、no rush、no hurry、not urgent、whenever
take your time、when you have time、at your convenience、no need to hurry、can wait、not a big deal、sometime
`,
  waiting: `
等、等着、在等、还在等、一直在等、一直等、等了、等到现在、等了半天、等半天了、等了一天、等了一上午、等了一下午、等一天了、等了两天、等了三天
等三天了、等了一周、等了一个星期、等一个月了、等好久、等好久了、等了好久、等很久了、等了老半天、等得花都谢了、等到花儿都谢了、等到猴年马月、干等
白等、傻等、苦等、等死、等到死、等了好耐、等紧、等得好辛苦、请假等、专门请假、请假在家等、家里等着、在家等、等不来、望眼欲穿、三天了、都三天了
两天了、一周了、一个星期了、半个月了、一个月了、几天了、好几天了、拖了、拖了好久、拖到现在、拖拖拉拉、一拖再拖、拖着、拖到什么时候、waiting
been waiting、still waiting、waited、waiting for days、for days、for hours、all day、all morning、for a week、took the day off
`,
  nobody_came: `
没人来、没有人来、没人管、没人理、没人理我、没人修、没人处理、没人联系、没人联系我、没人回复、没人回、没回音、没回应、没动静、没下文、没有下文
没消息、没信、没音讯、石沉大海、杳无音信、没来、还没来、还没到、还没修、还没处理、还没人来、还不来、咋还没来、怎么还没来、怎么还不来、不来、没见人
没见人来、没见着人、不见人影、连个人影都没、人影都没有、人影都没、一个人都没来、鬼影都没、没人跟、未来、仲未来、仲未到、说来没来、说好来没来
说来不来、放鸽子、放我鸽子、爽约、没人接电话、电话没人接、打不通电话、不接电话、置之不理、不闻不问、无人问津、没人搭理、不了了之、莫得人来、没得人来
没得人管、没人过问、no one came、nobody came、no one showed up、nobody showed up、nobody has come、no response、no reply、never came、didn't come
didn't show up、still no one、no one called、ignored
`,
  come_when: `
几点来、几点到、几点钟来、啥时候来、啥时候到、什么时候来、什么时候到、什么时候能来、什么时候修、什么时候能修好、什么时候好、啥时候修、啥时能好
何时来、何时能修、多久来、多久到、多久能到、多久能好、多久修好、还要多久、要多久、要等多久、还得等多久、大概几点、大约几点、今天来吗、今天能来吗
今天来不来、明天来吗、来不来、来了吗、到哪了、到哪里了、走到哪了、出发了吗、出发没、派人了吗、派单了吗、派了没、有人来吗、谁来修、几时来、几时到
几时搞掂、几时整好、好久来、好久到、好久能修、进度、进度怎么样、进展、进展如何、处理到哪了、处理得怎么样、处理得怎样、怎么样了、怎样了、什么情况了
到哪一步了、修好了吗、修得怎么样、修好没、弄好没、搞定没、受理了吗、接单了吗、有结果吗、有消息吗、查进度、查一下进度、查询工单、我的工单、工单状态
when will、when is、when can、what time、how long、how soon、any update、any updates、any news、status、progress、what's the status
is someone coming、on the way、where is the
`,
  cancel_visit: `
不用来了、不用来、不用了、不用修了、不用麻烦了、不用派人、不用过来、不用过来了、不必来了、不必了、不需要了、不需要、不修了、不要了、不要来了、别来了
别来、别过来了、甭来了、甭修了、不使来、不使来喇、不使喇、不使整、取消、取消吧、取消掉、取消工单、取消报修、取消预约、取消上门、帮我取消、撤销、撤单
撤了吧、撤回、撤掉、退单、作废、关单、关掉工单、结单、算了、算了吧、算了不修了、自己修好了、自己弄好了、自己搞定了、自己通了、自己解决了、我修好了
老公修好了、找人修了、找别人修了、已经好了、已经修好、已经修好了、已经解决、好了、没事了、没问题了、恢复了、恢复正常、来水了、来电了、又好了
又能用了、通了、弄好了、搞掂喇、好返、好返喇、解决了、报错了、报重了、重复报修、多报了、点错了、按错了、误报、弄错了、搞错了、不是我家、cancel
cancel it、cancel the、cancelled、no need、no longer needed、no need to come、don't come、don't need、never mind、nevermind、already fixed
fixed it myself、it's fixed、call it off、withdraw
`,
  change_time: `
改时间、改个时间、换个时间、换时间、改到、改成、改约、改期、改天、改天吧、改日、改明天、改到明天、改到后天、改到下午、改到上午、改到晚上、改到周末
改到下周、换一天、换个日子、换到、换明天、延后、延期、延迟、推迟、推迟一下、推后、往后推、往后挪、往后延、晚点来、晚一点、晚点、晚半小时、晚一小时
迟点、迟些、迟些先来、提前、提早、早点来、早一点、往前提、挪到、挪一下、调到、调整时间、调整一下时间、调个时间、另约、另外约、重新约、重约、再约
约到、约另外、今天没空、今天不在家、今天不方便、明天没空、明天不在家、没时间、临时有事、有事出去、不在家、家里没人、要出门、出差、临时加班、赶不回来
回不来、赶不回、今日不得闲、不得闲、不在屋企、可以改吗、能改吗、能换个时间吗、能不能晚点、reschedule、postpone、change the time、change to
move it to、push back、another day、another time、different time、different day、not home、won't be home、not available、something came up、earlier
later、delay
`,
  blame: `
投诉、要投诉、我要投诉、我投诉、举报、差评、给差评、曝光、发朋友圈曝光、发网上、找媒体、打12345、市长热线、找消协、消费者协会、住建局、找律师、起诉
告你们、法院见、打官司、拒交物业费、不交物业费、拒缴物业费、白交物业费、白交了、物业费白交、交那么多物业费、收钱不办事、光收钱不干活、只收钱
只会收钱、不作为、失职、渎职、推卸责任、推脱、推诿、踢皮球、互相推、推来推去、甩锅、敷衍、敷衍了事、糊弄、糊弄人、忽悠、应付、应付差事、走过场
不负责任、不负责、没责任心、管理混乱、管理差、管理太差、管理不到位、不到位、说话不算数、不守信、骗人、承诺不兑现、空头支票、说一套做一套、光说不做
光说不练、没修好就走、越修越坏、修坏了、修得一塌糊涂、偷工减料、假装修、没修就说修好、质量差、豆腐渣、豆腐渣工程、干什么吃的、吃干饭、吃白饭、摆设
形同虚设、换物业、炒掉物业、赔偿、要求赔偿、赔钱、谁负责、谁来赔、给个说法、给我说法、讨说法、要个说法、complain、complaint、complaining
file a complaint、unacceptable、irresponsible、incompetent、terrible service、poor service、bad service、useless、compensation、sue、lawyer、refund
negligence
`,
  attitude: `
态度、态度差、态度恶劣、态度不好、态度很差、态度极差、态度太差、服务态度、服务差、服务太差、没礼貌、不礼貌、没素质、没教养、粗鲁、粗暴、凶、很凶
凶巴巴、吼人、吼我、骂人、骂我、骂业主、怼我、怼人、顶撞、顶嘴、翻白眼、甩脸子、甩脸色、给脸色、脸色难看、摆臭脸、臭脸、爱理不理、爱搭不理、爱答不理
不搭理、不理人、不耐烦、很不耐烦、挂我电话、挂电话、直接挂电话、语气冲、说话冲、说话难听、冷冰冰、冷漠、傲慢、嚣张、牛气、高高在上、阴阳怪气
冷嘲热讽、讽刺我、嫌弃、骂骂咧咧、抽烟、不穿鞋套、乱扔烟头、弄得一地、走了不收拾、迟到、玩手机、喝酒上班、磨洋工、偷懒、摆烂、恶劣、rude、impolite
bad attitude、attitude、disrespectful、shouted at me、yelled at me、hung up on me、arrogant、unprofessional、impatient、unfriendly、aggressive
`,
  overcharge: `
乱收费、乱要钱、乱要价、乱收钱、多收钱、多收费、多收、多收了、收费高、收费太高、收费不合理、收费贵、太贵、贵得离谱、贵死了、离谱、价格离谱、坐地起价
漫天要价、狮子大开口、宰人、宰客、被宰、宰我、坑人、坑钱、坑我、黑心、黑心钱、黑店、抢钱、抢劫一样、敲诈、讹人、讹钱、讹我、勒索、吃回扣、回扣
私下收费、私收费、收现金、不开发票、没发票、不给发票、没收据、报价不一样、说好多少、说好不要钱、不是免费吗、重复收费、重复扣费、多扣、多扣钱、扣错钱
扣了两次、乱扣费、价格虚高、强制消费、强买强卖、换个零件要、要我几百、要三百、收了我、收贵了、抢钱咩、斩我、斩到一颈血、overcharge、overcharged
overcharging、too expensive、ripped off、rip-off、rip off、scam、charged twice、double charged、no receipt、hidden fee、hidden fees
unreasonable fee
`,
  praise: `
表扬、要表扬、点赞、点个赞、点赞一下、给个好评、好评、五星好评、满分、五星、赞、很赞、赞一个、棒、很棒、真棒、太棒了、超棒、给力、真给力、厉害、专业
很专业、手艺好、手艺不错、技术好、技术过硬、水平高、活儿好、活好、态度好、服务好、服务态度好、服务周到、周到、贴心、耐心、细心、认真、负责、认真负责
敬业、热情、热心、勤快、麻利、利索、利落、靠谱、很靠谱、速度快、来得快、很及时、及时、准时、守时、效率高、效率真高、高效、干净利落、修得好、修得很好
弄得很好、扫得真干净、干净、满意、很满意、非常满意、十分满意、夸、夸一下、夸夸、送锦旗、锦旗、给他加工资、加鸡腿、人好、人很好、小伙子不错、师傅真好
好师傅、佩服、好犀利、抵赞、好叻、巴适、要得、巴适得板、顶呱呱、杠杠的、没得说、贼拉好、老好了、excellent、great job、good job、well done
great service、professional、friendly、helpful、amazing、awesome、fantastic、impressed、very satisfied、satisfied、five stars、compliment、praise
commend、punctual
`,
  thanks: `
谢谢、谢谢啦、谢谢了、谢谢你、谢谢您、谢谢你们、谢谢师傅、谢了、谢啦、谢过、谢谢哈、谢谢哦、谢谢呀、多谢、多谢了、多谢晒、多谢你、多谢啦、太感谢了
感谢、感谢你们、非常感谢、十分感谢、感激、感激不尽、万分感谢、感恩、不该、不该晒、不该嗮、辛苦了、辛苦啦、辛苦你们了、辛苦师傅、辛苦了师傅
师傅辛苦了、辛苦各位、麻烦了、麻烦你了、麻烦您了、麻烦你们了、让你们费心了、费心了、劳驾、劳烦、劳驾了、有劳、有劳了、受累、受累了、难为你了、谢谢侬
谢谢侬哦、谢特、3q、3q了、蟹蟹、谢天谢地、拜谢、鞠躬、抱拳、先谢了、先谢过、先谢谢、thanks、thank you、thank u、thx、thanks a lot、many thanks
much appreciated、appreciate it、i appreciate、cheers、ty、grateful
`,
  suggest: `
建议、提个建议、提建议、有个建议、我建议、建议物业、建议你们、建议加、建议增加、建议装、小建议、意见、提个意见、提点意见、一点意见、合理化建议、提议
倡议、呼吁、想法、有个想法、我觉得可以、可以考虑、能不能考虑、考虑一下、可否、是否可以、是不是可以、要不要、不如、最好能、最好可以、最好装、应该加
应该装、应该设、应当、以后能不能、以后可以、今后、下次能不能、今后能不能、长远看、改进、改善、优化、提升、提高、完善、规范一下、统一规划、规划、整改
改良、能不能改成、要是能、如果能、若能、要是有、如果有就好了、就好了、就更好了、会更好、方便大家、造福业主、suggest、suggestion、suggestions
i suggest、i'd suggest、propose、proposal、recommend、it would be nice、would be great、how about、could we、could you consider、consider
in the future、improvement、maybe you could、why not
`,
  hope_for_all: `
希望、希望增加、希望加装、希望安装、希望设置、希望能、希望能有、希望物业、希望以后、希望今后、希望多、希望改善、盼望、期待、期望、要是能有、大家
大家都、大伙、大伙儿、全体业主、所有业主、各位业主、全小区、整个小区、业主们、邻居们、我们业主、老人们、孩子们、带娃的、宝妈、老年人、给老人、给孩子
给小孩、为大家、为业主、方便老人、方便居民、方便业主、公共、公用的、公共区域、多装几个、多放几个、多设几个、多安几个、多装点、多弄几个、能不能装个
能不能加个、能不能设个、能不能搞个、能不能弄个、能不能建个、可不可以装、可不可以加、可以装一个吗、增设、增加、增加一个、新增、添置、添个、加装
加几个、加点、建一个、搞个、弄个、划几个、hope、we hope、i hope、hopefully、wish、everyone、everybody、all residents、all of us、for everyone
for the residents、the whole community、install more、add more、more benches、could you install、could we have、would like to see、elderly residents
`,
  ask_price: `
多少钱、多少米、多少银子、多少费用、要多少钱、大概多少钱、需要多少钱、多钱、好多钱、几多钱、几钱、几多、几文、几块钱、几块、几元、啥价、啥价格
什么价、什么价格、什么价位、价格、价钱、价位、费用、费用多少、费用怎么算、收费、收费吗、收费标准、怎么收费、咋收费、咋个收费、如何收费、点收费
点样收费、收不收费、收钱吗、要钱吗、要不要钱、要交钱吗、免费吗、免费不、免费的吗、是免费的吗、要收费吗、上门费、上门费多少、人工费、材料费
材料费谁出、工时费、服务费、物业费多少、停车费多少、月租多少、报价、报个价、估价、贵不贵、贵吗、便宜点、能便宜吗、打折、优惠、谁出钱、谁付钱、谁承担
谁掏钱、自费吗、业主出吗、保修期、在保修期吗、过保了吗、给报销吗、how much、price、cost、costs、fee、fees、charge、charges、free of charge
is it free、quote、estimate、rate、do i have to pay、who pays、warranty、expensive
`,
  ask_rule: `
几点上班、几点下班、几点开门、几点关门、几点开放、上班时间、工作时间、营业时间、办公时间、开放时间、服务时间、周末上班吗、周末有人吗、节假日上班吗
怎么办理、怎么办、咋办理、如何办理、怎么申请、如何申请、去哪办、去哪里办、在哪办、哪里办、在哪里、需要什么材料、带什么证件、带什么、要带什么
什么手续、手续、流程、什么流程、怎么交、怎么缴费、在哪交、哪里交、怎么充值、哪里充值、能不能、可以吗、可不可以、允许吗、允许不、让不让、能养狗吗
能装修吗、能装吗、能封阳台吗、什么规定、有规定吗、规定、规矩、制度、条例、政策、标准是什么、哪天、哪天供暖、什么时候供暖、什么时候交、几号交、几号收
截止、几月份、垃圾几点收、垃圾什么时候收、装修时间、施工时间、装修几点、归谁管、归谁修、谁负责、属于谁、属于物业吗、归物业吗、物业管吗、管不管
你们管吗、请问、咨询、咨询一下、想咨询、问一下、想问一下、问问、请教、打听、问下、想知道、想了解、了解一下、电话是多少、电话多少、地址在哪
what time do、opening hours、office hours、how do i、how can i、where can i、is it allowed、am i allowed、can i、is there a rule、rule、rules
regulation、policy、procedure、what documents、do you、who is responsible、question
`,
  ask_person: `
转人工、人工、人工客服、人工服务、找人工、接人工、要人工、转接人工、我要人工、叫人工、真人、找真人、真人客服、活人、找个活人、来个活人、能喘气的
人类、客服、找客服、转客服、接客服、客服电话、值班电话、值班室、前台、前台电话、转前台、管家、找管家、我的管家、管家电话、楼管、楼管家、经理、找经理
找你们经理、叫经理来、项目经理、主任、领导、找领导、你们领导、负责人、找负责人、主管、找主管、老板、你们老板、管事的、找管事的、管事儿的、说了算的
能做主的、叫你们头、你们头儿、不跟机器说、不想跟机器人、不要机器人、别用机器人、不是机器人、有没有人、有人吗、有人在吗、有没人、在线客服、打电话给我
给我打电话、回电话、回个电话、回我电话、联系我、打给我、电话联系、跟人说、揾经理、揾个人、真人来、human、a human、real person、a person
speak to someone、talk to someone、talk to a human、agent、operator、representative、customer service、manager、supervisor、receptionist、call me
call me back、talk to a person、person in charge
`,
  greet: `
你好、您好、你好呀、你好啊、你好吗、嗨、哈喽、哈罗、哈啰、嘿、喂、喂喂、喂你好、在吗、在不、在不在、在么、在嘛、有人吗、有人不、早上好、早安、早啊
上午好、中午好、下午好、晚上好、晚安、大家好、各位好、师傅好、物业你好、物业好、客服你好、管家好、管家你好、美女你好、帅哥、亲在吗、小姐姐、小哥哥
打扰了、打扰一下、不好意思打扰、你系边个、早晨、早唞、午安、哈佬、侬好、吃了吗、吃了没、忙吗、最近好吗、新年好、新年快乐、春节快乐、过年好、节日快乐
中秋快乐、国庆快乐、圣诞快乐、恭喜发财、拜拜、再见、回见、下次聊、好的、好哒、好嘞、嗯、嗯嗯、哦、哦哦、收到、知道了、明白、晓得了、ok、okay、hi
hello、hey、hi there、good morning、good afternoon、good evening、good night、anyone there、bye、goodbye、see you、happy new year、how are you
`,
  repaired_before: `
上次修过、上次修了、上次修的、上次来修过、之前修过、之前修了、前几天修过、前几天刚修、刚修过、刚修好、刚修完、才修好、才修过、才修好没几天、修过
修过了、修过一次、修过两次、修过好几次、修了几次、修了好几次、修了又坏、修好又坏、修了还是、修了又漏、修了等于没修、等于没修、白修、白修了、没修好
没修彻底、治标不治本、又坏、又坏了、又漏、又漏了、又堵、又堵了、又停、又不行了、又来了、又开始、又出问题、又犯了、老毛病、老问题、老样子、又跳闸
又不热、反复、反反复复、反复坏、反复漏、隔三差五、三天两头、动不动就、每次都、总是、老是、经常、一年坏几次、第二次了、第三次了、第四次了、第五次了
第n次了、无数次、不止一次、多次、好几次了、好几回了、几回了、上个月也、去年也、上次也、还是那个、还是老地方、同一个地方、同样的问题、同样问题
一样的毛病、返修、再次、再修、上回、上回修的、整过、整完又坏、又来、again、once again、fixed before、repaired before、fixed last、came back
third time、second time、same problem、same issue、recurring、keeps happening、just fixed、last time、not fixed properly、every time、still broken
`,
  over_now: `
好了、已经好了、现在好了、没事了、没问题了、恢复了、恢复正常、已恢复、正常了、解决了、已解决、修好了、已经修好了、处理好了、处理完了、弄好了、搞好了
搞定了、通了、已经通了、来水了、来电了、有水了、有电了、来气了、来暖气了、亮了、能用了、可以用了、不漏了、不滴了、不响了、不堵了、不臭了、不叫了
已经停了、已经灭了、扑灭了、火灭了、出来了、已经出来了、放出来了、救出来了、人出来了、找到了、已经找到、抓到了、已经走了、搬走了、挪走了、开走了
清走了、扫完了、上次、上次着火、上个月、去年、以前、之前、当时、那天、那会儿、昨天好了、昨天已经、之前漏过、曾经、过去了、没再漏、后来好了、后来没事
已经处理、换好了、好返、好返了、搞掂了、没事喇、已经过去、fixed now、working now、back to normal、it's ok now、it's fine now、resolved、solved
all good、all set、it stopped、stopped、gone now、is back、last year、last month、in the past、used to、previously、got out、put out
`,
  denied: `
没有人、没有人被困、没人被困、没困人、没人受伤、没有受伤、没伤着、没伤到、没着火、没有着火、没起火、没有起火、没冒烟、没有烟、没有漏、没漏、没漏水
没有漏水、没漏气、没有漏气、没有煤气味、没闻到、没味道、没有味道、没有异味、没触电、没被电、没火花、没有火花、没爆、没坏、没有坏、没丢、没被偷、没淹
没进水、没堵、没有堵、没事、没什么事、没啥事、没大事、不是、不是漏水、不是着火、不是煤气、不是故障、不是坏了、不是停电、不漏、不漏水、不是困人
并没有、并不是、并非、不存在、没有这回事、没这回事、哪有、谁说的、误会、误会了、误报、误报警、虚惊一场、谣言、别误会、不算、不至于、没那么严重、没人
不系、不系坏、莫得、莫得事、not、no one is trapped、nobody is trapped、nobody hurt、no one hurt、no fire、no smoke、no smell、no leak、isn't、wasn't
not a leak、not on fire、false alarm、nothing serious、nothing wrong、misunderstanding、never happened、didn't
`,
  feared: `
怕、怕漏、怕漏气、怕漏水、怕漏电、怕着火、怕起火、怕爆炸、怕触电、怕出事、怕掉、怕掉下来、怕砸到人、怕困、怕被困、怕孩子、怕小孩、怕老人、怕滑倒
怕摔、怕有贼、怕小偷、怕被偷、害怕、好怕、有点怕、挺怕、担心、有点担心、担心漏、担心漏气、担心着火、担心出事、担心安全、担心掉下来、担心爆、担忧
忧心、生怕、恐怕、就怕、只怕、万一、万一漏、万一着火、万一出事、万一掉下来、万一砸到、万一有人、不放心、不踏实、心里没底、心里发毛、心慌、提心吊胆
胆战心惊、吓得不敢、不敢用、不敢开、不敢睡、不敢坐、不敢进、不敢碰、会不会漏、会不会着火、会不会爆、会不会炸、会不会掉、会不会漏气、会不会有危险
会不会出事、有没有危险、危不危险、安不安全、安全吗、要紧吗、有隐患、安全隐患、迟早出事、早晚出事、迟早要、早晚要、说不定哪天、惊死、好惊、惊漏、惊住
afraid、afraid of、worried、worried about、i worry、scared、fear、in case、what if、might、could be dangerous、is it safe、is it dangerous
concerned、just in case、nervous、might fall、could fall
`,
  imagined: `
如果、如果漏、如果着火、如果漏气、如果停电、如果困在、如果有人、如果发生、要是、要是漏、要是着火、要是停电、要是被困、要是坏了、要是漏气、假如
假如着火、假如漏气、假使、假设、假定、假若、倘若、倘使、若是、如若、万一、万一哪天、比如、比如说、譬如、例如、打个比方、打比方、比方说、举个例子
设想、想象、想象一下、好比、好像、仿佛、似乎、像是、跟着火似的、像着火一样、像地震一样、像打仗一样、像爆炸一样、像下雨一样、像瀑布、像漏了一样
跟爆了似的、做梦、梦见、梦到、昨晚梦见、电影里、电视剧里、电视里、小说里、新闻里、新闻上、新闻说、网上说、听说、听人说、听说有、据说、朋友圈看到
抖音看到、别的小区、别人家、隔壁小区、理论上、会怎么样、会怎样、该怎么办、应该怎么办、咋办、点算、点办、将来、以后要是、有一天、哪天要是、测试
试一下你、考考你、如何逃生、怎么逃生、if、what if、if there is、in case of、suppose、supposing、imagine、hypothetically、for example
what should i do if、what would、in theory、dreamed、dream、like a、as if、as though、movie、news、heard that、read that
`,
  drill: `
演习、消防演习、消防演练、演练、火灾演练、疏散演练、疏散演习、应急演练、逃生演练、逃生演习、模拟、模拟演练、模拟火灾、模拟困人、困人演练
电梯困人演练、反恐演练、防汛演练、地震演练、防震演练、急救演练、拉练、培训、消防培训、安全培训、安全讲座、消防讲座、讲座、宣传活动、消防宣传、宣传日
消防日、消防月、安全月、119消防日、预演、彩排、测试、测试报警、测试一下、测试警报、试警报、试鸣、防空警报试鸣、防空警报、试喷、试水、试运行
联动测试、消防测试、消防联动测试、消防检测、报警测试、例行测试、例行检查、例行试验、定期试验、月检、季检、年检、年度检测、演戏、拍戏、拍视频、拍电影
剧组、假的、假火、假人、烟雾弹、烟饼、道具、几点演习、什么时候演习、演习通知、通知演习、参加演习、drill、fire drill、evacuation drill、exercise
emergency exercise、rehearsal、simulation、simulated、training、test alarm、alarm test、testing、just a test、it's a drill、practice
safety training
`,
  person_hurt: `
受伤、有人受伤、受伤了、伤到人、伤人了、砸到人、砸到人了、砸伤人、砸伤了、烫伤、烧伤、夹伤、夹到手、夹到人、划伤、割伤、摔倒、摔倒了、有人摔倒
老人摔倒、孩子摔倒、摔伤、摔断腿、骨折、滑倒、跌倒、跌亲、流血、流血了、流了好多血、满头是血、出血、血、晕倒、有人晕倒、晕倒了、晕过去、昏迷、昏倒
昏过去、不省人事、没意识、叫不醒、没有呼吸、没呼吸、喘不上气、呼吸困难、胸口疼、胸闷、心脏病、心脏病发作、心梗、中风、脑梗、抽搐、发病了、犯病、中毒
煤气中毒、溺水、掉水里、落水、掉井里、触电了、被电倒、被电晕、坠楼、跳楼、要跳楼、想跳楼、站在楼顶、坐在楼顶、坐窗台上、轻生、自杀、不想活、不想活了
割腕、割腕自杀、上吊、持刀、拿刀、砍人、捅人、捅伤、打伤、被打、打出血、被狗咬、狗咬人、咬伤、被蛇咬、救人、救命、救救、快救人、叫救护车、救护车
打120、送医院、去医院、医院、人命、出人命、要出人命、会出人命、死人、死人了、someone is hurt、injured、hurt、bleeding、unconscious、passed out
collapsed、not breathing、ambulance、hospital、call an ambulance、heart attack、stroke、seizure、about to jump、jumped、suicide、drowning、stabbed
attacked、someone fell、electrocuted、save us
`,
  child_or_old: `
小孩、孩子、娃、娃儿、娃娃、宝宝、婴儿、小宝宝、新生儿、月子、坐月子、宝贝、儿子、女儿、小朋友、幼儿、学生、孙子、孙女、外孙、小囡、囡囡、细路
细路仔、细蚊仔、bb、仔仔、老人、老人家、老年人、老头、老太太、老太婆、老奶奶、老爷爷、奶奶、爷爷、外婆、外公、姥姥、姥爷、婆婆、公公、老妈、老爸
爸妈、父母、老母亲、老父亲、八十岁、八十多岁、九十岁、九十多岁、七十多岁、老两口、独居老人、空巢老人、行动不便、腿脚不便、腿脚不好、腿不好、瘫痪在床
卧床、卧病在床、坐轮椅、轮椅、拄拐、残疾、残疾人、盲人、聋哑、孕妇、怀孕、怀孕了、大肚子、产妇、病人、生病、刚出院、刚做完手术、术后、透析、吸氧
氧气机、呼吸机、制氧机、心脏不好、高血压、糖尿病、哮喘、发烧、高三、高考、阿婆、阿公、阿嫲、阿爷、child、children、kid、kids、baby、newborn、infant
toddler、my son、my daughter、elderly、old man、old woman、grandma、grandmother、grandpa、grandfather、my parents、my mother、disabled、wheelchair
pregnant、patient、sick、bedridden、oxygen machine、80-year-old
`,
  only_one: `
唯一、唯一的、唯一一个、唯一厕所、唯一的厕所、唯一的马桶、唯一的卫生间、就一个、就这一个、就一个厕所、就一个马桶、就一个卫生间、就一部电梯
就一台电梯、就一个门、就一把钥匙、就一个水龙头、只有一个、只有一个厕所、只有一个马桶、只有一个卫生间、只有一部电梯、只有一台电梯、只有一个门
只有一把钥匙、只有这一个、只得一个、净系得一个、得一个厕所、家里就一个、家里只有一个、家里只有一间、全家就一个、全家只有、全家就靠、全靠这个
没有别的、没别的厕所、没有其他、没有第二个、没有备用、没得别的、没得第二个、没别的办法、没处上厕所、没法上厕所、上不了厕所、上厕所都上不了
厕所用不了、没地方上厕所、憋着、憋尿、去邻居家上厕所、跑公厕、去公厕、没地方洗澡、没法洗澡、洗不了澡、没法做饭、做不了饭、没法用水、没地方住
没地方睡、爬楼梯、只能爬楼、爬二十层、另一台也坏、两台都坏、两部都停、都坏了、全坏了、单厕、only one、only toilet、only bathroom、the only
only have one、just one、our only、no other toilet、only lift、only elevator、only key、no spare、single toilet、both broken
`,
  whole_building: `
整栋、整栋楼、整幢、整幢楼、全栋、全楼、整楼、全楼道、整个单元、整单元、全单元、整层、整层楼、整个楼层、全层、这一层、这层楼、好几层、好几户、几户都
上下几层、左邻右舍、邻居家也、邻居也、邻居都、隔壁也、隔壁家也、对门也、楼上楼下都、楼上也、楼下也、大家都、大家家里都、家家户户、户户都、所有人家
每家每户、每户、全小区、整个小区、小区都、整个小区都、全院、成栋、成栋楼、成栋大厦、成座楼、成层楼、隔离屋都、全部停电、全部停水、都停电、都停水
都没电、都没水、大面积、大范围、大片、一大片、半个小区、半栋楼、一栋楼、几栋楼、好几栋、一条街、附近都、周围都、群里都在说、业主群都在说、很多人
很多户、几十户、一百多户、几百户、上百户、住户都、所有住户、所有业主、几十口人、不止我一家、不光我家、不只我家、不是我一家、whole building
entire building、the whole building、all floors、whole floor、entire floor、whole block、whole community、everyone's、neighbours too、neighbors too
all units、every unit、other apartments、all of us、whole compound、next door too、several households
`,
  damage_spreading: `
越来越大、越来越多、越来越厉害、越来越严重、越漏越大、越漏越多、越来越快、止不住、停不下来、关不住、控制不住、收不住、没法止住、扩大、扩散、蔓延
在蔓延、还在漏、一直在漏、不停地漏、漏一晚上、漏了一夜、漏得厉害、漏到楼下、流到楼下、渗到楼下、楼下找上来、楼下来找、淹到楼下、滴到楼下、流到客厅
流到卧室、流到走廊、流到电梯、流进电梯、流到插座、流到电箱、流进电箱、快到插座、快淹到、快进卧室、快到客厅、地板泡了、木地板泡了、地板要泡、家具泡了
柜子泡了、沙发湿了、床湿了、被子湿了、衣服湿了、电器泡了、电脑泡了、书泡了、墙湿了、墙皮掉、吊顶塌、吊顶要塌、天花板要塌、天花板鼓、顶要掉、快掉了
快塌了、要塌、要倒、要掉、快要掉下来、马上要掉、随时会掉、随时会塌、损失、损失大、损失惨重、东西都湿了、货泡了、货都湿了、店里的货、接了几桶
接满一桶、一盆一盆接、满地、满屋、一地水、烧过来、烧到隔壁、火势蔓延、烟进来、烟窜上来、倒进屋、冲进屋、流紧落楼下、漏到楼下屋企、getting worse
worse、spreading、spreads、won't stop、can't stop it、nonstop、non-stop、everywhere、floor is ruined、ruined、ruining、damaging、damage、soaked
soaking、furniture、floor is wet、through the ceiling、into the neighbour、downstairs、running down、about to collapse、still leaking、keeps rising
`,
  harmless_look: `
不好看、难看、有点难看、丑、很丑、影响美观、影响观瞻、碍眼、看着不舒服、看着别扭、看着难受、不雅观、有碍观瞻、不美观、掉价、显旧、旧了、发黄、泛黄
褪色、掉色、色差、掉漆、掉了点漆、掉了块漆、掉点漆、脱漆、起皮、墙皮有点掉、掉墙皮、刮花、刮痕、划痕、划了一道、划了道、有道划痕、几道印、一道印子
有印子、印子、印迹、痕迹、污渍、水印、手印、脚印、脏了一块、有点脏、有点旧、有点歪、歪了一点、有点斜、有点掉色、生锈、有点锈、一点锈迹、小裂纹
细裂纹、头发丝裂纹、小缝、小坑、小洞、小磕碰、磕了个角、掉了个角、缺个角、小缺口、贴歪了、字掉了、字掉了一个、贴纸翘、海报、涂鸦、小广告、轻微
轻微的、一点点、一丢丢、不影响用、不影响使用、不影响、就是不好看、只是不好看、就是难看、补一下漆、补漆、刷一下漆、刷漆、重新刷、核突、好核突
看落不靓、ugly、doesn't look good、looks bad、looks ugly、eyesore、cosmetic、scratch、scratches、scuff、faded、paint chipped、small crack、hairline
tiny、minor、slight、slightly、discolored、unsightly、just looks
`,
  sarcasm: `
呵呵、呵呵哒、哈哈哈真行、真行、你们真行、可真行、真棒啊、可真棒、真好啊、真好呢、真是好、好得很、好极了、太好了呢、真不错、厉害了、厉害了我的物业
真厉害、真牛、牛啊、牛批、牛x、可以啊、可以的、绝了、绝绝子、真绝、服了、服了你们、我服了、佩服佩服、佩服得五体投地、感天动地、真感动、感动哭了
谢谢啊、谢谢您嘞、我谢谢你、我谢谢你们、谢谢你全家、真是谢谢、恭喜、恭喜你们、祝贺、了不起、伟大、神速、这速度、这效率、效率真高啊、真快啊、可真快
好快哦、快得很呢、等到明年、等到过年、等到下辈子、猴年马月、天长地久、地老天荒、等我孙子、养鱼、可以养鱼了、能养鱼了、正好养鱼、免费游泳池、免费泳池
室内瀑布、水帘洞、水帘洞天、免费桑拿、免费蹦迪、免费喷泉、海景房、湖景房、江景房、省电了、省水费、锻炼身体、免费健身、正好减肥、减肥、爬楼减肥
五星级物业、五星级服务、星级服务、一流服务、高端小区、豪宅、惊喜、惊不惊喜、意不意外、意外惊喜、值了、物业费真值、花得值、真贴心、贴心服务、太贴心了
别着急慢慢来、您老慢慢来、慢慢修别累着、别累着、供着、烧高香、是不是要烧香、装瞎、眼瞎、睡着了、冬眠了、好犀利喔、多得你们不少、多得晒、犀利
oh great、great just great、how wonderful、wonderful、lovely、nice one、well done indeed、thanks a lot for nothing、thanks for nothing、bravo
slow clap、brilliant、fantastic service、free swimming pool、indoor waterfall、congratulations、impressive、what a surprise
`,
  swear: `
妈的、他妈的、特么、特么的、他奶奶的、tmd、nmd、尼玛、你妹、你大爷、我操、卧槽、我靠、我去、艹、日了狗、我日、滚、滚蛋、混蛋、王八蛋、王八羔子
龟儿子、龟孙、瓜娃子、瓜皮、哈儿、哈批、铲铲、仙人板板、仙人板板的、傻逼、傻b、沙比、sb、煞笔、傻叉、傻x、二逼、二货、脑残、智障、弱智、白痴、蠢货
蠢猪、猪脑子、狗屁、狗屎、狗日的、狗东西、狗物业、垃圾物业、破物业、烂物业、死物业、黑物业、黑心物业、流氓物业、垃圾公司、废物、一群废物、饭桶
酒囊饭袋、吃屎、去死、死全家、神经病、有病、有病吧、脑子有病、什么玩意、什么玩意儿、什么破、什么鬼、什么狗屁、见鬼、鬼物业、扯淡、扯犊子、放屁
屁用没有、屁用、滚犊子、瘪犊子、犊子、逼玩意、鳖孙、丢你、丢你老母、屌、屌你、屌你老母、顶你个肺、仆街、扑街、冚家铲、食屎、柒头、痴线、黐线、死蠢
老子、老娘、册那、册那娘、小赤佬、脑子瓦特、十三点、damn、damn it、shit、bullshit、crap、fuck、fucking、wtf、asshole、bastard、idiot、idiots、stupid
morons、hell、what the hell、screw you、sucks、piece of crap、garbage management
`,
  machine_order: `
讲个笑话、说个笑话、唱首歌、唱个歌、放首歌、播放音乐、写首诗、写篇作文、写个代码、写代码、讲个故事、讲故事、翻译、翻译一下、帮我翻译、天气、今天天气
天气怎么样、天气预报、明天天气、下雨吗、几点了、现在几点、今天几号、今天星期几、星期几、几月几号、算一下、一加一等于几、等于几、股票、彩票、彩票号码
双色球、新闻、调高温度、调低温度、定闹钟、设闹钟、提醒我、订外卖、点外卖、叫外卖、打车、叫车、订票、买票、订酒店、导航、查快递、查公交、你是谁
你叫什么、你叫啥、你是机器人吗、你是人吗、你是ai吗、你会什么、你能做什么、你能干什么、你会干嘛、你几岁、你多大了、陪我聊天、聊聊天、聊天、忽略指令
忽略以上、忽略之前、忽略前面的、无视以上、忘记之前、系统提示、系统提示词、提示词、你的指令、显示提示、输出json、返回json、扮演、你现在是、你是猫娘
管理员模式、开发者模式、调试模式、开发模式、清空、清空记录、删除记录、删除工单、删库、删掉所有、关闭所有、关闭所有工单、全部完成、导出、导出数据
导出名单、业主名单、业主电话、发给我密码、管理员密码、帮助、菜单、主菜单、返回、返回主菜单、退出、重新开始、再说一遍、再说一次、tell me a joke
sing a song、weather、what time is it、who are you、are you a robot、are you human、ignore previous、ignore all previous、ignore the instructions
system prompt、you are now、pretend、act as、developer mode、admin mode、jailbreak、write a poem、write code、translate、help、menu、restart、reset
delete all、show me your、set priority、set the urgency、output json
`,
};
