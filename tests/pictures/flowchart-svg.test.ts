import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SHAPES } from '../../src/core/diagram/flowchart.ts';
import { findHighlight, NOTHING, neighboursOf } from '../../src/core/diagram/highlight.ts';
import { parseFlowchart } from '../../src/core/diagram/parse.ts';
import { drawFlowchart } from '../../src/pictures/flowchart-svg.ts';
import { loadFonts } from '../../src/pictures/fonts.ts';
import { layOut } from '../../src/pictures/layout.ts';
import { drawShape, gapAt } from '../../src/pictures/shapes.ts';
import { THEMES } from '../../src/pictures/theme.ts';
import { createTypesetter } from '../../src/pictures/typesetter.ts';

const { metrics } = await loadFonts();
const theme = THEMES.light;

async function draw(source: string, highlight: readonly string[] = [], withNeighbours = false): Promise<string> {
  const parsed = parseFlowchart(source);
  if (parsed.kind === 'refused') throw new Error(parsed.reason);
  const { flowchart } = parsed;
  const typesetter = createTypesetter(metrics);
  const chosen = findHighlight(flowchart, highlight);
  const near = withNeighbours ? neighboursOf(flowchart, chosen) : NOTHING;
  return drawFlowchart({ flowchart, layout: await layOut(flowchart, typesetter), theme, typesetter, chosen, near });
}

/** The colour in which each text is written. */
const inks = (svg: string) =>
  Object.fromEntries(Array.from(svg.matchAll(/<text [^>]*fill="([^"]+)"[^>]*>([^<]*)</g), ([, fill, text]) => [text, fill]));
const boldIn = (svg: string) => Array.from(svg.matchAll(/<text [^>]*font-weight="700"[^>]*>([^<]*)</g), ([, text]) => text);

describe('a drawn flowchart', () => {
  const ROW = 'flowchart LR\na[One] -->|first| b[Two] --> c[Three] --> d[Four]\nsubgraph g[Group]\nd\nend';

  test('shows every label in the usual colours where nothing is highlighted', async () => {
    const { text } = theme.nodes.plain;
    expect(inks(await draw(ROW))).toEqual({ One: text, Two: text, Three: text, Four: text, Group: theme.text, first: theme.labels.plain });
  });

  test('dims what is not highlighted, and writes the highlighted in bold', async () => {
    const svg = await draw(ROW, ['a -> b']);
    const [chosen, dimmed] = [theme.nodes.chosen.text, theme.nodes.dimmed.text];
    expect(inks(svg)).toEqual({
      One: chosen,
      Two: chosen,
      Three: dimmed,
      Four: dimmed,
      Group: theme.labels.dimmed,
      first: theme.labels.chosen,
    });
    expect(boldIn(svg)).toEqual(['Group', 'One', 'Two']);
  });

  test('leaves the neighbours of the highlighted as they are, if told so', async () => {
    const { chosen, plain, dimmed } = theme.nodes;
    expect(inks(await draw(ROW, ['b'], true))).toMatchObject({ One: plain.text, Two: chosen.text, Three: plain.text, Four: dimmed.text });
    expect(inks(await draw(ROW, ['d'], true))).toMatchObject({ One: dimmed.text, Three: plain.text, Group: theme.text });
  });

  test('has a head for each arrow, and highlighted lines above the others', async () => {
    const svg = await draw('flowchart LR\na --> b <--> c --- d --x e --o f', ['a -> b']);
    expect(svg.match(/Z" fill=/g)).toHaveLength(3);
    expect(svg.match(/<circle /g)).toHaveLength(1);
    const lines = Array.from(svg.matchAll(/fill="none" stroke="([^"]+)"/g), ([, colour]) => colour);
    expect(lines.at(-1)).toBe(theme.lines.chosen);
  });

  test('is SVG whatever is written in it', async () => {
    const svg = await draw('flowchart LR\na["#lt;/svg#gt; #amp; #quot;x#quot;"] -->|"#lt;script#gt;"| b');
    expect(svg).toContain('&lt;/svg&gt; &amp; &quot;x&quot;');
    expect(svg.match(/<\/svg>/g)).toHaveLength(1);
    expect(svg).not.toContain('<script>');
  });

  test('has numbers only where numbers belong', async () => {
    const every =
      'flowchart TB\na[A] --> b(B) --> c([C]) --> d[[D]] --> e[(E)] --> f((F)) --> g(((G))) --> h{H} --> i{{I}} --> j[/J/] --> k[\\K\\] --> a';
    expect(await draw(every)).not.toMatch(/NaN|Infinity|undefined/);
  });
});

describe('a line', () => {
  const box = { x: 10, y: 20, width: 80, height: 40 };
  const SIDES = {
    left: { from: (along: number) => ({ x: box.x, y: box.y + along * box.height }), inward: { x: 1, y: 0 } },
    right: { from: (along: number) => ({ x: box.x + box.width, y: box.y + along * box.height }), inward: { x: -1, y: 0 } },
    top: { from: (along: number) => ({ x: box.x + along * box.width, y: box.y }), inward: { x: 0, y: 1 } },
    bottom: { from: (along: number) => ({ x: box.x + along * box.width, y: box.y + box.height }), inward: { x: 0, y: -1 } },
  };
  const onSide = fc.record({
    side: fc.constantFrom('left', 'right', 'top', 'bottom'),
    along: fc.double({ min: 0.05, max: 0.95, noNaN: true }),
  });
  /** Where a line meets the outline that comes from a side of the box: from the middle of the box, in shares of its half. */
  const meets = (shape: (typeof SHAPES)[number], side: keyof typeof SIDES, along: number) => {
    const { from, inward } = SIDES[side];
    const end = from(along);
    const gap = gapAt(shape, box, end);
    const [x, y] = [end.x + inward.x * gap, end.y + inward.y * gap];
    return { x: (x - box.x - box.width / 2) / (box.width / 2), y: (y - box.y - box.height / 2) / (box.height / 2) };
  };

  test('ends on the outline of circles and diamonds', () => {
    fc.assert(
      fc.property(onSide, ({ side, along }) => {
        const circle = meets('circle', side, along);
        expect(Math.hypot(circle.x, circle.y)).toBeCloseTo(1, 6);
        const diamond = meets('diamond', side, along);
        expect(Math.abs(diamond.x) + Math.abs(diamond.y)).toBeCloseTo(1, 6);
      }),
    );
  });

  test('ends on the slanting sides of a parallelogram, and on the box of a rectangle', () => {
    expect(gapAt('parallelogram', box, { x: 10, y: 20 })).toBe(14);
    expect(gapAt('parallelogram', box, { x: 10, y: 60 })).toBe(0);
    expect(gapAt('parallelogram-back', box, { x: 90, y: 20 })).toBe(14);
    expect(gapAt('hexagon', box, { x: 10, y: 40 })).toBe(0);
    expect(gapAt('rectangle', box, { x: 10, y: 33 })).toBe(0);
  });

  test('never ends beyond the middle of any shape', () => {
    fc.assert(
      fc.property(fc.constantFrom(...SHAPES), onSide, (shape, { side, along }) => {
        const { x, y } = meets(shape, side, along);
        expect(Math.max(Math.abs(x), Math.abs(y))).toBeLessThanOrEqual(1.000001);
        expect(x * SIDES[side].inward.x + y * SIDES[side].inward.y).toBeLessThanOrEqual(0.000001);
      }),
    );
  });

  test.each(SHAPES)('finds a %s drawn', (shape) => {
    expect(drawShape(shape, box, { fill: '#ffffff' })).toMatch(/^<(?:rect|path|ellipse|polygon) .*fill="#ffffff"/);
  });
});
