import { parentPort } from 'node:worker_threads';
import { drawChart } from './charts/chart-svg.ts';
import { drawFlowchart } from './flowchart-svg.ts';
import { loadFonts } from './fonts.ts';
import type { Drawn, Job } from './jobs.ts';
import { layOut } from './layout.ts';
import { openRasteriser } from './png.ts';
import { THEMES } from './theme.ts';
import { createTypesetter, type Typesetter } from './typesetter.ts';
import type { Said } from './workers.ts';

// Runs in a thread of its own: layout and drawing take long, and may fail in ways that nobody can catch.
const fonts = await loadFonts();
const rasterise = await openRasteriser(fonts.files);

parentPort?.on('message', (job: Job) => {
  void draw(job).then(
    (drawn) => say({ kind: 'done', answer: drawn }, [drawn.png.buffer as ArrayBuffer]),
    (error: unknown) => say({ kind: 'failed', message: String(error) }),
  );
});
say({ kind: 'ready' });

function say(said: Said<Drawn>, transfer: readonly ArrayBuffer[] = []): void {
  parentPort?.postMessage(said, transfer);
}

async function draw(job: Job): Promise<Drawn> {
  const typesetter = createTypesetter(fonts.metrics);
  const svg = await svgOf(job, typesetter);
  return { ...rasterise(svg), missing: typesetter.missing() };
}

async function svgOf(job: Job, typesetter: Typesetter): Promise<string> {
  const theme = THEMES[job.theme];
  if (job.kind === 'chart') return drawChart(job.chart, { theme, language: job.language, typesetter });
  const layout = await layOut(job.flowchart, typesetter);
  return drawFlowchart({ ...job, theme, layout, typesetter });
}
