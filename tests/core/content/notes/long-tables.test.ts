import fc from 'fast-check';
import type { Nodes } from 'mdast';
import { describe, expect, test } from 'vitest';
import { parseByRows } from '../../../../src/core/content/notes/long-tables.ts';
import { parseAtOnce } from '../../../../src/core/content/notes/markdown.ts';
import { terms } from './read.ts';

const HEAD = '| Name | What |\n|---|:-:|\n';
const rows = (count: number, row: string) => Array.from({ length: count }, (_, number) => row.replaceAll('N', `${number}`)).join('\n');

/** What a text was parsed as, with the lines of all but what stands in a cell. */
function shapeOf(node: Nodes): unknown {
  const { position, ...rest } = node;
  const isInCell = node.type === 'tableCell' || node.type === 'text';
  const lines = isInCell || !position ? [] : [position.start.line, position.end.line];
  return { ...rest, lines, ...('children' in node && { children: node.children.map(shapeOf) }) };
}

/** What the parser is given to parse a text, and what comes of it. */
function parsed(text: string) {
  const given: string[] = [];
  const nodes = parseByRows(text, (piece) => {
    given.push(piece);
    return parseAtOnce(piece);
  });
  return { given, nodes };
}

const cell = fc.constantFrom(
  'Pod',
  ' 容器 ',
  '',
  ' ',
  '  a  b',
  '`x`',
  '`a\\|b`',
  '\\|',
  '<!-- c -->',
  '<b>',
  '**a**',
  '[a](b',
  '&amp;',
  '\u3000',
  '--',
  ':-:',
);
const row = fc.array(cell, { minLength: 1, maxLength: 4 }).map((cells) => cells.join('|'));
const line = fc.oneof(
  { weight: 30, arbitrary: fc.constantFrom('| a | b |', '|节点|一台机器|', '| a |', '|||', '| *a* | [b] |  ') },
  { weight: 4, arbitrary: row.map((cells) => `|${cells}|`) },
  {
    weight: 2,
    arbitrary: fc.tuple(fc.constantFrom('', ' ', '    ', '\t', '- ', '> ', '# ', '1. ', '<p>'), row).map(([start, cells]) => start + cells),
  },
  { weight: 1, arbitrary: fc.constantFrom('', '', '|---|---|', '```', '<!--', '-->', '<pre>', '---', '[a]: |b|', 'text', 'text | more') },
);
const run = fc.tuple(line, fc.integer({ min: 1, max: 70 })).map(([text, times]) => `${text}\n`.repeat(times));
const anyText = fc
  .tuple(
    fc.constantFrom('', '', 'text\n', '- a\n', '- a\n\n', '> a\n', '```\n', '<!--\n', '<pre>\n'),
    fc.array(
      fc.oneof(
        run,
        line.map((text) => `${text}\n`),
        fc.constant(HEAD),
      ),
      { maxLength: 60 },
    ),
  )
  .map(([start, pieces]) => `${start}${HEAD}${pieces.join('')}`);

describe('a long table', () => {
  test('is parsed as it would be at once', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(parsed(text).nodes.map(shapeOf)).toEqual(parseAtOnce(text).map(shapeOf));
      }),
      { numRuns: 300 },
    );
  });

  test('costs the parser its first rows only, where the others are plain', () => {
    const { given, nodes } = parsed(HEAD + rows(5_000, '| Term N | what **it** means |'));
    expect(nodes).toMatchObject([{ type: 'table', position: { start: { line: 1 }, end: { line: 5_002 } } }]);
    expect(given.join('\n').split('\n').length).toBeLessThan(100);
  });

  test('is given to the parser a few rows at a time, and each row once', () => {
    const { given, nodes } = parsed(HEAD + rows(5_000, '| Term N | the field `N` |'));
    expect(nodes).toHaveLength(1);
    expect(Math.max(...given.map((piece) => piece.length))).toBeLessThan(3_000);
    expect(given.join('\n').match(/^\| Term 4321 /gm)).toHaveLength(1);
  });

  test.each(['| Term N | what the term of number N means |', '| Term N | what `N` means |'])(
    'has all its rows read, however many there are: %s',
    (text) => {
      expect(terms(HEAD + rows(4_000, text))).toHaveLength(4_000);
    },
  );

  test('is parsed at once where it was none', () => {
    const code = `\`\`\`\n${rows(200, '| a | b |')}\n\`\`\``;
    expect(parsed(code).given.at(-1)).toBe(code);
  });
});
