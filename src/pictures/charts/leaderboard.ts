import { CHART_LIMITS, type LeaderboardChart } from '../../core/chart.ts';
import { type Body, box, type Canvas, MARGIN, TYPES, WIDTH, write } from './canvas.ts';

const ROW = 34;
const NAME = 190;
/** At most; what is longer is cut. */
const FIGURE = 150;
const BAR = 16;

/** Signs that are no letters say little of who it is, and no font of ours has them; a name of nothing else keeps them. */
const nameOf = ({ name }: LeaderboardChart['rows'][number]): string => {
  const letters = name.replace(/\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|\u200d|\ufe0f/gu, '').trim();
  return letters === '' ? name : letters;
};

/** Places, names, bars, and the figures behind them; the reader's own line is bold and marked. */
export function leaderboard({ rows }: LeaderboardChart, canvas: Canvas): Body {
  const { theme, typesetter } = canvas;
  const shown = rows.slice(0, CHART_LIMITS.people);
  const widths = shown.map(({ figure }) => typesetter.widthOf(typesetter.drawable(figure), TYPES.figure));
  const figures = Math.min(FIGURE, Math.max(0, ...widths));
  const places = shown.map(({ place }) => typesetter.widthOf(String(place), TYPES.figure));
  const name = MARGIN + Math.max(0, ...places) + 14;
  const bar = { x: name + NAME + 12, width: WIDTH - MARGIN - name - NAME - figures - 24 };
  const most = Math.max(1, ...shown.map(({ score }) => score));
  return {
    height: ROW * shown.length,
    draw: (top) =>
      shown.flatMap((row, index) => {
        const y = top + ROW * index + ROW / 2;
        const length = bar.width * Math.max(0, row.score / most);
        return [
          write(String(row.place), { x: name - 14, y, type: TYPES.figure, colour: theme.muted, anchor: 'end' }, canvas),
          write(
            row.isOwn ? `→ ${nameOf(row)}` : nameOf(row),
            { x: name, y, type: row.isOwn ? TYPES.figure : TYPES.text, colour: theme.text, width: NAME },
            canvas,
          ),
          box(bar.x, y - BAR / 2, bar.width, BAR, theme.track),
          box(bar.x, y - BAR / 2, length, BAR, theme.bar, Math.min(5, length / 2)),
          write(row.figure, { x: WIDTH - MARGIN, y, type: TYPES.figure, colour: theme.text, anchor: 'end', width: FIGURE }, canvas),
        ];
      }),
  };
}
