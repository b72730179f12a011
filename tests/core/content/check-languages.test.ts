import { describe, expect, test } from 'vitest';
import { problemsIn } from '../../support/check.ts';

const BOTH = '    en: { name: Pod, definition: D. }\n    zh: { name: 豆荚, definition: 定义。 }\n';
const QUESTION = {
  stem: '{ en: S?, zh: 问？ }',
  explanation: '{ en: E., zh: 解释。 }',
  wrong: '{ en: No., zh: 不是。 }',
};

/** The question of a concept, with some of its parts written otherwise. */
function question(parts: Partial<typeof QUESTION> = {}): string {
  const { stem, explanation, wrong } = { ...QUESTION, ...parts };
  return `    questions:
      - id: q
        sort: what-is
        stem: ${stem}
        distractors: [{ concept: node }, { en: A box, zh: 箱子, wrong: ${wrong} }]
        explanation: ${explanation}
`;
}

/** What is wrong in a team's concept, in a folder that promises nothing, or in a deck that does. */
const wrong = (rest: string, deck?: string) =>
  problemsIn(
    {
      'd/a.yaml': `${rest.startsWith('topic') ? '' : 'concepts:\n  - id: pod\n'}${rest}`,
      ...(deck !== undefined && { 'd/deck.yaml': deck }),
    },
    { known: ['node'] },
  ).map((line) => line.replace(/^(\w+) d\/a\.yaml:/, '$1 '));

describe('in a team’s own notes', () => {
  test('one language is enough', () => {
    const english = { stem: '{ en: S? }', explanation: '{ en: E. }', wrong: '{ en: No. }' };
    expect(wrong(BOTH + question(english).replace(', zh: 箱子', ''))).toEqual([]);
    expect(wrong('    en: { name: Pod, definition: D., body: B. }\n    confusedWith: [{ id: node, en: E. }]\n')).toEqual([]);
  });

  test('a body may be left out in one of two', () => {
    expect(wrong(BOTH.replace('definition: D.', 'definition: D., body: B.'))).toEqual([]);
  });

  test.each<[string, Partial<typeof QUESTION>, string]>([
    ['stem', { stem: '{ en: S? }' }, '9:9: pod has no stem of question q in zh'],
    ['explanation', { explanation: '{ en: E. }' }, '11:9: pod has no explanation of question q in zh'],
    ['reason', { wrong: '{ en: No. }' }, '10:63: pod has no reason (wrong:) of question q in zh'],
  ])('a question whose %s alone is in one language is a warning that names it', (_, parts, said) => {
    const warnings = wrong(`${BOTH}    kind: object\n${question(parts)}`);
    expect(warnings).toEqual([`warning ${said}, though it has others in zh: add zh:`]);
  });

  test('a contrast in one language is a warning where the concept is in both', () => {
    expect(wrong(`${BOTH}    confusedWith: [{ id: node, zh: 不同。 }]\n`)).toEqual([
      'warning 5:20: pod has no contrast with node in en, though it has others in en: add en:',
    ]);
  });

  test('a topic in one language is a warning where a concept of it is in both', () => {
    const topic = `topic: { en: T }\nconcepts:\n  - id: pod\n`;
    expect(wrong(topic + BOTH)).toEqual(['warning 1:1: the topic has no name in zh: add zh:']);
    expect(wrong(`${topic}    en: { name: Pod, definition: D. }\n`)).toEqual([]);
  });
});

describe('in a deck that promises two languages', () => {
  const DECK = 'id: d\nlanguages: [en, zh]\nen: { title: D, summary: S. }\n';
  const WHOLE = BOTH.replace('definition: D.', 'definition: D., body: B.').replace('定义。', '定义。, body: 正文。');

  test('each part of a question is held to it', () => {
    expect(wrong(WHOLE + question({ explanation: '{ en: E. }', wrong: '{ zh: 不是。 }' }), DECK)).toEqual([
      'error 10:9: pod has no explanation of question q in zh: add zh, which deck d promises',
      'error 9:63: pod has no reason (wrong:) of question q in en: add en, which deck d promises',
    ]);
  });

  test('a question of which nothing is there is told once', () => {
    const english = { stem: '{ en: S? }', explanation: '{ en: E. }', wrong: '{ en: No. }' };
    expect(wrong(WHOLE + question(english), DECK)).toEqual(['error 6:9: pod has no question q in zh: add zh, which deck d promises']);
  });

  test('a topic is held to it', () => {
    expect(wrong(`topic: { zh: 题 }\nconcepts:\n  - id: pod\n${WHOLE}`, DECK)).toEqual(['error 1:1: the topic has no name in en: add en:']);
  });
});
