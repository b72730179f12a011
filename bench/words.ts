/** A word in both languages. */
export interface Pair {
  readonly en: string;
  readonly zh: string;
}

/** Something said in two ways in each language: notes use either, and so do the questions. */
export interface Wordings {
  readonly en: readonly [string, string];
  readonly zh: readonly [string, string];
}

/** What the notes of a company speak of. Written as `english=chinese`. */
export const AREAS: readonly Pair[] = pairs(`
  billing=计费, invoice=发票, payment=支付, checkout=结账, pricing=定价, refund=退款, payroll=薪资, tax=税务, ledger=总账, subscription=订阅,
  order=订单, shipment=发货, warehouse=仓储, inventory=库存, delivery=配送, courier=快递, returns=退货, catalog=商品目录, supplier=供应商, procurement=采购,
  customer=客户, profile=档案, login=登录, password=密码, identity=身份, consent=授权, account=账户, membership=会员, loyalty=积分, referral=推荐,
  coupon=优惠券, campaign=营销活动, newsletter=简报, notification=通知, email=邮件, message=消息, chat=聊天, review=评价, rating=评分, survey=问卷,
  photo=照片, video=视频, thumbnail=缩略图, document=文档, archive=归档, search=搜索, recommendation=推荐位, translation=翻译, speech=语音, subtitle=字幕,
  booking=预订, calendar=日历, meeting=会议, ticket=工单, helpdesk=客服, contract=合同, signature=签名, insurance=保险, claim=理赔, loan=贷款,
  fraud=反欺诈, risk=风险, audit=审计, compliance=合规, privacy=隐私, forecast=预测, report=报表, dashboard=看板, metric=指标, tracing=链路,
  logging=日志, alert=告警, incident=故障, backup=备份, recovery=恢复, migration=迁移, release=发布, build=构建, test=测试, experiment=实验,
  map=地图, route=路线, traffic=路况, driver=司机, vehicle=车辆, parking=停车, weather=天气, sensor=传感器, meter=电表, energy=能源,
  hotel=酒店, flight=航班, luggage=行李, passenger=乘客, school=学校, course=课程, exam=考试, homework=作业, patient=患者, appointment=挂号
`);

/** What sets two things of one kind apart. */
export const QUALITIES: readonly Pair[] = pairs(`
  regional=区域, global=全球, local=本地, nightly=夜间, weekly=每周, hourly=每小时, realtime=实时, offline=离线, legacy=旧版, modern=新版,
  internal=内部, external=外部, public=公开, private=私有, shared=共享, dedicated=专用, primary=主, secondary=备用, shadow=影子, staging=预发,
  mobile=移动, desktop=桌面, wholesale=批发, retail=零售, premium=高级, trial=试用, guest=访客, partner=伙伴, vendor=厂商, corporate=企业,
  european=欧洲, asian=亚洲, northern=北方, southern=南方, eastern=东部, western=西部, central=中央, remote=远程, automatic=自动, manual=手动,
  encrypted=加密, compressed=压缩, temporary=临时, permanent=永久, incremental=增量, historical=历史, anonymous=匿名, verified=认证, frozen=冻结, delayed=延迟,
  parallel=并行, sequential=串行, federated=联邦, distributed=分布式, embedded=嵌入式, portable=便携, experimental=试验, seasonal=季节性, strategic=战略, critical=关键
`);

/** What such notes call the things they explain. */
export const THINGS: readonly Pair[] = pairs(`
  gateway=网关, queue=队列, cache=缓存, scheduler=调度器, worker=工作进程, pipeline=流水线, registry=注册表, broker=代理, router=路由器, balancer=均衡器,
  monitor=监视器, collector=收集器, exporter=导出器, importer=导入器, parser=解析器, validator=校验器, converter=转换器, generator=生成器, renderer=渲染器, indexer=索引器,
  store=存储, database=数据库, warehouse=数仓, lake=数据湖, bucket=桶, vault=保险库, mirror=镜像站, replica=副本, snapshot=快照, journal=流水账,
  controller=控制器, operator=操作器, agent=探针, daemon=守护进程, proxy=转发器, firewall=防火墙, limiter=限流器, throttle=节流阀, breaker=熔断器, watchdog=看门狗,
  console=控制台, portal=门户, toolkit=工具包, library=类库, plugin=插件, extension=扩展, template=模板, workflow=工作流, playbook=手册, checklist=清单,
  policy=策略, quota=配额, budget=预算, threshold=阈值, window=时间窗, deadline=期限, lease=租约, token=令牌, certificate=证书, keyring=密钥环,
  planner=规划器, simulator=模拟器, sandbox=沙箱, emulator=仿真器, profiler=剖析器, debugger=调试器, inspector=检查器, scanner=扫描器, linter=检查规则, formatter=格式化器,
  resolver=解析服务, dispatcher=派发器, aggregator=聚合器, splitter=拆分器, merger=合并器, sampler=采样器, filter=过滤器, buffer=缓冲区, bridge=桥接器, adapter=适配器
`);

/** What a thing does, in the third person. Written as `one / other = 一种 / 另一种`. */
export const ACTIONS: readonly Wordings[] = wordings(`
  retries/tries again=重试/再试一次, deletes/removes=删除/清掉, copies/duplicates=复制/拷贝, encrypts/scrambles=加密/加上密码, compresses/shrinks=压缩/缩小,
  counts/tallies=统计/数清, approves/signs off=批准/审批, rejects/turns down=拒绝/驳回, merges/combines=合并/并到一起, splits/divides=拆分/分开,
  sorts/puts in order=排序/排好, forwards/passes on=转发/转交, delays/holds back=延后/压住, caches/keeps at hand=缓存/存在手边, translates/renders in another language=翻译/译成别的语言,
  compares/matches=比对/对照, validates/checks=校验/检查, archives/files away=归档/收起来, restores/brings back=恢复/找回, publishes/makes public=发布/公开,
  hides/masks=隐藏/遮住, prints/puts on paper=打印/印出来, imports/takes in=导入/收进来, exports/hands out=导出/交出去, reserves/sets aside=预留/留出,
  cancels/calls off=取消/撤掉, schedules/plans=安排/排期, assigns/allots=分配/派给, measures/gauges=测量/量出, predicts/foresees=预测/预估,
  blocks/stops=拦截/挡住, unlocks/opens up=解锁/打开, tags/labels=打标签/标记, groups/bundles=分组/归类, samples/draws a few of=抽样/抽查,
  renames/gives new names to=改名/换名字, moves/relocates=搬迁/挪走, signs/puts a seal on=签署/盖章, charges/bills=收费/扣款, refunds/pays back=退还/退回,
  summarises/boils down=汇总/概括, draws/plots=绘制/画出, repairs/mends=修复/修好, replaces/swaps=替换/换掉, freezes/suspends=冻结/停用,
  announces/tells people about=通告/告诉大家, stores/saves=保存/存下, inspects/looks through=审查/查看
`);

/** What is dealt with. */
export const OBJECTS: readonly Wordings[] = wordings(`
  failed card payments/cards that were declined=失败的刷卡付款/刷不过的卡, unpaid invoices/bills nobody settled=未付的发票/没结的账, late parcels/packages behind time=迟到的包裹/晚到的快件,
  broken images/pictures that do not load=损坏的图片/打不开的照片, old passwords/outdated pass phrases=旧密码/过期口令, duplicate customers/clients entered twice=重复的客户/录了两遍的顾客,
  empty carts/baskets without goods=空购物车/没东西的篮子, lost luggage/missing suitcases=丢失的行李/不见的箱子, exam results/marks of students=考试成绩/学生分数,
  hotel rooms/places to sleep=酒店房间/客房, bank transfers/wire payments=银行转账/电汇, salary slips/pay statements=工资条/薪水单, tax forms/papers for the revenue office=税表/报税材料,
  log lines/records of servers=日志行/服务器记录, audit trails/proof of who did what=审计记录/谁做了什么的证据, spam mails/junk letters=垃圾邮件/骚扰信, chat histories/old conversations=聊天记录/以前的对话,
  voice notes/spoken memos=语音留言/录音, video clips/short films=视频片段/短片, road closures/blocked streets=封路消息/不通的街道, parking permits/papers for the car park=停车许可/停车证,
  bus timetables/departure times=公交时刻表/发车时间, weather warnings/storm notices=天气预警/风暴提醒, meter readings/kilowatt figures=电表读数/用电数字, fuel receipts/petrol slips=加油小票/油费单,
  sick notes/doctors' letters=病假条/医生证明, blood samples/lab specimens=血样/化验样本, prescriptions/medicine orders=处方/药单, library books/borrowed volumes=馆藏图书/借出的书,
  course places/seats in class=课程名额/班级座位, gift cards/vouchers=礼品卡/代金券, loyalty points/bonus scores=会员积分/奖励分数, product photos/shots of goods=商品照片/货品图,
  price tags/amounts on the shelf=价签/货架价格, stock levels/numbers of items left=库存数量/剩余件数, pallets/wooden trays=托盘/栈板, customs papers/border documents=报关单/过境文件,
  visa requests/travel permits=签证申请/出行许可, seat maps/cabin plans=座位图/机舱布局, test devices/trial phones=测试设备/试用手机, crash dumps/memory images=崩溃转储/内存映像,
  feature flags/switches in code=功能开关/代码里的开关, source branches/lines of development=源码分支/开发线, nightly builds/overnight artefacts=每夜构建/夜里的产物, license keys/product codes=许可证密钥/产品序列号,
  domain names/web addresses=域名/网址, mail aliases/extra inboxes=邮箱别名/额外信箱, phone numbers/dialling codes=电话号码/拨号码, contracts/agreements=合同/协议,
  job adverts/open positions=招聘启事/空缺岗位, holiday requests/days off=休假申请/请假, expense claims/travel costs=报销单/差旅费用, desk bookings/reserved tables=工位预订/订好的桌子,
  door badges/entry cards=门禁卡/出入证, visitor names/guest lists=访客姓名/来宾名单, lunch orders/canteen meals=午餐订单/食堂饭, solar panels/roof collectors=太阳能板/屋顶电板,
  charging stations/plugs for electric cars=充电桩/电动车插头, water pumps/wells=水泵/水井, wind turbines/mills=风力发电机/风车, satellite pictures/views from orbit=卫星图/太空影像
`);

/** When, or under what condition. */
export const CONDITIONS: readonly Wordings[] = wordings(`
  at the end of the month/when the month closes=每月底/月末, before the market opens/early on trading days=开市前/交易日一早, during peak hours/at rush time=高峰期/最忙的时候, after a power cut/once the lights come back=停电后/来电以后,
  when a region goes down/if a data centre is lost=某个地区宕机时/机房没了时, on public holidays/on bank holidays=法定假日/放假时, for new employees/for people who just joined=针对新员工/给刚入职的人, for large families/for homes with many children=针对大家庭/给孩子多的家庭,
  without human help/with nobody at the desk=无需人工/没人值守, every ten minutes/six times an hour=每十分钟/一小时六次, once a year/every January=每年一次/每年一月, over a slow line/on bad connections=网络慢时/信号差时,
  in three languages/for foreign readers=用三种语言/面向外国读者, until a manager agrees/up to the boss's yes=直到经理同意/等上司点头, within two seconds/in the blink of an eye=两秒之内/眨眼间, above ten thousand euros/for very high amounts=超过一万欧元/金额很大时,
  in the test system/away from production=在测试系统里/不碰生产, on the first visit/for someone who never came before=首次访问时/给没来过的人, after three warnings/past the third reminder=三次警告后/提醒三遍之后, for people under eighteen/for minors=针对未成年人/给小孩子,
  in shops abroad/at foreign branches=在海外门店/在国外分店, during maintenance/while engineers work=维护期间/工程师干活时, with two signatures/under four eyes=需两人签字/双人复核, if the disk is full/when there is no space=磁盘满时/没空间时,
  before the courier arrives/ahead of the pick-up=快递到之前/取件前, for wheelchair users/for people who cannot walk=针对轮椅用户/给行动不便的人, in the warm season/in summer=在暖季/夏天, at the airport gate/right before boarding=在登机口/登机前,
  by postcode/district by district=按邮编/分片区, by seniority/by years of service=按资历/按工龄, in random order/without any order=以随机顺序/不讲先后, in the mobile app/on the phone=在手机应用里/用手机时,
  for court cases/as evidence=用于诉讼/作为证据, for charities/for good causes=针对公益组织/做慈善时, from the old mainframe/out of the ancient computer=从旧大型机/从老机器里, through a partner bank/via another bank=通过合作银行/经由别家银行,
  on paper only/never on screen=仅限纸面/不上屏幕, for auditors/for outside examiners=针对审计员/给外部检查者, after midnight/in the small hours=午夜后/凌晨, near the coast/by the sea=靠近海岸/海边,
  while travelling/on the road=旅途中/在路上, inside the vault room/behind the steel door=在金库里/铁门后面, for the sales team/for those who sell=针对销售团队/给卖东西的人, with a one-time code/after a text message=凭一次性验证码/收到短信后
`);

function pairs(text: string): Pair[] {
  return cut(text, ',').map((entry) => {
    const [en = '', zh = ''] = cut(entry, '=');
    return { en, zh };
  });
}

function wordings(text: string): Wordings[] {
  return cut(text, ',').map((entry) => {
    const [en = '', zh = ''] = cut(entry, '=');
    return { en: twoOf(en), zh: twoOf(zh) };
  });
}

function twoOf(text: string): [string, string] {
  const [one = '', other = one] = cut(text, '/');
  return [one, other];
}

function cut(text: string, mark: string): string[] {
  return text.split(mark).map((part) => part.trim());
}
