import type { Flowchart, FlowEdge } from '../core/diagram/flowchart.ts';
import type { Highlight } from '../core/diagram/highlight.ts';
import type { Box, Layout, Point } from './layout.ts';
import { drawLine } from './lines.ts';
import { drawShape, gapAt, sideOf } from './shapes.ts';
import { CAP, LINE_HEIGHT, type SetText, TYPES } from './sizes.ts';
import { element, picture, textElement } from './svg.ts';
import type { Emphasis, Theme } from './theme.ts';
import type { Type, Typesetter } from './typesetter.ts';

/** What is drawn, and how. */
export interface Drawing {
  readonly flowchart: Flowchart;
  readonly layout: Layout;
  readonly theme: Theme;
  readonly typesetter: Typesetter;
  /** Nothing in it: all is drawn alike. */
  readonly chosen: Highlight;
  /** Drawn as usual where something is chosen; what is in neither is dimmed. */
  readonly near: Highlight;
}

/** A flowchart with its places as an SVG picture. */
export function drawFlowchart(drawing: Drawing): string {
  const { layout, theme, flowchart } = drawing;
  const edges = inOrderOfEmphasis(flowchart.edges, (_, index) => emphasisOfEdge(index, drawing));
  return picture(
    layout.width,
    layout.height,
    theme.background,
    ...drawGroups(drawing),
    ...edges.map(({ one, index, emphasis }) => drawEdge(one, index, emphasis, drawing)),
    ...edges.map(({ index, emphasis }) => drawEdgeLabel(index, emphasis, drawing)),
    ...flowchart.groups.map((_, index) => drawTitle(index, drawing)),
    ...flowchart.nodes.map((_, index) => drawNode(index, drawing)),
  );
}

/** What stands out is drawn last, above the rest. */
function inOrderOfEmphasis<One>(some: readonly One[], emphasisOf: (one: One, index: number) => Emphasis) {
  const order: readonly Emphasis[] = ['dimmed', 'plain', 'chosen'];
  return some
    .map((one, index) => ({ one, index, emphasis: emphasisOf(one, index) }))
    .sort((a, b) => order.indexOf(a.emphasis) - order.indexOf(b.emphasis) || a.index - b.index);
}

function emphasisOf(id: string, { chosen, near }: Drawing): Emphasis {
  if (chosen.ids.has(id)) return 'chosen';
  return chosen.ids.size === 0 || near.ids.has(id) ? 'plain' : 'dimmed';
}

function emphasisOfEdge(index: number, { chosen, near }: Drawing): Emphasis {
  if (chosen.edges.has(index)) return 'chosen';
  return chosen.ids.size === 0 || near.edges.has(index) ? 'plain' : 'dimmed';
}

/** Outer boxes first. */
function drawGroups(drawing: Drawing): string[] {
  const { flowchart, layout, theme } = drawing;
  return flowchart.groups
    .map(({ id }, index) => ({ emphasis: emphasisOf(id, drawing), group: layout.groups[index] }))
    .sort((a, b) => (a.group?.depth ?? 0) - (b.group?.depth ?? 0))
    .flatMap(({ emphasis, group }) => {
      if (!group) return [];
      const { x, y, width, height } = group.box;
      const border = { stroke: theme.groupBorders[emphasis], 'stroke-width': emphasis === 'chosen' ? 2.5 : 1.2 };
      return [element('rect', { x, y, width, height, rx: 10, fill: theme.groups[group.depth % 2], ...border })];
    });
}

function drawTitle(index: number, drawing: Drawing): string {
  const { flowchart, layout, theme } = drawing;
  const group = layout.groups[index];
  if (!group) return '';
  const emphasis = emphasisOf(flowchart.groups[index]?.id ?? '', drawing);
  const { x, y } = group.box;
  const centre = { x: x + 12, y: y + 9 + group.title.height / 2 };
  const colour = emphasis === 'plain' ? theme.text : theme.labels[emphasis];
  return drawLines(group.title, centre, TYPES.title, colour, drawing, 'start', theme.groups[group.depth % 2]);
}

function drawNode(index: number, drawing: Drawing): string {
  const node = drawing.flowchart.nodes[index];
  const place = drawing.layout.nodes[index];
  if (!node || !place) return '';
  const emphasis = emphasisOf(node.id, drawing);
  const { fill, border, text } = drawing.theme.nodes[emphasis];
  const outline = drawShape(node.shape, place.box, { fill, stroke: border, 'stroke-width': emphasis === 'chosen' ? 2.5 : 1.4 });
  const type: Type = { ...TYPES.node, weight: emphasis === 'chosen' ? 'bold' : 'regular' };
  const centre = centreOf(place.box);
  const middle = node.shape === 'cylinder' ? { ...centre, y: centre.y + CAP / 2 } : centre;
  return outline + drawLines(place.label, middle, type, text, drawing, 'middle');
}

const centreOf = ({ x, y, width, height }: Box): Point => ({ x: x + width / 2, y: y + height / 2 });

function drawEdge(edge: FlowEdge, index: number, emphasis: Emphasis, drawing: Drawing): string {
  const points = drawing.layout.edges[index]?.points ?? [];
  const whole = extend(extend(points, edge.to, drawing).toReversed(), edge.from, drawing).toReversed();
  return drawLine(edge, whole, drawing.theme.lines[emphasis], emphasis === 'chosen');
}

const INWARD = { left: [1, 0], right: [-1, 0], top: [0, 1], bottom: [0, -1] } as const;

/** The layout knows boxes only; the last stretch leads on to the outline inside. */
function extend(points: readonly Point[], id: string, { flowchart, layout }: Drawing): Point[] {
  const index = flowchart.nodes.findIndex((node) => node.id === id);
  const [node, place, end] = [flowchart.nodes[index], layout.nodes[index], points.at(-1)];
  if (!node || !place || !end) return [...points];
  const [x, y] = INWARD[sideOf(place.box, end)];
  const gap = gapAt(node.shape, place.box, end);
  return [...points.slice(0, -1), { x: end.x + x * gap, y: end.y + y * gap }];
}

function drawEdgeLabel(index: number, emphasis: Emphasis, drawing: Drawing): string {
  const label = drawing.layout.edges[index]?.label;
  if (!label) return '';
  const { x, y, width, height } = label.box;
  const centre = centreOf(label.box);
  const ground = element('rect', { x, y, width, height, rx: 4, fill: groundAt(centre, drawing) });
  return ground + drawLines(label.text, centre, TYPES.line, drawing.theme.labels[emphasis], drawing, 'middle');
}

/** The colour behind a place: that of the innermost group around it. */
function groundAt(point: Point, { layout, theme }: Drawing): string {
  const around = layout.groups.filter(({ box }) => isInside(point, box));
  const innermost = around.toSorted((a, b) => b.depth - a.depth)[0];
  return innermost ? (theme.groups[innermost.depth % 2] ?? theme.background) : theme.background;
}

const isInside = (point: Point, { x, y, width, height }: Box): boolean =>
  point.x >= x && point.x <= x + width && point.y >= y && point.y <= y + height;

/** The distance from the middle of a line to its baseline, as a share of the size: the middle between Chinese and Latin letters. */
const BASELINE = 0.36;

/** Lines around a middle; with a halo where lines of the diagram may run behind. */
function drawLines(
  text: SetText,
  middle: Point,
  type: Type,
  colour: string,
  { typesetter }: Drawing,
  anchor: 'start' | 'middle',
  halo?: string,
): string {
  return text.lines
    .map((line, index) => {
      const y = middle.y + (index - (text.lines.length - 1) / 2) * type.size * LINE_HEIGHT + type.size * BASELINE;
      return textElement(line, {
        x: middle.x,
        y,
        'font-size': type.size,
        'font-weight': typesetter.weightFor(line, type.weight) === 'bold' ? 700 : undefined,
        fill: colour,
        'text-anchor': anchor === 'middle' ? anchor : undefined,
        ...(halo && { stroke: halo, 'stroke-width': 4, 'stroke-linejoin': 'round', 'paint-order': 'stroke' }),
      });
    })
    .join('');
}
