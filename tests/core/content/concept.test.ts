import { describe, expect, test } from 'vitest';
import { nameIn, namesOf, wordingIn, wordingsOf } from '../../../src/core/content/concept.ts';
import { loadFolder } from '../../../src/core/content/load.ts';

const conceptOf = (sections: string) => {
  const [loaded] = loadFolder([{ path: 'a.yaml', text: `concepts: [{ id: pod, ${sections} }]` }], false).concepts;
  if (!loaded) throw new Error('no concept');
  return loaded.concept;
};
const EN = 'en: { name: Pod, aliases: [po, Pods], definition: D. }';
const ZH = 'zh: { name: 容器组, aliases: [Pod], definition: 定义。 }';

describe('the wording of a concept', () => {
  test('is the one in the language asked for', () => {
    expect(wordingIn(conceptOf(`${EN}, ${ZH}`), 'zh')).toMatchObject({ language: 'zh', wording: { name: '容器组' } });
    expect(nameIn(conceptOf(`${EN}, ${ZH}`), 'en')).toBe('Pod');
  });

  test('is the other one where it is written in one language only, and says so', () => {
    expect(wordingIn(conceptOf(EN), 'zh')).toMatchObject({ language: 'en', wording: { name: 'Pod' } });
    expect(wordingIn(conceptOf(ZH), 'en')).toMatchObject({ language: 'zh', wording: { name: '容器组' } });
    expect(wordingsOf(conceptOf(ZH)).map(({ name }) => name)).toEqual(['容器组']);
  });

  test('must be there: a concept without one is a bug', () => {
    expect(() => wordingIn({ ...conceptOf(EN), wordings: {} }, 'en')).toThrow('concept pod has no wording');
  });
});

test('the names of a concept are those of both languages, each once', () => {
  expect(namesOf(conceptOf(`${EN}, ${ZH}`))).toEqual(['Pod', 'po', 'Pods', '容器组']);
});
