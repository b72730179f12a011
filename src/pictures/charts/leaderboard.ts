import { CHART_LIMITS, type LeaderboardChart } from '../../core/chart.ts';
import { wordsIn } from '../../core/i18n/words.ts';
import { type Body, box, type Canvas, MARGIN, TYPES, WIDTH, write } from './canvas.ts';

const ROW = 34;
const NAME = 190;
const BAR = 16;

/** Places, names, bars, and the points behind them. */
export function leaderboard({ rows }: LeaderboardChart, canvas: Canvas): Body {
  const { theme, typesetter, language } = canvas;
  const shown = rows.slice(0, CHART_LIMITS.people);
  const points = shown.map((row) => wordsIn(language).chartPoints(row.points));
  const figures = Math.max(0, ...points.map((text) => typesetter.widthOf(typesetter.drawable(text), TYPES.figure)));
  const places = shown.map(({ place }) => typesetter.widthOf(String(place), TYPES.figure));
  const name = MARGIN + Math.max(0, ...places) + 14;
  const bar = { x: name + NAME + 12, width: WIDTH - MARGIN - name - NAME - figures - 24 };
  const most = Math.max(1, ...shown.map((row) => row.points));
  return {
    height: ROW * shown.length,
    draw: (top) =>
      shown.flatMap((row, index) => {
        const y = top + ROW * index + ROW / 2;
        const length = bar.width * Math.max(0, row.points / most);
        return [
          write(String(row.place), { x: name - 14, y, type: TYPES.figure, colour: theme.muted, anchor: 'end' }, canvas),
          write(row.name, { x: name, y, type: TYPES.text, colour: theme.text, width: NAME }, canvas),
          box(bar.x, y - BAR / 2, bar.width, BAR, theme.track),
          box(bar.x, y - BAR / 2, length, BAR, theme.bar, Math.min(5, length / 2)),
          write(points[index] ?? '', { x: WIDTH - MARGIN, y, type: TYPES.figure, colour: theme.text, anchor: 'end' }, canvas),
        ];
      }),
  };
}
