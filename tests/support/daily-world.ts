import { onTestFinished } from 'vitest';
import type { Poster } from '../../src/core/ports.ts';
import { createDaily } from '../../src/core/quiz/daily.ts';
import { drawPost } from '../../src/core/quiz/messages.ts';
import type { Arrangement } from '../../src/core/quiz/records.ts';
import { nextOccurrence } from '../../src/core/schedule/occurrences.ts';
import { openStore } from '../../src/store/store.ts';
import { newFilePlace } from './databases.ts';
import { createTestPlatform } from './platform.ts';
import { arrangement, chosen, createClock } from './quiz.ts';

export const SECOND = 1 / 60;
export const DAY = 24 * 60;

const START = '2026-03-02T01:00:00Z';

/** A bot with a quiz at 09:30 in Shanghai, which is 01:30 UTC; it is 01:00 UTC. */
export async function dailyWorld({ canLook = true }: { canLook?: boolean } = {}) {
  const { where } = await newFilePlace();
  const incidents: unknown[] = [];
  /** A process with a machine's clock of its own. */
  const startBot = async (instant: string) => {
    const clock = createClock(instant);
    const { records, close } = await openStore(where, { as: 'tool', ...clock });
    onTestFinished(close);
    const dailyOn = (poster: Poster, { whileDrawing = () => {}, whileComposing = async () => {} } = {}) =>
      createDaily({
        ...{ records, now: clock.now, steady: clock.steady },
        posters: new Map([['test', poster]]),
        compose: async ({ conversation }) => {
          await whileComposing();
          if (conversation === 'test:broken') throw new Error('the notes of this channel are broken');
          return chosen('pod');
        },
        draw: (post) => {
          whileDrawing();
          return drawPost(post, records);
        },
        log: { incident: (_id, error) => incidents.push(error) },
      });
    const daily = dailyOn(platform.poster);
    return {
      ...{ clock, records, daily, dailyOn },
      /** Does all that is due by its clock. */
      async pass() {
        while ((await daily.tick()) > 0) await daily.settled();
      },
    };
  };
  const platform = createTestPlatform({ now: () => clock.now(), canLook });
  const bot = await startBot(START);
  const { clock, records } = bot;
  const arrange = (given: Partial<Arrangement> = {}) => {
    const wanted = arrangement(given);
    return records.schedules.save(wanted, nextOccurrence(wanted.timetable, clock.now()));
  };
  await arrange();
  const answer = async (who: string, choice: string) => {
    const quiz = await records.quizzes.find(1);
    if (!quiz) throw new Error('no quiz');
    await records.quizzes.record({ quiz, position: 1, actor: { id: `test:${who}`, name: who }, choice, isRight: choice === 'b' });
  };
  return { ...bot, ...records, platform, incidents, arrange, answer, startBot };
}
