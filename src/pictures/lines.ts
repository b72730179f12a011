import type { FlowEdge, LineEnd } from '../core/diagram/flowchart.ts';
import type { Point } from './layout.ts';
import { element } from './svg.ts';

const BEND = 8;
const HEAD = 9;

/** How far the line itself stops in front of its end, so that it does not show through the head. */
const SHORTER: Readonly<Record<LineEnd, number>> = { none: 0, arrow: HEAD - 2, circle: HEAD - 1, cross: 2 };

/** A line with its heads, along points. */
export function drawLine({ line, start, end }: FlowEdge, points: readonly Point[], colour: string, isStrong: boolean): string {
  const width = (line === 'thick' ? 3 : 1.5) + (isStrong ? 1 : 0);
  const body = element('path', {
    d: roundedPath(shortened(shortened(points, SHORTER[end]).toReversed(), SHORTER[start]).toReversed()),
    fill: 'none',
    stroke: colour,
    'stroke-width': width,
    'stroke-dasharray': line === 'dotted' ? '2 4' : undefined,
    'stroke-linecap': line === 'dotted' ? 'round' : undefined,
  });
  return body + drawHead(end, points, colour) + drawHead(start, points.toReversed(), colour);
}

/** The same way, but it stops earlier. */
function shortened(points: readonly Point[], by: number): Point[] {
  const [before, last] = points.slice(-2);
  if (!before || !last) return [...points];
  const { x, y } = towards(last, before);
  return [...points.slice(0, -1), { x: last.x + x * by, y: last.y + y * by }];
}

/** The unit vector from one point to another; to the right where they are one. */
function towards(from: Point, to: Point): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  return length === 0 ? { x: 1, y: 0 } : { x: (to.x - from.x) / length, y: (to.y - from.y) / length };
}

function drawHead(end: LineEnd, points: readonly Point[], colour: string): string {
  const [before, tip] = points.slice(-2);
  if (end === 'none' || !before || !tip) return '';
  const back = towards(tip, before);
  const at = (along: number, aside: number) =>
    `${round(tip.x + back.x * along - back.y * aside)} ${round(tip.y + back.y * along + back.x * aside)}`;
  if (end === 'arrow') return element('path', { d: `M${at(0, 0)}L${at(HEAD, HEAD / 2)}L${at(HEAD, -HEAD / 2)}Z`, fill: colour });
  const [cx = '', cy = ''] = at(HEAD / 2, 0).split(' ');
  if (end === 'circle') return element('circle', { cx, cy, r: HEAD / 2 - 0.5, fill: colour });
  const stroke = { fill: 'none', stroke: colour, 'stroke-width': 2 };
  return element('path', { d: `M${at(1, -4)}L${at(9, 4)}M${at(1, 4)}L${at(9, -4)}`, ...stroke });
}

/** A way along points, its corners rounded. */
function roundedPath(points: readonly Point[]): string {
  const parts = points.map((point, index) => {
    const [before, after] = [points[index - 1], points[index + 1]];
    if (!before) return `M${xy(point)}`;
    if (!after) return `L${xy(point)}`;
    const [back, on] = [towards(point, before), towards(point, after)];
    const radius = Math.min(BEND, distance(point, before) / 2, distance(point, after) / 2);
    const step = ({ x, y }: Point): Point => ({ x: point.x + x * radius, y: point.y + y * radius });
    return `L${xy(step(back))}Q${xy(point)} ${xy(step(on))}`;
  });
  return parts.join('');
}

const distance = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y);
const round = (value: number): number => Math.round(value * 100) / 100;
const xy = ({ x, y }: Point): string => `${round(x)} ${round(y)}`;
