/** The outline that a node is drawn with. */
export const SHAPES = [
  'rectangle',
  'rounded',
  'stadium',
  'subroutine',
  'cylinder',
  'circle',
  'double-circle',
  'diamond',
  'hexagon',
  'parallelogram',
  'parallelogram-back',
] as const;
export type Shape = (typeof SHAPES)[number];

/** Where a flowchart runs to: down, up, right, left. */
export const DIRECTIONS = ['TB', 'BT', 'LR', 'RL'] as const;
export type Direction = (typeof DIRECTIONS)[number];

export interface FlowNode {
  readonly id: string;
  /** What is written in it; `\n` between lines. */
  readonly label: string;
  readonly shape: Shape;
  /** The id of the group that it stands in; absent at the top. */
  readonly group?: string;
}

/** A subgraph of mermaid: a box around nodes and other groups. */
export interface FlowGroup {
  readonly id: string;
  readonly title: string;
  readonly group?: string;
}

export const LINE_ENDS = ['none', 'arrow', 'circle', 'cross'] as const;
export type LineEnd = (typeof LINE_ENDS)[number];

export const LINES = ['solid', 'dotted', 'thick'] as const;
export type Line = (typeof LINES)[number];

/** A line between two nodes or groups. */
export interface FlowEdge {
  readonly from: string;
  readonly to: string;
  /** What is written on it; `\n` between lines; absent where nothing is. */
  readonly label?: string;
  readonly line: Line;
  readonly start: LineEnd;
  readonly end: LineEnd;
}

/** What a mermaid flowchart says, colours and positions aside. Ids are unique over nodes and groups. */
export interface Flowchart {
  readonly direction: Direction;
  readonly nodes: readonly FlowNode[];
  readonly groups: readonly FlowGroup[];
  readonly edges: readonly FlowEdge[];
}

/**
 * More than this is no picture that one reads in a chat. With 40 nodes and 60
 * edges the layout takes some tenths of a second, with 200 and 400 a minute.
 */
export const DIAGRAM_LIMITS = { characters: 8000, nodes: 40, edges: 60, groups: 20, label: 120, depth: 8 } as const;

/** A source that is not drawn, and why; the caller shows the text instead. */
export interface Refusal {
  readonly kind: 'refused';
  /** Counted from 1 in the source. */
  readonly line: number;
  /** For the author of the diagram: what is not understood, or is too much. */
  readonly reason: string;
}

export interface Parsed {
  readonly kind: 'flowchart';
  readonly flowchart: Flowchart;
}

/** Thrown inside of the parser, which turns it into a {@link Refusal}. */
export class NotUnderstood extends Error {
  override readonly name = 'NotUnderstood';
}
