import type { FlowNode } from '../core/diagram/flowchart.ts';
import type { Type, Typesetter } from './typesetter.ts';

/** Letters of a diagram. Bold letters are wider, so a node is made for them: highlighting must not move it. */
export const TYPES = {
  node: { size: 14, weight: 'bold' },
  title: { size: 13, weight: 'bold' },
  line: { size: 12, weight: 'regular' },
} as const satisfies Record<string, Type>;

export const LINE_HEIGHT = 1.35;
/** A label that is wider is set in several lines. */
const WIDEST = { node: 150, title: 260, line: 110 } as const;

/** A text with its place taken: lines, and the size around them. */
export interface SetText {
  readonly lines: readonly string[];
  readonly width: number;
  readonly height: number;
}

/** Sets a label in lines, in letters that can be drawn. */
export function setLabel(label: string, kind: keyof typeof TYPES, typesetter: Typesetter): SetText {
  const type = TYPES[kind];
  const lines = typesetter.wrap(typesetter.drawable(label), type, WIDEST[kind]);
  const width = Math.max(...lines.map((line) => typesetter.widthOf(line, type)));
  return { lines, width, height: lines.length * type.size * LINE_HEIGHT };
}

const MARGIN = { x: 14, y: 10 };
const NARROWEST = 60;
/** How high the ends of a cylinder arch. */
export const CAP = 7;
/** How far the sides of hexagons and parallelograms lean. */
export const SLANT = 14;

/** How large a node is drawn, by its shape and its label. */
export function sizeOf({ shape }: FlowNode, { width, height }: SetText): { width: number; height: number } {
  const box = { width: Math.max(NARROWEST, width + 2 * MARGIN.x), height: height + 2 * MARGIN.y };
  switch (shape) {
    case 'diamond':
      return { width: width * 1.5 + 40, height: height * 2 + 28 };
    case 'circle':
    case 'double-circle': {
      const across = Math.max(NARROWEST, Math.hypot(width, height) + 16);
      return { width: across, height: across };
    }
    case 'cylinder':
      return { ...box, height: box.height + 2 * CAP };
    case 'hexagon':
    case 'parallelogram':
    case 'parallelogram-back':
    case 'subroutine':
      return { ...box, width: box.width + 2 * SLANT };
    case 'rectangle':
    case 'rounded':
    case 'stadium':
      return box;
  }
}
