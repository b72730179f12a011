import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Flowchart } from '../../src/core/diagram/flowchart.ts';
import { parseFlowchart } from '../../src/core/diagram/parse.ts';
import { loadFonts } from '../../src/pictures/fonts.ts';
import { type Box, type Layout, layOut, type Point, scaleOf } from '../../src/pictures/layout.ts';
import { createTypesetter } from '../../src/pictures/typesetter.ts';
import { READ } from '../core/diagram/cases.ts';
import { shippedDiagrams } from '../core/diagram/shipped.ts';

const { metrics } = await loadFonts();
const typesetter = createTypesetter(metrics);
const sources = [...Object.values(READ), ...(await shippedDiagrams()).map(({ source }) => source)];

function read(source: string): Flowchart {
  const parsed = parseFlowchart(source);
  if (parsed.kind === 'refused') throw new Error(parsed.reason);
  return parsed.flowchart;
}

const isInside = (inner: Box, outer: Box): boolean =>
  inner.x >= outer.x - 0.1 &&
  inner.y >= outer.y - 0.1 &&
  inner.x + inner.width <= outer.x + outer.width + 0.1 &&
  inner.y + inner.height <= outer.y + outer.height + 0.1;
const areApart = (a: Box, b: Box): boolean =>
  a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;
const around = ({ x, y }: Point, by: number): Box => ({ x: x - by, y: y - by, width: 2 * by, height: 2 * by });

type BoxOf = (id: string | undefined) => Box;

/** What is wrong with a layout, whatever it shows. */
function faultsOf(flowchart: Flowchart, layout: Layout): string[] {
  const whole = { x: 0, y: 0, width: layout.width, height: layout.height };
  const boxes = new Map<string | undefined, Box>([[undefined, whole]]);
  for (const [index, { id }] of flowchart.nodes.entries()) boxes.set(id, layout.nodes[index]?.box ?? whole);
  for (const [index, { id }] of flowchart.groups.entries()) boxes.set(id, layout.groups[index]?.box ?? whole);
  const boxOf: BoxOf = (id) => boxes.get(id) ?? whole;
  return [...nodeFaults(flowchart, layout, boxOf), ...edgeFaults(flowchart, layout, boxOf)];
}

function nodeFaults({ nodes, groups }: Flowchart, layout: Layout, boxOf: BoxOf): string[] {
  const outside = [...nodes, ...groups]
    .filter(({ id, group }) => !isInside(boxOf(id), boxOf(group)))
    .map(({ id }) => `${id} is out of its group`);
  const tight = layout.nodes.filter(({ box, label }) => label.width > box.width || label.height > box.height);
  const onAnother = nodes.flatMap(({ id }, index) =>
    nodes.slice(0, index).flatMap((other) => (areApart(boxOf(id), boxOf(other.id)) ? [] : [`${id} lies on ${other.id}`])),
  );
  return [...outside, ...tight.map(({ label }) => `${label.lines} does not fit`), ...onAnother];
}

function edgeFaults({ edges }: Flowchart, layout: Layout, boxOf: BoxOf): string[] {
  return edges.flatMap(({ from, to, label }, index) => {
    const { points = [], label: placed } = layout.edges[index] ?? {};
    const meets = (id: string, end: Point | undefined) => end !== undefined && !areApart(around(end, 1), boxOf(id));
    return [
      ...(meets(from, points[0]) && meets(to, points.at(-1)) ? [] : [`the line from ${from} to ${to} does not meet them`]),
      ...((label === undefined) === (placed === undefined) ? [] : [`the label from ${from} to ${to} has no place`]),
      ...(placed === undefined || isInside(placed.box, boxOf(undefined)) ? [] : [`the label from ${from} to ${to} is outside`]),
    ];
  });
}

describe('a layout', () => {
  test('has everything in its place, for all diagrams that we have', async () => {
    for (const source of sources) {
      const flowchart = read(source);
      expect({ source, faults: faultsOf(flowchart, await layOut(flowchart, typesetter)) }).toEqual({ source, faults: [] });
    }
  });

  test('has everything in its place, for diagrams by chance', async () => {
    const id = fc.integer({ min: 0, max: 14 });
    const edges = fc.array(fc.tuple(id, id, fc.constantFrom('', '|yes|', '|拉取并运行|')), { minLength: 1, maxLength: 25 });
    const groupOf = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 15, maxLength: 15 });
    const source = fc.tuple(edges, groupOf, fc.constantFrom('LR', 'TB', 'RL', 'BT')).map(([lines, owners, direction]) => {
      const groups = [1, 2, 3].map((group) => {
        const members = owners.flatMap((owner, node) => (owner === group ? [`  n${node}[Node ${node}]`] : []));
        return [`subgraph g${group} [Group ${group}]`, ...members, 'end'].join('\n');
      });
      return [`flowchart ${direction}`, ...groups, ...lines.map(([from, to, label]) => `n${from} -->${label} n${to}`)].join('\n');
    });
    await fc.assert(
      fc.asyncProperty(source, async (text) => {
        const flowchart = read(text);
        expect(faultsOf(flowchart, await layOut(flowchart, typesetter))).toEqual([]);
      }),
      { numRuns: 40, seed: 1 },
    );
  });

  test('runs the way in which letters are larger in a chat', async () => {
    const chain = (direction: string) =>
      read(`flowchart ${direction}\n${Array.from({ length: 12 }, (_, index) => `n${index} --> n${index + 1}`).join('\n')}`);
    const [across, down] = [await layOut(chain('LR'), typesetter), await layOut(chain('TB'), typesetter)];
    expect(scaleOf(across)).toBeCloseTo(scaleOf(down), 5);
    const [small, wide] = [
      await layOut(read('flowchart LR\na --> b'), typesetter),
      await layOut(read('flowchart TB\na --> b'), typesetter),
    ];
    expect(small.width).toBeGreaterThan(small.height);
    expect(wide.width).toBeLessThan(wide.height);
  });

  test('sets long labels in lines', async () => {
    const { nodes } = await layOut(read(`flowchart LR\na[${'word '.repeat(20)}] --> b[${'字'.repeat(60)}]`), typesetter);
    for (const { box } of nodes) expect(box.width).toBeLessThan(200);
  });
});
