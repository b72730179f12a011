import { describe, expect, test } from 'vitest';
import { conceptFileSchema, deckSchema, lessonSchema } from '../../../src/core/content/schema.ts';
import { parseYaml } from '../../../src/core/content/yaml-file.ts';
import { inOrder } from '../../support/check.ts';

/** What is wrong in a file of concepts that says this, without the file's name. */
const wrong = (text: string, schema: Parameters<typeof parseYaml>[1] = conceptFileSchema) =>
  inOrder(parseYaml({ path: 'a', text }, schema).problems).map((line) => line.replace(/^error a:/, ''));

const HEAD = 'concepts:\n  - id: pod\n    en: { name: Pod, definition: D. }\n';
const QUESTION = '    questions:\n      - id: q\n        sort: what-is\n        stem: { en: S? }\n        explanation: { en: E. }\n';
const KINDS = 'component, object, command, instruction, tool, artifact, setting, state, standard, idea, platform, people, story';
const CONCEPT_KEYS =
  'id, kind, tier, tags, partOf, madeOf, runsOn, needs, related, en, zh, confusedWith, example, history, sources, questions';

describe('a file as a whole', () => {
  test.each([
    ['nothing', '', '1:1: this file is empty: write its keys: topic, concepts'],
    ['a list', '- id: a\n', '1:1: this file should be a group of keys, not a list: write its keys: topic, concepts'],
    ['a sentence', 'hello\n', '1:1: this file should be a group of keys, not a text: write its keys: topic, concepts'],
    ['no concepts', 'topic: { en: T }\n', '1:1: concepts is missing: add concepts'],
    ['concepts with nothing behind them', 'concepts:\n', '1:1: concepts is empty: begin each part on a line of its own with "- "'],
    ['an empty topic', 'topic: {}\nconcepts: []\n', '1:1: topic needs en or zh: see docs/write-content.md'],
  ])('that holds %s', (_, text, said) => {
    expect(wrong(text)).toEqual([said]);
  });

  test('in which a key is misspelt says which one was meant', () => {
    expect(wrong('concept: []\n')).toEqual(['1:1: this file has no key "concept": write concepts']);
  });

  test('that describes a deck is held to its own keys', () => {
    expect(wrong('id: d\nlanguage: [en]\nsummary: S\n', deckSchema)).toEqual([
      '2:1: this file (d) has no key "language": write languages',
      '3:1: this file (d) has no key "summary": it belongs to en or zh: move it there',
    ]);
  });

  test('that tells a lesson knows the keys of its named pictures', () => {
    const lesson = 'id: l\ntitle: { en: T }\ndiagrams:\n  one: { mermaid: { en: "flowchart LR" }, english: E }\nsteps: [{ en: S }]\n';
    expect(wrong(lesson, lessonSchema)).toEqual([
      '4:43: diagrams.one has no key "english": take it out; the keys here are mermaid, concepts, en, zh',
    ]);
  });
});

describe('a concept', () => {
  test.each([
    ['no id', 'concepts:\n  - en: { name: Pod, definition: D. }\n', ['2:5: id is missing: add id']],
    ['no language', 'concepts:\n  - id: pod\n', ['2:5: the concept needs a section en or zh: see docs/write-content.md']],
    [
      'a number as a name',
      'concepts:\n  - id: pod\n    en: { name: 1.30, definition: D. }\n',
      ['3:11: en.name should be a text, not a number: put quotes " around it'],
    ],
    ['an empty section', `${HEAD}    zh:\n`, ['4:5: zh is empty: write its keys: name, aliases, misspellings, definition, body, asks']],
    [
      'a text where a list belongs',
      `${HEAD}    tags: a\n`,
      ['4:5: tags should be a list, not a text: begin each part on a line of its own with "- "'],
    ],
    ['a kind that is none', `${HEAD}    kind: thing\n`, [`4:5: kind cannot be "thing": choose one of ${KINDS}`]],
    ['no kind after the colon', `${HEAD}    kind:\n`, [`4:5: kind is empty: choose one of ${KINDS}`]],
    ['a tier of 0', `${HEAD}    tier: 0\n`, ['4:5: tier is too small (at least 1): use a larger number']],
    ['a tier of 4', `${HEAD}    tier: 4\n`, ['4:5: tier is too large (at most 3): use a smaller number']],
    ['a tier of 1.5', `${HEAD}    tier: 1.5\n`, ['4:5: tier should be a whole number, not a number: write 1, 2 or 3']],
    [
      'an id in capitals',
      `${HEAD}    needs: [kubelet, Kube_Proxy]\n`,
      ['4:22: needs.#2 "Kube_Proxy" is not well formed: use small letters, digits and single hyphens, such as kube-proxy'],
    ],
    [
      'a script as its source',
      `${HEAD}    sources: ["javascript:alert(1)", kubernetes.io]\n`,
      [
        '4:15: sources.#1 is no web address: write it in full, beginning with https://',
        '4:38: sources.#2 is no web address: write it in full, beginning with https://',
      ],
    ],
    [
      'a merge of YAML 1.1',
      `${HEAD}    <<: { kind: object }\n`,
      [`4:5: the concept (pod) has no key "<<": take it out; the keys here are ${CONCEPT_KEYS}`],
    ],
    ['a misspelt key', `${HEAD}    part-of: [node]\n`, ['4:5: the concept (pod) has no key "part-of": write partOf']],
    [
      'a key that belongs elsewhere',
      `${HEAD}    name: Pod\n`,
      ['4:5: the concept (pod) has no key "name": it belongs to en or zh: move it there, beside definition'],
    ],
  ])('with %s', (_, text, said) => {
    expect(wrong(text)).toEqual(said);
  });

  test('whose name is only spaces has no text', () => {
    expect(wrong('concepts:\n  - id: pod\n    en: { name: " ", definition: D. }\n')).toEqual([
      '3:11: en.name has no text: write it, or leave the line out',
    ]);
  });

  test('may be as long as allowed, not longer; spaces around a text do not count', () => {
    const definition = (length: number) => `concepts:\n  - id: pod\n    en: { name: Pod, definition: " ${'x'.repeat(length)} " }\n`;
    expect(wrong(definition(200))).toEqual([]);
    expect(wrong(definition(201))).toEqual(['3:22: en.definition has 201 characters, at most 200 are allowed: shorten it']);
  });

  test('has every one of its mistakes shown at once', () => {
    const text = 'concepts:\n  - id: A\n    tier: 9\n    enn: 1\n  - {}\n  - 3\n';
    expect(wrong(text).map((line) => line.split(':').slice(0, 2).join(':'))).toEqual(['2:5', '2:5', '3:5', '4:5', '5:5', '5:5', '6:5']);
  });
});

describe('a question', () => {
  test('says which of its parts are missing', () => {
    expect(wrong(`${HEAD}    questions: [{ id: q, stem: {} }]\n`)).toEqual([
      '4:17: questions.#1.distractors is missing: add questions.#1.distractors',
      '4:17: questions.#1.explanation is missing: add questions.#1.explanation',
      '4:17: questions.#1.sort is missing: choose one of what-is, which-part, what-if, which-command, tell-apart, read-output',
      '4:26: questions.#1.stem needs en or zh: see docs/write-content.md',
    ]);
  });

  test('needs two wrong choices and may have four', () => {
    const choices = (count: number) => `${HEAD}${QUESTION}        distractors: [${Array(count).fill('{ concept: node }').join(', ')}]\n`;
    expect(wrong(choices(1))).toEqual(['9:9: questions.#1.distractors has too few parts (at least 2): add some']);
    expect(wrong(choices(2))).toEqual([]);
    expect(wrong(choices(4))).toEqual([]);
    expect(wrong(choices(5))).toEqual(['9:9: questions.#1.distractors has too many parts (at most 4): keep the most useful ones']);
  });
});

describe('a key in the wrong column says where it belongs, and what follows from it is not told', () => {
  const SECTION = 'concepts:\n  - id: pod\n    en:\n      name: Pod\n      definition: D.\n';
  const QUESTIONS =
    '- id: q\n  sort: what-is\n  stem: { en: S? }\n  distractors: [{ concept: a }, { concept: b }]\n  explanation: { en: E. }\n';

  test.each<[string, string, string]>([
    [
      'questions at the edge',
      `${SECTION}questions:\n${QUESTIONS}`,
      '6:1: this file has no key "questions": it belongs to a concept: put 4 more spaces before it, so that it begins as id does, and shift the lines that belong to it along',
    ],
    [
      'a language inside the other, with its lines beside it',
      `${SECTION}      zh:\n      name: 豆荚\n      definition: 定义。\n`,
      '6:7: en has no key "zh": it belongs to a concept: take 2 spaces away, so that it begins as id does',
    ],
    [
      'a language inside the other, with its lines below it',
      `${SECTION}      zh:\n        name: 豆荚\n        definition: 定义。\n`,
      '6:7: en has no key "zh": it belongs to a concept: take 2 spaces away, so that it begins as id does, and shift the lines that belong to it along',
    ],
    [
      'a definition beside its section',
      'concepts:\n  - id: pod\n    en:\n      name: Pod\n    definition: D.\n',
      '5:5: the concept (pod) has no key "definition": it belongs to en or zh: put 2 more spaces before it, so that it begins as name does',
    ],
    [
      'a key that others come after',
      'concepts:\n  - id: pod\n    en:\n      kind: object\n      name: Pod\n      definition: D.\n',
      '4:7: en has no key "kind": it belongs to a concept: move it there, beside id',
    ],
    [
      'a section of a concept in the place of the topic’s',
      'concepts:\n  - id: pod\n    zh: { name: 豆荚, definition: 定义。 }\nen:\n  name: Pod\n  definition: D.\n',
      '4:1: this file has no key "en": it belongs to a concept: put 4 more spaces before it, so that it begins as id does, and shift the lines that belong to it along',
    ],
  ])('%s', (_, text, said) => {
    expect(wrong(text)).toEqual([said]);
  });
});

describe('a slip that YAML takes for something else is told as what it is', () => {
  test.each<[string, string, string]>([
    [
      'a comma in a text without quotes',
      'topic: { en: First, then, last, zh: 题 }\nconcepts: []\n',
      '1:10: the text of en ends at its first comma, since it has no quotes: put quotes " around the whole text: en: "First, then, last"',
    ],
    [
      'a full-width colon between braces',
      'topic: { en: T, zh：题 }\nconcepts: []\n',
      '1:17: a full-width colon ： stands behind zh: write the plain : and a space',
    ],
    [
      'no space behind a colon between braces',
      'topic: { en: T, zh:题 }\nconcepts: []\n',
      '1:17: no space stands behind the colon of zh: write one',
    ],
    [
      'a full-width colon in a section of one line',
      'concepts:\n  - id: pod\n    en:\n      name：Pod\n',
      '3:5: en should be a group of keys, but a full-width colon ： stands in it: write the plain : and a space',
    ],
    [
      'no space in a section of one line',
      'concepts:\n  - id: pod\n    en:\n      name:Pod\n',
      '3:5: en should be a group of keys, but no space stands behind its colon: write one',
    ],
    [
      'a full-width comma between ids',
      `${HEAD}    needs: [a，b]\n`,
      '4:13: needs.#1 "a，b" holds a full-width comma ，: write the plain , and a space',
    ],
    [
      'an id where a choice belongs',
      `${HEAD}    questions:\n      - { id: q, sort: what-is, stem: { en: S }, distractors: [node, { concept: a }], explanation: { en: E } }\n`,
      '5:64: questions.#1.distractors.#1 should be a group of keys, not a text: write { concept: node }',
    ],
    [
      'a text whose language is not said',
      `${HEAD}    questions:\n      - { id: q, sort: what-is, stem: 什么？, distractors: [{ concept: a }, { concept: b }], explanation: { en: E } }\n`,
      '5:33: questions.#1.stem should be a group of keys, not a text: say in which language it is: { zh: "什么？" }',
    ],
    [
      'a text with quotes whose language is not said',
      `${HEAD}    questions:\n      - { id: q, sort: what-is, stem: Why "it", distractors: [{ concept: a }, { concept: b }], explanation: { en: E } }\n`,
      '5:33: questions.#1.stem should be a group of keys, not a text: write its keys: en, zh',
    ],
    [
      'full-width brackets',
      `${HEAD}    needs: 【a, b】\n`,
      '4:5: needs should be a list, but a full-width bracket 【 stands in it: write the plain [ and ]',
    ],
    [
      'no brackets',
      `${HEAD}    needs: a, b\n`,
      '4:5: needs should be a list, but it has no brackets: write it between [ and ], with a plain comma and a space between two parts',
    ],
  ])('%s', (_, text, said) => {
    expect(wrong(text)).toEqual([said]);
  });
});

test('a long or strange value is cut and made harmless where it is quoted', () => {
  const [said = ''] = wrong(`${HEAD}    "\\e[31m${'x'.repeat(500)}": 1\n`);
  expect(said).toContain(`has no key "\\u001b[31m${'x'.repeat(35)}…"`);
  expect(said.length).toBeLessThan(400);
});
