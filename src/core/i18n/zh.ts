import type { Words } from './words.ts';

/** 小A说的中文。 */
export const zh: Words = {
  language: '中文',
  inThisLanguage: '中文',

  answerSummary: (name, definition) => `${name}：${definition}`,
  onlyInOther: '这一条笔记只有英文。',
  teamNote: '来自你们团队的笔记',
  understoodAs: (terms) => `按这个理解：${terms}`,
  simplifiedReply: '看得懂繁体，回答用的是简体。',
  kindIs: (kind) => kind,
  partOf: (names) => `属于 ${names}`,
  madeOf: (names) => `由 ${names} 组成`,
  runsOn: (names) => `运行在 ${names} 上`,
  notTheSame: '别和它们弄混',
  source: (place) => `出处：${place}`,
  more: '更多 ▸',
  back: '◂ 返回',
  listJoin: '、',
  page: (page, pages) => `第 ${page} 页，共 ${pages} 页`,

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

  compareTitle: (names) => names.join(' 与 '),
  compareSummary: (names) => `${names.join(' 与 ')} 的区别`,
  compareHow: '区别在哪里',
  compareHint: '写出要比较的两个概念，例如：比较 Secret 和 ConfigMap',

  didYouMeanTitle: '你想问的是……？',
  didYouMeanSummary: '这个说法可能指不止一样东西。',
  didYouMean: '不太确定你问的是哪一个，是下面这些吗？',
  unknownTitle: '笔记里没有这个',
  unknownSummary: '笔记里没有这个。',
  unknown:
    '我只知道笔记里写的内容，这个问题笔记没有回答。可以写出一个术语，或者用一句话说清你想知道什么，例如：*Pod 是什么*，或者*集群状态存在哪里*。',
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

  languageSet: '好，以后用中文回答你。',
  languageHint: '选一种语言：lang zh 或者 lang en',

  helpTitle: '小A，陪你学 Docker 和 Kubernetes',
  helpSummary: '可以这样问我',
  help: (command) =>
    [
      '用自己的话问就行，中文英文都可以，写错字也没关系。',
      `- \`${command} kubelet 是什么\` 查一个概念`,
      `- \`${command} 比较 Secret 和 ConfigMap\` 分清两样东西`,
      `- \`${command} 主题\` 看看笔记里有什么`,
      `- \`${command} 随机\` 随便看一个`,
      `- \`${command} lang en\` answers in English`,
      `- \`${command} ask 帮助\` 查一个恰好也是命令的词`,
    ].join('\n'),
  tryThis: 'Pod 是什么',

  unknownButton: '这个按钮我不认识。再问一次，用新的按钮吧。',
  badArguments: '这个我看不懂。发送“帮助”看看可以怎么说。',
  incident: (id) => `抱歉，我这边出了点问题（${id}）。请再试一次；如果一直这样，把这个编号告诉管理我的人。`,
  incidentSummary: '出了点问题。',

  terminalWelcome: (concepts) => `小A · Xiao A 知道 ${concepts} 个 Docker 和 Kubernetes 的概念。中文英文都可以，随便问。`,
  terminalHint: '帮助 · 主题 · 随机 · 输入数字按按钮 · Ctrl-C 离开',
  terminalNoButton: (number) => `现在没有 ${number} 号按钮。`,
  terminalBye: '回头见！',
  notesProblems: (count) => `笔记里有 ${count} 个问题，用 kubetutor check 可以看到。`,
  notesReloaded: (count) => `笔记已重新载入：${count} 个概念。`,
  notesKept: '笔记现在读不了，先用上一个好的版本。',
};
