import { expect, test } from 'vitest';
import { wordsIn } from '../../../src/core/i18n/words.ts';
import { sayWhy } from '../../../src/core/quiz/why.ts';

test.each([
  [
    { kind: 'new', members: 1, of: 1 },
    'chosen because the one person who answers here has not met it yet',
    '选这题，是因为在这里答题的人还没学过',
  ],
  [
    { kind: 'new', members: 2, of: 2 },
    'chosen because neither of the two who answer here has met it yet',
    '选这题，是因为在这里答题的 2 人都还没学过',
  ],
  [
    { kind: 'new', members: 2, of: 3 },
    'chosen because 2 of the 3 who answer here have not met it yet',
    '选这题，是因为在这里答题的 3 人里有 2 人还没学过',
  ],
  [
    { kind: 'long-ago', members: 3, of: 3, days: 1 },
    'chosen because none of the 3 who answer here has met it for a day',
    '选这题，是因为在这里答题的 3 人都已有 1 天没碰过',
  ],
  [
    { kind: 'long-ago', members: 1, of: 1, days: 12 },
    'chosen because the one person who answers here has not met it for 12 days',
    '选这题，是因为在这里答题的人已有 12 天没碰过',
  ],
  [{ kind: 'missed', misses: 1, answers: 1 }, 'chosen because nobody here has got it right yet', '选这题，是因为在这里还没有人答对过'],
  [{ kind: 'missed', misses: 2, answers: 3 }, 'chosen because it was missed 2 of 3 times here', '选这题，是因为在这里 3 次作答错了 2 次'],
  [{ kind: 'first' }, 'chosen because it was never asked here', '选这题，是因为这里还没有考过'],
  [{ kind: 'rested', days: 0 }, 'chosen because all others were asked here later', '选这题，是因为别的题都考得比它晚'],
  [{ kind: 'rested', days: 1 }, 'chosen because it was not asked here for a day', '选这题，是因为这里已有 1 天没有考过'],
])('%o is said in either language', (why, en, zh) => {
  expect(sayWhy(why, wordsIn('en'))).toBe(en);
  expect(sayWhy(why, wordsIn('zh'))).toBe(zh);
});
