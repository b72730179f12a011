// @vitest-environment jsdom
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Flowchart } from '../../../src/core/diagram/flowchart.ts';
import { parseFlowchart } from '../../../src/core/diagram/parse.ts';
import { READ, REFUSED } from './cases.ts';
import { readByMermaid } from './mermaid.ts';
import { shippedDiagrams } from './shipped.ts';

/** The same, in an order that does not depend on who read it. */
const inOrder = ({ direction, nodes, groups, edges }: Flowchart): Flowchart => ({
  direction,
  nodes: nodes.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
  groups: groups.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
  edges,
});

function read(source: string): Flowchart {
  const parsed = parseFlowchart(source);
  if (parsed.kind === 'refused') throw new Error(`${parsed.line}: ${parsed.reason}`);
  return parsed.flowchart;
}

const diagrams = await shippedDiagrams();

const word = fc.constantFrom(
  ...['a', 'b', 'o', 'x', 'v', 'end', 'node-1', '节点', '节点x', '2o', 'kube-proxy', 'style', 'A.b', 'one', 'TB', 'default'],
);
const space = fc.constantFrom('', ' ', '  ');
const strangeText = fc
  .array(fc.constantFrom(...'aabb oxx-v.=<>&;:#"%/\\@`节点(|'), { minLength: 1, maxLength: 5 })
  .map((letters) => letters.join(''));
const text = fc.oneof(
  fc.constantFrom('a b', 'the end', '节点 1', 'x', 'v1.2', 'box', 'a=b', 'direction TB', '"x (y)"', ' a '),
  strangeText,
);
const bracket = fc.constantFrom(['[', ']'], ['(', ')'], ['{', '}'], ['([', '])'], ['[(', ')]'], ['((', '))'], ['["', '"]'], ['[/', '/]']);
const node = fc.oneof(
  word,
  word,
  fc.tuple(word, bracket, text).map(([id, [open, close], label]) => `${id}${open}${label}${close}`),
);
const whole = fc.constantFrom(
  '-->',
  '---',
  '--o',
  '--x',
  '<-->',
  'o--o',
  'x--x',
  '-.->',
  '-.-',
  '==>',
  '===',
  '---->',
  '-...->',
  '<--',
  'x-->',
);
const halves = fc.constantFrom(['--', '-->'], ['-.', '.->'], ['==', '==>'], ['--', '---'], ['<--', '-->']);
const link = fc.oneof(
  whole,
  fc.tuple(whole, space, text).map(([line, gap, label]) => `${line}${gap}|${label}|`),
  fc.tuple(halves, space, text, space).map(([[start, end], before, label, after]) => `${start}${before}${label}${after}${end}`),
);
const chain = fc
  .tuple(node, fc.array(fc.tuple(space, link, space, node, fc.constantFrom('', '', ' & b', '&b')), { maxLength: 2 }))
  .map(([first, rest]) => first + rest.map((parts) => parts.join('')).join(''));
const statement = fc.oneof(
  chain,
  chain,
  fc.tuple(word, fc.constantFrom('', ' [T]', ' two', '["q r"]')).map(([id, title]) => `subgraph ${id}${title}`),
  fc.constantFrom('end', '%% note', 'direction LR', ';', 'class a big', 'style a fill:red', 'linkStyle 0 stroke:red'),
);
const source = fc
  .tuple(fc.array(statement, { minLength: 1, maxLength: 6 }), fc.constantFrom('\n', ';\n', '\n  '))
  .map(([statements, separator]) => {
    const open = statements.filter((line) => line.startsWith('subgraph')).length - statements.filter((line) => line === 'end').length;
    return ['flowchart LR', ...statements, ...Array.from({ length: Math.max(0, open) }, () => 'end')].join(separator);
  });

describe('a flowchart means to us what it means to mermaid', () => {
  test.each(Object.entries(READ))('%s', async (_, source) => {
    expect(inOrder(read(source))).toEqual(inOrder(await readByMermaid(source)));
  });

  test.each(diagrams)('$name', async ({ source }) => {
    expect(inOrder(read(source))).toEqual(inOrder(await readByMermaid(source)));
  });

  test('in at least 60 cases', () => {
    expect(Object.keys(READ).length + diagrams.length).toBeGreaterThanOrEqual(60);
  });

  test('with a letter more, less or changed, if we do not refuse it', async () => {
    const letter = fc.constantFrom(...'abox v-.=<>&;:#"|()[]{}%/\\@`\n节', 'end', '--', '<br>', '%%');
    // Styles say nothing to us, and in their lines we are less strict than mermaid.
    const sources = Object.entries(READ).flatMap(([name, text]) => (name === 'styles' ? [] : [text]));
    const edit = fc.record({ source: fc.constantFrom(...sources), at: fc.nat(400), cut: fc.nat(2), letter });
    await fc.assert(
      fc.asyncProperty(edit, async ({ source: original, at, cut, letter: added }) => {
        const place = at % original.length;
        const changed = original.slice(0, place) + added + original.slice(place + cut);
        const parsed = parseFlowchart(changed);
        if (parsed.kind === 'refused') return;
        expect(inOrder(parsed.flowchart)).toEqual(inOrder(await readByMermaid(changed)));
      }),
      { numRuns: 1000, seed: 13 },
    );
  });

  test('whatever we do not refuse', async () => {
    let count = 0;
    await fc.assert(
      fc.asyncProperty(source, async (text) => {
        const parsed = parseFlowchart(text);
        if (parsed.kind === 'refused') return;
        count += 1;
        expect(inOrder(parsed.flowchart)).toEqual(inOrder(await readByMermaid(text)));
      }),
      { numRuns: 2000, seed: 5 },
    );
    expect(count).toBeGreaterThan(200);
  });
});

describe('what we do not understand', () => {
  test.each(REFUSED)('is refused with line and reason: %j', (source, said) => {
    const parsed = parseFlowchart(source);
    const answer = parsed.kind === 'refused' ? `${parsed.line}: ${parsed.reason}` : JSON.stringify(parsed);
    expect(answer.slice(0, said.length)).toBe(said);
  });

  test('never throws, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), source, (noise, text) => {
        expect(['refused', 'flowchart']).toContain(parseFlowchart(`flowchart LR\n${noise}\n${text}`).kind);
      }),
      { numRuns: 500, seed: 3 },
    );
  });

  test('is refused in time however it is repeated', () => {
    for (const part of [
      'a-- ',
      'a -- b ',
      '[',
      '(((',
      '"',
      'a&',
      'a & ',
      '%%\n',
      '-',
      '=',
      '-.',
      'a-',
      'subgraph ',
      '<br',
      '&#',
      '控',
      ' ',
    ]) {
      const began = performance.now();
      parseFlowchart(`flowchart LR\na${part.repeat(Math.floor(7900 / part.length))}`);
      expect(performance.now() - began).toBeLessThan(250);
    }
  });
});
