import type { Language } from './content/schema.ts';
import { wordsIn } from './i18n/words.ts';

interface Titled {
  /** What the chart shows, in the language of its reader. */
  readonly title: string;
  /** A line below the title: of when it is, or of whom. */
  readonly caption?: string;
}

/** How people stand, in order; people who stand alike share a place. */
export interface LeaderboardChart extends Titled {
  readonly kind: 'leaderboard';
  readonly rows: readonly {
    readonly place: number;
    readonly name: string;
    /** What is ranked: the length of the bar, beside the others'. */
    readonly score: number;
    /** The score as it is written: `3 of 4 right`. */
    readonly figure: string;
    /** Whether it is the reader's own. */
    readonly isOwn?: boolean;
  }[];
}

/** How far one person is: concepts learnt, reviews due today, and reviews of the days to come. */
export interface ProgressChart extends Titled {
  readonly kind: 'progress';
  readonly learnt: number;
  readonly total: number;
  readonly due: number;
  /** Day by day from today on; `day` is what stands below the column, such as `Mon`. */
  readonly forecast: readonly { readonly day: string; readonly count: number }[];
}

/** How well a team is expected to remember each concept (0 to 1), at several times; absent where too few people tell. */
export interface MemoryMapChart extends Titled {
  readonly kind: 'memory-map';
  /** The times, such as `today` and `in a week`. */
  readonly columns: readonly string[];
  readonly rows: readonly { readonly name: string; readonly recall: readonly (number | undefined)[] }[];
}

/** Figures to be drawn. */
export type Chart = LeaderboardChart | ProgressChart | MemoryMapChart;

/** As many rows and columns as are still read in a chat; what is beyond them is left out. */
export const CHART_LIMITS = { people: 12, days: 10, concepts: 12, times: 5 } as const;

/** A share as people read it; never 100 where something is missing, nor 0 where something is there. */
export function percentOf(share: number): number {
  const percent = Math.round(share * 100);
  return share > 0 && share < 1 ? Math.min(99, Math.max(1, percent)) : percent;
}

/** A chart in sentences, with every number that is in the picture. */
export function describeChart(chart: Chart, language: Language): string {
  const words = wordsIn(language);
  const headings = [chart.title, ...(chart.caption === undefined ? [] : [chart.caption])].map(words.chartHeading);
  return words.sentences([...headings, ...sentencesOf(chart, language)]);
}

function sentencesOf(chart: Chart, language: Language): string[] {
  const words = wordsIn(language);
  switch (chart.kind) {
    case 'leaderboard':
      return chart.rows.slice(0, CHART_LIMITS.people).map(({ place, name, figure }) => words.chartPlace(place, name, figure));
    case 'progress':
      return [
        words.chartHeading(words.chartLearnt(chart.learnt, chart.total)),
        words.chartHeading(words.chartDue(chart.due)),
        ...chart.forecast.slice(0, CHART_LIMITS.days).map(({ day, count }) => words.chartDay(day, count)),
      ];
    case 'memory-map':
      return chart.rows.slice(0, CHART_LIMITS.concepts).map(({ name, recall }) => {
        const figures = chart.columns.slice(0, CHART_LIMITS.times).map((time, index) => {
          const share = recall[index];
          return share === undefined ? words.chartUnknown(time) : words.chartRecall(time, percentOf(share));
        });
        return words.chartConcept(name, figures);
      });
  }
}
