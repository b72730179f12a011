import { buttonsOf, ROOM } from '../bot.ts';
import { NOTES } from '../notes.ts';
import { scene } from './stage.ts';

const notes = { shipped: NOTES };

const looksAround = scene(
  'looks around',
  async ({ as, ann, either, seen }) => {
    const { says, presses } = as(ann, ROOM);
    await seen('greeted-back', says(either('hi', '你好')));
    await seen('thanks', says(either('thanks!', '谢谢！')));
    await seen('help', says(either('help', '帮助')));
    const topics = await seen('topics', says(either('topics', '主题')));
    const topic = await seen('topic', presses(topics, buttonsOf(topics)[1]?.label ?? ''));
    await seen('answer-other-language', presses(topic, either('小A', 'Swarm')));
    await seen('path', says(either('path', '路线')));
  },
  notes,
);

const isTold = scene(
  'is told how it came, and what happens',
  async ({ as, ann, words, either, seen }) => {
    const { says, presses } = as(ann, ROOM);
    const story = await seen('story', says(either('story', '故事')));
    await seen('story-end', presses(story, words.next));
    await seen('flows', says(either('flow', '流程')));
    const flow = await seen('flow', says(either('flow run a pod', '流程 启动')));
    await seen('flow-end', presses(flow, words.next));
  },
  notes,
);

const settles = scene('chooses how to be spoken to, and sees what comes', async ({ as, ann, either, seen }) => {
  const { says, opens } = as(ann, ROOM);
  await seen('start', opens('home'));
  await seen('lang', says(either('lang', '语言')));
  await seen('lang-set', says(either('lang en', '语言 中文')));
  await seen('name', says(either('name on', '名字 显示')));
  await seen('random', says(either('random', '随机')));
});

/** Somebody sees what there is. */
export const BROWSING = [looksAround, isTold, settles];
