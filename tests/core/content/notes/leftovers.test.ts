import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseNote } from '../../../../src/core/content/notes/parse.ts';
import { remarks } from './read.ts';

const bodies = (text: string) => parseNote({ path: 'note.md', text }).terms.map(({ names, body }) => [names[0]?.text, body] as const);
const unsaid = (line: number, text: string) =>
  `${line}: “${text}” explains no term: write it as “name: text”, or below a heading that is a term.`;

describe('what stands below a heading that is a term', () => {
  test('is its body, but for its definition: paragraphs, steps, bullets without a colon, quotations', () => {
    const note = `## Blue Box

The machine under the stairs.

It was bought in 2019.
Nobody knows its password.

1. Open the door
2. Press the red button

- warm hands
  - two of them

> Never press the green one.
`;
    const body =
      'It was bought in 2019. Nobody knows its password.\n\n1. Open the door\n2. Press the red button\n- warm hands\n- two of them\n> Never press the green one.';
    expect(bodies(note)).toEqual([['Blue Box', body]]);
    expect(remarks(note)).toEqual([]);
  });

  test('is not its body where it is a term of its own, or a part that is named', () => {
    const note = '# Blue Box\n\nThe machine under the stairs. It has two parts:\n\n* Door: the way in\n* Lamp: the light\n\nMore of it.\n';
    expect(bodies(note)).toEqual([
      ['Blue Box', 'More of it.'],
      ['Door', undefined],
      ['Lamp', undefined],
    ]);
  });

  test('is the body of the nearest heading alone', () => {
    const note = '# Blue Box\n\nThe machine.\n\n## Overview\n\nIt is old.\n\n## Red Box\n\nAnother machine.\n\nIt is new.\n';
    expect(bodies(note)).toEqual([
      ['Blue Box', undefined],
      ['Red Box', 'It is new.'],
    ]);
  });

  test('ends where an answer would be too long', () => {
    const [[, body = ''] = []] = bodies(
      `# Blue Box\n\nThe machine.\n\n${'It hums all night long. '.repeat(20)}\n\n`.concat('It hums. '.repeat(150), '\n\nThe end.\n'),
    );
    expect(body.length).toBeLessThanOrEqual(1510);
    expect(body).toMatch(/long\.\n\n…$/);
  });
});

describe('what stands below no term is remarked on', () => {
  test('line by line, with its first words', () => {
    const note =
      'Hello there.\n\n* a bullet\n* Pod: the smallest unit\n\n1. a step\n\n> a quotation which is longer than anybody wants to read again\n';
    expect(remarks(note)).toEqual([
      unsaid(1, 'Hello there.'),
      unsaid(3, 'a bullet'),
      unsaid(6, 'a step'),
      unsaid(8, 'a quotation which is longer than anybody…'),
    ]);
  });

  test('but not what leads to terms, nor what is told of already', () => {
    expect(remarks('The parts:\n\n* Door: the way in\n* Lamp: the light\n')).toEqual([]);
    expect(remarks('## Summary\n\nThat was all.\n')).toEqual(['1: “Summary” is a heading about the note, not a term.']);
  });

  test('only so often, and then by number', () => {
    const told = remarks(Array.from({ length: 30 }, (_, at) => `Text number ${at}.\n`).join('\n'));
    expect(told).toHaveLength(21);
    expect(told.at(-1)).toBe('41: 10 more such texts from here on.');
  });
});

test('no paragraph is lost unsaid: it is in a term, in a body or among the remarks', () => {
  const piece = fc.constantFrom(
    '# Blue Box',
    '## Red Box',
    '* Door: the way in',
    '**Lamp** is the light.',
    '> quoted',
    '* bullet',
    '1. step',
    '| a | what it is |\n|---|---|\n| Hall | big |',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const text = pieces.map((each, at) => `${each}\n\nPlain text number ${at} of it.\n`).join('\n');
      const { terms, skipped } = parseNote({ path: 'note.md', text });
      const said = [...terms.flatMap(({ definition, body = '' }) => [definition, body]), ...skipped.map(({ why }) => why)].join('\n');
      const told = new Set(skipped.map(({ line }) => line));
      for (const at of pieces.keys()) {
        const line = text.split('\n').indexOf(`Plain text number ${at} of it.`) + 1;
        // Below a heading of which it was told why it is no term, the first paragraph is told with it.
        expect(said.includes(`Plain text number ${at} of it.`) || told.has(line - 2) || told.size > 20).toBe(true);
      }
    }),
    { numRuns: 300, seed: 1 },
  );
});
