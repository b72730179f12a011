const en = {
  // Where the bot is new
  helloTitle: 'Hello, I am Xiao A',
  helloSummary: 'Hello, I am Xiao A, a tutor for Docker and Kubernetes.',
  hello: (command: string) =>
    [
      `- **Ask** \`${command} what is kubelet\` in any channel, in English or Chinese. Only you see the answer, until you share it.`,
      '- **Learn** with a question a day, here or by yourself; what you would forget is asked again.',
      '- I answer from notes alone. What they do not have, I say so.',
    ].join('\n'),
  helloTry: '**Try one.** Press a letter; only you see whether it is right, and why.',
  helloDaily: (proposal: string) =>
    `**A question a day in this channel?** ${proposal} Whoever manages this channel can set it, or another time.`,
  helloEveryDay: (time: string) => `Daily at ${time} …`,
  notNow: 'Not now',
  helloLater: (command: string) =>
    `All right, I am quiet. \`${command} help\` shows what I can do; \`${command} daily 09:30\` sets the quiz whenever you like.`,
};

const zh: typeof en = {
  helloTitle: '大家好，我是小A',
  helloSummary: '大家好，我是小A，教 Docker 和 Kubernetes。',
  hello: (command) =>
    [
      `- **问**：在任何频道输入 \`${command} kubelet 是什么\`，中文英文都行。回答只有你看得到，除非你分享。`,
      '- **学**：每天一道题，在频道里或者自己做；快忘的会再考你。',
      '- 我只按笔记回答，笔记里没有的就直说没有。',
    ].join('\n'),
  helloTry: '**试一题。** 按一个字母，对不对、为什么，只有你看得到。',
  helloDaily: (proposal) => `**要不要每天在这个频道出一道题？** ${proposal}管理这个频道的人可以定下来，也可以换个时间。`,
  helloEveryDay: (time) => `每天 ${time} …`,
  notNow: '以后再说',
  helloLater: (command) => `好的，不打扰了。\`${command} 帮助\` 看我会什么；想要每日一测，随时输入 \`${command} 每日 09:30\`。`,
};

/** Words for a team: where the bot is new, and what those hear who look after the notes. */
export const teamWords = { en, zh };
