const en = {
  // Where the bot is new
  helloTitle: 'Hello, I am Xiao A',
  helloSummary: 'Hello, I am Xiao A, a tutor for Docker and Kubernetes.',
  hello: (command: string) =>
    [
      `- **Ask** \`${command} what is kubelet\` in any channel, in English or Chinese. Only you see the answer, until you share it.`,
      '- **Learn** with a question a day, here or by yourself; what you would forget is asked again.',
      '- I answer from notes alone, and say so where they have no answer.',
    ].join('\n'),
  helloTry: '**Try one.** Press a letter; only you see whether it is right, and why.',
  helloDaily: (proposal: string) =>
    `**A question a day in this channel?** ${proposal} Whoever manages this channel can set it, or another time.`,
  helloEveryDay: (time: string) => `Daily at ${time} …`,
  notNow: 'Not now',
  helloLater: (command: string) =>
    `All right, I am quiet. \`${command} help\` shows what I can do; \`${command} daily 09:30\` sets the quiz whenever you like.`,

  // Questions without an answer, and answers
  tellAuthors: 'Tell the authors',
  toldAuthors: 'The authors of the notes can see this question now, but not who asked it. Thank you!',
  tellNotYours: 'Only the person who asked can pass this question on.',
  noneOfThese: 'None of these',
  noneAgain: 'That was a while ago. Ask again, and I shall know what you mean.',
  judge: 'Was this right?',
  judgeAsk: (name: string) => `Did the answer about **${name}** help you? Nobody is told who says so.`,
  reasonTitle: 'What is wrong?',
  reasonLabel: 'What is wrong with this answer?',
  reasonHint: 'Those who look after the notes read it, without your name. You may leave it empty.',
  formSend: 'Send',
  formCancel: 'Cancel',
  formLine: 'Write it on one line. An empty line leaves it out.',
  formTooLong: (longest: number) => `That is too long: at most ${longest} characters, please. Press the button again.`,
  formEmpty: 'There is nothing in it. Press the button again when you know what to write.',
  judgeHelped: 'It helped',
  judgeWrong: 'It is wrong',
  judgedHelped: 'Good to know. Thank you!',
  judgedWrong: 'Thank you. Those who look after the notes are told that this answer is in doubt, but not by whom.',

  // For those who look after the notes
  gapsTitle: 'What the notes lack',
  gapsSummary: (gaps: number) => `${gaps} ${gaps === 1 ? 'question' : 'questions'} without an answer`,
  gapsNone: 'Nothing so far. A question without an answer is shown here once two people have asked it, or one of them agrees.',
  gapsUnanswered: 'Asked, and not in the notes',
  gapAsked: (text: string, times: number) => `${text} · ${times} ${times === 1 ? 'time' : 'times'}`,
  gapsWrong: 'Answers said to be wrong',
  gapWrong: (name: string, place: string, wrong: number, helped: number) => `${name} (${place}): wrong for ${wrong}, helped ${helped}`,
  gapsMissed: 'Missed most often in quizzes',
  gapMissed: (name: string, missed: number, answered: number) => `${name}: ${missed} of ${answered} answers wrong`,
  gapsHard: 'Questions that nobody answers rightly',
  gapsEasy: 'Questions that everybody answers rightly',
  gapsIdle: 'Wrong choices that nobody takes',
  gapsMended: 'Mended since',
  gapAnswered: (text: string) => `answered now: ${text}`,
  gapRevised: (name: string) => `revised after a complaint: ${name}`,
  gapsFile: 'Skeletons to fill in',
  gapsFileSaid: 'A skeleton for each question: write what is in capitals, and put the file among your notes.',
  gapsNotHere: 'Here I collect nothing for authors. On the command line, “kubetutor gaps” shows what came in from Slack and Discord.',
  gapsElsewhere: 'This is about what a whole team asked. Ask me in a channel that you manage.',
  digestTitle: 'The week in our notes',
  digestSet: (when: string) =>
    `${when} Then this channel is told what was asked in vain, what was missed most, and what has been mended. Where there is nothing to tell, nothing comes. \`digest off\` ends it.`,
  digestOff: 'No digest comes to this channel.',
  digestHow: (command: string) =>
    `No digest comes to this channel. \`${command} digest monday 09:00\` sets one, which tells what was asked in vain, what was missed most, and what has been mended.`,
  digestPaused: (command: string) =>
    `The digest of this channel is paused, since I could not post it. \`${command} digest monday 09:00\` sets it anew, for the day and the time that you name.`,
  lostDigestTitle: 'A weekly digest that you set is paused',
  lostDigestHow: (command: string) =>
    `To go on, invite me there or let me write there again, and send \`${command} digest monday 09:00\` in it, with the day and the time that you like. To have it in another channel, send the same there.`,
  digestOneDay: 'A digest comes on one day of the week, for example: digest monday 09:00',
  gapsManagers: 'Only people who manage this channel can see what is lacking.',
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
  helloTry: '**试一题。**按一个字母，对不对、为什么，只有你看得到。',
  helloDaily: (proposal) => `**要不要每天在这个频道出一道题？**${proposal}管理这个频道的人可以定下来，也可以换个时间。`,
  helloEveryDay: (time) => `每天 ${time} …`,
  notNow: '以后再说',
  helloLater: (command) => `好的，不打扰了。想看我会什么，输入 \`${command} 帮助\`；想要每日一测，随时输入 \`${command} 每日 09:30\`。`,

  tellAuthors: '告诉作者',
  toldAuthors: '写笔记的人现在能看到这个问题，但看不到是谁问的。谢谢！',
  tellNotYours: '只有提问的人自己才能把问题转给作者。',
  noneOfThese: '都不是',
  noneAgain: '隔得有点久了。请再问一次。',
  judge: '答得对吗？',
  judgeAsk: (name) => `关于 **${name}** 的回答有帮助吗？没有人会知道是谁说的。`,
  reasonTitle: '哪里不对？',
  reasonLabel: '这个回答哪里不对？',
  reasonHint: '维护笔记的人会看到这段话，但看不到你的名字。可以不填。',
  formSend: '发送',
  formCancel: '取消',
  formLine: '请写在一行里，直接回车表示不写。',
  formTooLong: (longest) => `太长了，最多 ${longest} 个字。请再按一次按钮。`,
  formEmpty: '里面没有内容。想好了再按一次按钮。',
  judgeHelped: '有帮助',
  judgeWrong: '答错了',
  judgedHelped: '知道了，谢谢！',
  judgedWrong: '谢谢。维护笔记的人会知道这个回答有疑问，但不会知道是谁说的。',

  gapsTitle: '笔记里缺什么',
  gapsSummary: (gaps) => `${gaps} 个问题还没有答案`,
  gapsNone: '目前没有。答不上来的问题，有两个人问过，或者提问的人同意，就会出现在这里。',
  gapsUnanswered: '有人问，笔记里没有',
  gapAsked: (text, times) => `${text} · ${times} 次`,
  gapsWrong: '有人说答错了',
  gapWrong: (name, place, wrong, helped) => `${name}（${place}）：${wrong} 人说错，${helped} 人说有帮助`,
  gapsMissed: '测验里最常答错',
  gapMissed: (name, missed, answered) => `${name}：${answered} 次回答里错了 ${missed} 次`,
  gapsHard: '没人答对的题',
  gapsEasy: '人人答对的题',
  gapsIdle: '从来没人选的错误选项',
  gapsMended: '已经补上',
  gapAnswered: (text) => `现在有答案了：${text}`,
  gapRevised: (name) => `有人指出后改过：${name}`,
  gapsFile: '下载待填的笔记',
  gapsFileSaid: '每个问题一份模板：把括号里的内容写好，放进你们的笔记文件夹。',
  gapsNotHere: '我在这里不为作者收集问题。命令行的“kubetutor gaps”会列出 Slack 和 Discord 上收到的。',
  gapsElsewhere: '这里是整个团队问过的问题。请在你管理的频道里问我。',
  digestTitle: '笔记这一周',
  digestSet: (when) =>
    `${when}到时这个频道会收到汇总：哪些问题没有答案，哪些最常答错，哪些已经补上；没有内容就不发。发送“周报 关闭”可以取消。`,
  digestOff: '这个频道没有周报了。',
  digestHow: (command) =>
    `这个频道还没有周报。发送 \`${command} 周报 周一 09:00\` 就能设置，内容是：哪些问题没有答案，哪些最常答错，哪些已经补上。`,
  digestPaused: (command) =>
    `这个频道的周报已暂停：我没能在这里发出去。发送 \`${command} 周报 周一 09:00\` 就能重新设置，日子和时间可以自己定。`,
  lostDigestTitle: '你设置的一份周报已暂停',
  lostDigestHow: (command) =>
    `要继续，请邀请我回到那个频道，或恢复我的发言权限，然后在那里重新设置，例如发送 \`${command} 周报 周一 09:00\`。想换个频道，就在新频道里发送同样的内容。`,
  digestOneDay: '周报一周一次，例如：周报 周一 09:00',
  gapsManagers: '只有管理这个频道的人才能看缺口。',
};

/** Words for a team: where the bot is new, and what those hear who look after the notes. */
export const teamWords = { en, zh };
