import { describe, expect, test } from 'vitest';
import { createFindKnown } from '../../../src/core/content/known-names.ts';
import { loadFolder } from '../../../src/core/content/load.ts';
import type { Remembered } from '../../../src/core/content/notes/remembered.ts';
import { loadNotes } from '../../../src/core/content/notes-folder.ts';
import { libraryOf, NOTES } from '../../support/notes.ts';

const SHIPPED = [...libraryOf(NOTES).concepts.values()];

/** Loads notes beside the shipped ones. */
function load(files: Readonly<Record<string, string>>, remembered: readonly Remembered[] = []) {
  const sources = Object.entries(files).map(([path, text]) => ({ path, text }));
  const taken = new Set(SHIPPED.map(({ id }) => id));
  return loadNotes(sources, { findKnown: createFindKnown(SHIPPED), taken, remembered, decks: loadFolder(sources, true).decks });
}
type Loaded = ReturnType<typeof load>;

/** The terms of all notes as `file name: id`, with a `+` where they add to a concept. */
const placed = ({ notes }: Loaded) =>
  notes.flatMap(({ file, terms }) => terms.map(({ id, term, isMerged }) => `${file} ${term.names[0]?.text}: ${isMerged ? '+' : ''}${id}`));
const additionsTo = ({ additions }: Loaded, id: string) => additions.get(id)?.map(({ definition }) => definition);

describe('a term', () => {
  test('that a shipped concept has adds to it, with its words, its place and their language', () => {
    const loaded = load({ 'ours.md': '# Ours\n\n* Kublet: the caretaker of our machines.\n* 节点：我们的机器。\n' });
    expect(placed(loaded)).toEqual(['ours.md Kublet: +kubelet', 'ours.md 节点: +node']);
    expect(loaded.concepts).toEqual([]);
    expect(loaded.additions.get('kubelet')).toEqual([
      { language: 'en', definition: 'the caretaker of our machines.', origin: { file: 'ours.md', line: 3, headings: ['Ours'] } },
    ]);
    expect(loaded.additions.get('node')?.[0]?.language).toBe('zh');
  });

  test('that is new becomes a concept of the team, with its names, its place and the deck of its folder', () => {
    const loaded = load({ 'k/deck.yaml': 'id: ours\n', 'k/Our-Notes.md': '# Ours\n## Doors\n* Gateway，网关: our only door.\n' });
    expect(loaded.concepts).toMatchObject([
      {
        ...{ id: 'gateway', deck: 'ours', topic: 'our-notes', isOwn: true, teamNotes: [] },
        origin: { file: 'k/Our-Notes.md', line: 3, headings: ['Ours', 'Doors'] },
        wordings: { en: { name: 'Gateway', aliases: ['网关'], definition: 'our only door.' } },
      },
    ]);
    expect(loaded.topics).toEqual([{ id: 'our-notes', deck: 'ours', titles: { en: 'Ours' } }]);
  });

  test('is shown in its language under the name in that language', () => {
    const [gateway] = load({ 'a.md': '* Gateway，网关：所有流量进来的唯一一道门。\n' }).concepts;
    expect(gateway?.wordings).toMatchObject({ zh: { name: '网关', aliases: ['Gateway'] } });
    expect(gateway?.id).toBe('gateway');
  });
});

describe('what stands below the heading of a term', () => {
  const note = (heading: string, more: string) => ({ 'a.md': `## ${heading}\n\nthe machine under the stairs.\n\n${more}\n` });

  test('is the body of a new concept, and adds to one that is known', () => {
    expect(load(note('Blue Box', 'Bought in 2019.')).concepts[0]?.wordings.en).toMatchObject({
      definition: 'the machine under the stairs.',
      body: 'Bought in 2019.',
    });
    expect(additionsTo(load(note('kubelet', 'Ours is old.')), 'kubelet')).toEqual(['the machine under the stairs.\n\nOurs is old.']);
  });

  test('takes no part in telling concepts apart: an edit of it is none', () => {
    const first = load(note('Blue Box', 'Bought in 2019.'));
    const second = load(note('Blue Box', 'Sold, and bought again.'), first.remembered);
    expect(second.concepts.map(({ id }) => id)).toEqual(['blue-box']);
    expect([second.edits, second.remembered]).toEqual([[], first.remembered]);
  });
});

describe('what two notes name', () => {
  test('is one concept, whose second explanation adds to the first', () => {
    const loaded = load({ 'a.md': '* Blue Box: the old machine.\n', 'b.md': '* blue-box: the machine under the stairs.\n' });
    expect(placed(loaded)).toEqual(['a.md Blue Box: blue-box', 'b.md blue-box: +blue-box']);
    expect(loaded.concepts.map(({ wordings }) => wordings.en?.definition)).toEqual(['the old machine.']);
    expect(additionsTo(loaded, 'blue-box')).toEqual(['the machine under the stairs.']);
  });

  test.each([
    ['the translation of the other', '* Gateway，网关: our only door.\n', '* 网关: 唯一的门。\n'],
    ['translated by the other', '* 网关: 唯一的门。\n', '* Gateway，网关: our only door.\n'],
  ])('is one concept where one is %s, in both languages and under all names', (_, a, b) => {
    const loaded = load({ 'a.md': a, 'b.md': b });
    expect(loaded.concepts).toHaveLength(1);
    expect(loaded.concepts[0]?.wordings).toMatchObject({
      en: { name: 'Gateway', aliases: ['网关'], definition: 'our only door.' },
      zh: { name: '网关', aliases: ['Gateway'], definition: '唯一的门。' },
    });
    expect(loaded.additions.size).toBe(0);
    expect(placed(loaded)[1]).toContain('+');
  });

  test('is two concepts where they only share a translation', () => {
    const loaded = load({ 'a.md': '* Locker，盒子: for coats.\n* Crate，盒子: for bottles.\n', 'b.md': '* Carton，盒子: for eggs.\n' });
    expect(placed(loaded)).toEqual(['a.md Locker: locker', 'a.md Crate: crate', 'b.md Carton: carton']);
  });

  test('finds the parts of a concept that another note explains', () => {
    const parts = (of: string) => `# Parts of ${of}\n* a filter\n* a router\n`;
    const { notes } = load({
      'a.md': '* Gateway，网关: our only door.\n',
      'b.md': parts('网关'),
      'c.md': parts('kubelet'),
      'd.md': parts('nothing'),
    });
    expect(notes.slice(1).map(({ cards }) => cards.map(({ id }) => id))).toEqual([['gateway:parts'], ['kubelet:parts'], []]);
  });
});

describe('after an edit', () => {
  const before = { 'ours.md': '# Ours\n* Blue Boxx: the machine under the stairs.\n* Gateway: our only door for all the traffic.\n' };
  const { remembered } = load(before);

  test('a concept keeps its id, and what was edited is told', () => {
    const text = '# Ours\n* Gateway，网关: our one and only door.\n# Cellar\n* Blue Box: the machine under the stairs.\n';
    const moved = load({ 'new.md': text.replace('# Cellar\n', '').replace('Blue Box', 'Blue Boxx') }, remembered);
    expect(placed(moved)).toEqual(['new.md Gateway: gateway', 'new.md Blue Boxx: blue-boxx']);
    expect(moved.edits.map(({ id, was, now, changed }) => [id, was, now, ...changed])).toEqual([
      ['gateway', 'Gateway', 'Gateway', 'other names', 'definition', 'place'],
      ['blue-boxx', 'Blue Boxx', 'Blue Boxx', 'place'],
    ]);
    const renamed = load({ 'ours.md': before['ours.md'].replace('Boxx', 'Box') }, remembered);
    expect(renamed.edits).toEqual([
      { id: 'blue-boxx', was: 'Blue Boxx', now: 'Blue Box', why: 'same place, near name', changed: ['name'] },
    ]);
    expect(renamed.concepts.map(({ id }) => id)).toEqual(['blue-boxx', 'gateway']);
  });

  test('nothing is told where nothing was edited', () => {
    expect(load(before, remembered).edits).toEqual([]);
    expect(load(before, remembered).remembered).toEqual(remembered);
  });

  test('no id of the shipped concepts is given to a team’s own', () => {
    const [own] = load({ 'a.md': '* Pood Xyz: something else.\n' }, [
      { id: 'pod', names: ['Pood Xyz'], definition: 'something else.', place: 'a.md#' },
    ]).concepts;
    expect(own?.id).toBe('pood-xyz');
  });
});

test('a file that is no Markdown note is passed over', () => {
  expect(load({ 'a.txt': '* Gateway: our door.\n', 'b.yaml': 'concepts: []\n' }).notes).toEqual([]);
});
