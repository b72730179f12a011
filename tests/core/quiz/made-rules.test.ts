import { describe, expect, test } from 'vitest';
import { type Concept, namesOf } from '../../../src/core/content/concept.ts';
import type { Language } from '../../../src/core/content/schema.ts';
import { inLanguage, languagesOf, type Question, type QuizItem, quizItemSchema } from '../../../src/core/quiz/item.ts';
import { pool } from '../../../src/core/quiz/pool.ts';
import { seededRandom } from '../../../src/core/random.ts';
import { fold, holds, spellingKey, unitsOf } from '../../../src/core/search/text.ts';
import { shippedLibrary } from '../../support/notes.ts';

/** The rules of good quiz items that a program can check, over all that can be made of the shipped notes. */
const library = await shippedLibrary();
const SEEDS = ['a', 'b', 'c', 'd', 'e'];
const prompts = [...library.concepts.keys()].flatMap((id) => pool(library).of(id)).filter(({ sort }) => sort !== 'authored');
const items = prompts.flatMap((prompt) => SEEDS.map((seed) => prompt.draw(seededRandom(seed + prompt.id))));
const shown = items.flatMap((item) => languagesOf(item).map((language) => ({ item, question: inLanguage(item, language) })));

const rightOf = ({ choices, answer }: Question) => choices.find(({ id }) => id === answer)?.text ?? '';
const wrongOf = ({ choices, answer }: Question) => choices.filter(({ id }) => id !== answer).map(({ text }) => text);
const conceptOf = (id: string | undefined): Concept => library.concepts.get(id ?? '') as Concept;
const distractorsOf = ({ choices, answer }: QuizItem) => choices.filter(({ id }) => id !== answer).map(({ concept }) => conceptOf(concept));

/** The items that break a rule, by id and language; a rule is kept where there are none. */
const breaking = (isBroken: (question: Question, item: QuizItem) => boolean) =>
  shown.filter(({ question, item }) => isBroken(question, item)).map(({ question }) => `${question.id} ${question.language}`);

test('there are enough of them, of every sort, in both languages', () => {
  const bySort = Map.groupBy(prompts, ({ sort }) => sort);
  expect([...bySort.keys()].toSorted()).toEqual(['contrast', 'definition-of-name', 'name-of-definition', 'which-part']);
  expect(new Set(items.map(({ concept }) => concept)).size).toBeGreaterThan(180);
  expect(prompts.length).toBeGreaterThan(400);
  expect(prompts.filter(({ languages }) => languages.length < 2)).toEqual([]);
});

describe('one best answer', () => {
  test('no wrong choice shares a name with the answer, or is a part or a place of it', () => {
    const isIn = (part: Concept, whole: Concept) => [...part.partOf, ...part.runsOn].includes(whole.id) || whole.madeOf.includes(part.id);
    expect(
      breaking((_, item) => {
        const right = conceptOf(item.concept);
        const keys = new Set(namesOf(right).map(spellingKey));
        return distractorsOf(item).some(
          (other) =>
            other.id === right.id ||
            (item.sort !== 'contrast' && (isIn(right, other) || isIn(other, right))) ||
            namesOf(other).some((name) => keys.has(spellingKey(name))),
        );
      }),
    ).toEqual([]);
  });

  test.each([
    'repository registry docker-hub',
    'control-plane master-node-architecture',
    'kubelet kube-controller-manager',
    'kube-apiserver service ingress',
    'kube-proxy service',
    'pod container',
    'image dockerfile layer',
    'deployment replica-set',
    'persistent-volume persistent-volume-claim storage-class volume docker-volume',
    'configmap secret',
    'liveness-probe readiness-probe startup-probe probe',
    'taint toleration affinity',
    'containerd runc cri',
    'namespace linux-namespace',
    'label selector annotation tag',
    'helm kustomize',
    'entrypoint cmd',
    'rolling-update canary blue-green',
  ])('of %s none stands against another, but by the sentence that tells them apart', (ids) => {
    const group = ids.split(' ');
    for (const id of group) expect(library.concepts.has(id), id).toBe(true);
    expect(
      breaking((_, item) => {
        const others = distractorsOf(item).filter(({ id }) => group.includes(item.concept) && group.includes(id));
        return others.some(({ id }) => !item.id.endsWith(`--not-${id}`));
      }),
    ).toEqual([]);
  });

  test('wrong choices are of the answer’s kind', () => {
    expect(breaking((_, item) => distractorsOf(item).some(({ kind }) => kind !== conceptOf(item.concept).kind))).toEqual([]);
  });
});

describe('nothing gives the answer away', () => {
  const small = new Set(
    'the and that this with for what which who are does one from here can its into when has have not such other out'.split(' '),
  );
  const words = (text: string) => {
    const latin = unitsOf(fold(text)).filter(({ text: unit, han }) => !han && unit.length > 2 && !small.has(unit));
    return new Set(latin.map(({ text: unit }) => unit.replace(/s$/, '')));
  };
  const pairs = (text: string) => new Set(Array.from(text.matchAll(/(?=(\p{Script=Han}{2}))/gu), ([, pair]) => pair ?? ''));

  test('the stem holds no name of the answer, where it asks for the name', () => {
    const asksForName = (item: QuizItem) => item.sort !== 'definition-of-name';
    // 由容器组成 holds 容器 and 组成, not 容器组.
    const text = (stem: string) => stem.replace('容器组成', '');
    const names = (item: QuizItem) => namesOf(conceptOf(item.concept)).filter((name) => name.length > 2);
    expect(breaking(({ stem }, item) => asksForName(item) && names(item).some((name) => holds(text(stem), name)))).toEqual([]);
  });

  test('no word of the stem stands in the answer alone', () => {
    expect(
      breaking((question) => {
        const wrong = wrongOf(question).map((text) => words(text));
        const echoes = words(rightOf(question)).intersection(words(question.stem));
        return [...echoes].some((word) => !wrong.some((has) => has.has(word)));
      }),
    ).toEqual([]);
  });

  test('no pair of Chinese characters of a name stands in the stem and in the answer alone', () => {
    expect(
      breaking((question) => {
        if (question.language !== 'zh' || rightOf(question).length > 20) return false;
        const wrong = wrongOf(question).map(pairs);
        return [...pairs(rightOf(question)).intersection(pairs(question.stem))].some((pair) => !wrong.some((has) => has.has(pair)));
      }),
    ).toEqual([]);
  });

  test('absolute words stand on both sides or on none', () => {
    const isAbsolute = (text: string) => /\b(?:always|never|only|must)\b|总是|绝不|只能|一定/i.test(text);
    expect(breaking((question) => isAbsolute(rightOf(question)) !== wrongOf(question).some(isAbsolute))).toEqual([]);
  });

  test('script and full stop of the answer are those of another choice', () => {
    const formOf = (text: string) => `${/\p{Script=Han}/u.test(text)} ${/[.。]$/.test(text)}`;
    expect(
      breaking(
        (question) =>
          !wrongOf(question)
            .map(formOf)
            .includes(formOf(rightOf(question))),
      ),
    ).toEqual([]);
  });

  test.each(['en', 'zh'] satisfies Language[])('the answer’s length is no cue (%s)', (language) => {
    const asked = shown.filter(({ question }) => question.language === language).map(({ question }) => question);
    for (const extreme of [Math.max, Math.min]) {
      const stands = asked.filter((question) => {
        const lengths = wrongOf(question).map(({ length }) => length);
        return extreme(rightOf(question).length, ...lengths) === rightOf(question).length && !lengths.includes(rightOf(question).length);
      });
      const chance = asked.reduce((sum, { choices }) => sum + 1 / choices.length, 0) / asked.length;
      expect(stands.length / asked.length).toBeLessThan(chance + 0.1);
    }
  });

  test('the answer stands in every place as often as in another', () => {
    const four = items.filter(({ choices }) => choices.length === 4);
    const expected = four.length / 4;
    const counts = ['a', 'b', 'c', 'd'].map((id) => four.filter(({ answer }) => answer === id).length);
    expect(counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0)).toBeLessThan(30.66);
  });
});

test('limits are kept: 3 to 5 choices, no two alike, stem, choice and explanation not too long', () => {
  expect(
    breaking(({ stem, choices, explanation }, { sort }) => {
      const isLabel = sort !== 'definition-of-name';
      const keys = new Set(choices.map(({ text }) => spellingKey(text)));
      const tooLong = stem.length > 200 || explanation.length > 600 || choices.some(({ text }) => isLabel && text.length > 75);
      return tooLong || keys.size < choices.length || choices.length < 3 || choices.length > 5;
    }),
  ).toEqual([]);
});

test('the explanation names the answer and the nearest wrong choice', () => {
  const nameOf = (id: string | undefined, language: Language) => conceptOf(id).wordings[language]?.name ?? '?';
  expect(
    breaking(({ explanation, language }, item) => {
      const others = distractorsOf(item).map(({ id }) => nameOf(id, language));
      return !explanation.includes(nameOf(item.concept, language)) || !others.some((name) => explanation.includes(name));
    }),
  ).toEqual([]);
});

test('each item survives being stored, and every wrong choice says why it is wrong', () => {
  for (const item of items) expect(quizItemSchema.parse(JSON.parse(JSON.stringify(item)))).toEqual(item);
  expect(breaking(({ choices, answer }) => choices.some(({ id, wrong }) => (id === answer) !== (wrong === undefined)))).toEqual([]);
});

test('the same seed gives the same item; another gives another order, and other wrong choices where there are any', () => {
  const draws = prompts.map((prompt) => SEEDS.map((seed) => prompt.draw(seededRandom(seed))));
  expect(prompts.map((prompt) => SEEDS.map((seed) => prompt.draw(seededRandom(seed))))).toEqual(draws);
  const setOf = ({ choices }: QuizItem) =>
    choices
      .map(({ concept }) => concept)
      .toSorted()
      .join();
  expect(draws.filter((drawn) => new Set(drawn.map(({ answer }) => answer)).size > 1).length / draws.length).toBeGreaterThan(0.9);
  expect(draws.filter((drawn) => new Set(drawn.map(setOf)).size > 1).length / draws.length).toBeGreaterThan(0.7);
});
