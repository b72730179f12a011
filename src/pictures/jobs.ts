import type { Chart } from '../core/chart.ts';
import type { Language } from '../core/content/schema.ts';
import type { Flowchart } from '../core/diagram/flowchart.ts';
import type { Highlight } from '../core/diagram/highlight.ts';
import type { Png } from './png.ts';
import type { ThemeName } from './theme.ts';

/** What a worker is asked to draw. */
export type Job =
  | {
      readonly kind: 'diagram';
      readonly flowchart: Flowchart;
      readonly chosen: Highlight;
      readonly near: Highlight;
      readonly theme: ThemeName;
    }
  | { readonly kind: 'chart'; readonly chart: Chart; readonly language: Language; readonly theme: ThemeName };

/** What comes of it. */
export interface Drawn extends Png {
  /** Letters that the fonts lack, each once; 〓 stands for them. */
  readonly missing: readonly string[];
}
