import { z } from 'zod';
import type { ProgressChart } from '../chart.ts';
import { type Context, defineCommand, languageArg, withoutArguments } from '../command.ts';
import { type Concept, nameIn } from '../content/concept.ts';
import { chartBlock } from '../illustrate.ts';
import { type Block, type Button, excerpt, type Reply } from '../reply.ts';
import { daysFrom } from '../review/day.ts';
import { forecast } from '../review/forecast.ts';
import type { Memory } from '../review/memory.ts';
import { weakest } from '../review/weakest.ts';
import { localDay } from '../schedule/calendar.ts';
import { WORKDAYS } from '../schedule/schedule.ts';
import { STREAK_HORIZON_DAYS, streakOf } from '../streak.ts';
import { languageButton } from './buttons.ts';
import { dayLabel, habitsOf, reviewsOf } from './review-room.ts';

const FORECAST_DAYS = 7;
/** A memory that lasts three weeks counts as learnt. */
const LEARNT_DAYS = 21;
const LONGEST_BAR = 20;
const DAY_MS = 86_400_000;
const DAY_BEGINS_MS = 4 * 3_600_000;

/** Shows a person how they stand: streak, what is learnt, what is weakest and why, and what comes. */
export const progress = defineCommand({
  name: 'progress',
  typed: ['progress', '进度', '進度'],
  audience: 'actor',
  args: z.object({ lang: languageArg }),
  read: withoutArguments,
  run: async (_args, context): Promise<Reply> => {
    const { words, turn, knowledge } = context;
    const { memories } = reviewsOf(context);
    const { concepts } = knowledge.library;
    const kept = [...(await memories.all(turn.actor.id))];
    const known = kept.flatMap(([id, memory]) => {
      const concept = concepts.get(id);
      return concept ? [{ concept, memory }] : [];
    });
    const learnt = known.filter(({ memory }) => memory.stability >= LEARNT_DAYS).length;
    const said = [words.progressMet(known.length, concepts.size), ...(learnt > 0 ? [words.progressLearnt(learnt)] : [])];
    return {
      summary: words.progressSummary(known.length, concepts.size),
      replaces: true,
      blocks: [
        { kind: 'heading', text: words.progressTitle },
        { kind: 'prose', text: said.join('\n\n') },
        ...(await streakIn(context)),
        ...weakestOnes(known, context),
        ...(known.length === 0 ? [] : await comingUp(known, learnt, context)),
        { kind: 'buttons', buttons: onward(context) },
      ],
    };
  },
});

/** Workdays in a row on which something was reviewed or answered. */
export async function streakIn(context: Context): Promise<Block[]> {
  const { words, turn, services } = context;
  const { zone } = await habitsOf(context);
  const now = services.now();
  // A learner's day begins at four; where clocks are changed, an hour of that night may count for its neighbour.
  const dayOf = (at: Date) => localDay(new Date(at.getTime() - DAY_BEGINS_MS), zone);
  const from = new Date(now.getTime() - STREAK_HORIZON_DAYS * DAY_MS);
  const active = new Set((await reviewsOf(context).log.activeQuarters(turn.actor.id, from)).map(dayOf));
  const { length, frozen } = streakOf(active, dayOf(now), { days: WORKDAYS });
  return length > 1 ? [{ kind: 'caption', text: words.ownStreak(length, frozen.length) }] : [];
}

interface Known {
  readonly concept: Concept;
  readonly memory: Memory;
}

function weakestOnes(known: readonly Known[], { words, language, services }: Context): Block[] {
  const now = services.now();
  const lines = weakest(known, services.model, now).map(({ concept, memory, recall }) => {
    const days = Math.floor((now.getTime() - memory.seenAt.getTime()) / DAY_MS);
    const why = [...(memory.misses > 0 ? [words.weakMissed(memory.misses)] : []), ...(days > 0 ? [words.weakLongAgo(days)] : [])];
    const said = [words.weakRecall(Math.round(recall * 100)), ...why].join(words.chartJoin);
    return `- ${words.labelled(`**${excerpt(nameIn(concept, language), 100)}**`, said)}`;
  });
  return lines.length === 0 ? [] : [{ kind: 'prose', text: [`**${words.weakTitle}**`, ...lines].join('\n') }];
}

/** How far one is, and how much comes on each of the next days. */
async function comingUp(known: readonly Known[], learnt: number, context: Context): Promise<Block[]> {
  const { words, services, language, knowledge } = context;
  const { zone, holds } = await habitsOf(context);
  const now = services.now();
  const coming = forecast(
    known.map(({ memory }) => memory),
    daysFrom(now, zone, FORECAST_DAYS),
    holds,
  );
  const most = Math.max(1, ...coming.map(({ due }) => due));
  const lines = coming.map(({ day, due }) => {
    const bar = '█'.repeat(Math.ceil((due / most) * Math.min(LONGEST_BAR, most)));
    return `${weekdayLabel(day, context)} ${String(due).padStart(4)} ${bar}`.trimEnd();
  });
  const { until } = holds.find((hold) => hold.until > now) ?? {};
  const chart: ProgressChart = {
    kind: 'progress',
    title: words.progressTitle,
    caption: dayLabel(now, zone, context),
    learnt,
    total: knowledge.library.concepts.size,
    due: coming[0]?.due ?? 0,
    forecast: coming.map(({ day, due: count }) => ({ day: weekdayLabel(day, context), count })),
  };
  return [
    chartBlock(chart, language, [
      { kind: 'prose', text: `**${words.forecastTitle}**` },
      { kind: 'code', language: 'text', text: lines.join('\n') },
    ]),
    ...(until ? [{ kind: 'caption', text: words.heldUntil(dayLabel(until, zone, context)) } as const] : []),
  ];
}

const weekdayLabel = (day: string, { language }: Context): string =>
  new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', { weekday: 'short', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  );

function onward({ words, language }: Context): Button[] {
  const button = (label: string, command: string): Button => ({ label, intent: { command, args: { lang: language } } });
  return [button(words.startReview, 'review'), button(words.aQuiz, 'quiz'), languageButton(language, 'progress')];
}
