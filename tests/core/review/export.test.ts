import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readSeparated } from '../../../src/core/content/notes/separated.ts';
import type { Face } from '../../../src/core/review/cards.ts';
import { ankiText, csvText } from '../../../src/core/review/export.ts';
import { readAnkiText } from '../../support/anki.ts';

const face = (front: string, back: string, id = 'pod:define:en'): Face => ({ id, concept: 'pod', language: 'en', front, back });
const card = (front: string, back: string) => ({ face: face(front, back), place: ['kubernetes', 'pods'] });

/** Words with all that has a meaning in a file of separated values, and none in Markdown. */
const word = fc.string({ unit: fc.constantFrom('a', 'Pod', '"', '""', '\t', ',', ';', '容器', ' x', '|'), minLength: 1, maxLength: 12 });
const anyText = word.map((text) => `x${text}x`.replace(/\s+/g, ' '));
const anyCards = fc.array(
  fc.tuple(anyText, anyText).map(([front, back]) => card(front, back)),
  { minLength: 1, maxLength: 8 },
);

describe('a file for Anki', () => {
  test('has the headers of its manual, and each card under a GUID and a deck', () => {
    const { headers, notes } = readAnkiText(ankiText([card('What is a Pod?', 'The smallest "unit"\tof all.')]));
    expect(Object.fromEntries(headers)).toEqual({
      ...{ separator: 'Tab', html: 'false', notetype: 'Basic', 'guid column': '1', 'deck column': '2', 'tags column': '5' },
      columns: 'GUID\tDeck\tFront\tBack\tTags',
    });
    expect(notes).toEqual([
      {
        ...{ guid: 'kubetutor:pod:define:en', deck: 'kubetutor::kubernetes::pods', tags: ['kubetutor', 'en'] },
        fields: ['What is a Pod?', 'The smallest "unit"\tof all.'],
      },
    ]);
  });

  test('holds what was written, whatever signs are in it', () => {
    fc.assert(
      fc.property(anyCards, (cards) => {
        const { notes } = readAnkiText(ankiText(cards));
        expect(notes.map(({ fields }) => fields)).toEqual(cards.map(({ face: { front, back } }) => [front, back]));
      }),
    );
  });

  test('is plain text: what Markdown marks is not shown', () => {
    const front = 'What does this do?\n\n```bash\ndocker ps -a\n```';
    const back = '**Pod**\n\nIt `runs` [here](http://x).\n\n- a\n- b';
    expect(readAnkiText(ankiText([card(front, back)])).notes[0]?.fields).toEqual([
      'What does this do?\n\ndocker ps -a',
      'Pod\n\nIt runs here.\n\n- a\n- b',
    ]);
  });
});

describe('comma-separated values', () => {
  test('begin with a byte order mark and a header, and end their lines as the standard says', () => {
    expect(csvText([card('A "Pod"?', 'The unit,\n\nsmallest')])).toBe(
      '\ufeff"id","front","back","place","language"\r\n"pod:define:en","A ""Pod""?","The unit,\n\nsmallest","kubernetes › pods","en"\r\n',
    );
  });

  test.each(['=1+1', '+1', '-1 x', '@SUM(1)', '＝cmd'])('are never a formula: %s', (text) => {
    const [, row = ''] = csvText([{ face: face(`\`${text}\``, 'b'), place: [] }]).split('\r\n');
    expect(row).toContain(`,"'${text}",`);
  });
});

describe('what was exported', () => {
  test.each([
    ['for Anki', ankiText],
    ['as comma-separated values', csvText],
  ])('can be imported again: %s', (_, write) => {
    fc.assert(
      fc.property(anyCards, (cards) => {
        const { cards: read, skipped } = readSeparated(write([...cards, card('`=1`', '`-2`')]).replaceAll('\r\n', '\n'));
        expect(read.map(({ front, back }) => [front, back])).toEqual([
          ...cards.map(({ face: { front, back } }) => [front, back]),
          ['=1', '-2'],
        ]);
        expect(skipped).toEqual([]);
      }),
    );
  });
});
