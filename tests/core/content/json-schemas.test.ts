import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { jsonSchemas } from '../../../src/core/content/json-schemas.ts';
import { conceptFileSchema, deckSchema } from '../../../src/core/content/schema.ts';

const ajv = new Ajv({ allErrors: true, strict: true, strictRequired: false, formats: { uri: (text: string) => URL.canParse(text) } });
const inEditor = (name: string) => ajv.compile(jsonSchemas()[name] ?? {});

test.each(Object.keys(jsonSchemas()))('schemas/%s.schema.json is what the code says (if not: npm run schemas)', (name) => {
  const committed = readFileSync(new URL(`../../../schemas/${name}.schema.json`, import.meta.url), 'utf8');
  expect(JSON.parse(committed)).toEqual(jsonSchemas()[name]);
});

test.each(Object.entries(jsonSchemas()))('the JSON Schema of %s is of draft 7, which editors know best', (_, schema) => {
  expect(schema).toMatchObject({ $schema: 'http://json-schema.org/draft-07/schema#', type: 'object', additionalProperties: false });
});

test('every key of a concept explains itself while one types', () => {
  const unexplained: string[] = [];
  const walk = (schema: unknown, path: string): void => {
    if (typeof schema !== 'object' || schema === null) return;
    const { properties = {}, items } = schema as { properties?: Record<string, { description?: string }>; items?: unknown };
    for (const [key, part] of Object.entries(properties)) {
      if (!part.description) unexplained.push(`${path}.${key}`);
      walk(part, `${path}.${key}`);
    }
    walk(items, `${path}[]`);
  };
  for (const [name, schema] of Object.entries(jsonSchemas())) walk(schema, name);
  expect(unexplained).toEqual([]);
});

describe('an editor and the check', () => {
  const concept = {
    id: 'kube-proxy',
    kind: 'component',
    tier: 1,
    tags: ['network'],
    partOf: ['node'],
    en: { name: 'kube-proxy', aliases: ['proxy'], definition: 'D.', asks: ['what moves traffic'] },
    zh: { name: 'kube-proxy', definition: '定义。', body: '正文。' },
    confusedWith: [{ id: 'kubelet', en: 'E.' }],
    example: { language: 'bash', code: 'ls', en: 'E.' },
    history: { en: 'Since 1.0.' },
    sources: ['https://kubernetes.io/docs/'],
    questions: [
      {
        id: 'q',
        sort: 'what-is',
        stem: { en: 'S?' },
        answer: { en: 'A' },
        distractors: [{ concept: 'kubelet' }, { en: 'B', wrong: { en: 'W.' } }],
        explanation: { en: 'E.' },
      },
    ],
  };
  const file = { topic: { en: 'Nodes' }, concepts: [concept, { id: 'a', zh: { name: '甲', definition: '乙。' } }] };

  /** Every way to each part of a value, the value itself aside. */
  const pathsIn = (value: unknown): (string | number)[][] =>
    typeof value !== 'object' || value === null
      ? []
      : Object.entries(value).flatMap(([key, part]) => {
          const step = Array.isArray(value) ? Number(key) : key;
          return [[step], ...pathsIn(part).map((rest) => [step, ...rest])];
        });

  /** A copy in which one part is gone or has become something else. */
  function changed(value: unknown, [step, ...rest]: readonly (string | number)[], to: unknown): unknown {
    if (step === undefined) return to;
    if (Array.isArray(value)) return value.flatMap((part, index) => (index === step ? onePart(part, rest, to) : [part]));
    return Object.fromEntries(
      Object.entries(value as object).flatMap(([key, part]) =>
        key === step ? onePart(part, rest, to).map((made) => [key, made]) : [[key, part]],
      ),
    );
  }
  const onePart = (part: unknown, rest: readonly (string | number)[], to: unknown): unknown[] => {
    const made = changed(part, rest, to);
    return made === undefined ? [] : [made];
  };

  const strange = fc.constantFrom<unknown>(
    ...[undefined, null, true, 0, 1, 3, 4, 1.5, '', 'x', 'UPPER', 'a--b', 'ftp://x', 'https://x', '字', [], ['x'], [['x']], {}],
    ...[
      { en: 'x' },
      { fr: 'x' },
      [{ id: 'x' }],
      'x'.repeat(61),
      'x'.repeat(201),
      'x'.repeat(1501),
      Array(5).fill({ concept: 'x' }),
      Array(5).fill({ id: 'x' }),
    ],
  );

  test('hold a sound file for sound', () => {
    expect(inEditor('concepts')(file)).toBe(true);
    expect(conceptFileSchema.safeParse(file).success).toBe(true);
  });

  test('agree on what is wrong, whichever part is changed', () => {
    const check = inEditor('concepts');
    fc.assert(
      fc.property(fc.constantFrom(...pathsIn(file)), strange, (path, to) => {
        const value = changed(file, path, to);
        expect({ value, right: check(value) }).toEqual({ value, right: conceptFileSchema.safeParse(value).success });
      }),
      { numRuns: 2000, seed: 1 },
    );
  });

  test('agree on decks', () => {
    const deck = { id: 'd', languages: ['en', 'zh'], about: ['docker'], en: { title: 'T', summary: 'S.' } };
    const check = inEditor('deck');
    expect(check(deck)).toBe(true);
    fc.assert(
      fc.property(fc.constantFrom(...pathsIn(deck)), strange, (path, to) => {
        const value = changed(deck, path, to);
        expect({ value, right: check(value) }).toEqual({ value, right: deckSchema.safeParse(value).success });
      }),
      { numRuns: 500, seed: 1 },
    );
  });
});
