import { z } from 'zod';
import { type Context, defineCommand, languageArg } from '../command.ts';
import type { KeptSchedule } from '../quiz/records.ts';
import { leaderboard } from '../quiz/show.ts';
import type { Scope } from '../quiz/standing.ts';
import { monthPeriod, type Period, weekPeriod } from '../quiz/standing.ts';
import type { Block, Button, Reply } from '../reply.ts';
import { addDays, localDay } from '../schedule/calendar.ts';
import { STREAK_HORIZON_DAYS, streakOf } from '../streak.ts';
import type { ActorId } from '../turn.ts';
import { recordsOf } from './answering.ts';
import { languageButton } from './buttons.ts';
import { zoneOf } from './review-room.ts';

const SPANS = ['week', 'month', 'all'] as const;
type Span = (typeof SPANS)[number];
const SCOPES = ['here', 'space'] as const;
const SHOWN = 10;

const SAID: ReadonlyMap<string, { readonly span?: Span; readonly scope?: 'space' }> = new Map([
  ['week', { span: 'week' }],
  ['this week', { span: 'week' }],
  ['周', { span: 'week' }],
  ['本周', { span: 'week' }],
  ['month', { span: 'month' }],
  ['this month', { span: 'month' }],
  ['月', { span: 'month' }],
  ['本月', { span: 'month' }],
  ['all', { span: 'all' }],
  ['全部', { span: 'all' }],
  ['space', { scope: 'space' }],
  ['everywhere', { scope: 'space' }],
  ['全部频道', { scope: 'space' }],
]);

/** Who answers best, by right first answers; only those are named who asked for it. */
export const top = defineCommand({
  name: 'top',
  typed: ['top', 'leaderboard', '排行榜', '排名'],
  audience: 'actor',
  args: z.object({ span: z.enum(SPANS).default('month'), scope: z.enum(SCOPES).default('here'), lang: languageArg }),
  read: (rest) => (rest === '' ? {} : SAID.get(rest.toLowerCase())),
  run: async ({ span, scope }, context): Promise<Reply> => {
    const { words } = context;
    const title = words.topTitle(scope === 'here' ? words.topHere : words.topSpace, wordsFor(span, context));
    return {
      summary: words.topSummary,
      replaces: true,
      blocks: [
        { kind: 'heading', text: title },
        ...(await board(scopeOf(scope, context), await periodOf(span, context), title, context)),
        { kind: 'buttons', buttons: await buttons(span, scope, context) },
      ],
    };
  },
});

function wordsFor(span: Span, { words }: Context): string {
  return { week: words.periodWeek, month: words.periodMonth, all: words.periodAll }[span];
}

/** As a button begins. */
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const scopeOf = (scope: (typeof SCOPES)[number], { turn: { conversation } }: Context): Scope =>
  scope === 'space' ? { space: conversation.space } : { conversation: conversation.id };

/** The week or month that it is where the quiz is at home; where there is none, by the clock of the one who asks. */
async function periodOf(span: Span, context: Context): Promise<Period> {
  if (span === 'all') return 'all';
  const schedule = await recordsOf(context).schedules.find(context.turn.conversation.id);
  const day = localDay(context.services.now(), schedule?.timetable.zone ?? (await zoneOf(context)));
  return span === 'week' ? weekPeriod(day) : monthPeriod(day);
}

async function board(scope: Scope, period: Period, caption: string, context: Context): Promise<Block[]> {
  const { words, turn, language } = context;
  const { standings, schedules } = recordsOf(context);
  const schedule = await schedules.find(turn.conversation.id);
  const own = await standings.own(scope, period, turn.actor.id);
  const best = schedule?.isQuiet ? [] : await standings.top(scope, period, SHOWN);
  const people = await standings.people(scope, period);
  if (people === 0) return [{ kind: 'prose', text: words.topEmpty }];
  const streaks = schedule ? await streaksIn(schedule, context) : [];
  const place = own ? [words.ownPlace(own.rank, people, words.topScore(own.correct, own.answered))] : [];
  return [
    ...(best.length > 0 ? [leaderboard(best, { caption, own: own?.learner }, words, language)] : []),
    { kind: 'caption', text: [...place, ...streaks, schedule?.isQuiet ? words.quietHere : words.topHow].join('\n') },
  ];
}

/** How long the person, and the team, have answered day after day. */
async function streaksIn({ conversation, timetable }: KeptSchedule, context: Context): Promise<string[]> {
  const { turn, words, services } = context;
  const today = localDay(services.now(), timetable.zone);
  const streak = async (actor?: ActorId) =>
    streakOf(await recordsOf(context).standings.daysAnswered(conversation, addDays(today, -STREAK_HORIZON_DAYS), actor), today, timetable);
  const [own, team] = [await streak(turn.actor.id), await streak()];
  return [
    ...(own.length > 1 ? [words.ownStreak(own.length, own.frozen.length)] : []),
    ...(team.length > 1 ? [words.teamStreak(team.length)] : []),
  ];
}

async function buttons(span: Span, scope: (typeof SCOPES)[number], context: Context): Promise<Button[]> {
  const { words, language, turn, services } = context;
  const to = (label: string, args: Record<string, string>): Button => ({
    label,
    intent: { command: 'top', args: { span, scope, ...args, lang: language } },
  });
  const isNamed = await services.preferences.isNamed(turn.actor.id);
  return [
    ...SPANS.filter((other) => other !== span).map((other) => to(capital(wordsFor(other, context)), { span: other })),
    ...(turn.conversation.isDirect
      ? []
      : [scope === 'here' ? to(words.topSpace, { scope: 'space' }) : to(words.topHere, { scope: 'here' })]),
    { label: isNamed ? words.hideMe : words.nameMe, intent: { command: 'name', args: { show: isNamed ? '0' : '1', lang: language } } },
    languageButton(language, 'top', { span, scope }),
  ];
}

const NAMED: ReadonlyMap<string, { readonly show: string }> = new Map(
  ['on', 'show', '显示', '公开', 'off', 'hide', '隐藏', '匿名'].map((word, at) => [word, { show: at < 4 ? '1' : '0' }]),
);

/** Names a person on leaderboards, or no longer. */
export const name = defineCommand({
  name: 'name',
  typed: ['name', '名字'],
  audience: 'actor',
  args: z.object({ show: z.enum(['0', '1']), lang: languageArg }),
  read: (rest) => NAMED.get(rest.toLowerCase()),
  run: async ({ show }, { turn, services, words }): Promise<Reply> => {
    const isNamed = show === '1';
    await services.preferences.setNamed(turn.actor, isNamed);
    const text = isNamed ? words.named : words.unnamed;
    return { summary: text, blocks: [{ kind: 'caption', text }] };
  },
});
