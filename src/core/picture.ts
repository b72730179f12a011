import type { Chart } from './chart.ts';
import type { Language } from './content/schema.ts';

/** What is to be seen in a picture. */
export type Drawing = DrawnDiagram | { readonly kind: 'chart'; readonly chart: Chart };

/** Whether it shows what concerns one person alone. */
export const isPersonal = (drawing: Drawing): boolean => drawing.kind === 'chart' && drawing.chart.kind === 'progress';

export interface DrawnDiagram {
  readonly kind: 'diagram';
  /** A mermaid flowchart. */
  readonly source: string;
  /** What the picture is about: ids of nodes and subgraphs, and arrows as `a -> b`. With none, all is drawn alike. */
  readonly highlight: readonly string[];
  /** Whether what is next to it keeps its usual look, rather than being dimmed with the rest. */
  readonly withNeighbours?: boolean;
}

/** A picture as a PNG file; sizes in its own pixels, twice those that a chat shows. */
export interface PictureFile {
  readonly png: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** How a picture is drawn for whom. */
export interface Look {
  readonly language: Language;
  readonly theme: 'light' | 'dark';
}

/** Makes a picture; `undefined` where it cannot be drawn rightly, such as a name in letters that the fonts lack, or takes too long. Never rejects. */
export type DrawPicture = (drawing: Drawing, look: Look) => Promise<PictureFile | undefined>;
