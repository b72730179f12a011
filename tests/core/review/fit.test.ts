import { describe, expect, test } from 'vitest';
import { historiesOf, logInExport, logLossOf, together } from '../../../src/core/review/fit.ts';
import { createMemoryModel } from '../../../src/core/review/memory.ts';
import type { LogLine } from '../../../src/core/review/replay.ts';
import { ROOM } from '../../support/bot.ts';
import { ANN, quizWorld } from '../../support/quiz-world.ts';

const line = (id: string, day: number, what: LogLine['what'], concept = 'pod'): LogLine => ({
  ...{ id, concept, what },
  at: new Date(Date.UTC(2026, 2, 1 + day, 9)),
});
const rated = (id: string, day: number, rating: 'again' | 'good', concept?: string) => line(id, day, { kind: 'rated', rating }, concept);

describe('what weights are fitted to', () => {
  test('is each rating but a first one, with all that came before it', () => {
    expect(historiesOf([rated('2', 3, 'again'), rated('1', 0, 'good'), rated('3', 4, 'good'), rated('4', 1, 'good', 'node')])).toEqual([
      [
        { rating: 'good', days: 0 },
        { rating: 'again', days: 3 },
      ],
      [
        { rating: 'good', days: 0 },
        { rating: 'again', days: 3 },
        { rating: 'good', days: 1 },
      ],
    ]);
  });

  test('takes misses for Again, and leaves out hits and what was undone', () => {
    const log = [
      rated('1', 0, 'good'),
      line('2', 1, { kind: 'hit', choices: 4 }),
      rated('3', 2, 'good'),
      line('4', 2, { kind: 'undone', line: '3' }),
      line('5', 5, { kind: 'missed' }),
      line('6', 7, { kind: 'unsure' }),
      line('7', 8, { kind: 'known' }),
    ];
    expect(historiesOf(log).at(-1)).toEqual([
      { rating: 'good', days: 0 },
      { rating: 'again', days: 5 },
      { rating: 'again', days: 2 },
    ]);
  });
});

describe('the log of a person', () => {
  test('is in what they exported, whatever it says happened', async () => {
    const { as, reviews, clock } = await quizWorld();
    const evidence = [
      { kind: 'rated', rating: 'easy' },
      { kind: 'hit', choices: 4 },
      { kind: 'missed' },
      { kind: 'unsure' },
      { kind: 'known' },
    ] as const;
    for (const [seen, each] of evidence.entries()) {
      await reviews.log.learn({ actor: ANN.id, concept: 'etcd', evidence: each, seen });
      clock.pass(24 * 60);
    }
    const { lines } = await reviews.log.since(ANN.id, new Date(0));
    await reviews.log.undo({ actor: ANN.id, line: lines[0] ?? { id: '', concept: '' } });
    const file = (await as(ANN, ROOM).say('export')).blocks.find((block) => block.kind === 'file');
    const kept = (await reviews.log.since(ANN.id, new Date(0))).lines.map(({ since: _, ...each }) => each);
    expect(kept.length).toBe(6);
    expect(logInExport(file?.text ?? '').toSorted((a, b) => (a.id < b.id ? -1 : 1))).toEqual(
      kept.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    );
    expect(() => logInExport('{"log_line":[{"id":1}]}')).toThrow();
  });

  test('is not mixed with that of another, who has other memories', () => {
    const [ann, bob] = [[rated('1', 0, 'good'), rated('2', 3, 'again')], [rated('3', 1, 'good')]];
    expect(historiesOf(together([ann, bob]))).toEqual(historiesOf(ann));
  });
});

describe('the log loss of a model', () => {
  const model = createMemoryModel();
  const recallAfter = (days: number) => model.recall(model.rate(undefined, 'good', new Date(0)), new Date(days * 86_400_000));

  test('is how surprising each rating but the first was', () => {
    expect(logLossOf([rated('1', 0, 'good'), rated('2', 2, 'good')], model)).toBeCloseTo(-Math.log(recallAfter(2)), 9);
    expect(logLossOf([rated('1', 0, 'good'), rated('2', 2, 'again')], model)).toBeCloseTo(-Math.log(1 - recallAfter(2)), 9);
    const both = [rated('1', 0, 'good'), rated('2', 2, 'again'), rated('3', 0, 'good', 'node'), rated('4', 2, 'good', 'node')];
    expect(logLossOf(both, model)).toBeCloseTo(-(Math.log(1 - recallAfter(2)) + Math.log(recallAfter(2))) / 2, 9);
  });

  test('takes no account of hits, which may be guessed, but learns from them', () => {
    const hit = line('2', 1, { kind: 'hit', choices: 4 });
    const [plain, withHit] = [[], [hit]].map((more) => logLossOf([rated('1', 0, 'good'), ...more, rated('3', 9, 'good')], model));
    expect(withHit).toBeLessThan(plain ?? 0);
  });
});
