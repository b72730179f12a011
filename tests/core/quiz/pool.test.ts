import { expect, test } from 'vitest';
import type { Language } from '../../../src/core/content/schema.ts';
import { drawItem, pool } from '../../../src/core/quiz/pool.ts';
import { seededRandom } from '../../../src/core/random.ts';
import { libraryOf, shippedLibrary } from '../../support/notes.ts';

const library = await shippedLibrary();
const questions = pool(library);

test('the questions of a concept are its authored ones, then those made of it, in the same order each time', () => {
  const ids = questions.of('kubelet').map(({ id }) => id);
  const authored = questions.authored('kubelet').map(({ id }) => id);
  expect(authored).toEqual(library.concepts.get('kubelet')?.questions.map(({ id }) => `kubelet/${id}`));
  expect(ids.slice(0, authored.length)).toEqual(authored);
  expect(ids.slice(authored.length)).toEqual([
    'kubelet/made--name',
    'kubelet/made--definition',
    'kubelet/made--not-kube-proxy',
    'kubelet/made--not-container-runtime',
  ]);
  expect(
    pool(library)
      .of('kubelet')
      .map(({ id }) => id),
  ).toEqual(ids);
  expect(questions.of('no-such-concept')).toEqual([]);
});

test('every question of the shipped notes has an id of its own', () => {
  const ids = [...library.concepts.keys()].flatMap((concept) => questions.of(concept)).map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

test('a conversation gets all questions of a concept once, authored ones first, then none', () => {
  const asked = new Set<string>();
  const random = seededRandom('1');
  const all = questions.of('kubelet');
  const sorts = all.map(() => {
    const item = drawItem('kubelet', questions, { random, asked });
    asked.add(item?.id ?? '');
    return item?.sort === 'authored';
  });
  expect(sorts).toEqual(all.map(({ sort }) => sort === 'authored'));
  expect(asked).toEqual(new Set(all.map(({ id }) => id)));
  expect(drawItem('kubelet', questions, { random, asked })).toBeUndefined();
});

test('which comes first is left to chance', () => {
  const first = (seed: number) => drawItem('kubelet', questions, { random: seededRandom(String(seed)), asked: new Set() })?.id;
  expect(new Set(Array.from({ length: 60 }, (_, seed) => first(seed)))).toEqual(new Set(questions.authored('kubelet').map(({ id }) => id)));
});

test('only what is written in the language asked for is drawn', () => {
  const question = (id: string, language: string) =>
    `{ id: ${id}, sort: what-is, stem: { ${language}: S }, explanation: { ${language}: E }, distractors: [{ ${language}: w }, { ${language}: x }] }`;
  const text = `concepts:\n  - { id: a, en: { name: A, definition: D. }, zh: { name: 甲, definition: 义。 }, questions: [${question('one', 'en')}, ${question('two', 'zh')}] }\n`;
  const own = pool(libraryOf([{ path: 'a.yaml', text }]));
  const draw = (language?: Language) =>
    drawItem('a', own, { random: seededRandom('1'), asked: new Set(['a/one']), ...(language && { language }) })?.id;
  expect([draw('en'), draw('zh'), draw()]).toEqual([undefined, 'a/two', 'a/two']);
});
