import type { Language } from '../content/schema.ts';

/** Most of those who answer in a conversation; never fewer than half. */
const notMet = (members: number, of: number): string => {
  if (of === 1) return 'the one person who answers here has not met it';
  if (members < of) return `${members} of the ${of} who answer here have not met it`;
  return of === 2 ? 'neither of the two who answer here has met it' : `none of the ${of} who answer here has met it`;
};

const forDays = (days: number): string => (days === 1 ? 'for a day' : `for ${days} days`);

const en = {
  // A question, and what is said to an answer
  quizTitle: 'Quiz',
  quizOfDay: 'Quiz of the day',
  quizOf: (title: string, number: number, count: number) => `${title}: question ${number} of ${count}`,
  quizSummary: (stem: string) => `Quiz: ${stem}`,
  choice: (letter: string, text: string) => `**${letter}.** ${text}`,
  dontKnow: 'I don’t know',
  startQuiz: 'Start ▸',
  nextQuestion: 'Next question ▸',
  questionsToAnswer: (count: number) => `${count} questions, in private. Your first answer counts, and there is no hurry.`,
  answered: (people: number) => (people === 1 ? '1 person has answered' : `${people} people have answered`),
  nobodyAnswered: 'Nobody has answered yet',
  rightSummary: 'That is right.',
  wrongSummary: (answer: string) => `Not quite: it is ${answer}`,
  unknownAnswerSummary: (answer: string) => `It is ${answer}`,
  rightTitle: 'Right!',
  wrongTitle: 'Not quite',
  unknownAnswerTitle: 'Now you know',
  yourChoice: (text: string) => `You chose: ${text}`,
  itIs: (text: string) => `**It is: ${text}**`,
  firstAnswerStands: 'You have answered this one already, and the first answer counts.',
  tooLate: 'This quiz is over, so your answer was not counted. Here is what it was about.',
  ownScore: (correct: number, count: number) => `That was all: ${correct} of ${count} right.`,
  quizDone: 'You have answered all of today’s questions.',
  learnMore: 'Read about it',
  anotherQuiz: 'Another quiz',
  noQuestions: 'There are no questions on that in the notes. Send “quiz” for one on everything.',
  quizHowMany: 'A quiz has one to five questions, for example: quiz 3',
  unknownQuiz: 'That quiz is not there any more.',
  notYourQuiz: 'That quiz is somebody else’s. Send “quiz” for one of your own.',
  nothingToAnswer: 'No question of yours is open. Send “quiz” for one.',
  typeALetter: 'Type the letter of one of the choices.',

  // Why a question was chosen
  whyNew: (members: number, of: number) => `chosen because ${notMet(members, of)} yet`,
  whyLongAgo: (members: number, of: number, days: number) => `chosen because ${notMet(members, of)} ${forDays(days)}`,
  whyMissed: (misses: number, answers: number) =>
    misses === answers
      ? 'chosen because nobody here has got it right yet'
      : `chosen because it was missed ${misses} of ${answers} times here`,
  whyFirst: 'chosen because it was never asked here',
  whyRested: (days: number) =>
    days === 0 ? 'chosen because all others were asked here later' : `chosen because it was not asked here ${forDays(days)}`,

  // Its close
  closedTitle: 'Quiz of the day: the answer',
  closedOf: (number: number, count: number) => `Quiz of the day: answer ${number} of ${count}`,
  closedSummary: (answer: string) => `The quiz is over. It was ${answer}`,
  closedCount: (correct: number, answers: number) => `${correct} of ${answers} answered right.`,
  closedNobody: 'Nobody answered this time.',
  mixUp: (wrong: string, times: number) => `Most common mix-up: ${wrong} (${times === 1 ? '1 person' : `${times} people`}).`,
  movedTitle: 'This quiz has moved',
  moved: 'It was posted twice by accident. Answers given here count; the result will stand in the other message.',
  resultOf: (number: number) => `Question ${number}`,

  // Leaderboards
  topTitle: (scope: string, period: string) => `${scope}: ${period}`,
  topSummary: 'The leaderboard',
  topHere: 'This channel',
  topSpace: 'All channels',
  periodWeek: 'this week',
  periodMonth: 'this month',
  periodAll: 'all time',
  topEmpty: 'Nobody has answered a quiz of the day in this time.',
  topScore: (correct: number, answered: number) => `${correct} of ${answered} right`,
  someone: 'someone',
  you: 'you',
  ownPlace: (rank: number, people: number, score: string) => `You: place ${rank} of ${people}, ${score}`,
  topHow: 'Ranked by right first answers; speed does not count, and few answers count a little less.',
  quietHere: 'This channel’s quiz shows no scores.',
  ownStreak: (days: number, frozen: number) =>
    frozen === 0 ? `Your streak: ${days} days.` : `Your streak: ${days} days, with ${frozen} missed and forgiven.`,
  teamStreak: (days: number) => `Somebody here has answered on ${days} days in a row.`,
  nameMe: 'Show my name',
  hideMe: 'Hide my name',
  named: 'Your name is shown on leaderboards now.',
  unnamed: 'On leaderboards you are “someone” now.',
};

const answering = (members: number, of: number): string => {
  if (of === 1) return '在这里答题的人';
  return members < of ? `在这里答题的 ${of} 人里有 ${members} 人` : `在这里答题的 ${of} 人都`;
};

const zh: typeof en = {
  quizTitle: '小测验',
  quizOfDay: '每日一测',
  quizOf: (title, number, count) => `${title}：第 ${number} 题，共 ${count} 题`,
  quizSummary: (stem) => `小测验：${stem}`,
  choice: (letter, text) => `**${letter}.** ${text}`,
  dontKnow: '不知道',
  startQuiz: '开始 ▸',
  nextQuestion: '下一题 ▸',
  questionsToAnswer: (count) => `共 ${count} 题，私下作答。以第一次回答为准，不比快慢。`,
  answered: (people) => `已有 ${people} 人作答`,
  nobodyAnswered: '还没有人作答',
  rightSummary: '答对了。',
  wrongSummary: (answer) => `不太对，答案是：${answer}`,
  unknownAnswerSummary: (answer) => `答案是：${answer}`,
  rightTitle: '答对了！',
  wrongTitle: '不太对',
  unknownAnswerTitle: '现在就知道了',
  yourChoice: (text) => `你选的是：${text}`,
  itIs: (text) => `**答案：${text}**`,
  firstAnswerStands: '这一题你已经答过了，以第一次为准。',
  tooLate: '这次测验已经结束，这个回答不计分。不妨看看讲解。',
  ownScore: (correct, count) => `全部答完：共 ${count} 题，答对 ${correct} 题。`,
  quizDone: '今天的题你都答完了。',
  learnMore: '看看笔记',
  anotherQuiz: '再来一组',
  noQuestions: '笔记里没有这方面的题。发送“测验”，从全部内容里出题。',
  quizHowMany: '一次测验一到五题，例如：测验 3',
  unknownQuiz: '这次测验已经不在了。',
  notYourQuiz: '这是别人的测验。发送“测验”，开始自己的一组。',
  nothingToAnswer: '现在没有等你回答的题。发送“测验”来一组。',
  typeALetter: '请输入某个选项的字母。',

  whyNew: (members, of) => `选这题，是因为${answering(members, of)}还没学过`,
  whyLongAgo: (members, of, days) => `选这题，是因为${answering(members, of)}已有 ${days} 天没碰过`,
  whyMissed: (misses, answers) =>
    misses === answers ? '选这题，是因为在这里还没有人答对过' : `选这题，是因为在这里 ${answers} 次作答错了 ${misses} 次`,
  whyFirst: '选这题，是因为这里还没有考过',
  whyRested: (days) => (days === 0 ? '选这题，是因为别的题都考得比它晚' : `选这题，是因为这里已有 ${days} 天没有考过`),

  closedTitle: '每日一测：答案',
  closedOf: (number, count) => `每日一测：第 ${number} 题的答案，共 ${count} 题`,
  closedSummary: (answer) => `测验结束，答案是：${answer}`,
  closedCount: (correct, answers) => `${answers} 人作答，${correct} 人答对。`,
  closedNobody: '这次没有人作答。',
  mixUp: (wrong, times) => `最常见的混淆：${wrong}（${times} 人）。`,
  movedTitle: '这次测验换了位置',
  moved: '它不小心发了两遍。在这里的作答同样有效，结果会显示在另一条消息里。',
  resultOf: (number) => `第 ${number} 题`,

  topTitle: (scope, period) => `${scope}：${period}`,
  topSummary: '排行榜',
  topHere: '本频道',
  topSpace: '全部频道',
  periodWeek: '本周',
  periodMonth: '本月',
  periodAll: '全部时间',
  topEmpty: '这段时间还没有人答过每日一测。',
  topScore: (correct, answered) => `答对 ${correct}/${answered} 题`,
  someone: '某位同学',
  you: '你',
  ownPlace: (rank, people, score) => `你：第 ${rank} 名，共 ${people} 人，${score}`,
  topHow: '按第一次就答对的比例排名，不比快慢；答得少的，分数略往中间靠。',
  quietHere: '这个频道的测验不公开成绩。',
  ownStreak: (days, frozen) => (frozen === 0 ? `你已连续学习 ${days} 天。` : `你已连续学习 ${days} 天，其中缺了 ${frozen} 天，不算中断。`),
  teamStreak: (days) => `这里已连续 ${days} 天有人答题。`,
  nameMe: '显示我的名字',
  hideMe: '隐藏我的名字',
  named: '以后排行榜会显示你的名字。',
  unnamed: '以后你在排行榜上是“某位同学”。',
};

/** What is said of quizzes and leaderboards. */
export const quizWords: Readonly<Record<Language, typeof en>> = { en, zh };
