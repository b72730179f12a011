import { describe, expect, test } from 'vitest';
import { assemble } from '../../../src/core/content/assemble.ts';
import { createFindKnown } from '../../../src/core/content/known-names.ts';
import type { Library } from '../../../src/core/content/library.ts';
import { loadFolder } from '../../../src/core/content/load.ts';
import { loadNotes } from '../../../src/core/content/notes-folder.ts';
import { pool } from '../../../src/core/quiz/pool.ts';
import { ask, CHISEL, concept, DRILL, of, PLANE, SAW, sorts, texts, tool } from '../../support/joinery.ts';

describe('of a concept with its definition', () => {
  const library = of(SAW + PLANE + CHISEL + DRILL);

  test('the name is asked for', () => {
    const question = ask(library, 'saw', 'name');
    expect(question?.stem).toBe('Which tool is this? “Cuts a board along a line, tooth by tooth.”');
    expect(texts(question)).toEqual(['Chisel', 'Drill', 'Plane', 'Saw']);
    expect(question?.choices.find(({ id }) => id === question.answer)).toMatchObject({ text: 'Saw', concept: 'saw', wrong: undefined });
    expect(question?.choices.find(({ text }) => text === 'Drill')?.wrong).toBe(
      'Drill is something else: “Bores round holes into stone and metal.”',
    );
  });

  test('the meaning is asked for, in its subject where the name could be an everyday word', () => {
    expect(ask(library, 'saw', 'definition')?.stem).toBe('What is “Saw”?');
    const ideas = of((SAW + PLANE + CHISEL + DRILL).replaceAll('kind: tool', 'kind: idea'));
    expect(ask(ideas, 'saw', 'definition')?.stem).toBe('What does “Saw” mean in Joinery?');
    expect(ask(library, 'saw', 'definition')?.choices.find(({ text }) => text.startsWith('Bores'))?.wrong).toBe('This describes Drill.');
  });

  test('no card of a question and its answer is asked for, nor is one a choice', () => {
    const card = tool('port', '"On which port does the gate listen?"', '8443');
    const withCard = of(SAW + PLANE + CHISEL + DRILL + card);
    expect(sorts(withCard, 'port')).toEqual([]);
    expect(texts(ask(withCard, 'saw', 'name'))).toEqual(['Chisel', 'Drill', 'Plane', 'Saw']);
    expect(texts(ask(of(SAW + PLANE + CHISEL + card), 'saw', 'name'))).toEqual(['Chisel', 'Plane', 'Saw']);
  });

  test('what its author left without an end is ended where another sentence follows', () => {
    const open = of(tool('saw', 'Saw', 'Cuts a board along a line') + PLANE + CHISEL + DRILL);
    expect(ask(open, 'saw', 'name')?.explanation).toMatch(/^Saw: Cuts a board along a line\. \w+ is something else: “.*\.”$/);
  });

  test('its own names are hidden, and where one shows in spite of that nothing is asked', () => {
    const named = of(
      concept('saw', '{ name: Saw, aliases: [jig], definition: "A saw, or jig, cuts boards tooth by tooth." }') + PLANE + CHISEL + DRILL,
    );
    expect(ask(named, 'saw', 'name')?.stem).toBe('Which tool is this? “[…], or […], cuts boards tooth by tooth.”');
    expect(ask(named, 'saw', 'definition')).toBeUndefined();
    const scattered = of(
      concept('saw', '{ name: Saw, aliases: [rip cut], definition: "Made for a rip, cut along the grain." }') + PLANE + CHISEL + DRILL,
    );
    expect(ask(scattered, 'saw', 'name')).toBeUndefined();
  });

  test('three choices do where there are no more, and fewer do not', () => {
    expect(texts(ask(of(SAW + PLANE + CHISEL), 'saw', 'name'))).toEqual(['Chisel', 'Plane', 'Saw']);
    expect(sorts(of(SAW + PLANE), 'saw')).toEqual([]);
  });

  test('the explanation gives a sentence more, which names it, and how the nearest wrong choice differs', () => {
    const body = ', body: "Think first. A saw is pulled or pushed. It rusts."';
    const differs = ', confusedWith: [{ id: plane, en: "A saw cuts wood in two pieces; a plane leaves one." }]';
    const told = of(concept('saw', `{ name: Saw, definition: "Cuts a board along a line."${body} }`, differs) + PLANE + CHISEL + DRILL);
    expect(ask(told, 'saw', 'name')?.explanation).toBe(
      'The answer is Saw. A saw is pulled or pushed. Not Plane: A saw cuts wood in two pieces; a plane leaves one.',
    );
    expect(ask(library, 'saw', 'name')?.explanation).toBe(
      'Saw: Cuts a board along a line, tooth by tooth. Chisel is something else: “Carves notches when struck at its handle.”',
    );
  });
});

describe('a wrong choice', () => {
  const nail = (definition: string, more = '') => tool('nail', 'Nail', definition, more);
  const offered = (more: string, deck = '') =>
    ask(of(SAW + PLANE + CHISEL + more, deck), 'saw', 'name')?.choices.map(({ concept: id }) => id) ?? [];

  test('may be any other of its kind', () => {
    expect(offered(nail('Holds two things to one another for good.'))).toContain('nail');
  });

  test.each([
    ['another kind', nail('Holds two things to one another for good.').replace('tool', 'idea')],
    ['mostly the same definition', nail('Cuts a board tooth by tooth and much else.')],
    ['a definition that says nothing', nail('It is.')],
    ['a name that ends in the answer’s', tool('nail', 'Hand saw', 'Holds two things to one another for good.')],
    ['an alias that is the answer’s name', concept('nail', '{ name: Nail, aliases: [saw], definition: Holds things for good. }')],
    ['a definition that begins with the answer’s name', nail('A kind of saw for stone and iron.')],
    ['the answer as its whole', nail('Holds two things to one another for good.', ', partOf: [saw]')],
    ['a place in a part of the answer', nail('Holds things for good.', ', runsOn: [chisel]')],
  ])('has not %s', (reason, more) => {
    const within = reason.startsWith('a place') ? ', madeOf: [chisel]' : '';
    const library = of(tool('saw', 'Saw', 'Cuts a board along a line, tooth by tooth.', within) + PLANE + CHISEL + DRILL + more);
    expect(texts(ask(library, 'saw', 'name'))).toBeDefined();
    expect(ask(library, 'saw', 'name')?.choices.map(({ concept: id }) => id)).not.toContain('nail');
  });

  test('is none that a deck calls alike', () => {
    expect(offered(nail('Holds two things to one another for good.'), 'alike: [[saw, nail]]\n')).not.toContain('nail');
  });

  test('is not named in the stem', () => {
    const library = of(
      tool('saw', 'Saw', 'Cuts thick boards into short pieces before a nail goes in.') +
        PLANE +
        CHISEL +
        DRILL +
        nail('Holds two things to one another for good.'),
    );
    const drawn = Array.from({ length: 20 }, (_, seed) => ask(library, 'saw', 'name', 'en', String(seed)));
    expect(new Set(drawn.flatMap((question) => texts(question) ?? []))).toEqual(new Set(['Chisel', 'Drill', 'Plane', 'Saw']));
  });

  test('is one that people mix up with the answer, where there is one', () => {
    const library = of(
      tool('saw', 'Saw', 'Cuts a board along a line, tooth by tooth.', ', related: [nail]') +
        PLANE +
        CHISEL +
        DRILL +
        nail('Holds things for good.'),
    );
    const drawn = Array.from({ length: 20 }, (_, seed) => texts(ask(library, 'saw', 'name', 'en', String(seed))));
    expect(drawn.every((choices) => choices?.includes('Nail'))).toBe(true);
    expect(new Set(drawn.map((choices) => choices?.join())).size).toBeGreaterThan(1);
  });

  test('is not so much shorter or longer than the answer that it catches the eye', () => {
    const long = tool(
      'saw',
      'Saw',
      'Cuts a board along a line, tooth by tooth, back and forth, until it falls apart in two, and throws dust about the room.',
    );
    expect(sorts(of(long + PLANE + CHISEL + DRILL), 'saw')).toEqual(['name']);
    expect(sorts(of(tool('saw', 'Saw', 'Cuts boards with teeth.') + PLANE + CHISEL + DRILL), 'saw')).toEqual(['name']);
  });
});

test('of a component that is a part of something, or runs on it, that is asked for', () => {
  const parts = (SAW + PLANE + CHISEL + DRILL).replaceAll('kind: tool', 'kind: component');
  const bench = '  - { id: bench, kind: object, en: { name: Bench, definition: Stands firmly. } }\n';
  const part = of(parts.replace('tooth."', 'tooth."').replace('id: saw,', 'id: saw, partOf: [bench],') + bench);
  expect(ask(part, 'saw', 'name')?.stem).toBe('Which part of a Bench is this? “Cuts a board along a line, tooth by tooth.”');
  const running = of(parts.replace('id: saw,', 'id: saw, runsOn: [bench],') + bench);
  expect(ask(running, 'saw', 'name')?.stem).toBe(
    'What runs on a Bench and is described here? “Cuts a board along a line, tooth by tooth.”',
  );
});

test('of a story nothing is asked', () => {
  expect(sorts(of((SAW + PLANE + CHISEL + DRILL).replaceAll('kind: tool', 'kind: story')), 'saw')).toEqual([]);
});

describe('of a team’s own Markdown notes', () => {
  function notes(text: string): Library {
    const files = [{ path: 'ours.md', text }];
    const shipped = loadFolder([], false);
    const loaded = loadNotes(files, { findKnown: createFindKnown([]), taken: new Set(), remembered: [], decks: [] });
    return assemble(shipped, loadFolder(files, true), loaded);
  }
  const TOLD = `# 平台

* 信鸽：给客户发短信和邮件的服务。
* 账房：保存发票和付款记录的数据库。
* 灯塔：显示哪些网页在线、从什么时候开始的屏幕。
* Blimp: Our bot that takes merged branches to staging.
`;

  test('questions are made in the language they are written in, of terms in that language', () => {
    const library = notes(TOLD);
    const question = ask(library, 'xin-ge', 'name', 'zh');
    expect(question?.stem).toBe('下面说的是什么？“给客户发短信和邮件的服务。”');
    expect(texts(question)).toEqual(['信鸽', '灯塔', '账房']);
    expect(pool(library).of('xin-ge')[0]?.languages).toEqual(['zh']);
    expect(ask(library, 'xin-ge', 'name', 'en')?.language).toBe('zh');
  });

  test('many terms in the other language do not stand in the way', () => {
    const words = 'amber birch cedar delta ember fjord grove haven ivory jetty knoll lilac maple north ocean'.split(' ');
    const english = words.map((word, at) => `* The ${word}: Keeps ${words[(at + 1) % 15]} and ${words[(at + 7) % 15]} apart.\n`).join('');
    expect(sorts(notes(`${TOLD}${english}`), 'xin-ge')).toEqual(['name', 'definition']);
  });

  test('none are made where too few other terms are surely wrong', () => {
    const library = notes(TOLD);
    expect(pool(library).of('blimp')).toEqual([]);
    expect(pool(notes('# 平台\n\n* 信鸽：给客户发短信和邮件的服务。\n')).of('xin-ge')).toEqual([]);
  });
});
