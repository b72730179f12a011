import { CHART_LIMITS, type ProgressChart } from '../../core/chart.ts';
import { wordsIn } from '../../core/i18n/words.ts';
import { type Body, box, type Canvas, MARGIN, TYPES, WIDTH, write } from './canvas.ts';

const INNER = WIDTH - 2 * MARGIN;
const BAR = 14;
const FORECAST = 100;
const TALLEST = 110;
const COLUMN = 34;

/** How much is learnt and due, and below it a column for each day to come. */
export function progress(chart: ProgressChart, canvas: Canvas): Body {
  const { theme, language } = canvas;
  const words = wordsIn(language);
  const days = chart.forecast.slice(0, CHART_LIMITS.days);
  const done = INNER * Math.max(0, Math.min(1, chart.learnt / Math.max(1, chart.total)));
  return {
    height: days.length === 0 ? FORECAST - 40 : FORECAST + TALLEST + 44,
    draw: (top) => [
      write(words.chartLearnt(chart.learnt, chart.total), { x: MARGIN, y: top + 10, type: TYPES.figure, colour: theme.text }, canvas),
      write(words.chartDue(chart.due), { x: WIDTH - MARGIN, y: top + 10, type: TYPES.figure, colour: theme.text, anchor: 'end' }, canvas),
      box(MARGIN, top + 28, INNER, BAR, theme.track),
      box(MARGIN, top + 28, done, BAR, theme.bar, Math.min(5, done / 2)),
      ...(days.length === 0 ? [] : drawForecast(days, top + FORECAST - 32, canvas)),
    ],
  };
}

function drawForecast(days: ProgressChart['forecast'], top: number, canvas: Canvas): string[] {
  const { theme, language } = canvas;
  const step = INNER / days.length;
  const most = Math.max(1, ...days.map(({ count }) => count));
  const ground = top + 52 + TALLEST;
  return [
    write(wordsIn(language).chartForecast, { x: MARGIN, y: top + 8, type: TYPES.small, colour: theme.muted }, canvas),
    box(MARGIN, ground, INNER, 1.5, theme.muted, 0),
    ...days.flatMap(({ day, count }, index) => {
      const x = MARGIN + step * (index + 0.5);
      const height = TALLEST * Math.max(0, count / most);
      return [
        box(x - COLUMN / 2, ground - height, COLUMN, height, theme.bar, Math.min(5, height / 2)),
        write(String(count), { x, y: ground - height - 11, type: TYPES.figure, colour: theme.text, anchor: 'middle' }, canvas),
        write(day, { x, y: ground + 15, type: TYPES.small, colour: theme.text, anchor: 'middle', width: step - 4 }, canvas),
      ];
    }),
  ];
}
