import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { z } from 'zod';
import { conceptFileSchema } from '../../../src/core/content/schema.ts';
import { parseYaml } from '../../../src/core/content/yaml-file.ts';
import { inOrder } from '../../support/check.ts';

const anything = z.unknown();
const file = (text: string) => ({ path: 'a.yaml', text });
const problemsOf = (text: string, schema: z.ZodType = anything) => inOrder(parseYaml(file(text), schema).problems);

describe('a file that is well written', () => {
  test('gives its value, with defaults filled in', () => {
    const { value, problems } = parseYaml(file('concepts:\n  - { id: pod, en: { name: Pod, definition: D. } }\n'), conceptFileSchema);
    expect(problems).toEqual([]);
    expect(value?.concepts[0]).toMatchObject({ id: 'pod', tier: 2, related: [], en: { name: 'Pod', aliases: [] } });
  });

  test('says where each of its parts stands: at its key, else at the nearest part around it', () => {
    const text = 'concepts:\n  - id: pod\n    en:\n      name: Pod\n      aliases: [p, po]\n';
    const { locate } = parseYaml(file(text), anything);
    expect(locate([])).toEqual({ line: 1, column: 1 });
    expect(locate(['concepts', 0])).toEqual({ line: 2, column: 5 });
    expect(locate(['concepts', 0, 'en', 'name'])).toEqual({ line: 4, column: 7 });
    expect(locate(['concepts', 0, 'en', 'aliases', 1])).toEqual({ line: 5, column: 20 });
    expect(locate(['concepts', 0, 'en', 'body', 3])).toEqual({ line: 3, column: 5 });
    expect(locate(['concepts', 7])).toEqual({ line: 1, column: 1 });
  });

  test('keeps words such as yes, no and on as texts', () => {
    expect(parseYaml(file('[yes, no, on, off]'), anything).value).toEqual(['yes', 'no', 'on', 'off']);
  });

  test('may use a few anchors and aliases', () => {
    expect(parseYaml(file('a: &x [1]\nb: *x\n'), anything).value).toEqual({ a: [1], b: [1] });
  });

  test('comes back as it was written, whatever it holds', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 3 }), (value) => {
        const { value: read, problems } = parseYaml(file(stringify(value)), anything);
        expect(problems).toEqual([]);
        // The writer drops the sign of a zero.
        expect(JSON.stringify(read)).toBe(JSON.stringify(value));
      }),
      { numRuns: 200, seed: 1 },
    );
  });
});

describe('a file that is no YAML', () => {
  test.each<[string, string, string]>([
    [
      'two documents',
      'a: 1\n---\nb: 2\n',
      '2:1: this is not valid YAML (Source contains multiple documents; please use YAML.parseAllDocuments()): keep one document in a file, and split it at ---',
    ],
    [
      'a sign of nothing',
      'a:\n  b: 1\n  - c: "d" e\n',
      '3:1: this is not valid YAML (A block sequence may not be used as an implicit map key): let the lines of one group begin in the same column',
    ],
  ])('%s is shown at its place, in the words of the parser', (_, text, said) => {
    expect(problemsOf(text)).toEqual([`error a.yaml:${said}`]);
  });

  test('gives one problem a slip, and goes on behind it', () => {
    const text = 'a: "b" c: d\nok: 1\nb: ]]]\n';
    expect(problemsOf(text)).toEqual([
      'error a.yaml:1:4: a text that begins with " needs quotes: put single quotes \' around the whole text',
      'error a.yaml:3:4: a text that begins with ] needs quotes: put quotes " around the whole text',
    ]);
    expect(parseYaml(file(text), anything).value).toBeUndefined();
  });

  test('never throws, whatever is in it', () => {
    const piece = fc.constantFrom(...'[]{}:,-?&*!|>\'"%@`#ab \n\t\\', ': ', '- ', '\n  ', '&a ', '*a', '<<: ', '---\n', '!!int ');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const { problems } = parseYaml(file(pieces.join('')), conceptFileSchema);
        expect(problems.length).toBeGreaterThan(0);
        for (const { line, column } of problems) expect(Math.min(line, column)).toBeGreaterThanOrEqual(1);
      }),
      { numRuns: 300, seed: 1 },
    );
  });
});

describe('a file that means harm', () => {
  const deep = 'a.yaml:1:1: this is nested too deeply: a note needs no more than a few levels';

  test('whose aliases multiply is refused, not unfolded', () => {
    const level = (name: string, of: string) => `${name}: &${name} [${Array(10).fill(`*${of}`).join(', ')}]`;
    const bomb = ['a: &a [x]', level('b', 'a'), level('c', 'b'), level('d', 'c'), level('e', 'd'), level('f', 'e')].join('\n');
    expect(problemsOf(bomb)).toEqual([
      'error a.yaml:2:8: the aliases of this file cannot be resolved (Excessive alias count indicates a resource exhaustion attack): write the text out instead of using anchors and aliases',
    ]);
  });

  test('whose alias names nothing is refused, at that alias', () => {
    expect(problemsOf('a: &x 1\nb: *x\nc: [*y]\n')).toEqual([
      'error a.yaml:3:5: the aliases of this file cannot be resolved (Unresolved alias (the anchor must be set before the alias): y): put quotes " around a text that begins with *',
    ]);
  });

  test.each([
    ['a list that holds itself', 'concepts: &a [*a]\n', 'a.yaml:1:15: the concept should be a group of keys, not a list'],
    ['a value that holds itself', 'concepts: [{ id: a, kind: &k [*k] }]\n', 'a.yaml:1:21: kind cannot be a list'],
  ])('%s gets words like any other mistake', (_, text, said) => {
    expect(problemsOf(text, conceptFileSchema).join('\n')).toContain(said);
  });

  test.each([
    ['lists on one line', '- '.repeat(100_000)],
    ['keys of keys', '? '.repeat(100_000)],
    ['spaces', `${' '.repeat(5000)}a: 1`],
  ])('nested by %s is refused at once', (_, text) => {
    expect(problemsOf(text)).toEqual([`error ${deep}`]);
  });

  test.each([
    ['[\n', '['],
    ['{a: \n', '{'],
  ])('nested by %j thousands of times is refused as too deep', (unit) => {
    expect(problemsOf(unit.repeat(20_000)).join('\n')).toMatch(/^error a\.yaml:\d+:\d+: this is nested too deeply: [^\n]*$/);
  });

  test('with fifty thousand wrong keys shows the first two hundred', () => {
    const { problems } = parseYaml(file(Array.from({ length: 50_000 }, (_, index) => `k${index}: 1\n`).join('')), conceptFileSchema);
    expect(problems).toHaveLength(201);
    expect(problems[1]).toMatchObject({ line: 1, column: 1, message: 'this file has no key "k0"' });
    expect(problems.at(-1)).toMatchObject({ message: 'this file has more problems from here on', severity: 'error' });
  });

  test('with thousands of broken lines is read no more often than the first few need', () => {
    const { problems } = parseYaml(file('b: [\n'.repeat(5000)), anything);
    expect(problems.length).toBeGreaterThan(0);
    expect(problems.length).toBeLessThanOrEqual(20);
  });
});

describe('keys and tags', () => {
  test('a key that stands twice is an error at the second, however it is quoted, and the rest is checked too', () => {
    expect(problemsOf('concepts: []\n"concepts": []\nfoo: 1\n', conceptFileSchema)).toEqual([
      'error a.yaml:2:1: the key "concepts" stands here twice, first in line 1: keep one of the two',
      'error a.yaml:3:1: this file has no key "foo": take it out; the keys here are topic, concepts',
    ]);
  });

  test('a key that stands twice leaves no value, since nobody knows which one was meant', () => {
    expect(parseYaml(file('a: 1\na: 2\n'), anything).value).toBeUndefined();
  });

  test('a tag is a warning and changes nothing', () => {
    const { value, problems } = parseYaml(file('a: !secret b\n'), anything);
    expect(value).toEqual({ a: 'b' });
    expect(inOrder(problems)).toEqual([
      'warning a.yaml:1:4: this part of YAML is not used here (Unresolved tag: !secret): take it out, or put quotes " around the text',
    ]);
  });

  test('a line that slipped into the text above it is a warning', () => {
    const { value, problems } = parseYaml(file('a:\n  - one\n   - two\nname: N\n  definition：D\nb: c\n  d - e\n'), anything);
    expect(value).toEqual({ a: ['one - two'], name: 'N definition：D', b: 'c d - e' });
    expect(inOrder(problems)).toEqual([
      'warning a.yaml:3:4: this - counts as a part of the text above it: let it begin in the column of the - above',
      'warning a.yaml:5:3: this definition： counts as a part of the text above it: write the plain : and a space, in the column of the other keys',
    ]);
  });

  test('an error is never crowded out by warnings', () => {
    const text = `concepts: [${'!x a, '.repeat(300)}]\nfoo: 1\n`;
    const { problems } = parseYaml(file(text), z.strictObject({ concepts: z.array(z.string()) }));
    expect(problems[0]).toMatchObject({ severity: 'error', line: 2 });
  });

  test('keys that JavaScript gives a meaning are keys like any other', () => {
    expect(problemsOf('__proto__: { a: 1 }\nconstructor: 2\nconcepts: []\n', conceptFileSchema)).toEqual([
      'error a.yaml:1:1: this file has no key "__proto__": take it out; the keys here are topic, concepts',
      'error a.yaml:2:1: this file has no key "constructor": take it out; the keys here are topic, concepts',
    ]);
    expect(Object.hasOwn(Object.prototype, 'a')).toBe(false);
  });
});
