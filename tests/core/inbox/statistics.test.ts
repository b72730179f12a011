import { describe, expect, test } from 'vitest';
import type { Answers } from '../../../src/core/inbox/records.ts';
import { figuresOf, missedIn } from '../../../src/core/inbox/statistics.ts';
import { itemAbout } from '../../support/quiz.ts';

const answers = (concept: string, choices: Readonly<Record<string, number>>, item = itemAbout(concept)): Answers => ({
  item,
  choices: new Map(Object.entries(choices)),
});

describe('the figures of a question', () => {
  test('add up whatever order its choices were shown in', () => {
    const { choices, ...rest } = itemAbout('pod');
    const [a, b, c] = choices;
    if (!a || !b || !c) throw new Error('the question has three choices');
    const turned = {
      ...rest,
      choices: [
        { ...c, id: 'a' },
        { ...b, id: 'b' },
        { ...a, id: 'c' },
      ],
    };
    const [figures] = figuresOf([answers('pod', { a: 2, b: 3, none: 9 }), answers('pod', { b: 1, c: 4 }, turned)], 'en');
    expect(figures).toMatchObject({ answered: 10, right: 4, untaken: ['pod c'] });
  });

  test('of several questions are apart', () => {
    expect(figuresOf([answers('pod', { b: 1 }), answers('node', { a: 1 })], 'zh')).toMatchObject([
      { answered: 1, right: 1, untaken: ['pod 之 a', 'pod 之 c'] },
      { answered: 1, right: 0, untaken: ['node 之 c'] },
    ]);
  });
});

test('the concepts missed most come first, and those never missed not at all', () => {
  const figures = figuresOf([answers('pod', { a: 3, b: 1 }), answers('node', { a: 3, b: 9 }), answers('service', { b: 5 })], 'en');
  expect(missedIn(figures)).toEqual([
    { concept: 'pod', answered: 4, missed: 3 },
    { concept: 'node', answered: 12, missed: 3 },
  ]);
});
