import type { Shape } from '../core/diagram/flowchart.ts';
import type { Box, Point } from './layout.ts';
import { CAP, SLANT } from './sizes.ts';
import { type Attributes, element } from './svg.ts';

const CORNER = 6;
const GAP = 4;

/** The outline of a node in its box. */
export function drawShape(shape: Shape, box: Box, paint: Attributes): string {
  const { x, y, width, height } = box;
  switch (shape) {
    case 'rectangle':
      return rectangle(box, CORNER, paint);
    case 'rounded':
      return rectangle(box, height / 3, paint);
    case 'stadium':
      return rectangle(box, height / 2, paint);
    case 'subroutine':
      return rectangle(box, 2, paint) + lines([x + SLANT / 2, x + width - SLANT / 2], y, height, paint);
    case 'cylinder':
      return cylinder(box, paint);
    case 'circle':
      return circle(box, 0, paint);
    case 'double-circle':
      return circle(box, 0, paint) + circle(box, GAP, { ...paint, fill: 'none' });
    case 'diamond':
    case 'hexagon':
    case 'parallelogram':
    case 'parallelogram-back':
      return polygon(cornersOf(shape, box), paint);
  }
}

/** Where on the side of a box a line ends. */
interface End {
  readonly box: Box;
  readonly point: Point;
  readonly side: Side;
  /** From 0 to 1: left to right, or top to bottom. */
  readonly along: number;
  /** How far from the middle of the side: 0 to 1. */
  readonly off: number;
  /** What is missing to a round side there, as a share of half the box. */
  readonly arc: number;
}

const leaning = ({ side, along }: End, near: Side): number => {
  if (side === 'top' || side === 'bottom') return 0;
  return SLANT * (side === near ? 1 - along : along);
};
const round = ({ box, side, arc }: End): number => ((isUpright(side) ? box.width : box.height) / 2) * arc;

const GAPS: Readonly<Record<Shape, (end: End) => number>> = {
  rectangle: () => 0,
  rounded: () => 0,
  subroutine: () => 0,
  stadium: (end) => (isUpright(end.side) ? (end.box.height / 2) * end.arc : roundedEnd(end.point.x, end.box)),
  cylinder: ({ side, arc }) => (isUpright(side) ? 0 : CAP * arc),
  circle: round,
  'double-circle': round,
  diamond: ({ box, side, off }) => ((isUpright(side) ? box.width : box.height) / 2) * off,
  hexagon: ({ side, off }) => (isUpright(side) ? SLANT * off : 0),
  parallelogram: (end) => leaning(end, 'left'),
  'parallelogram-back': (end) => leaning(end, 'right'),
};

/**
 * How far a line that ends at the side of a node's box has to go on until it
 * meets the outline.
 *
 * @param point - on the side of the box.
 */
export function gapAt(shape: Shape, box: Box, point: Point): number {
  const side = sideOf(box, point);
  const along = isUpright(side) ? (point.y - box.y) / box.height : (point.x - box.x) / box.width;
  const off = Math.min(1, Math.abs(along * 2 - 1));
  return GAPS[shape]({ box, point, side, along, off, arc: 1 - Math.sqrt(1 - off * off) });
}

type Side = 'left' | 'right' | 'top' | 'bottom';
const isUpright = (side: Side): boolean => side === 'left' || side === 'right';

/** How far the upper or lower side of a stadium is away, near its round ends. */
function roundedEnd(x: number, { x: left, width, height }: Box): number {
  const radius = height / 2;
  const beyond = Math.max(left + radius - x, x - (left + width - radius), 0);
  return radius - Math.sqrt(Math.max(0, radius * radius - beyond * beyond));
}

/** The side of a box that a point lies on, or nearest to. */
export function sideOf({ x, y, width, height }: Box, point: Point): Side {
  const sides = [
    { side: 'left', distance: Math.abs(point.x - x) },
    { side: 'right', distance: Math.abs(point.x - x - width) },
    { side: 'top', distance: Math.abs(point.y - y) },
    { side: 'bottom', distance: Math.abs(point.y - y - height) },
  ] as const;
  return sides.reduce((nearest, one) => (one.distance < nearest.distance ? one : nearest)).side;
}

const rectangle = ({ x, y, width, height }: Box, radius: number, paint: Attributes): string =>
  element('rect', { x, y, width, height, rx: radius, ...paint });

const lines = (at: readonly number[], y: number, height: number, paint: Attributes): string =>
  element('path', { d: at.map((x) => `M${x} ${y}v${height}`).join(''), ...paint, fill: 'none' });

const circle = ({ x, y, width, height }: Box, inset: number, paint: Attributes): string =>
  element('ellipse', { cx: x + width / 2, cy: y + height / 2, rx: width / 2 - inset, ry: height / 2 - inset, ...paint });

function cylinder({ x, y, width, height }: Box, paint: Attributes): string {
  const arch = (bend: 0 | 1, by: number) => `a${width / 2} ${CAP} 0 0 ${bend} ${by} 0`;
  const body = `M${x} ${y + CAP}${arch(1, width)}v${height - 2 * CAP}${arch(1, -width)}Z`;
  return element('path', { d: body, ...paint }) + element('path', { d: `M${x} ${y + CAP}${arch(0, width)}`, ...paint, fill: 'none' });
}

function cornersOf(shape: 'diamond' | 'hexagon' | 'parallelogram' | 'parallelogram-back', { x, y, width, height }: Box): Point[] {
  const [right, bottom, middleX, middleY] = [x + width, y + height, x + width / 2, y + height / 2];
  const corners: Record<typeof shape, readonly [number, number][]> = {
    diamond: [
      [middleX, y],
      [right, middleY],
      [middleX, bottom],
      [x, middleY],
    ],
    hexagon: [
      [x + SLANT, y],
      [right - SLANT, y],
      [right, middleY],
      [right - SLANT, bottom],
      [x + SLANT, bottom],
      [x, middleY],
    ],
    parallelogram: [
      [x + SLANT, y],
      [right, y],
      [right - SLANT, bottom],
      [x, bottom],
    ],
    'parallelogram-back': [
      [x, y],
      [right - SLANT, y],
      [right, bottom],
      [x + SLANT, bottom],
    ],
  };
  return corners[shape].map(([cornerX, cornerY]) => ({ x: cornerX, y: cornerY }));
}

const polygon = (corners: readonly Point[], paint: Attributes): string =>
  element('polygon', { points: corners.map(({ x, y }) => `${x},${y}`).join(' '), 'stroke-linejoin': 'round', ...paint });
