import { storeOn } from '../../src/store/store.ts';
import { opening } from '../../tests/support/quiz.ts';
import { NOW } from './due.ts';
import type { Measured } from './stores.ts';
import { timed } from './times.ts';

/** Answers a second, all of them to one open quiz after another by so many people at once. */
export async function answersASecond({ engine }: Measured, people: number, rounds: number): Promise<number> {
  const { quizzes } = storeOn(engine, { now: () => NOW }).records;
  const days = Array.from({ length: rounds }, (_, number) => `2027-01-${String(number + 1).padStart(2, '0')}` as const);
  const open = await Promise.all(
    days.map(async (day) => {
      const quiz = await quizzes.find(
        (await quizzes.open(opening(day as `${number}-${number}-${number}`, { conversation: 'test:crowd' }))) ?? 0,
      );
      if (!quiz) throw new Error('no quiz was opened');
      return quiz;
    }),
  );
  const press = (quiz: (typeof open)[number], number: number) =>
    quizzes.record({ quiz, position: 1, actor: { id: `test:p${number}`, name: `P${number}` }, choice: 'b', isRight: true });
  const { ms } = await timed(async () => {
    for (const quiz of open) await Promise.all(Array.from({ length: people }, (_, number) => press(quiz, number)));
  });
  return (people * rounds * 1_000) / ms;
}
