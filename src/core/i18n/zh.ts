import type { en } from './en.ts';

/** Puts the space that is usual between Chinese and Latin letters around names that were put into a sentence. */
export const spaced = (text: string): string =>
  text.replace(/(\p{Script=Han})([A-Za-z0-9])/gu, '$1 $2').replace(/([A-Za-z0-9)])(\p{Script=Han})/gu, '$1 $2');

/** Sets a name between words, with that space only where they meet: what stands inside of the name stays as it is. */
const set = (...parts: readonly string[]): string =>
  parts.reduce((text, part) => `${text}${spaced(`${text.slice(-1)}${part.slice(0, 1)}`).length > 2 ? ' ' : ''}${part}`);

/** 小A说的中文。 */
export const zh: typeof en = {
  inThisLanguage: '中文',

  answerSummary: (name, definition) => `${name}：${definition}`,
  onlyInOther: '这一条笔记只有英文。',
  namesake: (names) => `我自带的笔记里，这个名字还指：${names}`,
  teamNote: '来自你们团队的笔记',
  understoodAs: (terms) => `按这个理解：${terms}`,
  simplifiedReply: '看得懂繁体，回答用的是简体。',
  partOf: (names) => `属于：${names}`,
  madeOf: (names) => `包含：${names}`,
  runsOn: (names) => `运行在：${names}`,
  notTheSame: '别和它们弄混',
  source: (place) => `出处：${place}`,
  more: '更多 ▸',
  back: '◂ 返回',
  listJoin: '、',
  labelled: (label, text) => `${label}：${text}`,
  listed: (name, definition) => `${name} —— ${definition}`,
  page: (page, pages) => `第 ${page} 页，共 ${pages} 页`,

  share: '发到这里',
  sharedBy: (name) => `${name} 分享`,
  deleteShared: '删除',
  deleted: '已删除。',
  notYoursToDelete: '只有分享的人或管理这个频道的人才能删除。',

  kinds: {
    component: '组件',
    object: 'Kubernetes 对象',
    command: '命令',
    instruction: 'Dockerfile 指令',
    tool: '工具',
    artifact: '产物',
    setting: '设置',
    state: '状态',
    standard: '标准',
    idea: '概念',
    platform: '平台',
    people: '角色与组织',
    story: '故事',
  },

  compareTitle: (names) => spaced(names.join('与')),
  compareSummary: (names) => spaced(`${names.join('与')}的区别`),
  compareHow: '区别在哪里',
  compareHint: '写出要比较的两个概念，例如：比较 Secret 和 ConfigMap',

  didYouMeanTitle: '你想问的是……？',
  didYouMeanSummary: '不太确定你问的是什么。',
  didYouMean: '不太确定。从下面选一个，或者换个说法再问。',
  unknownTitle: '笔记里没有这个',
  unknownSummary: '笔记里没有这个。',
  unknown: '我只按笔记回答。试着写一个术语，或者用一句话说出想知道什么，例如“Pod 是什么”“集群状态存在哪里”。',
  nearest: '笔记里最接近的：',
  emptyQuestion: '问点什么吧，例如：Pod 是什么',

  topicsTitle: '笔记里有什么',
  topicsSummary: (count) => `笔记讲了 ${count} 个概念。`,
  topicsIntro: (count) => `一共 ${count} 个概念，选一个主题：`,
  topicTitle: (title, count) => `${title}（${count}）`,
  noTopics: '还没有笔记。',
  unknownTopic: '现在没有这个主题了。发送“主题”看看都有哪些。',
  unknownConcept: '笔记里已经没有这个概念了，换个说法问问看。',
  allTopics: '全部主题',
  another: '再来一个',

  termsTitle: '这条消息里的术语',
  noTerms: '这条消息里没有我认识的术语。可以直接问我。',

  homeIntro: (concepts, command) =>
    `我会讲 ${concepts} 个 Docker 和 Kubernetes 的概念。可以在这里直接问我，也可以在任何频道里用 \`${command}\` 开头，例如 \`${command} kubelet 是什么\`。回答只有你看得到，想让大家看再分享。`,
  homeStory: '小A的故事',
  homeRandom: '随便看一个',
  homeBack: '⌂ 首页',

  fileSent: (name) => `${name} 已经用私信发给你了。`,

  next: '下一步 ▸',
  stepOf: (title, step, steps) => `${title}（${step}/${steps}）`,
  unknownLesson: '现在没有这一课了。',
  pathTitle: '学习路线',
  pathSummary: (count) => `${count} 个概念，按学习的先后排列。`,
  pathIntro: '每一行都建立在上面的内容之上，括号里是要先懂的概念。',
  pathNeeds: (names) => `（先懂：${names}）`,

  cardDefine: (name) => spaced(`什么是${name}？`),
  cardName: '这叫什么？',
  cardCloze: '空格里应该是什么？',
  cardParts: (name) => spaced(`${name}由哪些部分组成？`),
  cardPartOf: (name) => spaced(`${name}是什么的一部分？`),
  cardMeaning: '这条命令做什么？',
  cardCommand: '哪条命令可以做到？',
  cardApart: (one, other) => spaced(`是${one}，还是${other}？`),

  languageSet: '好，以后用中文回答你。',
  languageHint: '想让我用哪种语言回答？',

  helpTitle: '小A，陪你学 Docker 和 Kubernetes',
  helpSummary: '可以这样问我',
  help: (command) =>
    [
      '用自己的话问就行，中文英文都可以，写错字也没关系。',
      '',
      '- `kubelet 是什么`：查一个概念',
      '- `比较 Secret 和 ConfigMap`：分清两样东西',
      '- `测验 3`：考考自己；`每日`：这里每天一测；`排行榜`、`记忆地图`：谁答得最好，大家记得怎么样',
      '- `复习`：把快要忘的再问一遍；`进度`：学得怎么样了',
      '- `故事`、`流程`、`路线`：为什么要有这些，里面怎么运转，先学什么',
      '- `主题`、`随机`：笔记里有什么，随便看一个；`缺口`、`周报`：还缺什么',
      '- `lang en`: answers in English',
      '- `问 帮助`：查一个恰好也是命令的词',
      '',
      `在频道里，前面加上 \`${command}\`，例如 \`${command} 主题\`。`,
    ].join('\n'),
  tryThis: 'Pod 是什么',

  unknownButton: '这个按钮我不认识。再问一次，用新的按钮吧。',
  tooFast: '你太快啦，我有点跟不上。等几秒再继续吧。',
  badArguments: '这个我看不懂。发送“帮助”看看可以怎么说。',
  incident: (id) => `抱歉，我这边出了点问题。请再试一次；如果还是这样，把这个编号告诉管理我的人：${id}`,
  incidentSummary: '出了点问题。',
  notSaved: '刚才的没有存上，我的记忆暂时用不了。请过一会儿再试一次。',

  terminalWelcome: (concepts) => `小A · Xiao A 知道 ${concepts} 个 Docker 和 Kubernetes 的概念。中文英文都可以，随便问。`,
  terminalHint: '帮助 · 主题 · 随机 · 输入数字按按钮 · Ctrl-C 离开',
  terminalNoButton: (number) => `现在没有 ${number} 号按钮。`,
  terminalNoQuestions: '没有收到问题，上面是一个例子。在终端里启动可以聊天，也可以把问题一行一个地传进来。',
  terminalBye: '回头见！',
  notesProblems: (count, check) => `笔记里有 ${count} 个问题，用 ${check} 可以看到。`,
  notesReloaded: (count) => `笔记已重新载入：${count} 个概念。`,
  notesKept: (files, check) => `${files} 现在读不了，先用它上一个好的版本；用 ${check} 看看哪里不对。`,
  conceptRenamed: (was, now, id) => `“${was}”改名为“${now}”，还是同一个概念 ${id}。`,
  choicesNotKept: (why) => `我的记忆打不开，你在这里的设置，我停下以后就忘了。${why}`,
  idsNotKept: (why) => `我的记忆打不开。笔记照样会读，但改了名字的概念会被当成新的。${why}`,

  sentences: (sentences) => sentences.join(''),
  diagram: '示意图。',
  diagramHighlights: (names) => `高亮的是：${names}。`,
  diagramHolds: (group, names) => set(group, `里有：${names}。`),
  diagramLabelled: (name, label) => `${name}（${label}）`,
  diagramLine: {
    leads: (from, targets) => set(from, '指向', targets, '。'),
    joins: (from, targets) => set(from, '与', targets, '相连。'),
    both: (from, targets) => set(from, '与', targets, '双向相连。'),
  },
  chartJoin: '，',
  chartHeading: (text) => `${text}。`,
  chartPlace: (place, name, figure) => `第 ${place} 名 ${name}，${figure}。`,
  chartLearnt: (learnt, total) => `${total} 个概念学会了 ${learnt} 个`,
  chartDue: (due) => `今天要复习 ${due} 个`,
  chartForecast: '接下来几天要复习的数量',
  chartDay: (day, count) => `${day}：${count} 个。`,
  chartRecall: (time, percent) => `${time} ${percent}%`,
  chartUnknown: (time) => `${time}还不清楚`,
  chartConcept: (name, figures) => `${name}：${figures.join('，')}。`,
  chartScale: ['忘了', '记得牢'],
  chartTooFew: '– 学过的人太少，看不出来',
  chartNothing: '还没有可以看的数据。',
};
