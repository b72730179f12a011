import ElkConstructor, { type ElkExtendedEdge, type ElkNode } from 'elkjs/lib/elk.bundled.js';
import type { Direction, Flowchart } from '../core/diagram/flowchart.ts';
import { type SetText, setLabel, sizeOf } from './sizes.ts';
import type { Typesetter } from './typesetter.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Box extends Point {
  readonly width: number;
  readonly height: number;
}

/** A flowchart with places for everything, in pixels from the top left; lists as long as the flowchart's and in their order. */
export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly { readonly box: Box; readonly label: SetText }[];
  readonly groups: readonly { readonly box: Box; readonly title: SetText; readonly depth: number }[];
  readonly edges: readonly { readonly points: readonly Point[]; readonly label?: { readonly box: Box; readonly text: SetText } }[];
}

/** The room that a picture has in a chat, in pixels: https://docs.discord.com/developers and Slack show no more without a press. */
export const CHAT_BOX = { width: 550, height: 480 } as const;

const TURNED: Readonly<Record<Direction, Direction>> = { TB: 'LR', LR: 'TB', BT: 'RL', RL: 'BT' };

/**
 * Lays a flowchart out as it is written and turned by a quarter, and keeps the
 * one whose letters are larger in a chat's box; where the first fits as it is,
 * there is nothing to gain.
 */
export async function layOut(flowchart: Flowchart, typesetter: Typesetter): Promise<Layout> {
  const asWritten = await layOutIn(flowchart.direction, flowchart, typesetter);
  if (scaleOf(asWritten) === 1) return asWritten;
  const turned = await layOutIn(TURNED[flowchart.direction], flowchart, typesetter);
  return scaleOf(turned) > scaleOf(asWritten) ? turned : asWritten;
}

/** By how much a picture shrinks in a chat. */
export const scaleOf = ({ width, height }: Pick<Layout, 'width' | 'height'>): number =>
  Math.min(1, CHAT_BOX.width / width, CHAT_BOX.height / height);

const DIRECTIONS: Readonly<Record<Direction, string>> = { TB: 'DOWN', BT: 'UP', LR: 'RIGHT', RL: 'LEFT' };

/** https://eclipse.dev/elk/reference/options.html */
const OPTIONS = {
  'elk.algorithm': 'layered',
  'elk.hierarchyHandling': 'INCLUDE_CHILDREN',
  'elk.edgeRouting': 'ORTHOGONAL',
  'elk.json.edgeCoords': 'ROOT',
  'elk.json.shapeCoords': 'ROOT',
  'elk.padding': '[top=12,left=12,bottom=12,right=12]',
  'elk.spacing.nodeNode': '18',
  'elk.spacing.edgeNode': '14',
  'elk.spacing.edgeEdge': '10',
  'elk.layered.spacing.nodeNodeBetweenLayers': '28',
  'elk.layered.spacing.edgeNodeBetweenLayers': '12',
  'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX',
  'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
} as const;

const TITLE_MARGIN = 12;

async function layOutIn(direction: Direction, flowchart: Flowchart, typesetter: Typesetter): Promise<Layout> {
  const labels = flowchart.nodes.map(({ label }) => setLabel(label, 'node', typesetter));
  const titles = flowchart.groups.map(({ title }) => setLabel(title, 'title', typesetter));
  const edgeLabels = flowchart.edges.map(({ label }) => (label === undefined ? undefined : setLabel(label, 'line', typesetter)));
  const children = (owner: string | undefined): ElkNode[] => [
    ...flowchart.nodes.flatMap((node, index) => {
      const label = labels[index];
      return node.group === owner && label ? [{ id: node.id, ...sizeOf(node, label) }] : [];
    }),
    ...flowchart.groups.flatMap(({ id, group }, index) => {
      const title = titles[index];
      return group === owner && title ? [groupNode(id, title, children(id))] : [];
    }),
  ];
  const edges = flowchart.edges.map(({ from, to }, index): ElkExtendedEdge => {
    const text = edgeLabels[index];
    return { id: `:${index}`, sources: [from], targets: [to], labels: text ? [edgeLabel(text)] : [] };
  });
  const layoutOptions = { ...OPTIONS, 'elk.direction': DIRECTIONS[direction] };
  const root: ElkNode = { id: ':root', layoutOptions, children: children(undefined), edges };
  const placed = await new Elk().layout(root);
  const boxes = new Map(boxesIn(placed.children ?? []));
  const boxOf = (id: string) => boxes.get(id)?.box ?? NOWHERE;
  return {
    width: placed.width ?? 0,
    height: placed.height ?? 0,
    nodes: flowchart.nodes.map(({ id }, index) => ({ box: boxOf(id), label: labels[index] ?? NO_TEXT })),
    groups: flowchart.groups.map(({ id }, index) => ({
      box: boxOf(id),
      title: titles[index] ?? NO_TEXT,
      depth: boxes.get(id)?.depth ?? 0,
    })),
    edges: (placed.edges ?? []).map((edge, index) => placeEdge(edge, edgeLabels[index])),
  };
}

// The module is CommonJS, whose types say something else than what it is to Node.
const Elk = ElkConstructor as unknown as typeof ElkConstructor.default;

const NOWHERE: Box = { x: 0, y: 0, width: 0, height: 0 };
const NO_TEXT: SetText = { lines: [], width: 0, height: 0 };

function groupNode(id: string, title: SetText, children: ElkNode[]): ElkNode {
  const top = title.height + TITLE_MARGIN * 1.6;
  const layoutOptions = {
    'elk.padding': `[top=${top},left=${TITLE_MARGIN},bottom=${TITLE_MARGIN},right=${TITLE_MARGIN}]`,
    'elk.nodeSize.constraints': 'MINIMUM_SIZE',
    'elk.nodeSize.minimum': `(${title.width + 2 * TITLE_MARGIN},${top + TITLE_MARGIN})`,
  };
  const size = children.length === 0 ? { width: title.width + 2 * TITLE_MARGIN, height: top + TITLE_MARGIN } : {};
  return { id, children, layoutOptions, ...size };
}

const edgeLabel = ({ lines, width, height }: SetText) => ({
  text: lines.join('\n'),
  width: width + 8,
  height: height + 4,
  layoutOptions: { 'elk.edgeLabels.inline': 'true' },
});

function boxesIn(nodes: readonly ElkNode[], depth = 0): [id: string, { box: Box; depth: number }][] {
  return nodes.flatMap((node) => [[node.id, { box: boxFrom(node), depth }], ...boxesIn(node.children ?? [], depth + 1)]);
}

const boxFrom = ({ x = 0, y = 0, width = 0, height = 0 }: Partial<Box>): Box => ({ x, y, width, height });

function placeEdge({ sections = [], labels = [] }: ElkExtendedEdge, text: SetText | undefined): Layout['edges'][number] {
  const points = sections.flatMap(({ startPoint, bendPoints = [], endPoint }) => [startPoint, ...bendPoints, endPoint]);
  const label = labels[0];
  return text && label ? { points, label: { box: boxFrom(label), text } } : { points };
}
