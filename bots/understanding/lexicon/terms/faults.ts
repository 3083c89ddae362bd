/** What is wrong, or wanted, whatever the thing. */
export const FAULTS = {
  leak: `
漏水、漏、在漏、漏了、漏得厉害、漏的厉害、一直漏、漏个不停、漏不停、直漏、狂漏、漏成河、漏得跟下雨、渗、渗水、渗漏、往外渗、渗出来、洇、洇水、洇湿
流水不止、往外流水、哗哗流、哗啦啦流、哗哗的、淌水、淌、流个不停、关不住水、关不严、关不紧、关不死、止不住水、滋水、滋出来、滋滋冒水、呲水、呲出来
刺水、飙水、标水、飚水、喷水、喷出来、冒水、往外冒、跑水、跑冒滴漏、走水、泄漏、泄露、泻漏、露水、楼水、漏谁、漏氺、漏水水、漏紧水、渗紧水、湿了一片
湿一片、水往下淌、水顺着墙、往下流、流到、leak、leaks、leaking、leaked、leakage、water coming out、seeping、seepage、oozing、gushing、spraying
squirting
`,
  drip: `
滴答、滴嗒、嘀嗒、滴答滴答、嗒嗒滴、滴水、滴滴水、滴下来、往下滴、在滴、滴个不停、滴不停、一滴一滴、一滴一滴的、滴滴答答、滴滴嗒嗒、吧嗒吧嗒
啪嗒啪嗒、滴落、渗水珠、挂水珠、冒水珠、水珠、有点漏、微漏、慢漏、轻微漏水、细细地漏、关不紧滴水、拧不紧、拧紧还滴、空调滴水、叮咚叮咚滴、漏两滴
漏几滴、滴到、滴了、滴紧水、drip、drips、dripping、dripped、drops of water、trickle、trickling
`,
  burst: `
爆、爆了、爆开、爆裂、爆管、爆管了、水管爆了、炸裂、炸开、炸了、炸管、崩了、嘣了、崩开、崩掉、绷了、蹦了、破裂、破了、裂开、断开、脱开、脱落喷水
喷涌、喷得到处、喷到天花板、水柱、喷水柱、狂喷、狂飙、水喷出来、水涌出来、涌出来、哗哗喷、冲开、冲掉、接头崩、管子爆、管爆、冻爆、冻裂、自爆、爆喉
爆水管、爆水喉、撑爆、挤爆、胀裂、burst、bursting、exploded、blew off、blown off、ruptured、rupture、split open、shooting out
`,
  blocked: `
堵、堵了、堵住、堵住了、堵死、堵死了、堵塞、堵塞了、堵得死死、堵得严严实实、塞、塞了、塞住、塞住了、塞死、塞晒、不通、不通畅、通不了、不通了、通不开
下不去、水下不去、冲不下去、冲不下、冲不走、冲不掉、不下水、下水慢、下得慢、流不下去、流得慢、排不出去、排不掉、排不下去、排水慢、漏不下去、积水
积在、憋住、憋水、淤积、淤堵、淤塞、卡住东西、掉东西进去、掉进去、杜了、睹了、赌了、渡住、肚住、堵啦、又堵、不走水、走水慢、不下、下不来、窝住
满着不下、胀满、水面不下降、clog、clogged、blocked、blockage、won't drain、not draining、draining slowly、slow drain、won't flush、doesn't flush
plugged up、jammed drain、stopped up
`,
  backflow: `
返水、反水、返上来、反上来、倒灌、倒流、倒返、冒上来、往上冒、往上返、往上翻、翻上来、涌上来、溢出来、溢出、漫出来、漫出、溢水、冒粪、冒粪水、冒大便
冒脏水、冒黑水、冒污水、污水倒灌、污水返上来、污水涌出、屎都冒出来、粪水、返黑水、返脏水、返臭水、反臭水、咕嘟咕嘟冒、咕噜咕噜冒、冒泡、往外溢
往外翻、往外冒水、回流、返流、倒涌、返出来、翻水、倒灌返来、backflow、backing up、backed up、backs up、coming back up、overflow、overflowing
overflows、bubbling up、sewage coming up
`,
  no_water: `
停水、没水、没水了、没有水、水停了、断水、断水了、不出水、不来水、没来水、来不了水、没水到、无水、莫得水、没得水、没得水了、一滴水都没有、一滴水没有
一点水没有、放不出水、打开没水、水龙头没水、家里没水、全家没水、楼上没水、整栋没水、全楼没水、水不来、水没了、缺水、没水用、没水洗、没水冲、用不上水
水都没有、空管、不上水、上不来水、水上不来、抽不上水、没有自来水、没热水、没有热水、不出热水、热水没了、没热水了、no water、no running water
water is off、water off、water cut、water out、no hot water、nothing comes out、dry tap
`,
  no_power: `
停电、停电了、没电、没电了、没有电、断电、断电了、电停了、电断了、掉电、没来电、来不了电、不通电、不来电、通不上电、莫得电、没得电、没得电了、没电用
失电、电没了、全黑了、屋里全黑、家里黑了、一片漆黑、整层没电、整栋没电、全楼停电、全家没电、一半没电、半边没电、插座没电、插上没反应、送不上电
供电中断、电源没了、带不起来电、欠费停电、no power、power out、power outage、power is out、power off、power cut、blackout、no electricity
lost power、electricity is out、dead outlet
`,
  trip: `
跳闸、跳闸了、跳匝、跳扎、跳砸、跳炸、调闸、跳电、跳制、跳掣、掉闸、拉闸、跳了、老跳、总跳、一直跳、频繁跳、天天跳、一开就跳、一插就跳、一用就跳
一推就跳、推不上、推不上去、合不上、合不上去、合不了闸、推上去又掉、推上又跳、闸推不上、闸上不去、复不了位、复位不了、弹下来、自动跳、自己跳、跳保险
空开跳、漏保跳、总闸跳、烧保险、保险丝断、保险烧、爆保险、断保险、trip、trips、tripped、tripping、keeps tripping、blown fuse、fuse blew、won't reset
breaker flipped
`,
  dark: `
黑、黑了、漆黑、黑漆漆、黑黢黢、黑咕隆咚、黑灯瞎火、黑洞洞、黑乎乎、乌漆嘛黑、乌漆麻黑、乌七八黑、黑麻麻、黑咪麻、黑区区、墨黑、黢黑、摸黑、摸着走
看不见、看不清、啥也看不见、伸手不见五指、不亮、不亮了、不亮咯、亮不起来、亮不了、不着、不着灯、灯灭、灭了、灯灭了、灯瞎了、瞎了、瞎灯、憋了、灯憋了
灯泡烧了、灯泡憋了、灯坏、坏灯、黑𢫏𢫏、昏暗、很暗、太暗、暗得很、光线不足、没灯、没有灯、没光、不亮灯、全灭、熄了、dark、pitch black、pitch dark
unlit、lights out、light is out、no light、went out、doesn't light、won't turn on、can't see、burnt out
`,
  flicker: `
闪、闪烁、一闪一闪、闪来闪去、闪个不停、闪不停、闪得眼花、闪瞎、忽明忽暗、忽亮忽暗、忽闪忽闪、一会亮一会灭、时亮时不亮、时亮时灭、一亮一灭、明灭不定
频闪、灯闪、老闪、一直闪、眨眼、眨巴眼、眨巴眨巴、跳闪、乱闪、抖、鬼火一样、跟鬼片似的、蹦迪似的、花屏、雪花、闪屏、闪红灯、电压不稳、忽大忽小
flicker、flickers、flickering、blinking、blinks、flashing、on and off、strobe
`,
  spark: `
火花、冒火花、打火花、出火花、火星、冒火星、蹦火星、火星子、迸火星、打火、冒火、噼啪、噼里啪啦、噼啪响、啪啪响、滋滋响、滋啦、滋滋啦啦、刺啦、呲啦
吱啦响、呲火、喷火、放电、拉弧、电弧、电火花、打闪、冒电、打着火星、啪一声火、砰一声冒火、闪蓝光、蓝光、滋火、弹火、爆火花、火球、spark、sparks
sparking、sparked、arcing、crackling、popping sound、electrical arc
`,
  shock: `
电人、电到、电到人、电到我、电我、电了一下、被电、被电了、被电到、被电着、触电、触电了、过电、带电、漏电、漏电了、麻手、手麻、麻了、麻人、麻一下
打麻、电得慌、打手、电手、有电感、摸着麻、一摸就麻、一碰就麻、麻酥酥、麻嗖嗖、电麻、电死、差点电死、差点被电、水带电、洗澡电、洗澡麻、外壳带电
被电打、被电打了、电打人、揩电、俾电亲、电亲、跑电、走电、shock、shocked、shocks、electrocuted、got a shock、electric shock、tingling、tingle
zapped、zap
`,
  smoke: `
冒烟、冒烟了、冒黑烟、冒白烟、冒浓烟、冒青烟、起烟、出烟、有烟、有股烟、一股烟、浓烟、浓烟滚滚、黑烟、烟雾、烟好大、烟很大、全是烟、都是烟、满屋烟
满屋子烟、烟出来、烟往外冒、飘烟、呛人、呛死、呛得慌、呛得咳、烟熏、乌烟瘴气、冒了烟、出紧烟、烟味很大、楼道有烟、smoke、smoking、smoky
smoke coming out、full of smoke、fumes
`,
  burn: `
着火、着火了、起火、起火了、烧起来、烧起来了、烧着、烧着了、燃起来、燃了、燃起来了、失火、自燃、火大、火很大、火苗、窜火、火蹿起来、烧焦、烧焦了
烧糊、糊了、焦了、焦黑、烧黑、发黑、熏黑、烧坏、烧了、烧毁、烧掉、烧断、烧熔、融化、熔化、烤化、烫化、烧化、化了、烧穿、烧干、干烧、烧红、着了火
烧紧、爆炸、炸了、发烫烧、糊味、焦味、焦糊味、烧焦味、胶臭、塑料味、burn、burning、burnt、burned、fire、on fire、caught fire、flames、melted
scorched、charred、overheated
`,
  smell: `
臭、臭味、臭死、臭死了、臭死人、臭烘烘、臭熏熏、臭得要命、臭得不行、臭得很、臭气、臭气熏天、恶臭、腥臭、腐臭、骚臭、尿骚味、酸臭、馊、馊味、霉味
发霉味、腥味、土腥味、异味、怪味、味道大、味道很大、味儿大、有味、有味儿、有味道、有股味、一股味、一股子味、难闻、很难闻、刺鼻、刺激性气味、熏人
熏死、熏死人、熏得慌、辣眼睛、想吐、恶心、作呕、返味、反味、返臭、反臭、冲鼻子、好臭、好大股味、好大味、臭崩、臭晒、一阵阵臭、鸡蛋味、下水道味、烂味
油漆味、甲醛、甲醛味、smell、smells、smelly、stink、stinks、stinking、stinky、odor、odour、reeks、foul、awful smell、musty
`,
  gas_smell: `
煤气味、煤气味道、燃气味、燃气味道、天然气味、天然气味道、瓦斯味、液化气味、漏气、漏气了、漏煤气、漏燃气、漏天然气、煤气漏、煤气漏了、燃气漏
燃气泄漏、燃气泄露、煤气泄漏、煤气泄露、天然气泄漏、天然气泄露、天然气漏、气漏、跑气、跑煤气、臭鸡蛋味、臭鸡蛋、鸡蛋臭、一股煤气、一股燃气
一股天然气、闻到煤气、闻到燃气、闻到天然气、闻着煤气、闻着像煤气、有煤气、有燃气、屋里煤气、厨房有气味、嘶嘶漏、嘶嘶响、嘶嘶的、煤气中毒、头晕恶心
一氧化碳、燃气报警、燃气报警器响、煤气报警器响、可燃气体报警、气味很大、好大煤气味、有阵煤气味、媒气味、gas smell、smell of gas、smell gas
smells like gas、smelling gas、gas leak、gas is leaking、leaking gas、hissing、rotten eggs、rotten egg smell
`,
  noise: `
响、异响、怪响、怪声、嗡嗡、嗡嗡响、嗡嗡叫、轰隆、轰隆隆、轰隆隆响、轰轰响、隆隆、哐当、哐哐、哐啷、咣当、咣咣、咣当咣当、咚咚、咚咚咚、咚咚响、砰砰
砰砰响、啪啪响、咔咔、咔咔响、咔嚓、咔哒、咔嗒、嘎吱、嘎吱嘎吱、嘎嘎响、嘎达嘎达、吱吱、吱吱响、吱嘎、吱呀、吱扭、咯吱、咯噔、咯咯响、哒哒、哒哒哒
滋滋、滋滋响、滋啦、呜呜、呜呜响、呼呼响、呼噜呼噜、突突、突突响、嘭嘭、叮当、叮铃咣当、叽里呱啦、吵、吵人、吵死、吵得很、吵得睡不着、闹、闹腾、扰民
声音大、声音很大、声音太大、动静大、震、震动、震得慌、震天响、共振、尖叫、尖啸、哨音、鸣叫、一直叫、滴滴叫、滴滴响、滴滴滴、嘀嘀、乱叫、刺耳、嘈
好嘈、嘈嘈闭、noise、noisy、loud、humming、buzzing、buzz、rattling、rattle、banging、squeaking、squeaky、squealing、grinding、rumbling、clanking
screeching、beeping、whining、vibrating
`,
  stuck: `
卡、卡住、卡住了、卡死、卡死了、卡了、卡壳、卡顿、卡在、卡着、卡到、卡得死死、卡得动不了、不动、不动了、动不了、不走了、不走、走不动、走不了
停在半路、停住、停住了、停了、僵住、锈死、锈住、锈死了、咬死、抱死、拧不动、扳不动、掰不动、转不动、拧不开、拉不动、推不动、按不动、拔不出来、拔不出
拔不下来、取不出来、取不出、抽不出、抽不出来、抬不起来、升不起来、落不下来、下不来、夹住、夹住了、冻住、粘住、死机、死机了、冻屏、哽住、扯住、不郁
郁不到、不行、stuck、jammed、jam、frozen、seized、won't move、not moving、won't budge、stuck between、hung、rusted shut
`,
  trapped: `
困、困住、困住了、被困、被困了、困人、困在里面、困在电梯、困里面、困到、困了、关在里面、关里面、关在电梯、关里头、关住了、关了、锁在里面、锁里面
锁屋里、反锁在、锁在厕所、锁在车里、锁在阳台、卡里面、卡在里面、卡电梯里、出不来、出不来了、出不去、出不去了、出不到、下不来、里面有人、里头有人
有人被关、有人被困、有人在里面、我在里面、救我、救我出去、救命、快救、放我出去、憋里面、关电梯、关倒里头、吊在半空、悬在半空、上不去下不来、出不得
trapped、stuck inside、locked inside、locked in、can't get out、cannot get out、people inside、someone inside、get me out、help me out
`,
  cannot_open: `
打不开、打不开了、开不了、开不开、开不了门、开不到、开不到门、打不得开、拧不开、推不开、拉不开、扭不开、撬不开、拔不开、开不起、开不倒、开不起门
弄不开、不开门、不开、不弹开、不抬杆、不抬、不起杆、刷不开、刷不了、刷不上、刷卡没反应、刷卡不开、刷脸不开、刷脸刷不开、识别不了、识别不到、识别不出
识别失败、识别不成功、不识别、人脸不认、不认、不认卡、不认人、指纹不认、指纹按不开、密码不对、密码错误、密码忘了、忘记密码、卡失效、卡过期、卡消磁
消磁、消磁了、钥匙断里面、钥匙断了、钥匙插不进、钥匙转不动、钥匙拧不动、插不进去、锁死、锁死了、反锁、反锁了、锁外面了、锁门外、被锁门外、进不去
进不来、进不了、入不到、入不去、没带钥匙、钥匙丢了、钥匙落家、can't open、cannot open、won't open、doesn't open、not opening、won't unlock
locked out、can't get in、cannot get in、can't enter、access denied、not recognized、not recognised、card doesn't work、key broke
`,
  cannot_close: `
关不上、关不上了、关不严、关不住、关不紧、关不拢、关不了、关不了门、关不到、闩不到、合不上、合不拢、合不严、合不严实、锁不上、锁不住、锁不了
反锁不了、锁不得、锁不到、不落锁、落不了锁、不自动关、不会自动关、自己弹开、弹开、弹回来、一直开着、敞着、敞开、大敞着、虚掩、关不死、闭不上、闭不严
闭合不了、门不回位、不回弹、不复位、不落杆、不落、杆不落、杆子不落、卡缝、有缝、漏缝、漏风、漏风了、灌风、往里灌风、透风、窜风、漏光、关不到底
碰不上、扣不上、插不上、won't close、can't close、cannot close、doesn't close、not closing、won't lock、can't lock、cannot lock、doesn't lock
left open、wide open、drafty、draughty、keeps opening
`,
  loose: `
松、松了、松动、松动了、松脱、松垮、松垮垮、松松垮垮、晃、晃动、晃悠、晃晃悠悠、晃来晃去、晃荡、摇晃、摇摇晃晃、摇摇欲坠、摇摇摆摆、左摇右晃、不稳
不牢、不牢固、不结实、不牢靠、不稳当、没固定、没拧紧、滑丝、滑牙、滑扣、脱扣、螺丝松、螺丝掉、要掉、快掉了、快要掉、要掉下来、快掉下来、耷拉、耷拉着
下垂、歪、歪了、歪斜、倾斜、斜了、翘、翘起、翘起来、悬着、吊着、挂着、悬空、吱吱晃、打晃、一碰就动、一踩就动、活动了、活络、郎当、甩甩、甩甩地
揈揈吓、loose、wobbly、wobbling、wobbles、shaky、unstable、hanging、hanging off、dangling、tilted、leaning、swaying、about to fall、coming off
`,
  fall: `
掉、掉了、掉下来、掉下来了、掉下、掉落、脱落、脱落了、跌落、跌了、跌落来、坠落、坠下、砸下来、砸下、落下来、落落来、剥落、散架、散了、塌、塌了
塌下来、坍塌、垮了、垮塌、垮下来、倒了、倒下、倒下来、倒塌、倾倒、摔下来、滑落、滑下来、飞下来、刮下来、刮倒、吹倒、吹下来、吹跑、吹飞、砸、砸到
砸中、砸坏、砸了、砸车、砸到人、砸到车、差点砸到、掉砖、掉瓷砖、掉块、掉渣、掉灰、掉土、掉皮、掉漆、凹下去、陷下去、下陷、塌陷、冧了、冧落来、fell
fall、fallen、falling、fell off、fell down、fallen off、collapsed、collapse、collapsing、came off、dropped、knocked over
`,
  crack: `
裂、裂了、裂开、裂开了、裂缝、裂纹、裂口、裂痕、开裂、破裂、龟裂、炸裂、碎、碎了、碎掉、碎裂、碎成渣、粉碎、稀碎、稀巴烂、破、破了、破损、破洞
破了个洞、烂、烂了、烂晒、烂掉、断、断了、断裂、断掉、断成两截、折了、折断、掰断、崩口、缺口、缺角、豁口、豁了、磕破、磕了、豁牙、爆裂、爆了、自爆
有条缝、一道缝、一条缝、一条大缝、大口子、口子、裂逢、裂封、蜘蛛网一样、花了、崩瓷、掉瓷、crack、cracked、cracks、cracking、broken glass、shattered
smashed、split、snapped、fractured、chipped、hole in、broke off
`,
  bulge: `
鼓、鼓包、鼓起、鼓起来、鼓泡、起泡、起鼓、起包、隆起、拱起、起拱、拱起来、翘、翘边、翘起、翘起来、翘角、空鼓、膨胀、涨开、胀开、胀起来、发胀、变形
变形了、走形、弯了、扭曲、瘪、凹、凹陷、塌腰、下沉、沉降、起皱、拱了、爆边、凸起、凸出来、鼓了、谷起、谷了起身、泡胀、泡发、泡涨了、bulge、bulging
bulged、swollen、swelling、blistering、warped、buckled、buckling、bent、deformed、hollow、lifted
`,
  mould: `
发霉、发霉了、霉、霉了、霉斑、霉点、霉菌、长霉、长毛、长毛了、长绿毛、长白毛、长黑毛、长黑点、黑点、黑斑、起霉点、起霉、霉变、霉味、发黑、发绿、返潮
反潮、潮、潮湿、潮乎乎、潮得很、湿漉漉、湿嗒嗒、受潮、回潮、回南天、返碱、泛碱、起碱、白毛、长蘑菇、长青苔、发黄、泛黄、发毛了、发毛、霉烂、霉晒
腐烂、朽了、糟了、烂木头、mould、mold、mouldy、moldy、mildew、fungus、damp、black spots、green spots、rotten、rotting
`,
  peel: `
掉皮、掉皮了、起皮、起皮了、脱皮、爆皮、掉漆、掉漆了、脱漆、起壳、脱壳、剥落、剥离、脱落、墙皮掉、掉墙皮、掉灰、掉渣、掉粉、掉白灰、爆灰、开胶、脱胶
脱胶了、翘皮、翘边、卷边、卷起来、划痕、划了、刮花、刮了、花了、磨花、磨损、褪色、掉色、变色、生锈、锈、锈了、锈迹、锈蚀、锈穿、锈烂、腐蚀、老化
老化了、旧了、破旧、斑驳、甩皮、甩色、peel、peeling、peeled、flaking、flaked、scratched、scratch、scratches、faded、rust、rusty、rusted、worn
worn out、discolored
`,
  dirty: `
脏、脏了、很脏、脏死、脏死了、脏得很、脏得要命、脏兮兮、脏乱、脏乱差、脏乎乎、埋汰、邋遢、腌臜、污糟、龌龊、恶心、恶心人、不干净、不卫生、没打扫
没人扫、没人打扫、没人清、没扫、没拖、没擦、几天没扫、好久没扫、油腻、油乎乎、油渍、粘、粘糊糊、粘脚、污渍、水渍、泥、泥巴、都是泥、全是泥、灰、积灰
落灰、全是灰、一层灰、厚厚一层、灰扑扑、灰头土脸、尿、屎、粪、吐、痰、一地、满地、满地都是、到处都是、一塌糊涂、乌七八糟、洒了、洒一地、弄脏、染了
发黄、发黑、浑、浑浊、黄水、锈水、有杂质、有沙子、有异物、污浊、邋邋遢遢、dirty、filthy、messy、dusty、muddy、stained、sticky、greasy、grimy
not cleaned、unclean、gross、disgusting、cloudy water、brown water
`,
  pile: `
堆、堆着、堆满、堆满了、堆成山、堆积、堆积如山、堆放、堆得、堆得到处、堆了一堆、一堆、一大堆、成堆、堆在门口、堆门口、满、满了、装满、塞满、爆满
爆桶、满出来、满溢、溢出来、漫出来、冒尖、没人收、没人清、没清运、没清、没倒、没拉走、没运走、几天没收、好几天没倒、摞着、码着、扔在、丢在、放在楼道
摆在楼道、摆门口、占地方、挡路、乱堆、乱放、乱扔、乱丢、乱倒、随手扔、随地扔、到处扔、散落、撒得到处、堆晒、堆住、倒在、pile、piled、piled up
piling up、heap、overflowing、full、not collected、uncollected、left in the、dumped、littered、stacked、cluttered
`,
  missing: `
没了、没有了、不见了、不见、缺、缺了、缺失、少了、少了一个、少了一块、缺一块、缺个、丢失、丢了、遗失、没装、没盖、没盖上、盖子没了、空的、空了
光秃秃、裸露、敞着、露着、露出来、露在外面、没封、用完、用完了、没货、没补、没配、被拆、被拆了、被拿走、被人拿了、被挖走、没得、莫得、莫得了、没安
没安装、没有配、断货、missing、gone、lost cover、not there、no cover、uncovered、exposed、empty、ran out、disappeared、removed、without a
`,
  lost: `
丢、丢了、丢失、弄丢、弄丢了、搞丢、搞丢了、遗失、遗失了、掉了、落下了、落在、落在家、忘带、没带、忘在家、忘拿、找不到、找不到了、找不着、不见了
不知道放哪、不见、搞不见、整不见、不晓得丢哪、打落、打失、打失了、掉沟里、掉井里、掉电梯缝、掉下水道、掉进去了、掉进马桶、走丢、走失、丢东西、lost
lost my、misplaced、left behind、forgot my、can't find、cannot find、dropped down、fell into、dropped into
`,
  slow: `
慢、很慢、太慢、好慢、慢得很、慢死、慢得要死、慢吞吞、慢腾腾、龟速、蜗牛、蜗牛一样、半天、半天不、半天才、等半天、等老半天、等好久、等很久
半天没反应、要等很久、转圈、一直转圈、转圈圈、加载不出来、加载慢、打不开网页、卡、卡顿、卡死、卡成狗、卡成ppt、一卡一卡、延迟、延时、延迟高、缓冲
反应慢、反应迟钝、迟钝、不灵、不灵敏、磨叽、磨磨蹭蹭、拖拉、速度上不去、达不到、慢到飞起、慢到死、慢半拍、慢速、慢得像蜗牛、slow、slowly、very slow
too slow、laggy、lag、lagging、delay、delayed、sluggish、takes forever、takes ages、loading、buffering
`,
  weak: `
太小、很小、小了、变小、越来越小、水小、水很小、水流小、水流细、细细的、细流、细得像线、跟线一样、一小股、一点点、一丁点、压力小、压力不够、压力不足
水压低、水压小、水压不够、没压力、没劲、没力、没力气、不够力、力道小、吸力小、不吸、吸不上、吸不走、吸不动、抽不动、抽不走、排不出、风小、风很小
没风、风力小、风量小、不出风、出风小、火小、火力小、火苗小、弱、很弱、信号弱、一格、一格信号、两格、暗、不够亮、光线弱、昏、声音小、听不清、听不到
动力不足、没电、电量低、疲软、有气无力、半死不活、要死不活、冲不干净、冲力小、冲不动、时有时无、时好时坏、忽大忽小、断断续续、weak、low
low pressure、poor、poor suction、trickle、faint、dim、barely、not strong、barely any、intermittent
`,
  cold: `
冷、很冷、好冷、冷死、冷死了、冻死、冻死了、冻得慌、冻得哆嗦、冻得发抖、冷得要命、冷得不行、冷冰冰、冰凉、冰冰凉、拔凉、拔凉拔凉、哇凉、凉、凉的
凉了、冻、冷水、不热、不热了、不暖、不暖和、不够热、温吞、温吞水、温的、温温的、不烫、忽冷忽热、一会冷一会热、时冷时热、冷热不均、半边凉、一半凉
冷得像冰窖、冰窖、冰窟窿、冷飕飕、凉飕飕、嗖嗖的、冻冰冰、冻到震、冻亲、瑟瑟发抖、穿羽绒服、裹被子、十几度、十五度、十二度、不到十八度、不达标
室温低、老人冻病、冷到感冒、cold、freezing、ice cold、icy、chilly、lukewarm、cool、not warm、frozen、shivering
`,
  hot: `
热、很热、好热、热死、热死了、热得要命、热得不行、闷热、闷、闷死、太热、过热、烫、烫手、烫人、滚烫、发烫、发热、烫得很、烫脚、烧手、烤人、烤得慌
蒸笼、蒸桑拿、桑拿房、像蒸笼、火炉、中暑、汗、一身汗、满头大汗、出汗、温度太高、温度高、降不下来、降不了、调不低、辣手、焫手、热到晕、热辣辣、好焗
焗住、焗死、烘人、hot、too hot、boiling、scalding、overheating、overheats、overheated、stuffy、sweating、burning hot、warm to the touch、roasting
`,
  not_cooling: `
不制冷、不制冷了、不冷、不凉、不凉快、不够冷、不够凉、制冷差、制冷不好、制冷效果差、效果差、冷不下来、冷不起来、降不下来、降不了温、降温慢、吹热风
吹的热风、出热风、吹自然风、自然风、吹风不冷、吹出来不冷、光吹风、光吹风不冷、只吹风、出风不凉、没冷气、不冻、不够冻、缺氟、没氟、没雪种、冰不住
化冻、化了、化冰、冰化了、冰淇淋化、肉化了、菜坏了、不冷藏、不冷冻、不结冰、不保鲜、冷藏不冷、冷冻不冷、制冷不行、制不了冷、不治冷、不致冷、不智冷
不只冷、not cooling、not cool、doesn't cool、won't cool、no cold air、blowing warm air、blows hot air、warm air、not cold、not cold enough
not freezing、thawed
`,
  not_heating: `
不制热、不制热了、不热、不热了、不暖、不暖和、不加热、不加热了、加热不了、加热慢、烧不热、烧不开、烧不起来、烧不着、热不起来、热不了、不够热
温度上不去、上不去温度、升不上去、升温慢、制热差、制热不好、制热效果差、效果差、吹冷风、吹的冷风、出冷风、吹凉风、没暖气、没有暖气、暖气不热
暖气片不热、暖气凉、地暖不热、地暖凉、地热不热、水不热、水烧不热、不出热水、没热水、没有热水、热水不热、只有冷水、只出冷水、全是凉水、没来暖气
没供暖、停暖、停暖气、一半热一半不热、上热下凉、首端热末端凉、不治热、不致热、not heating、no heat、no heating、doesn't heat、won't heat
heating is off、not hot、not warm、cold radiator、radiator is cold、no hot water、blowing cold air
`,
  no_signal: `
没信号、没有信号、没信号了、无信号、信号没了、信号差、信号不好、信号弱、信号断、信号丢失、没网、没有网、没网了、没网络、没有网络、无网络、断网
断网了、网断了、上不了网、上不去网、上不到网、连不上、连不上网、连不了、连不到、连接失败、连接不上、掉线、掉线了、老掉线、总掉线、频繁掉线、网掉了
红灯、亮红灯、闪红灯、光信号红、los亮、los闪、搜不到、搜不到信号、搜不到台、没台、雪花、雪花屏、马赛克、花屏、黑屏、没图像、没画面、没声音、听不见
听不到、没人声、杂音、打不通、打不出去、呼不通、呼叫不了、呼不了、呼叫没反应、不响、没接通、离线、不在线、断连、丢包、no signal、no internet
no network、no connection、no wifi、disconnected、disconnects、keeps dropping、dropped connection、offline、can't connect、won't connect、no picture
no sound、black screen
`,
  no_response: `
没反应、没有反应、没反应了、无反应、没啥反应、一点反应没有、毫无反应、按了没反应、按没反应、按不动、按键没反应、按键失灵、失灵、失灵了、失效、失效了
不灵、不灵了、不好使、不好用、不管用、不顶用、不起作用、没用、没作用、不工作、不工作了、不运转、不转、不转了、不启动、启动不了、起不来、不通电
开不了机、开不起机、开不开机、打不着、打不着火、点不着、不打火、打火没火、不响、不叫、不吭声、没动静、没声、不出声、不亮、黑屏、死机、死机了、卡死
宕机、挂了、罢工、罢工了、歇菜、歇菜了、趴窝、趴窝了、撂挑子、撂挑子了、嗝屁、嗝屁了、嗝儿屁、瘫了、瘫痪、瘫痪了、装死、不理人、触摸不灵、屏幕不动
遥控没反应、遥控失灵、摁不动、摁了没用、识别不了、刷卡没反应、不感应、感应不到、感应失灵、感应不灵、不郁、不得、不work、没晒反应、不来劲
no response、not responding、unresponsive、won't start、won't turn on、doesn't turn on、not working、doesn't work、stopped working、dead
won't respond、nothing happens、doesn't react、won't work
`,
  error_code: `
报错、报错误、报故障、故障码、故障代码、错误码、错误代码、显示故障、显示错误、提示故障、提示错误、跳故障码、跳代码、跳码、出代码、显示e1、显示e2
显示e3、显示e4、显示e5、显示e6、显示f1、显示f2、显示eo、显示er、报e1、报e2、报e3、报e4、报e5、报e6、报e7、报h1、报警代码、故障灯、故障灯亮、故障报警
红灯亮、黄灯亮、亮红灯、闪灯、闪红灯、屏幕显示err、乱码、一串英文、一串数字、错误提示、系统错误、系统故障、通讯故障、缺水保护、保护了、自动保护
error、error code、error message、fault code、fault light、shows e1、shows an error、displays an error、warning light、beeping code
`,
  broken: `
坏、坏了、坏晒、坏嘞、坏啦、坏掉、坏掉了、坏球了、坏求了、坏的、坏死、坏透、怀了、坏勒、坏鸟、坏特了、坏脱、坏脱了、坏得了、弄坏、搞坏、整坏、用坏
撞坏、砸坏、踢坏、掰坏、损坏、损毁、毁坏、故障、出故障、有故障、出毛病、有毛病、有问题、出问题、出了问题、不行、不行了、不中用、不能用、不能用了
用不了、用不了了、用不成、用不得、用不到、不用得、不好使、不好使了、不好用、不得劲、不顶用、不管用、不对劲、不正常、异常、报废、报废了、废了、完蛋
完蛋了、完犊子、玩完、挂了、挂掉、嗝屁、嗝屁了、歇菜、歇菜了、罢工、罢工了、趴窝、趴窝了、撂挑子、撂挑子了、瘫了、寿终正寝、寿命到了、阵亡、报销了
牺牲了、光荣了、抽风、抽风了、发神经、闹脾气、耍脾气、秀逗、秀逗了、短路了、瓦特了、瓦特、散架、崴了、拉胯、拉垮、翻车、掉链子、出幺蛾子、不得、不掂
不妥、不得了、死了、死火、没用、该换了、停用、停运、broken、broke、broke down、broken down、not working、doesn't work、out of order、damaged、faulty
malfunction、malfunctioning、defective、busted、kaput、dead、died、acting up、playing up、on the blink、conked out、failed
`,
  wilt: `
枯、枯了、枯萎、枯萎了、枯死、枯死了、枯黄、干枯、干死、旱死、旱了、蔫、蔫了、蔫巴、蔫巴了、打蔫、耷拉、焉了、焉巴、萎了、黄了、发黄、叶子黄、叶黄
掉叶、掉光、掉叶子、死了、死掉、死光、死完、死完了、死一片、死了一片、成片死、快死了、要死了、半死、烂根、烂心、冻死、晒死、晒干、晒焦、涝死、缺水
没人浇、没浇水、没人管、光秃秃、秃了、秃一块、生病、长虫、有虫、虫蛀、被虫吃、谢了、谢光、withered、wilted、wilting、dying、died、dead、drying up
dried out、dried up、yellowing、turning yellow、brown、bare、sick plant
`,
  overgrown: `
疯长、长太高、太高、长高了、长得太高、长得老高、太密、太密了、长得太密、茂密、长满、长满草、长满杂草、长满了、爬满、爬满了、齐腰高、比人高、半人高
一人高、没过膝盖、过膝、荒了、荒草、荒芜、杂草丛生、杂草、没修、没修剪、没人修、没人剪、好久没剪、该剪了、该修了、要修剪、伸进、伸进窗、伸到窗户
伸出来、长到窗口、遮光、遮住、遮挡、挡光、挡住光、挡窗户、挡阳光、挡视线、挡路灯、挡监控、采光差、没有阳光、不见阳光、遮晒、挡晒光、压电线、碰电线
顶到、撑破、根拱起来、杂乱、overgrown、too tall、too high、too dense、grown into、blocking the light、blocks the view、blocking the window
needs trimming、needs cutting、out of control、wild、unkempt
`,
  bite: `
咬、咬人、咬到、咬了、咬到我、咬到人、咬了一口、咬伤、被咬、被咬了、被咬到、俾狗咬、俾蚊咬、叮、叮人、叮咬、叮了、被叮、叮一身包、一身包、全身包
满腿包、起包、起红包、红疙瘩、起疙瘩、蜇、蜇人、蜇了、被蜇、蜇到、蛰、蛰人、蛰了、被蛰、蛰到、抓伤、抓人、扑人、扑过来、追人、追着人、追着咬、追小孩
吓人、吓到、吓哭、攻击人、啃、啃了、啃坏、咬坏、咬断、咬破、咬穿、啃电线、咬电线、痒、痒死、起疹、过敏、肿了、狂犬、打疫苗、bite、bites、biting
bitten、bit me、bit my、stung、sting、stings、scratched by、chased、chasing、attacked、attack、gnawed、chewed、itchy
`,
  steal: `
偷、偷了、偷走、偷走了、偷东西、被偷、被偷了、被盗、被盗了、失窃、遭偷、遭贼、遭偷了、遭了、让人偷、让人偷了、给人偷了、叫人偷了、俾人偷、俾人偷了
畀人偷了、被人拿走、被人拿了、被拿走、被顺走、顺走、顺走了、摸走、摸走了、扛走、搬走了、骑走了、推走了、拿错、冒领、被冒领、不翼而飞、不见了、没影了
丢了、撬、撬了、被撬、撬开、撬门、撬锁、撬开门、翻窗、翻进来、爬进来、进贼、进小偷、闯进来、溜进来、入室、破门、翻得乱七八糟、抢、抢走、被抢、抢了
打劫、拎走、stole、stolen、steal、stealing、robbed、robbery、theft、burgled、burglary、broken into、broke in、taken、took my、missing from
pried open、forced open
`,
  fight: `
打架、打起来、打起来了、打人、打伤、打了、动手、动手打人、动起手来、干架、干仗、干起来、掐起来、掐架、推搡、推人、扭打、扭打在一起、撕扯、撕打、厮打
群殴、互殴、围殴、斗殴、殴打、被打、被打了、挨打、挨揍、揍人、揍、扇耳光、扇巴掌、拿刀、持刀、拎刀、提刀、砍人、捅人、拿棍子、抄家伙、见血、打出血
骂、骂人、对骂、吵架、吵起来、吵起来了、大吵大闹、骂骂咧咧、威胁、恐吓、家暴、打老婆、打孩子、闹事、砸东西、砸门、踹门、发酒疯、打交、开片、郁手
打锤、打锤了、干起来了、扯皮、fight、fighting、fought、punching、punched、hitting、hit me、beating、beaten、brawl、attack、attacked、quarrel
quarrelling、arguing、threatened、threatening、pushing、shoving
`,
  occupy: `
占、占了、占着、占用、占住、占位、占道、占地方、占满、霸占、被占、被占了、被占用、被人占、给占了、让人占了、叫人占了、俾人霸了、霸住、霸了、停在
停了、停着、停我、停我位、停我车位、乱停、乱停乱放、违停、横着停、斜着停、压线停、停两个位、一车占俩、堵、堵着、堵住、堵死、堵门、堵门口、堵路、堵我
堵车、挡、挡着、挡住、挡路、挡门、挡道、拦住、拦着、塞住、塞满、摆满、放满、圈起来、围起来、圈地、私占、私装、私拉、私搭、不挪、不挪车、不让、不肯挪
联系不上、出不去、进不去、出不来、开不出来、过不去、走不过去、occupied、occupying、taken、took my spot、blocking、blocked、blocks、in the way
parked in、obstructing、won't move、can't get out、double parked、hogging
`,
  injured: `
受伤、受伤了、伤了、伤人、弄伤、划伤、割伤、割破、割到手、划破、扎到、扎伤、扎破、夹伤、夹到手、夹手、夹到、夹断、砸伤、砸到头、砸到人、烫伤、烧伤
烫到、摔、摔了、摔倒、摔倒了、摔跤、摔伤、摔断、摔得、摔破头、跌倒、跌亲、跌伤、滑倒、滑倒了、滑了一跤、绊倒、绊了一跤、崴脚、崴了脚、扭伤、扭到
骨折、骨头断、流血、流血了、出血、满头是血、全是血、血流不止、流了好多血、晕倒、晕倒了、晕过去、昏倒、昏迷、昏过去、不省人事、没知觉、叫不醒、没呼吸
没意识、抽搐、倒在地上、躺在地上、起不来、爬不起来、心脏病、心梗、中风、中毒、溺水、掉水里、掉井里、坠楼、跳楼、要跳楼、想不开、轻生、自杀、割腕
窒息、喘不上气、呼吸困难、噎住、触电倒地、撞了、被撞、撞倒、撞到人、injured、injury、hurt、wounded、bleeding、blood、cut myself、fell down、slipped
tripped over、unconscious、passed out、fainted、not breathing、broken leg、jumped、about to jump、drowning、scalded
`,
  flood: `
淹、淹了、淹水、水淹、被淹、淹了一地、淹没、泡水、泡了、泡了水、水泡、漫、漫水、漫出来、漫进来、漫到、漫过、灌水、灌进来、往里灌、倒灌、进水、进水了
涌进来、涌入、水漫金山、发大水、发水、发水了、发河了、成河、成河了、成海、成池塘、成游泳池、游泳池、汪洋、一片汪洋、一屋子水、满屋水、满屋子水
满地水、满地是水、一地水、全是水、到处是水、都是水、积水、积水很深、没过脚、没过脚脖子、没过脚面、没过膝盖、到脚踝、齐膝深、水深、水好深、浸、浸水
浸了、浸晒、水浸、水浸街、水浸屋、涌水、地上全是水、家具泡了、地板泡了、流到楼下、流到电梯、舀水、往外舀水、拿盆接、拿桶接、盆都接不过来、flood
flooded、flooding、floods、underwater、water everywhere、ankle deep、knee deep、pouring in、pouring down、soaked、submerged、waterlogged
standing water、puddle
`,
  install: `
装、安装、装一个、装个、装一下、装上、安一个、安个、安上、给装、帮装、帮我装、帮忙装、请人装、加装、增设、增加、加一个、加个、新装、新买的、新买了
刚买、买了个、想装、要装、需要装、上门安装、安装一下、挂、挂上、挂个、挂墙、固定、固定一下、打孔、打洞、打眼、钻孔、钻个孔、钻个洞、接上、接一下
接通、开通、开户、拉线、拉根线、布线、走线、移机、移位、移一下、改造、改线、改管、改道、封阳台、贴、贴上、贴砖、组装、拼装、装返、安返、整个、整一个
搞一个、配一个、install、installation、installing、put up、set up、mount、hang、hook up、connect、fit、assemble、add a、drill a hole
`,
  replace: `
换、更换、换一个、换个、换新、换新的、换一下、换掉、换成、换一套、帮我换、给换、给我换、要换、需要换、该换了、想换、换下、换根、换把、换块、换灯泡
换锁、换锁芯、换电池、换滤芯、换玻璃、换龙头、换水龙头、换阀门、换角阀、换零件、换配件、换件、换管子、换插座、换开关、调换、置换、替换、拆换、拆了换
配一把、配钥匙、补一块、补办、补卡、补装、补上、重做、重新做、翻新、升级、以旧换新、换过、换返、换了他、replace、replacement、replacing、change
changing、swap、new one、need a new、switch out、renew
`,
  unclog: `
通一下、通下、通开、通通、通马桶、通下水道、通下水、通厕所、通地漏、通管道、通管子、疏通、疏通一下、疏通下、捅、捅一下、捅开、捅不开、掏、掏一下
掏出来、掏干净、清掏、清淤、抽粪、抽一下、吸粪、清一下、清堵、打通、通渠、通渠佬、通厕、高压冲、冲洗管道、冲一下、弹簧通、机器通、捞、捞出来、捞一下
钩出来、取出来、拿出来、拆下来通、打捞、unclog、unblock、clear the drain、clear the blockage、snake、plunge、drain cleaning、rod、fish out
`,
  clean: `
打扫、打扫一下、打扫打扫、打扫干净、清扫、清扫一下、清洁、清洁一下、清理、清理一下、清理掉、清干净、清走、清掉、清运、清洗、清洗一下、洗、洗一下
冲洗、冲一冲、扫、扫一下、扫扫、扫走、扫干净、拖、拖一下、拖拖、拖干净、擦、擦一下、擦擦、擦干净、抹、抹一下、搞卫生、搞清洁、搞下卫生、做卫生
做保洁、收拾、收拾一下、收走、拉走、运走、搬走、倒掉、扔掉、处理掉、铲掉、撕掉、刮掉、除掉、消毒、消杀、喷消毒水、喷药、除味、除臭、除尘、除雪、扫雪
铲雪、除草、剪草、割草、修剪、修枝、灭虫、打药、执下、执干净、抹干净、拎走、拾掇、归置、clean、clean up、cleanup、cleaning、sweep、mop、wipe、wash
disinfect、sanitize、remove、haul away、take away、pick up、collect、tidy、trim、spray
`,
  check: `
检查、检查一下、检查下、查、查一下、查查、查下、查看、查看一下、看看、看一下、看一看、看下、看一眼、瞧瞧、瞅瞅、瞅一眼、检测、检测一下、检修
检修一下、检验、测、测一下、测试、测测、试一下、试试、排查、排查一下、巡查、摸排、诊断、评估、勘察、查勘、现场看、来看看、过来看看、上门看看
派人看看、派人查、帮我看看、帮看一下、什么情况、啥情况、怎么回事、咋回事、啥子回事、点解、搞不懂、不知道怎么、找原因、查原因、查漏、测漏、保养、维护
维保、年检、安检、调试、调一下、调整、校准、check、check it、inspect、inspection、look at、take a look、have a look、examine、test、diagnose
figure out、find out、find the cause、adjust、service、maintenance
`,
  repair: `
修、修一下、修下、修修、修理、修理一下、维修、维修一下、修好、修一修、报修、抢修、检修、整修、维护、整一下、整下、整好、整返、整返好、弄一下、弄弄
弄好、弄下、搞一下、搞下、搞好、搞掂、搞定、处理、处理一下、处理下、解决、解决一下、派人、派个人、派师傅、派人来、叫人、叫师傅、安排人、安排师傅
找人、上门、上门修、来修、来人、来个人、补、补一下、补补、焊、焊一下、粘、粘一下、固定一下、拧紧、紧一下、加固、复位、修复、恢复、打胶、堵漏、补漏
做防水、整翻、整哈、修哈、弄哈、拾掇、鼓捣、修缮、repair、fix、mend、sort out、get it fixed、need fixing、send someone、send a technician
send a plumber、patch、tighten、restore、seal
`,
};
