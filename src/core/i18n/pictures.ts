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
};

const zh: typeof en = {
  whereIsIt: '在哪里？',
  whereTitle: (name) => `它在哪里：${name}`,

  flowsTitle: '一步一步看发生了什么',
  flowsIntro: '选一个，每个都用一张图讲清楚。',
  unknownFlow: '没有叫这个名字的流程。全部流程都在这里。',
  allFlows: '全部流程',
};

/** What is said of pictures. */
export const pictureWords: Readonly<Record<Language, typeof en>> = { en, zh };
