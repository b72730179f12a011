import { describe, expect, test } from 'vitest';
import { type Draft, promptFrom, type WrongOption } from '../../../src/core/quiz/prompt.ts';
import { seededRandom } from '../../../src/core/random.ts';

const wrong = (en: string, more: Partial<WrongOption> = {}): WrongOption => ({
  text: { en },
  wrong: { en: `No ${en}.` },
  isMixUp: false,
  isNeeded: false,
  ...more,
});
const DRAFT: Draft = {
  id: 'saw/q',
  concept: 'saw',
  sort: 'name-of-definition',
  languages: ['en'],
  stem: { en: 'Which one cuts?' },
  right: { text: { en: 'Saw' }, concept: 'saw' },
  wrong: ['Axe', 'Gouge', 'Plane', 'Rasp', 'Lathe'].map((name) => wrong(name)),
  explain: (nearest, _, isShort) => `${nearest.text.en}${isShort ? '' : ', told at length'}`,
};
const draw = (draft: Partial<Draft>, seed = 1) => promptFrom({ ...DRAFT, ...draft })?.draw(seededRandom(String(seed)));
const drawn = (draft: Partial<Draft>) => Array.from({ length: 30 }, (_, seed) => draw(draft, seed));
const textsOf = (item: ReturnType<typeof draw>) => item?.choices.map(({ text }) => text.en ?? '').toSorted();

describe('a question drawn from a draft', () => {
  test('has three wrong choices, or two where no three are fair, and is not there with fewer', () => {
    expect(draw({})?.choices).toHaveLength(4);
    expect(draw({ wrong: DRAFT.wrong.slice(0, 2) })?.choices).toHaveLength(3);
    expect(draw({ wrong: DRAFT.wrong.slice(0, 1) })).toBeUndefined();
    expect(draw({ wrong: [...DRAFT.wrong.slice(0, 2), wrong('saw'), wrong('AXE')] })?.choices).toHaveLength(3);
  });

  test('letters its choices in the order shown, and says of each wrong one why', () => {
    const item = draw({});
    expect(item?.choices.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd']);
    for (const { id, text, wrong: why } of item?.choices ?? []) expect(why?.en).toBe(id === item?.answer ? undefined : `No ${text.en}.`);
  });

  test('holds a real mix-up where there is one, and always the choice that it is about', () => {
    const mixUp = [...DRAFT.wrong, wrong('Jig', { isMixUp: true })];
    expect(drawn({ wrong: mixUp }).every((item) => textsOf(item)?.includes('Jig'))).toBe(true);
    const needed = [wrong('Jig', { isNeeded: true }), ...DRAFT.wrong];
    expect(drawn({ wrong: needed }).every((item) => textsOf(item)?.includes('Jig'))).toBe(true);
    expect(draw({ wrong: needed })?.explanation.en).toBe('Jig, told at length');
    expect(draw({ wrong: [...DRAFT.wrong, { ...wrong('Jig', { isNeeded: true }), text: { zh: '夹具' } }] })).toBeUndefined();
  });

  test('takes the likeliest wrong choices, and not always the same', () => {
    const many = Array.from('BCDEFGHIJKLM', (letter) => wrong(`${letter}ut`));
    const sets = drawn({ wrong: many }).map((item) => textsOf(item)?.join());
    expect(new Set(sets).size).toBeGreaterThan(3);
    expect(sets.some((set) => set?.includes('Mut'))).toBe(false);
  });

  test('explains the nearest wrong choice, in short where there is no room', () => {
    expect(draw({ wrong: DRAFT.wrong.slice(0, 3) })?.explanation.en).toBe('Axe, told at length');
    const explain: Draft['explain'] = (_, __, isShort) => (isShort ? 'Short.' : 'x'.repeat(601));
    expect(draw({ explain })?.explanation.en).toBe('Short.');
    expect(draw({ explain: (_, __, isShort) => (isShort ? 'Short.' : 'x'.repeat(600)) })?.explanation.en).toHaveLength(600);
  });

  test('has a stem of at most 200 characters', () => {
    expect(draw({ stem: { en: 'x'.repeat(200) } })).toBeDefined();
    expect(draw({ stem: { en: 'x'.repeat(201) } })).toBeUndefined();
  });
});

describe('the languages of a question', () => {
  const both = (en: string, zh: string): WrongOption => ({ ...wrong(en), text: { en, zh } });
  const BOTH: Partial<Draft> = {
    languages: ['en', 'zh'],
    stem: { en: 'Which one cuts?', zh: '哪个用来锯？' },
    right: { text: { en: 'Saw', zh: '手锯' } },
    wrong: [both('Axe', '斧头'), both('Gouge', '圆凿'), both('Plane', '刨子')],
  };

  test('are all that its concept is written in', () => {
    expect(promptFrom({ ...DRAFT, ...BOTH })?.languages).toEqual(['en', 'zh']);
    expect(draw(BOTH)?.choices.every(({ text }) => text.en && text.zh)).toBe(true);
  });

  test('are those in which there are wrong choices, where other concepts are written in one alone', () => {
    const english = promptFrom({ ...DRAFT, ...BOTH, wrong: DRAFT.wrong });
    expect(english?.languages).toEqual(['en']);
    expect(english?.draw(seededRandom('1')).stem).toEqual({ en: 'Which one cuts?' });
  });

  test.each([
    ['its stem is not written in one', { stem: { en: 'Which one cuts?' } }],
    ['it is not fair in one', { stem: { en: 'Which one cuts?', zh: '哪个用手锯？' } }],
  ])('are none where %s', (_, change) => {
    expect(promptFrom({ ...DRAFT, ...BOTH, ...change })).toBeUndefined();
  });
});

describe('nothing in the looks of the choices tells which is right, so that none is asked where', () => {
  test.each<[string, Partial<Draft>]>([
    ['a word of the stem is in the answer alone', { stem: { en: 'Which one of the saws cuts?' } }],
    ['a part of a compound of the answer is in the stem', { right: { text: { en: 'HandSaw' } }, stem: { en: 'What needs a hand?' } }],
    ['the answer alone is absolute', { right: { text: { en: 'It must cut' } } }],
    ['a wrong choice alone is absolute', { wrong: [wrong('It must cut'), wrong('Axe')] }],
    ['the answer alone names two things', { right: { text: { en: 'Saw and axe' } } }],
    ['the answer alone is Chinese', { right: { text: { en: '锯' } } }],
    ['the answer alone ends in a full stop', { right: { text: { en: 'Saw.' } } }],
    ['the answer is far longer than all others', { right: { text: { en: 'Very long old crosscut' } } }],
    [
      'the answer is far shorter than all others',
      { wrong: ['Very long old crosscut', 'Quite a heavy old lump'].map((name) => wrong(name)) },
    ],
  ])('%s', (_, change) => {
    expect(promptFrom(DRAFT)).toBeDefined();
    expect(promptFrom({ ...DRAFT, ...change })).toBeUndefined();
  });

  test('what another choice has, too, tells nothing', () => {
    expect(draw({ stem: { en: 'Which one of the saws cuts?' }, wrong: [wrong('Jig saw'), ...DRAFT.wrong] })).toBeDefined();
    expect(
      draw({ stem: { en: 'What is that?' }, right: { text: { en: 'It must cut' } }, wrong: [wrong('It must bend'), ...DRAFT.wrong] }),
    ).toBeDefined();
  });
});
