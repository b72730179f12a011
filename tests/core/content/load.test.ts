import { describe, expect, test } from 'vitest';
import { deckFrom } from '../../../src/core/content/library.ts';
import { deckOf, isConceptFile, isNoteFile, isProofFile, loadFolder, topicIdOf } from '../../../src/core/content/load.ts';
import { conceptText, fileOf } from '../../support/check.ts';
import { libraryOf } from '../../support/notes.ts';

const load = (files: Record<string, string>, isOwn = false) =>
  loadFolder(
    Object.entries(files).map(([path, text]) => ({ path, text })),
    isOwn,
  );
const deck = (id: string, more = '') => `id: ${id}\n${more}`;

describe('what a file is', () => {
  test.each<[string, string]>([
    ['nodes.yaml', 'concepts'],
    ['a/nodes.yml', 'concepts'],
    ['NODES.YAML', 'concepts'],
    ['my-deck.yaml', 'concepts'],
    ['latest.yaml', 'concepts'],
    ['deck.yaml', 'deck'],
    ['a/Deck.yml', 'deck'],
    ['questions.test.yaml', 'proof'],
    ['a/Questions.Test.YML', 'proof'],
    ['story.lesson.yaml', 'lesson'],
    ['notes.md', 'note'],
    ['NOTES.MARKDOWN', 'note'],
    ['notes.txt', 'nothing'],
    ['yaml', 'nothing'],
  ])('%s holds %s', (path, what) => {
    expect({ concepts: isConceptFile(path), proof: isProofFile(path), note: isNoteFile(path) }).toEqual({
      concepts: what === 'concepts',
      proof: what === 'proof',
      note: what === 'note',
    });
  });
});

describe('decks', () => {
  test('a concept belongs to the nearest deck above its file, else to one that is called notes', () => {
    const { concepts } = load({
      'a/deck.yaml': deck('outer'),
      'a/b/deck.yml': deck('inner'),
      'a/x.yaml': fileOf(conceptText('one', 'One')),
      'a/b/c/y.yaml': fileOf(conceptText('two', 'Two')),
      'ab/z.yaml': fileOf(conceptText('three', 'Three')),
    });
    expect(concepts.map(({ concept }) => [concept.id, concept.deck])).toEqual([
      ['one', 'outer'],
      ['two', 'inner'],
      ['three', 'notes'],
    ]);
  });

  test('a deck at the top holds everything, also under an absolute path', () => {
    const top = deckFrom({ id: 'top', about: [], alike: [] }, true);
    expect(deckOf('a/b/x.yaml', new Map([['', top]]))).toBe('top');
    expect(deckOf('/srv/notes/a/x.yaml', new Map([['/srv/notes', top]]))).toBe('top');
    expect(deckOf('/srv/x.yaml', new Map([['/srv/notes', top]]))).toBe('notes');
  });

  test('a deck has its titles in the languages that it is written in, and says whose it is', () => {
    const written = { id: 'd', about: ['pod'], alike: [['pod', 'job']], en: { title: 'T', summary: 'S' } };
    expect(deckFrom(written, true)).toEqual({
      id: 'd',
      languages: [],
      about: ['pod'],
      alike: [['pod', 'job']],
      isOwn: true,
      titles: { en: { title: 'T', summary: 'S' } },
    });
  });

  test('is empty where no file of it holds anything, not even a note or a broken file', () => {
    const { decks } = load({
      'alone/deck.yaml': deck('alone'),
      'hollow/deck.yaml': deck('hollow'),
      'hollow/a.yaml': 'concepts: []\n',
      'proof/deck.yaml': deck('proof'),
      'proof/questions.test.yaml': '[]\n',
      'noted/deck.yaml': deck('noted'),
      'noted/sub/a.md': '# A note\n',
      'broken/deck.yaml': deck('broken'),
      'broken/a.yaml': 'concepts: [\n',
    });
    expect(decks.filter(({ isEmpty }) => isEmpty).map((loaded) => loaded.deck.id)).toEqual(['alone', 'hollow', 'proof']);
  });
});

describe('concepts', () => {
  test('know their deck, topic, origin and whose they are', () => {
    const { concepts } = load({ 'd/My-Nodes.yaml': `# first\n${fileOf(conceptText('one', 'One'), conceptText('two', 'Two'))}` }, true);
    expect(concepts.map(({ concept }) => concept)).toMatchObject([
      { id: 'one', topic: 'my-nodes', isOwn: true, teamNotes: [], origin: { file: 'd/My-Nodes.yaml', headings: [] } },
      { id: 'two', topic: 'my-nodes', isOwn: true, origin: { file: 'd/My-Nodes.yaml' } },
    ]);
    expect(concepts.map(({ locate }) => locate([]).line)).toEqual([3, 5]);
    expect(concepts[1]?.concept.wordings).toEqual({
      en: { name: 'Two', definition: 'It is a Two.', aliases: [], misspellings: [], asks: [] },
    });
  });

  test('can say where their parts stand', () => {
    const [one] = load({ 'a.yaml': fileOf(conceptText('one', 'One', 'related: [two, three]')) }).concepts;
    expect(one?.locate(['related', 1])).toEqual({ line: 4, column: 20 });
  });

  test('of a broken file are left out, and its problems and what look like its ids come back; the other files are read', () => {
    const { concepts, problems, unread } = load({
      'bad.yaml': fileOf(conceptText('one', 'One', 'tier: 7'), conceptText('two', 'Two')),
      'worse.yaml': 'concepts:\n  - id: three\n    en: { name: a: b }\n  - {"id": "four"}\n',
      'good.yaml': fileOf(conceptText('five', 'Five')),
    });
    expect(concepts.map(({ concept }) => concept.id)).toEqual(['five']);
    expect(problems.map(({ file, line }) => `${file}:${line}`)).toEqual(['bad.yaml:4', 'worse.yaml:3']);
    expect([...unread]).toEqual(expect.arrayContaining(['one', 'two', 'three', 'four']));
    expect(unread).not.toContain('five');
  });

  test('of example questions and decks are none', () => {
    const { concepts, problems } = load({ 'deck.yaml': deck('d'), 'questions.test.yaml': 'no concepts: here\n' });
    expect([concepts, problems]).toEqual([[], []]);
  });
});

describe('topics', () => {
  test('are called as their files are, and titled as the files say', () => {
    const { topics } = load({ 'a/Nodes.2.yaml': `topic: { en: Nodes }\n${fileOf(conceptText('one', 'One'))}`, 'b.yaml': 'concepts: []\n' });
    expect(topics.map(({ value: topic }) => topic)).toEqual([
      { id: 'nodes.2', deck: 'notes', titles: { en: 'Nodes' } },
      { id: 'b', deck: 'notes', titles: {} },
    ]);
    expect(topicIdOf('k8s/网络.yaml')).toBe('网络');
  });

  test('list their concepts in the order of the file', () => {
    const files = [{ path: 'b.yaml', text: fileOf(conceptText('two', 'Two'), conceptText('one', 'One')) }];
    const inTopic = [...libraryOf(files).concepts.values()].filter(({ topic }) => topic === 'b');
    expect(inTopic.map(({ id }) => id)).toEqual(['two', 'one']);
  });
});
