import type { Language } from '../content/schema.ts';

const en = {
  // Where something stands
  whereIsIt: 'Where is it?',
  whereTitle: (name: string) => `Where it stands: ${name}`,

  // What happens step by step
  flowsTitle: 'What happens, step by step',
  flowsIntro: 'Choose one; each is told on one picture.',
  unknownFlow: 'There is no flow of that name. These are all.',
  allFlows: 'All flows',

  // What a team remembers
  mapTitle: 'What we remember here',
  mapHow: (fewest: number) =>
    `A map of how well those who answer the quiz here would still know each concept. It names nobody, counts only those who agreed, and only what at least ${fewest} of them have met.`,
  mapTooFew: (people: number, fewest: number) => `So far ${people} of the ${fewest} people it takes.`,
  mapInChannel: 'Send “map” in a channel that has a quiz of the day: it shows what those who answer there remember.',
  mapCaption: (shown: number, known: number, people: number) => `The ${shown} weakest of ${known} concepts; ${people} people take part`,
  mapTimes: ['today', 'in a week', 'in a month'],
  mapShared: 'You take part.',
  mapNotShared: 'You do not take part.',
  mapJoin: 'Take part',
  mapLeave: 'Stop taking part',
};

const zh: typeof en = {
  whereIsIt: '在哪里？',
  whereTitle: (name) => `它在哪里：${name}`,

  flowsTitle: '一步一步看发生了什么',
  flowsIntro: '选一个，每个都用一张图讲清楚。',
  unknownFlow: '没有叫这个名字的流程。全部流程都在这里。',
  allFlows: '全部流程',

  mapTitle: '大家记得怎么样',
  mapHow: (fewest) =>
    `看看在这里答题的人，现在还记得哪些概念。不显示任何人的名字，只算同意参加的人；一个概念至少有 ${fewest} 个人学过才会出现。`,
  mapTooFew: (people, fewest) => `目前有 ${people} 人参加，至少需要 ${fewest} 人。`,
  mapInChannel: '请在有每日一测的频道里发送“记忆地图”，看看在那里答题的人记得怎么样。',
  mapCaption: (shown, known, people) => `共 ${known} 个概念，这里是最薄弱的 ${shown} 个；${people} 人参加`,
  mapTimes: ['今天', '一周后', '一个月后'],
  mapShared: '你已参加。',
  mapNotShared: '你没有参加。',
  mapJoin: '参加',
  mapLeave: '退出',
};

/** What is said of pictures. */
export const pictureWords: Readonly<Record<Language, typeof en>> = { en, zh };
