import { describe, expect, test } from 'vitest';
import { conceptFileSchema } from '../../../src/core/content/schema.ts';
import { parseYaml } from '../../../src/core/content/yaml-file.ts';
import { inOrder } from '../../support/check.ts';

const NOTE = `topic: { en: Our platform, zh: 我们的平台 }
concepts:
  - id: gateway
    kind: component
    en:
      name: Gateway
      aliases: [front gate]
      definition: The one door through which all of our traffic comes in.
      body: |
        Every request from outside passes it.

        Think of a porter.
      asks:
        - what does the gateway do
        - where does a request arrive first
        - who decides whether a call gets in
    zh:
      name: 网关
      definition: 流量进来时必经的唯一入口。
    related: [ingress, service]
    questions:
      - id: first-stop
        sort: which-part
        stem:
          en: What does a request meet first?
          zh: 请求最先遇到的是什么？
        distractors:
          - concept: ingress
          - en: The database
            zh: 数据库
            wrong: { en: It stands last., zh: 它在最后面。 }
        explanation:
          en: The gateway is the one door.
  - id: runbook
    kind: idea
    en:
      name: Runbook
      definition: A page that says what to do.
`;

/** What is wrong when the note says one thing in the place of another. */
function wrongWith(...edits: readonly (readonly [written: string, instead: string])[]): string[] {
  let text = NOTE;
  for (const [written, instead] of edits) {
    expect(text).toContain(written);
    text = text.replace(written, instead);
  }
  return inOrder(parseYaml({ path: 'a', text }, conceptFileSchema).problems).map((line) => line.replace(/^error a:/, ''));
}

test('the note as it stands is sound', () => {
  expect(wrongWith(['topic', 'topic'])).toEqual([]);
});

describe('a line that begins in the wrong column is told once, by its own number, with the spaces of its neighbours', () => {
  test.each([
    ['a first key too far right', '      name: Gateway', 7, '6:8', 'with 7 spaces, its neighbours with 6: take 1 space away'],
    ['a first key too far left', '      name: Gateway', 5, '6:6', 'with 5 spaces, its neighbours with 6: put 1 more space before it'],
    ['a key in the middle', '      definition: The', 5, '8:6', 'with 5 spaces, its neighbours with 6: put 1 more space before it'],
    ['a key behind an id', '    kind: component', 3, '4:4', 'with 3 spaces, its neighbours with 4: put 1 more space before it'],
    ['a key that others hang on', '    zh:\n', 3, '17:4', 'with 3 spaces, its neighbours with 4: put 1 more space before it'],
    [
      'a long group with its first key askew',
      '        stem:',
      4,
      '24:5',
      'with 4 spaces, its neighbours with 8: put 4 more spaces before it',
    ],
    ['questions at the edge', '    questions:', 0, '21:1', 'with no space, its neighbours with 4: put 4 more spaces before it'],
    ['the first dash of a list', '        - what', 9, '14:10', 'with 9 spaces, its neighbours with 8: take 1 space away'],
    ['a later dash of a list', '        - where', 7, '15:8', 'with 7 spaces, its neighbours with 8: put 1 more space before it'],
    ['the dash of a concept', '  - id: runbook', 3, '34:4', 'with 3 spaces, its neighbours with 2: take 1 space away'],
    [
      'the dash of a concept at the edge',
      '  - id: runbook',
      0,
      '34:1',
      'with no space, its neighbours with 2: put 2 more spaces before it',
    ],
    ['a line of a body', '        Think', 6, '12:7', 'with 6 spaces, its neighbours with 8: put 2 more spaces before it'],
    [
      'a key of one level under another',
      '      name: Runbook',
      4,
      '37:5',
      'with 4 spaces, its neighbours with 6: put 2 more spaces before it',
    ],
  ])('%s', (_, line, spaces, place, said) => {
    expect(wrongWith([line, `${' '.repeat(spaces)}${line.replace(/^ +/, '')}`])).toEqual([`${place}: this line begins ${said}`]);
  });

  test('a whole group that was shifted is shifted back as a whole', () => {
    expect(
      wrongWith(['      name: 网关\n      definition: 流', '       name: 网关\n       definition: 流'], ['    zh:', '     zh:']),
    ).toEqual(['17:6: this line begins with 5 spaces, its neighbours with 4: take 1 space away']);
  });
});

describe('what looks like a sign of YAML is named, with the sign to write', () => {
  test.each<[string, string, string, string]>([
    [
      'a full-width colon',
      'name: Gateway',
      'name：Gateway',
      '6:7: a full-width colon ： stands behind name: write the plain : and a space',
    ],
    ['… behind a section', '    zh:\n', '    zh：\n', '17:5: a full-width colon ： stands behind zh: write the plain : and a space'],
    ['… behind an id', '- id: gateway', '- id：gateway', '3:5: a full-width colon ： stands behind id: write the plain : and a space'],
    ['… before everything', 'concepts:', 'concepts：', '2:1: a full-width colon ： stands behind concepts: write the plain : and a space'],
    [
      'full-width braces',
      '{ en: Our platform, zh: 我们的平台 }',
      '｛ en: Our platform, zh: 我们的平台 ｝',
      '1:8: a full-width bracket ｛ stands here: write the plain { and }',
    ],
    [
      'a full-width comma in a group',
      'platform, zh',
      'platform，zh',
      '1:26: a full-width comma ， stands here: write the plain , and a space',
    ],
    ['a dash of another length', '- where', '– where', '15:9: a part of a list begins with -, not with –: write the plain - and a space'],
    [
      'a wide space behind a colon',
      'name: Gateway',
      'name:　Gateway',
      '6:12: the space behind this colon is not a plain one: write a plain space in its place',
    ],
    [
      'wide spaces at the beginning',
      '      definition: The',
      '　　　definition: The',
      '8:1: this line begins with a wide space: put 6 spaces in its place',
    ],
    ['a tab', '    kind: component', '\tkind: component', '4:1: this line begins with a tab: put 4 spaces in its place'],
    [
      'a tab behind spaces',
      '      definition: The',
      '    \tdefinition: The',
      '8:5: this line begins with a tab: put 6 spaces in its place',
    ],
    [
      'quotes of running text',
      'name: Gateway',
      'name: “Gate: way”',
      '6:13: the quotes “ ” are no quotes to YAML: write the plain " at both ends of the text',
    ],
  ])('%s', (_, written, instead, said) => {
    expect(wrongWith([written, instead])).toEqual([said]);
  });

  test('a file full of tabs is told so once', () => {
    const text = NOTE.replace(/^(?: {2})+/gm, (spaces) => '\t'.repeat(spaces.length / 2));
    expect(inOrder(parseYaml({ path: 'a', text }, conceptFileSchema).problems)).toEqual([
      'error a:3:1: this line begins with a tab: put spaces in its place, as many as its neighbours have, and in all other lines that begin with one',
    ]);
  });
});

describe('what is missing is told where it is missing', () => {
  test.each<[string, string, string, string]>([
    ['a space behind a colon', 'kind: component', 'kind:component', '4:5: no space stands behind the colon of kind: write one'],
    ['a space behind a dash', '- where', '-where', '15:9: no space stands behind this -: write one'],
    ['a dash', '        - where', '        where', '15:9: this line has no - as the one above it has: write - and a space before its text'],
    [
      'quotes around a colon',
      'The one door',
      'One rule: the one door',
      '8:19: a text with a colon and a space in it needs quotes: put quotes " around the whole text',
    ],
    [
      'quotes around a sign',
      'name: Gateway',
      'name: @Gateway',
      '6:13: a text that begins with @ needs quotes: put quotes " around the whole text',
    ],
    [
      'quotes around quotes',
      'name: Gateway',
      'name: "Gate" way',
      '6:13: a text that begins with " needs quotes: put single quotes \' around the whole text',
    ],
    ['the end of a quote', 'name: Gateway', 'name: "Gateway', '6:13: the quote " is not closed: write " where it ends'],
    ['the end of a list', '[front gate]', '[front gate', '7:16: the bracket [ is not closed: write ] where it ends'],
    ['the end of a group', '平台 }', '平台', '1:8: the bracket { is not closed: write } where it ends'],
  ])('%s', (_, written, instead, said) => {
    expect(wrongWith([written, instead])).toEqual([said]);
  });
});

test('several slips are all told at once, each at its place', () => {
  expect(
    wrongWith(['      name: Gateway', '       name: Gateway'], ['kind: idea', 'kind:idea'], ['name: Runbook', 'name：Runbook']),
  ).toEqual([
    '35:5: no space stands behind the colon of kind: write one',
    '37:7: a full-width colon ： stands behind name: write the plain : and a space',
    '6:8: this line begins with 7 spaces, its neighbours with 6: take 1 space away',
  ]);
});

test('a slip in the midst of a long file is found as quickly as in a short one', () => {
  const many = Array.from({ length: 300 }, (_, at) => `  - id: c${at}\n    en:\n      name: N${at}\n      definition: D.\n`).join('');
  const text = `concepts:\n${many.replace('      name: N150', '       name: N150')}`;
  expect(inOrder(parseYaml({ path: 'a', text }, conceptFileSchema).problems)).toEqual([
    'error a:604:8: this line begins with 7 spaces, its neighbours with 6: take 1 space away',
  ]);
});
