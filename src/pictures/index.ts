import { createHash } from 'node:crypto';
import { extname } from 'node:path';
import { createCache } from '../core/cache.ts';
import type { Chart } from '../core/chart.ts';
import type { Refusal } from '../core/diagram/flowchart.ts';
import { findHighlight, type Highlight, NOTHING, neighboursOf } from '../core/diagram/highlight.ts';
import { parseFlowchart } from '../core/diagram/parse.ts';
import type { DrawPicture, Look } from '../core/picture.ts';
import type { Drawn, Job } from './jobs.ts';
import { createWorkers } from './workers.ts';

/** A picture to be sent; PNG, width and height in its pixels (twice those that a chat shows). */
export interface Picture extends Drawn {
  readonly kind: 'picture';
}

/** Why there is no picture; a diagram's text is shown instead. */
export type Refused = Refusal | { readonly kind: 'refused'; readonly reason: string };

interface DiagramLook extends Look {
  /** Ids of nodes and subgraphs, and arrows as `a -> b`; what is not in the diagram is passed over. */
  readonly highlight?: readonly string[];
  /** Whether what is next to the highlighted keeps its usual look, rather than being dimmed with the rest. */
  readonly withNeighbours?: boolean;
}

/** Draws pictures off the main thread, and remembers them. */
export interface Pictures {
  /** A mermaid flowchart; refused where it cannot be drawn rightly, is too large, or takes too long. */
  diagram(source: string, look: DiagramLook): Promise<Picture | Refused>;
  chart(chart: Chart, look: Look): Promise<Picture | Refused>;
  /** Either of them, for the blocks of a reply; no chart in which somebody's name could not be read. */
  readonly draw: DrawPicture;
  close(): Promise<void>;
}

const CACHE_BYTES = 32 * 2 ** 20;
const LIMITS = { threads: 2, waiting: 50, startMs: 20_000, memoryMb: 512 } as const;

/**
 * Makes a drawer of pictures; threads start with the first one.
 *
 * @param deadlineMs - for one picture. The densest diagram within the limits takes 1.7 s of a processor in a new thread, ordinary ones 0.2 s.
 */
export function createPictures({ deadlineMs = 3000 }: { deadlineMs?: number } = {}): Pictures {
  const script = new URL(`worker${extname(import.meta.url)}`, import.meta.url);
  const workers = createWorkers<Job, Drawn>({ script, deadlineMs, ...LIMITS });
  const cache = createCache<Drawn>(CACHE_BYTES, ({ png }) => png.byteLength);
  const underWay = new Map<string, Promise<Drawn | Refused>>();

  const draw = async (job: Job): Promise<Drawn | Refused> => {
    const outcome = await workers.run(job);
    return outcome.kind === 'done' ? outcome.answer : { kind: 'refused', reason: outcome.message };
  };
  /** Who asks for what is being drawn waits for the same. */
  const drawOnce = (key: string, job: Job): Promise<Drawn | Refused> => {
    const known = cache.find(key);
    if (known) return Promise.resolve(known);
    const drawing =
      underWay.get(key) ??
      draw(job).then((drawn) => {
        underWay.delete(key);
        if ('png' in drawn) cache.keep(key, drawn);
        return drawn;
      });
    underWay.set(key, drawing);
    return drawing;
  };

  const pictures: Pictures = {
    diagram: async (source, { theme, highlight = [], withNeighbours = false }) => {
      const parsed = parseFlowchart(source);
      if (parsed.kind === 'refused') return parsed;
      const { flowchart } = parsed;
      const { ids, edges } = findHighlight(flowchart, highlight);
      const chosen: Highlight = { ids, edges };
      const near = withNeighbours ? neighboursOf(flowchart, chosen) : NOTHING;
      const key = keyOf('diagram', source, theme, withNeighbours, highlight);
      return picture(await drawOnce(key, { kind: 'diagram', flowchart, chosen, near, theme }));
    },
    chart: async (chart, { language, theme }) =>
      picture(await drawOnce(keyOf(chart, language, theme), { kind: 'chart', chart, language, theme })),
    draw: async (drawing, look) => {
      const made =
        drawing.kind === 'chart'
          ? await pictures.chart(drawing.chart, look)
          : await pictures.diagram(drawing.source, { ...look, ...drawing });
      if (made.kind === 'refused' || (drawing.kind === 'chart' && made.missing.length > 0)) return undefined;
      return made;
    },
    close: () => workers.close(),
  };
  return pictures;
}

const picture = (drawn: Drawn | Refused): Picture | Refused => ('png' in drawn ? { kind: 'picture', ...drawn } : drawn);

const keyOf = (...parts: readonly unknown[]): string => createHash('sha256').update(JSON.stringify(parts)).digest('base64');
