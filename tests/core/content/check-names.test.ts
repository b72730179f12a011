import { describe, expect, test } from 'vitest';
import { fileOf, problemsIn } from '../../support/check.ts';

const concept = (id: string, ...parts: readonly string[]) => `  - id: ${id}\n${parts.map((part) => `    ${part}\n`).join('')}`;
const en = (name: string, more = '') => `en: { name: ${name}, definition: D.${more === '' ? '' : `, ${more}`} }`;
const contrast = (id: string) => `confusedWith: [{ id: ${id}, en: E. }]`;
const MEND = 'let each name the other under confusedWith, or drop the name from one';

describe('one name for two concepts', () => {
  const configMap = en('ConfigMap', 'aliases: [settings, cm]');
  const controllerManager = en('Controller manager', 'aliases: [CM]');

  test('is a warning at the second, which names the place of the first', () => {
    const files = {
      'a.yaml': fileOf(concept('config-map', configMap)),
      'b.yaml': fileOf(concept('controller-manager', controllerManager)),
    };
    expect(problemsIn(files)).toEqual([`warning b.yaml:3:63: the name "CM" is also that of config-map at a.yaml:2: ${MEND}`]);
  });

  test('is fine where each says how it differs from the other', () => {
    const text = fileOf(
      concept('config-map', configMap, contrast('controller-manager')),
      concept('controller-manager', controllerManager, contrast('config-map')),
    );
    expect(problemsIn({ 'a.yaml': text })).toEqual([]);
  });

  test.each([
    ['first', concept('config-map', configMap, contrast('controller-manager')), concept('controller-manager', controllerManager)],
    ['second', concept('config-map', configMap), concept('controller-manager', controllerManager, contrast('config-map'))],
  ])('is a warning where only the %s says so', (_, first, second) => {
    expect(problemsIn({ 'a.yaml': fileOf(first, second) })).toHaveLength(1);
  });

  test.each([
    ['the shown name', en('config map')],
    ['case, hyphens, dots and width', en('"Ｃonfig-Map."')],
    ['the other language', 'zh: { name: 配置, aliases: [configMap], definition: 定义。 }'],
    ['Traditional characters', 'zh: { name: 設定字典, definition: 定义。 }'],
  ])('is found through %s', (_, section) => {
    const first = concept('config-map', en('ConfigMap'), 'zh: { name: 设置字典, aliases: [设定字典], definition: 定义。 }');
    expect(problemsIn({ 'a.yaml': fileOf(first, concept('other', section)) })).toHaveLength(1);
  });

  test('of three concepts leaves no pair out', () => {
    const text = fileOf(
      concept('a', en('X'), 'confusedWith: [{ id: b, en: E. }, { id: c, en: E. }]'),
      concept('b', en('X'), contrast('a')),
      concept('c', en('X'), contrast('a')),
    );
    expect(problemsIn({ 'a.yaml': text })).toEqual([`warning a.yaml:9:11: the name "X" is also that of b at a.yaml:5: ${MEND}`]);
  });

  test('is no matter of its own where two concepts have one id', () => {
    expect(problemsIn({ 'a.yaml': fileOf(concept('pod', en('Pod')), concept('pod', en('Pod'))) })).toEqual([
      'error a.yaml:4:5: the id pod is also at a.yaml:2: give one of the two another id',
    ]);
  });

  test('is no matter within one concept, in both languages or twice', () => {
    const text = fileOf(concept('pod', en('Pod', 'aliases: [pod, po, PO]'), 'zh: { name: Pod, definition: 定义。 }'));
    expect(problemsIn({ 'a.yaml': text })).toEqual([]);
  });
});

describe('a misspelling', () => {
  test('that is another concept’s right name is a warning', () => {
    const text = fileOf(concept('pod', en('Pod', 'misspellings: [pods, port]')), concept('port', en('Port')));
    expect(problemsIn({ 'a.yaml': text })).toEqual([
      'warning a.yaml:3:59: the misspelling "port" is a right name of port at a.yaml:4: drop it',
    ]);
  });

  test('may be another name of the same concept', () => {
    expect(problemsIn({ 'a.yaml': fileOf(concept('pod', en('Pod', 'aliases: [pods], misspellings: [pods]'))) })).toEqual([]);
  });

  test('may be the same for two concepts', () => {
    const text = fileOf(concept('a', en('Aa', 'misspellings: [x1]')), concept('b', en('Bb', 'misspellings: [x1]')));
    expect(problemsIn({ 'a.yaml': text })).toEqual([]);
  });
});

describe('a way to ask', () => {
  test('that fits two concepts is a warning at the second, however it is punctuated', () => {
    const text = fileOf(concept('a', en('Aa', 'asks: [who starts it]')), concept('b', en('Bb', 'asks: [other, "Who starts it?"]')));
    expect(problemsIn({ 'a.yaml': text })).toEqual([
      'warning a.yaml:5:51: "Who starts it?" is also a way to ask for a at a.yaml:2: keep it where it fits best, or word it so that it fits one alone',
    ]);
  });

  test('that stands twice in one concept is a warning too', () => {
    expect(problemsIn({ 'a.yaml': fileOf(concept('a', en('Aa', 'asks: [why, why]'))) })).toHaveLength(1);
  });
});

test.each(['，', '、'])('two names with %s between them are one, which is a warning at each', (sign) => {
  const names = en('A', `aliases: [front${sign}gate], misspellings: [b, c${sign}d]`);
  const said = (text: string) =>
    `"${text}" counts as one name, since ${sign} is no comma to YAML: write the plain , and a space between two names`;
  expect(problemsIn({ 'a.yaml': fileOf(concept('a', names)) })).toEqual([
    `warning a.yaml:3:46: ${said(`front${sign}gate`)}`,
    `warning a.yaml:3:77: ${said(`c${sign}d`)}`,
  ]);
});

describe('a name that a shipped concept bears', () => {
  const shipped = concept('pod', en('Pod', 'aliases: [po]'));
  const wrong = (...parts: readonly string[]) => problemsIn({ 'a.yaml': fileOf(concept('our-pod', ...parts)) }, { shipped });
  const MENDED =
    'if both are one thing, write id: pod here, and your words stand above the shipped ones; if not, name pod under confusedWith, and both are offered';

  test.each([
    ['a name', en('POD'), '3:11', 'POD'],
    ['an alias', en('Room', 'aliases: [Po]'), '3:49', 'Po'],
    ['several names, at the first', en('Pod', 'aliases: [po]'), '3:11', 'Pod'],
  ])('is a warning that says what is seen and how to keep both: %s', (_, wording, place, name) => {
    expect(wrong(wording)).toEqual([
      `warning a.yaml:${place}: the name "${name}" is also that of the shipped concept pod: who asks for it sees yours, and a button to the other: ${MENDED}`,
    ]);
  });

  test('is fine where the two are told apart', () => {
    expect(wrong(en('Pod'), contrast('pod'))).toEqual([]);
  });

  test('is fine where it is the same concept', () => {
    expect(problemsIn({ 'a.yaml': fileOf(concept('pod', en('Pod'))) }, { shipped })).toEqual([]);
  });
});
