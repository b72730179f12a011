import { onTestFinished } from 'vitest';
import type { Bot } from '../../src/core/bot.ts';
import { parseText } from '../../src/core/command.ts';
import { COMMANDS } from '../../src/core/commands/index.ts';
import { decodeIntent, encodeIntent, type Intent } from '../../src/core/intent.ts';
import { around } from '../../src/core/knowledge.ts';
import { compose } from '../../src/core/quiz/compose.ts';
import { createDaily } from '../../src/core/quiz/daily.ts';
import { drawPost } from '../../src/core/quiz/messages.ts';
import type { Reply } from '../../src/core/reply.ts';
import { createMemoryModel } from '../../src/core/review/memory.ts';
import { createReminding } from '../../src/core/review/remind.ts';
import type { Actor, Conversation, Pressed } from '../../src/core/turn.ts';
import { openStore } from '../../src/store/store.ts';
import { buttonOf, CHANNEL, finding, personCalled, tutorFor } from './bot.ts';
import { newFilePlace } from './databases.ts';
import { libraryOf } from './notes.ts';
import { createTestPlatform } from './platform.ts';
import { createClock } from './quiz.ts';
import { QUIZ_NOTES } from './quiz-notes.ts';

/** Someone who may decide for a channel. */
export const BOSS = personCalled('Boss', { canManage: true, zone: 'Asia/Shanghai' });
export const ANN = personCalled('Ann');

/** A bot with a memory, a channel on a platform, and a clock: 2 March 2026, 09:00 in Shanghai. */
export async function quizWorld(library = libraryOf(QUIZ_NOTES)) {
  const clock = createClock('2026-03-02T01:00:00Z');
  const { where } = await newFilePlace();
  const { records, reviews, preferences, close } = await openStore(where, { as: 'tool', ...clock });
  onTestFinished(close);
  const platform = createTestPlatform({ now: clock.now });
  const { poster } = platform;
  const services = { preferences, records, reviews, now: clock.now, laneOf: poster.laneOf };
  const { bot, incidents } = tutorFor({ library, services });
  const knowledge = { ...around(library), find: () => finding({}), termsIn: () => [] };
  const posters = new Map([['test', poster]]);
  const reminding = { reviews, model: createMemoryModel(), knowledge: () => knowledge, now: clock.now };
  const daily = createDaily({
    records,
    posters,
    reminding: createReminding(reminding, posters),
    compose: (schedule) => compose(schedule, { ...services, model: createMemoryModel(), random: () => 0, knowledge: () => knowledge }),
    draw: (post) => drawPost(post, records, reminding),
    now: clock.now,
    steady: clock.steady,
    log: { incident: (id, error) => incidents.push({ id, error }) },
  });
  return {
    ...{ clock, platform, incidents, records, reviews },
    /** What is due is done. */
    async pass(): Promise<void> {
      while ((await daily.tick()) > 0) await daily.settled();
    },
    as: (actor: Actor, conversation: Conversation = CHANNEL) => personIn(bot, actor, conversation),
  };
}

function personIn(bot: Bot, actor: Actor, conversation: Conversation) {
  const turn = (intent: Intent, more: { typed?: string; pressed?: Pressed }) =>
    bot.reply({ id: 'turn', intent, actor, conversation, ...more });
  const send = (intent: Intent, pressed?: Pressed) => turn(decodeIntent(encodeIntent(intent)), pressed ? { pressed } : {});
  return {
    say: (text: string): Promise<Reply> => turn(parseText(text, COMMANDS, 'k8s'), { typed: text }),
    /** Presses a button of a reply that only this person sees. */
    press: (reply: Reply | undefined, label: string): Promise<Reply> => send(buttonOf(reply ?? { summary: '', blocks: [] }, label).intent),
    /** Presses a button of a message that everyone sees. */
    pressPublic: (reply: Reply | undefined, label: string, message = 'test:1'): Promise<Reply> =>
      send(buttonOf(reply ?? { summary: '', blocks: [] }, label).intent, { isPublic: true, message }),
    send,
  };
}
