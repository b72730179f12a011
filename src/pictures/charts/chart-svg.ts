import type { Chart } from '../../core/chart.ts';
import { wordsIn } from '../../core/i18n/words.ts';
import { type Body, type Canvas, drawTitled, MARGIN, TYPES, write } from './canvas.ts';
import { leaderboard } from './leaderboard.ts';
import { memoryMap } from './memory-map.ts';
import { progress } from './progress.ts';

/** A chart as an SVG picture. */
export const drawChart = (chart: Chart, canvas: Canvas): string => drawTitled(chart, bodyOf(chart, canvas), canvas);

function bodyOf(chart: Chart, canvas: Canvas): Body {
  switch (chart.kind) {
    case 'leaderboard':
      return chart.rows.length === 0 ? nothing(canvas) : leaderboard(chart, canvas);
    case 'progress':
      return progress(chart, canvas);
    case 'memory-map':
      return chart.rows.length === 0 ? nothing(canvas) : memoryMap(chart, canvas);
  }
}

/** A chart without figures says so. */
function nothing(canvas: Canvas): Body {
  const { theme, language } = canvas;
  const text = wordsIn(language).chartNothing;
  return { height: 24, draw: (top) => [write(text, { x: MARGIN, y: top + 10, type: TYPES.text, colour: theme.text }, canvas)] };
}
