import { describe, expect, test } from 'vitest';
import { cutIntoChunks } from '../../../../src/core/content/notes/chunks.ts';
import { parseMarkdown } from '../../../../src/core/content/notes/markdown.ts';
import { parseNote } from '../../../../src/core/content/notes/parse.ts';
import { tame } from '../../../../src/core/content/notes/tame.ts';
import { terms } from './read.ts';

type Nested = { children?: readonly Nested[] };
const depthOf = ({ children = [] }: Nested): number => 1 + Math.max(0, ...children.map(depthOf));

describe('markers that nest', () => {
  test.each([
    ['lists', '- '.repeat(10_000)],
    ['numbers', '1. '.repeat(10_000)],
    ['quotes', '>'.repeat(10_000)],
    ['lists in quotes', '> - '.repeat(10_000)],
    ['indented lists', Array.from({ length: 1_000 }, (_, depth) => `${'  '.repeat(depth)}- a`).join('\n')],
    ['lists indented with tabs', Array.from({ length: 1_000 }, (_, depth) => `${'\t'.repeat(depth)}- a`).join('\n')],
    ['quoted lists', Array.from({ length: 1_000 }, (_, depth) => `> ${'  '.repeat(depth)}- a`).join('\n')],
  ])('nest only so deep before the parser sees them: %s', (_, text) => {
    expect(depthOf({ children: parseMarkdown(tame(`${text}x`)) as Nested[] })).toBeLessThan(100);
    expect(parseNote({ path: 'a.md', text: `${text}x` }).terms).toEqual([]);
  });

  test('keep the text behind them', () => {
    expect(terms(`${'- '.repeat(1_000)}Pod: the smallest unit`)).toEqual(['Pod = the smallest unit']);
    expect(terms('- - - - - -\n\n* Pod: the smallest unit')).toEqual(['Pod = the smallest unit']);
  });
});

describe('a long note', () => {
  const section = (number: number) =>
    `## Term t${number}\nThe text of term ${number}.\n\n\`\`\`sh\n# a comment\necho\n\`\`\`\n\n* Bit ${number}: the bit of it\n`;
  const sections = Array.from({ length: 2_000 }, (_, number) => section(number));

  test('is parsed in chunks that begin at headings, and loses nothing by it', () => {
    const chunks = cutIntoChunks(sections.join('\n'));
    expect(chunks.length).toBeGreaterThan(20);
    for (const { text } of chunks) expect(text).toMatch(/^## Term/);
    const note = parseNote({ path: 'a.md', text: sections.join('\n') });
    expect(note.terms).toHaveLength(4_000);
    expect(note.terms.at(-1)).toMatchObject({ line: 2_000 * 10 - 1, context: ['Term t1999'] });
  });

  test('is cut nowhere in its tables, code and comments', () => {
    const rows = Array.from({ length: 500 }, (_, number) => `| Term ${number} | what the term number ${number} means |`);
    expect(terms(`|Name|What|\n|---|---|\n${rows.join('\n')}`)).toHaveLength(500);
    const code = Array.from({ length: 1_000 }, () => '# no heading\n\n* Pod: no term').join('\n');
    for (const hidden of [`\`\`\`sh\n${code}\n\`\`\``, `<!--\n${code}\n-->`]) expect(terms(hidden)).toEqual([]);
  });

  test.each([
    ['nested lists', '* a：b\n  * c：d\n    * e：f\n'],
    ['deep lists', `${'- '.repeat(20)}a\n`],
    ['open brackets', '[a '],
    ['brackets', '[](a)]'],
    ['images', '![![a](b)](c) '],
    ['stars', '**a _b '],
    ['bold', '**a**：b\n'],
    ['questions', 'Q: a\nb\n'],
    ['cards', 'Q: a b\nA: c d\n\ne f::g h\n\n<details><summary>i'],
    ['clozes', '==a==b =='],
    ['short codes', '{{< mermaid >}}{{< a '],
    ['colons', '* a:b：（'],
    ['spaces', '* a                                    '],
    ['backslashes', '\\\\*'],
    ['lazy quotes', '> a\nb\n'],
    ['comments', '<!-- '],
  ])('takes time that grows with its length, not with the square: %s', (_, piece) => {
    // Eight times the text takes eight times the time, or sixty-four when it grows with the square.
    const short = fastest(3, piece.repeat(Math.ceil(10_000 / piece.length)));
    const long = fastest(1, piece.repeat(Math.ceil(80_000 / piece.length)));
    expect(long / short).toBeLessThan(30);
  });
});

/** The processor time of the fastest of some runs, in microseconds, with what any run takes. */
function fastest(runs: number, text: string): number {
  const times = Array.from({ length: runs }, () => {
    const start = process.cpuUsage();
    parseNote({ path: 'a.md', text });
    const { user, system } = process.cpuUsage(start);
    return user + system;
  });
  return Math.min(...times) + 1_000;
}
