import type { Reply } from '../../src/core/reply.ts';
import { buttonsOf, ROOM } from './bot.ts';
import { ANN, quizWorld } from './quiz-world.ts';

/** A world in which Ann can review by the buttons that she sees. */
export const reviewWorld = async () => {
  const world = await quizWorld();
  const ann = world.as(ANN, ROOM);
  /** Reviews a card from its front to its rating. */
  const rated = async (front: Reply, rating: string): Promise<Reply> => {
    const back = await ann.press(front, buttonsOf(front)[0]?.label ?? '');
    return ann.press(back, buttonsOf(back).find(({ label }) => label.startsWith(rating))?.label ?? '');
  };
  /** Reviews all that is offered. */
  const allRated = async (text: string, rating: string): Promise<Reply> => {
    let reply = await ann.say(text);
    while (buttonsOf(reply).some(({ label }) => /Show answer|看答案/.test(label))) reply = await rated(reply, rating);
    return reply;
  };
  return { ...world, ann, rated, allRated };
};
