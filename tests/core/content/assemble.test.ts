import { describe, expect, test } from 'vitest';
import { addTeamNotes } from '../../../src/core/content/assemble.ts';
import { conceptText, fileOf } from '../../support/check.ts';
import { libraryOf } from '../../support/notes.ts';

const file = (path: string, ...concepts: string[]) => ({ path, text: fileOf(...concepts) });
const shipped = file('nodes.yaml', conceptText('kubelet', 'kubelet'), conceptText('node', 'Node'));

describe('shipped notes and a team’s own together', () => {
  test('hold the concepts of both, the shipped ones first', () => {
    const { concepts } = libraryOf([shipped], [file('ours.yaml', conceptText('our-api', 'Our API'))]);
    expect([...concepts.values()].map(({ id, isOwn }) => [id, isOwn])).toEqual([
      ['kubelet', false],
      ['node', false],
      ['our-api', true],
    ]);
  });

  test('keep a shipped concept that the team explains too, with the team’s words above it', () => {
    const ours = {
      path: 'ours.yaml',
      text: 'concepts:\n  - id: kubelet\n    zh: { name: K, definition: 我们的说法。, body: 细节。 }\n    en: { name: K, definition: Ours. }\n',
    };
    const kubelet = libraryOf([shipped], [ours]).concepts.get('kubelet');
    expect(kubelet?.isOwn).toBe(false);
    expect(kubelet?.wordings.en?.definition).toBe('It is a kubelet.');
    expect(kubelet?.teamNotes).toEqual([
      { language: 'en', definition: 'Ours.', origin: { file: 'ours.yaml', headings: [] } },
      { language: 'zh', definition: '我们的说法。\n\n细节。', origin: { file: 'ours.yaml', headings: [] } },
    ]);
  });

  test('take the first of two concepts with one id, shipped or own', () => {
    const twice = [file('a.yaml', conceptText('x', 'First')), file('b.yaml', conceptText('x', 'Second'))];
    for (const { concepts } of [libraryOf([], twice), libraryOf(twice)]) {
      expect(concepts.get('x')?.wordings.en?.name).toBe('First');
      expect(concepts.get('x')?.teamNotes).toEqual([]);
    }
  });

  test('list the team’s decks and topics first', () => {
    const { decks, topics } = libraryOf(
      [
        { path: 's/deck.yaml', text: 'id: shipped\n' },
        { ...shipped, path: 's/nodes.yaml' },
      ],
      [{ path: 'deck.yaml', text: 'id: ours\n' }, file('mine.yaml', conceptText('a', 'A'))],
    );
    expect(decks.map(({ id, isOwn }) => [id, isOwn])).toEqual([
      ['ours', true],
      ['shipped', false],
    ]);
    expect(topics.map(({ id, deck }) => [id, deck])).toEqual([
      ['mine', 'ours'],
      ['nodes', 'shipped'],
    ]);
  });

  test('are empty where both are', () => {
    expect(libraryOf([])).toMatchObject({ concepts: new Map(), decks: [], topics: [] });
    expect(libraryOf([]).concepts.size).toBe(0);
  });
});

test('a further note of the team goes below the earlier ones and changes nothing else', () => {
  const concept = libraryOf([shipped]).concepts.get('node');
  if (!concept) throw new Error('no node');
  const note = (definition: string) => ({ language: 'en', definition, origin: concept.origin }) as const;
  const twice = addTeamNotes(addTeamNotes(concept, [note('1')]), [note('2')]);
  expect(twice).toEqual({ ...concept, teamNotes: [note('1'), note('2')] });
  expect(concept.teamNotes).toEqual([]);
});
