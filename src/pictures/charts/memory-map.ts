import { CHART_LIMITS, type MemoryMapChart, percentOf } from '../../core/chart.ts';
import { wordsIn } from '../../core/i18n/words.ts';
import { element } from '../svg.ts';
import { inkOn, onRamp } from '../theme.ts';
import { type Body, box, type Canvas, MARGIN, TYPES, WIDTH, write } from './canvas.ts';

const ROW = 30;
const GAP = 3;
const HEADER = 26;
const LEGEND = 46;
const NAME = 200;
const STEPS = 24;

/** A cell for each concept and time, with the share in it; colours only repeat what is written. */
export function memoryMap({ columns, rows }: MemoryMapChart, canvas: Canvas): Body {
  const { theme } = canvas;
  const times = columns.slice(0, CHART_LIMITS.times);
  const concepts = rows.slice(0, CHART_LIMITS.concepts);
  const left = MARGIN + NAME;
  const cell = (WIDTH - MARGIN - left) / Math.max(1, times.length);
  const isWhole = concepts.every(({ recall }) => times.every((_, column) => recall[column] !== undefined));
  return {
    height: HEADER + ROW * concepts.length + LEGEND,
    draw: (top) => [
      ...times.map((time, index) =>
        write(
          time,
          { x: left + cell * (index + 0.5), y: top + 10, type: TYPES.small, colour: theme.text, anchor: 'middle', width: cell - 6 },
          canvas,
        ),
      ),
      ...concepts.flatMap(({ name, recall }, row) => {
        const y = top + HEADER + ROW * row;
        return [
          write(name, { x: MARGIN, y: y + ROW / 2, type: TYPES.text, colour: theme.text, width: NAME - 12 }, canvas),
          ...times.flatMap((_, column) => drawCell(recall[column], { x: left + cell * column, y, width: cell }, canvas)),
        ];
      }),
      ...drawLegend(left, top + HEADER + ROW * concepts.length + LEGEND / 2, isWhole, canvas),
    ],
  };
}

function drawCell(share: number | undefined, { x, y, width }: { x: number; y: number; width: number }, canvas: Canvas): string[] {
  const { theme } = canvas;
  const middle = { x: x + width / 2, y: y + ROW / 2, anchor: 'middle' } as const;
  if (share === undefined) return [write('–', { ...middle, type: TYPES.text, colour: theme.muted }, canvas)];
  const fill = onRamp(theme.ramp, share);
  return [
    box(x + GAP / 2, y + GAP / 2, width - GAP, ROW - GAP, fill),
    write(`${percentOf(share)}%`, { ...middle, type: TYPES.figure, colour: inkOn(fill) }, canvas),
  ];
}

function drawLegend(x: number, y: number, isWhole: boolean, canvas: Canvas): string[] {
  const { theme, language, typesetter } = canvas;
  const words = wordsIn(language);
  const [low, high] = words.chartScale;
  const scale = { x: x + typesetter.widthOf(`${low} 0%  `, TYPES.small), step: 3.5 };
  return [
    isWhole ? '' : write(words.chartTooFew, { x: MARGIN, y, type: TYPES.small, colour: theme.muted, width: NAME - 12 }, canvas),
    write(`${low} 0%`, { x, y, type: TYPES.small, colour: theme.muted }, canvas),
    ...Array.from({ length: STEPS }, (_, step) =>
      element('rect', {
        x: scale.x + step * scale.step,
        y: y - 6,
        width: scale.step + 0.5,
        height: 12,
        fill: onRamp(theme.ramp, step / (STEPS - 1)),
      }),
    ),
    write(`100% ${high}`, { x: scale.x + STEPS * scale.step + 8, y, type: TYPES.small, colour: theme.muted }, canvas),
  ];
}
