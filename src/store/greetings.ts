import type { Greetings } from '../core/quiz/greetings.ts';
import { countAskings } from './asked.ts';
import type { Engine } from './engine.ts';
import { queuePost } from './posts-queue.ts';
import { insertQuestions } from './quizzes.ts';

/** Where the bot has introduced itself; once for a place, however often and by however many processes it is heard of. */
export function createGreetings(engine: Engine, now: () => Date): Greetings {
  return {
    open: ({ place, conversation, space, language, zone, questions, lane }) =>
      engine.write(async (transaction) => {
        await engine.lock(transaction, `greeting ${place}`);
        const known = await transaction.selectFrom('greeting').select('place').where('place', '=', place).executeTakeFirst();
        const arranged = await transaction
          .selectFrom('schedule')
          .select('conversation')
          .where('conversation', '=', conversation)
          .executeTakeFirst();
        // Where a quiz is arranged, the bot is known already.
        if (known || arranged) return false;
        const nowMs = now().getTime();
        const open = { learner: null, day: null, is_quiet: 0, opened_at_ms: nowMs, closes_at_ms: null, closed_at_ms: null };
        const { id: quiz } = await transaction
          .insertInto('quiz')
          .values({ conversation, space, language, ...open })
          .returning('id')
          .executeTakeFirstOrThrow();
        if (questions.length > 0) {
          await insertQuestions(transaction, quiz, questions);
          await countAskings(transaction, conversation, questions, now());
        }
        await transaction.insertInto('greeting').values({ place, quiz, zone, greeted_at_ms: nowMs }).execute();
        await queuePost(transaction, { key: `hello:${place}`, kind: 'hello', subject: quiz, conversation, lane, dueAt: now() }, now());
        return true;
      }),

    async zoneOf(quiz) {
      const row = await engine.read((database) =>
        database.selectFrom('greeting').select('zone').where('quiz', '=', quiz).executeTakeFirst(),
      );
      return row?.zone;
    },
  };
}
