import { describe, expect, test } from 'vitest';
import { type Evidence, judge } from '../../sim/soak/judge.ts';
import { type Act, answerKey, meaningOf, type Press } from '../../sim/soak/ledger.ts';
import { wordsIn } from '../../src/core/i18n/words.ts';

const NINE = Date.parse('2026-03-02T09:00:00Z');
const KEY = answerKey('slack:T1:U1', 7, 1);
const PRESSED: Press = { key: KEY, id: '', isAccepted: false };
const ACCEPTED: Press = { ...PRESSED, isAccepted: true };
const ANSWERED: Act = { kind: 'crowd answer', person: 'slack:T1:U1', said: 'answered', ms: 20, tries: 1, at: NINE };
const SAMPLE = { heap: 100e6, resident: 300e6, handles: 20, files: 40 };

/** A run in which all went well, but for what is given. */
const judged = (given: Partial<Evidence> = {}): string[] =>
  judge({
    ledger: { acts: [ANSWERED], presses: [PRESSED, ACCEPTED] },
    counted: new Map([[KEY, 1]]),
    posts: new Map([['slack C1', 1]]),
    outages: [],
    samples: Array.from({ length: 40 }, () => SAMPLE),
    exits: [0, 0],
    ...given,
  });

/** Forty samples whose figure goes up by so much each. */
const rising = (figure: keyof typeof SAMPLE, by: number) =>
  Array.from({ length: 40 }, (_, at) => ({ ...SAMPLE, [figure]: SAMPLE[figure] + at * by }));

describe('the judge of the soak', () => {
  test('finds nothing where all is well', () => {
    expect(judged()).toEqual([]);
  });

  test('finds an answer that was acknowledged and is not in the store', () => {
    expect(judged({ counted: new Map() })).toEqual([`lost: ${KEY} was acknowledged 1 × and is counted 0 ×`]);
  });

  test('finds an answer that is counted twice, and one that nobody gave', () => {
    expect(judged({ counted: new Map([[KEY, 2]]) })).toEqual([`doubled: ${KEY} was pressed 1 × and is counted 2 ×`]);
    const stray = new Map([
      [KEY, 1],
      ['x', 1],
    ]);
    expect(judged({ counted: stray })).toEqual(['doubled: x was pressed 0 × and is counted 1 ×']);
  });

  test('lets a press be counted once that was made twice, whether or not anybody heard of it', () => {
    const presses = [PRESSED, PRESSED];
    expect(judged({ ledger: { acts: [], presses } })).toEqual([]);
    expect(judged({ ledger: { acts: [], presses }, counted: new Map() })).toEqual([]);
  });

  test('finds a quiz that never came, and one that came twice', () => {
    expect(judged({ posts: new Map([['slack C1', 0]]) })).toEqual(['0 posts stand in slack C1, where one was due']);
    expect(judged({ posts: new Map([['slack C1', 2]]) })).toEqual(['2 posts stand in slack C1, where one was due']);
  });

  test.each(['silent', 'apology', 'not saved'] as const)('finds somebody who was told: %s', (said) => {
    expect(judged({ ledger: { acts: [{ ...ANSWERED, said }], presses: [] }, counted: new Map() })).toEqual([
      `09:00:00 slack:T1:U1 did a crowd answer and was told: ${said} (1 tries, the store works)`,
    ]);
  });

  test('takes a kind no for an answer while the store fails, but neither silence nor an apology', () => {
    const outages = [{ from: NINE - 1_000, to: NINE + 1_000 }];
    const told = (said: Act['said']) => judged({ outages, ledger: { acts: [{ ...ANSWERED, said }], presses: [] }, counted: new Map() });
    expect(told('not saved')).toEqual([]);
    expect(told('silent')).toHaveLength(1);
    expect(told('apology')).toHaveLength(1);
  });

  test('finds a process that ended otherwise than it was told to', () => {
    expect(judged({ exits: [0, 1] })).toEqual(['a bot ended with 1']);
    expect(judged({ exits: [null] })).toEqual(['a bot ended with null']);
  });

  test.each([
    ['heap', 1e6],
    ['resident', 5e6],
    ['handles', 1],
    ['files', 1],
  ] as const)('finds that the %s of a process grows', (figure, by) => {
    expect(judged({ samples: rising(figure, by) })).toEqual([expect.stringContaining(`leak: ${figure} rose from`)]);
  });

  test('does not mind what comes and goes, nor what fills at the beginning', () => {
    const busy = Array.from({ length: 40 }, (_, at) => (at % 3 === 0 ? SAMPLE : { ...SAMPLE, heap: 400e6, handles: 90, files: 200 }));
    expect(judged({ samples: busy })).toEqual([]);
    const filling = Array.from({ length: 40 }, (_, at) => ({ ...SAMPLE, heap: Math.min(at, 8) * 12e6 }));
    expect(judged({ samples: filling })).toEqual([]);
  });

  test('says so where nothing was measured', () => {
    expect(judged({ samples: [] })).toEqual(['no process was measured']);
  });
});

test.each(['en', 'zh'] as const)('what people are told is known by its words (%s)', (language) => {
  const words = wordsIn(language);
  expect(meaningOf(JSON.stringify({ text: words.notSaved }))).toBe('not saved');
  expect(meaningOf(words.tooFast)).toBe('too fast');
  expect(meaningOf(words.incident('abc'))).toBe('apology');
  expect(meaningOf('kubelet')).toBe('answered');
});
