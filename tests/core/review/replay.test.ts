import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createMemoryModel, type Evidence, type Memory, RATINGS } from '../../../src/core/review/memory.ts';
import { type LogLine, replay } from '../../../src/core/review/replay.ts';

const model = createMemoryModel();
const START = Date.UTC(2026, 2, 2, 9);
const HOUR_MS = 3_600_000;

const evidence: fc.Arbitrary<Evidence> = fc.oneof(
  fc.constantFrom(...RATINGS).map((rating) => ({ kind: 'rated', rating }) as const),
  fc.integer({ min: 2, max: 5 }).map((choices) => ({ kind: 'hit', choices }) as const),
  fc.constantFrom({ kind: 'missed' } as const, { kind: 'unsure' } as const, { kind: 'known' } as const),
);

/** A log with many lines at the same time, some of them undone. */
const anyLog: fc.Arbitrary<LogLine[]> = fc
  .array(fc.tuple(fc.nat(200), fc.constantFrom('pod', 'node', 'kubelet'), evidence, fc.boolean()), { maxLength: 20 })
  .map((rows) =>
    rows.flatMap(([hours, concept, what, isUndone], row): LogLine[] => {
      const at = new Date(START + hours * HOUR_MS);
      const line = { id: `line-${row}`, at, concept, what };
      const undone = { id: `undo-${row}`, at: new Date(at.getTime() + 1), concept, what: { kind: 'undone', line: line.id } } as const;
      return isUndone ? [line, undone] : [line];
    }),
  );

const line = (id: string, hours: number, what: LogLine['what'], concept = 'pod'): LogLine => ({
  ...{ id, concept, what },
  at: new Date(START + hours * HOUR_MS),
});
const good = { kind: 'rated', rating: 'good' } as const;

describe('memories made anew from the log', () => {
  test('are those that were made step by step', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(100), evidence), { maxLength: 12 }), (steps) => {
        let memory: Memory | undefined;
        let hours = 0;
        const lines = steps.map(([wait, what], step) => {
          hours += wait + 1;
          const made = line(`${step}`, hours, what);
          memory = model.learn(memory, what, made.at);
          return made;
        });
        expect(replay(lines, model).get('pod')).toEqual(memory);
      }),
    );
  });

  test('do not depend on the order of the lines, nor of the logs that are merged, nor on lines that come twice', () => {
    const shuffledLog = anyLog.chain((log) =>
      fc.tuple(fc.constant(log), fc.shuffledSubarray(log, { minLength: log.length }), fc.nat(log.length)),
    );
    fc.assert(
      fc.property(shuffledLog, ([log, shuffled, cut]) => {
        const memories = replay(log, model);
        expect(replay(shuffled, model)).toEqual(memories);
        expect(replay([...shuffled.slice(cut), ...shuffled.slice(0, cut), ...shuffled.slice(0, 2)], model)).toEqual(memories);
      }),
    );
  });

  test('are as if what was undone had never been', () => {
    fc.assert(
      fc.property(anyLog, (log) => {
        const undone = new Set(log.flatMap(({ what }) => (what.kind === 'undone' ? what.line : [])));
        const never = log.filter(({ id, what }) => what.kind !== 'undone' && !undone.has(id));
        expect(replay(log, model)).toEqual(replay(never, model));
      }),
    );
  });

  test('are gone where the only rating was undone, and back to the one before where there was one', () => {
    const first = line('1', 0, good);
    const slip = line('2', 100, { kind: 'rated', rating: 'again' });
    const undo = line('3', 101, { kind: 'undone', line: '2' });
    expect(replay([first, slip, undo], model)).toEqual(replay([first], model));
    expect(replay([slip, undo], model).has('pod')).toBe(false);
    expect(replay([first, slip], model)).not.toEqual(replay([first], model));
  });

  test('take lines of one moment in the order of their ids', () => {
    const again = { kind: 'rated', rating: 'again' } as const;
    const both = [line('b', 48, again), line('a', 48, good), line('0', 0, good)];
    const expected = [good, good, again].reduce<Memory | undefined>(
      (memory, what, step) => model.learn(memory, what, new Date(START + (step === 0 ? 0 : 48) * HOUR_MS)),
      undefined,
    );
    expect(replay(both, model).get('pod')).toEqual(expected);
  });
});
