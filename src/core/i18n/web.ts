import type { Language } from '../content/schema.ts';

const en = {
  htmlLanguage: 'en',
  organizationTitle: 'Please choose one workspace',
  organizationHow:
    'You have chosen your whole organization. I work in single workspaces only, where each has its own quizzes and people, so nothing was set up. Whoever manages the organization can remove the app from it. Then install it in each workspace that wants it: choose that workspace, not the organization, at the top right of Slack’s page.',
  organizationInstall: 'Install it in a workspace',
  /** What stands on the page around what the bot says; the page is sent all of it, so that it can change its language. */
  playground: {
    skip: 'To the question',
    shownAs: 'Shown as on',
    slack: 'Slack',
    discord: 'Discord',
    plain: 'Plain text',
    otherLanguage: '中文',
    otherLanguageCode: 'zh',
    dark: 'Dark',
    where: 'Where',
    team: '# team',
    direct: 'Direct message',
    who: 'You are',
    about: 'A team to try things with: Ann decides about the channel. What the others are told in private you see when you are them.',
    welcome: 'Ask about Docker and Kubernetes',
    welcomeHow:
      'In your own words, in English or Chinese. Answers look as they do on the platform chosen above; all buttons work. For example:',
    /** One a line. */
    examples: 'what is kubelet\nwaht is Kublet\ncompare Secret and ConfigMap\nquiz\nreview\ndaily now\nstory\nhelp',
    ask: 'Ask something, or type help',
    send: 'Send',
    onlyYou: 'Only you can see this',
    changed: 'Changed just now, with the notes',
    appBadge: 'APP',
    lost: 'The connection is lost; I am trying again.',
    back: 'The connection is back.',
    refused: 'That was not taken. Please load the page again.',
    saveFile: 'Save',
    noScript: 'This page needs JavaScript. The tutor also talks in the terminal: npx kubetutor',
  },
  playgroundAt: (address: string) => `To try me in a browser, as on Slack and Discord: ${address}`,
};

const zh: typeof en = {
  htmlLanguage: 'zh-CN',
  organizationTitle: '请选择一个工作区',
  organizationHow:
    '你选择的是整个组织。我只能在单个工作区里工作，每个工作区有自己的测验和成员，所以这次没有安装成功。组织的管理员可以把应用从组织里移除，然后在需要的工作区里分别安装：在 Slack 页面右上角选择那个工作区，不要选整个组织。',
  organizationInstall: '安装到一个工作区',
  playground: {
    skip: '跳到提问框',
    shownAs: '显示为',
    slack: 'Slack',
    discord: 'Discord',
    plain: '纯文本',
    otherLanguage: 'English',
    otherLanguageCode: 'en',
    dark: '深色',
    where: '在哪里',
    team: '# 团队',
    direct: '私聊',
    who: '你是',
    about: '一个供试用的小团队：频道由 Ann 管理。别人私下收到的内容，换成那个人就能看到。',
    welcome: '来问 Docker 和 Kubernetes',
    welcomeHow: '用你自己的话，中文英文都行。回答的样子与上方所选平台一致，按钮都能按。例如：',
    examples: 'kubelet 是什么\n集群状态存在哪里\n比较 Secret 和 ConfigMap\n测验\n复习\n每日 现在\n故事\n帮助',
    ask: '提个问题，或输入“帮助”',
    send: '发送',
    onlyYou: '仅你可见',
    changed: '笔记有改动，刚刚更新',
    appBadge: '应用',
    lost: '连接断了，正在重试。',
    back: '连接恢复了。',
    refused: '没有发送成功，请刷新页面再试。',
    saveFile: '保存',
    noScript: '此页面需要 JavaScript。也可以在终端里用：npx kubetutor',
  },
  playgroundAt: (address) => `在浏览器里试用，样子与 Slack、Discord 上一致：${address}`,
};

/** What is said around the playground. */
export const webWords: Readonly<Record<Language, typeof en>> = { en, zh };
