/**
 * Words that say nothing about the subject of a question, in English and Chinese.
 *
 * Data, not code: a word belongs here when a question keeps its subject
 * without it. Words of the field never do, however common.
 */

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/).filter((word) => word !== ''));

/** Not even indexed: they stand in nearly every sentence. */
export const FUNCTION_WORDS = words('a an the is are was were be of to in on at for and or it its i my s t m re ve ll d');

/** Help to rank, but count neither for nor against an answer. */
export const EMPTY_WORDS = words(`
  ${[...FUNCTION_WORDS].join(' ')}
  been being am do does did done doing don doesn didn isn aren wasn won can can't cannot could couldn would wouldn will should shall may might must
  what whats what's how hows how's why when where which who whom whose whether that this these those there here
  im me mine myself you your yours yourself we our us ours he she him his her they them their themselves one ones someone somebody anyone anybody everyone everybody
  with without by as if so than then but not no nor yes yeah yep nope out up off from into onto about over under again also too only even still yet ever
  just really actually exactly basically simply literally honestly maybe perhaps probably quite very pretty rather almost kinda sorta somehow
  any some all each every both either neither other others another such same own more most much many lot lots few less least several
  have has had having get gets getting got gotten go goes going went gone come comes coming came let lets make makes making made
  want wants wanted need needs needed like likes liked know knows knew known think thinks thought see sees saw seen say says said saying
  tell tells told talk talks talking mean means meant meaning meanings call calls called ask asks asked asking answer
  try tries tried trying help helps helped helping understand understands understood understanding learn learns learned learning remember remind
  explain explains explained explaining explanation define defines defined definition definitions describe describes describing description
  show give gives given gimme look looking find finds put puts take takes taking took
  thing things stuff something anything everything nothing way ways part parts kind kinds sort sorts type types bit piece
  please pls plz thanks thank thx ty hi hello hey yo ok okay sorry bother excuse dear cheers well um uh hmm lol btw
  question questions quick quickly simple simply easy word words sentence sentences term terms terminology concept concepts idea ideas topic topics line summary
  purpose role use uses used using point good bad best better right wrong true
  work works working job does happen happens happened happening supposed exist exists
  time times day days today now currently always never sometimes usually often first second last next before after while until since once
  person people guy guys boss manager team teams colleague colleagues coworker coworkers interview interviewer interviewers exam homework beginner beginners newbie noob newcomer dummy dummies five
  new old big small little whole main basic different difference differences differ differs compare compared comparison versus vs between distinguish
  able else instead though although because
  keep keeps kept seems seem seemed feel feels looks
  detail details briefly short long brief overview intro introduction background stand stands
  two three four five six seven eight nine ten couple single plain english chinese normal proper quickest kid child year old layman laymen
  whatever exact exactly clear clearly confused confuse confusing lost stuck curious wonder wondering wondered newbies student students
  everywhere somewhere anywhere around along among within inside against toward towards across beyond per via etc
  earth heck hell kindly play plays count counts friend gist nutshell
  r u ur n y im dont doesnt didnt isnt arent wasnt werent cant couldnt wont wouldnt shouldnt havent hasnt hadnt thats theres wheres whens whos whys youre theyre ive gonna gotta wanna idk tho cuz bc coz abt diff diffs differnce diffrence diference differense
  waht wat wut hwat teh hte whta deal eli5 tweet expand anyone wondering grateful appreciate honest notion clue idea gentle literally
  google siri alexa bot thing's understandable actual wondered brief reach office week weekend morning evening afternoon yesterday tomorrow tonight anyway anyways
  knowing chance mind translate translates translation obvious purpose mentioned stupid look nervous panic panicking
  hear heard hears read reading reads mention mentions mentioned mentioning saw keep word words phrase
  context sense example examples eg ie world land speak lingo jargon
`);

/** What one may call the subject, whatever it is; they are of the field themselves, so only the frame of a question takes them so. */
export const CATEGORY_WORDS = words(`
  command commands tool tools component components object objects resource resources feature features technology mechanism setting settings option
  field error errors status state abbreviation acronym abbreviated short full name program software thingy technique pattern instruction keyword
  kubernetes k8s docker cluster clusters devops
`);

const CHARACTERS_ALONE = '的了着过吗呢吧啊呀么什哪谁怎您你我他她它这那是嘛哦噢喂嗯啦咋啥';

/** Characters that say nothing by themselves. */
export const FUNCTION_CHARACTERS: ReadonlySet<string> = new Set([
  ...CHARACTERS_ALONE,
  ...'们如何为和与及跟或在里面也都就才又很太最请帮会能有没不去来用把被给从到对让要想该应可以一个下种些几多少样办弄搞做得地呗问想跟同且而但所因此其之于比较还',
]);

/** Characters that are never part of a word of the field: a pair that holds one joins two words by accident. */
export const LONE_CHARACTERS: ReadonlySet<string> = new Set(CHARACTERS_ALONE);

/** What stands around the subject of a Chinese question. Longest first is not needed: the longest match is taken. */
export const FRAME_PHRASES = words(`
  理解 咋理解 咋用 咋回事 咋 咋样 咋区分 怎么个 怎么个情况 情况 规定 原理 何物 所谓 说的是 说的 指的 存在的意义 存在的理由 为什么存在 为什么会存在 为啥存在 的意义 起什么作用 起到什么作用 起 扮演 扮演什么角色 充当 充当什么 担任 概括 一句话概括 总结 展开 展开讲讲 讲 讲明白 讲解 求讲解 明白 清楚 懂 补一下 补补课
  字母 个字母 两个字 三个字母 四个字母 分别代表 代表啥 代表什么 外行 外行人 存的 存的是 里存的 中的 之中 解决 解决什么 解决什么问题 问题 请教 请教一下 请教下 想请教 想请教一下 想问个 使的 干嘛使的 干啥使的 听见 词儿 这词儿 这个词儿 老听见 最近老听见 一码事 麻烦了 谢谢您 提前感谢 见笑了 惭愧 算什么 是个什么 是个啥 是怎样的 什么样 长什么样 有什么特点 特点 用法 例子 举个例子 举例 展示 怎么说 怎么讲 哪一种 哪类 哪一类
  操作 技术 功能 机制 组件 命令 工具 对象 资源 状态 错误 报错 原因 设置 配置 字段 参数 缩写 简称 全称 全名 角色 程序 软件 指令 关键字 现象 技术名词 英文 中文
  怎么写 怎么配 怎么配置 怎么创建 怎么做 怎么弄 怎么使用 怎么工作 如何工作 怎么运作 怎么样的 怎么来的 怎么念 怎么读 写的是什么 写什么 存什么 放什么 装什么 管什么 需要 什么时候需要 什么时候用 什么场景 哪些场景 场景 有什么用处 有啥用处 有何用 有何用处 有什么意义
  一句话说清楚 一句话说明 一句话解释 一句话讲清楚 说清楚 讲清楚 说人话 用人话 人话 求解答 解答 解答一下 求科普 求指点 求指教 指点 指点一下 指教 在线等 急 挺急的 急急急 先谢谢了 谢谢啦 感谢感谢 拜托 拜托了 帮帮忙 小声问 小声问下 冒昧问一句 不好意思 很基础的 基础的 基础
  是不是一样 不是一样吗 不是一个东西吗 一个东西 同一个东西 同一个 该用 该选 应该用 应该选 怎么选择 用哪种 选哪种 差在哪 差在哪里 区别在哪 区别在哪里 不同在哪 有什么关系 啥关系 啥区别 有何不同 那是 这是 这 那 呀 哈 哦 唉 诶 嘞 咧 呗 啦 嘛 哟 喔 呃 额

  请问 请 麻烦 劳驾 打扰 打扰一下 大佬 大神 老师 同学 各位 你好 您好 哈喽 嗨 谢谢 多谢 感谢 谢了 帮忙 帮我 求助 求教 求问 求解 求解释 弱弱 小白 新手 萌新 初学者 菜鸟 入门
  能不能 能否 可不可以 可以 是否 想问 想问问 想问一下 问一下 问下 问问 问个 想知道 我想 想要 想了解 了解 了解一下 知道 不知道 不懂 不太懂 没懂 没搞懂 不明白 搞不懂 不理解 分不清 搞不清 弄不清 记不住
  解释 解释一下 解释下 介绍 介绍一下 介绍下 说明 说明一下 说说 说一下 说下 讲讲 讲一下 讲下 讲解 讲解一下 聊聊 谈谈 科普 科普一下 查一下 查查 看看 告诉 告诉我 给我 跟我 简单 简单地 通俗 通俗地 一句话 用一句话 白话 大白话 详细
  什么 什么是 是什么 叫什么 什么叫 叫做 叫 啥 是啥 啥是 何为 何谓 什么意思 啥意思 意思 含义 定义 概念 术语 名词 词 单词 名字 东西 玩意 玩意儿 玩意儿是 到底 究竟 具体 主要 其实 真的 一般 通常 平时 经常 总是 老是 一直 每次 最近 今天 现在 刚刚 刚才 刚
  干什么 干什么的 干什么用 干什么用的 干嘛 干嘛的 干嘛用的 干啥 干啥的 干啥用 干啥用的 做什么 做什么的 做什么用 做什么用的 做啥 用来 用来干什么 用来做什么 用于 用处 用途 有什么用 有啥用 有什么作用 有啥作用 作用 功能 职责 负责什么 负责啥 意义 目的 好处 怎么用 怎么理解 怎么解释 怎么回事 是怎么回事 怎么样 怎样 怎么 如何 如何理解 为什么 为啥 为何 是谁 哪个 哪些 哪种 哪里 哪儿 哪一个 什么时候 啥时候 多少 几个 吗 呢 吧 啊 呀 的话 来着
  里 里面 里头 当中 中 上面 那个 这个 那种 这种 那些 这些 一个 一种 一些 有个 有一个 某个 之间 之类 等等 以及 还有 或者 还是 但是 不过 然后 如果 因为 所以 比如 例如 关于 对于 就是 也是 不是 都是 只是 是不是 有没有 有什么 有啥 有 没有
  老板 领导 同事 面试 面试官 面试题 面试被问到 考试 作业 群里 大家 别人 有人 我们 我 你 他 听说 听到 看到 提到 总说 老说 常说 经常说 说到 一词 这词 这个词 这个概念 那玩意 那玩意儿 一下 下 的 是 了 用 和 与 跟 会 能 要 想 在 也 都 就 又 很 太 个 里边 时 时候 指 指的是 指的 表示 代表 算 算是 属于
  区别 不同 差别 差异 不一样 有何不同 有何区别 有什么区别 有啥区别 有什么不同 的区别 比较 对比 比 相比 分别 怎么区分 区分 怎么选 选哪个 用哪个 哪个好 是一回事吗 一回事 一样吗 一样 关系 什么关系
`);
