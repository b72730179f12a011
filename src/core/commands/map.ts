import { z } from 'zod';
import { CHART_LIMITS, type MemoryMapChart, percentOf } from '../chart.ts';
import { type Context, defineCommand, languageArg } from '../command.ts';
import { nameIn } from '../content/concept.ts';
import { chartBlock } from '../illustrate.ts';
import { MEMBER_MS } from '../quiz/compose.ts';
import { type Block, type Button, type Reply, shorten } from '../reply.ts';
import { FEWEST_PEOPLE, memoryMap, type SharedRecall } from '../review/memory-map.ts';
import { languageButton } from './buttons.ts';
import { reviewsOf } from './review-room.ts';

const DAY_MS = 86_400_000;
/** Days from now at which recall is predicted. */
const AHEAD_DAYS = [0, 7, 30];
const LONGEST_NAME = 60;

const JOIN = ['join', 'in', 'on', '参加', '參加', '加入'];
const LEAVE = ['leave', 'out', 'off', '退出', '不参加', '不參加'];

/** Shows what those who answer in a channel would remember together; of nobody who did not agree, and of nobody alone. */
export const map = defineCommand({
  name: 'map',
  typed: ['map', 'memory map', '记忆地图', '記憶地圖'],
  audience: 'actor',
  args: z.object({ take: z.enum(['in', 'out']).optional(), lang: languageArg }),
  read: (rest) => {
    if (rest === '') return {};
    if (JOIN.includes(rest.toLowerCase())) return { take: 'in' };
    return LEAVE.includes(rest.toLowerCase()) ? { take: 'out' } : undefined;
  },
  run: async ({ take }, context): Promise<Reply> => {
    const { turn, words } = context;
    const { habits } = reviewsOf(context);
    if (take !== undefined) await habits.set(turn.actor.id, { isSharing: take === 'in' });
    const { isSharing } = await habits.of(turn.actor.id);
    return {
      summary: words.mapTitle,
      replaces: true,
      blocks: [
        { kind: 'heading', text: words.mapTitle },
        ...(turn.conversation.isDirect ? [{ kind: 'prose', text: words.mapInChannel } as const] : await shown(context)),
        { kind: 'caption', text: isSharing ? words.mapShared : words.mapNotShared },
        { kind: 'buttons', buttons: buttons(isSharing, context) },
      ],
    };
  },
});

async function shown(context: Context): Promise<Block[]> {
  const { turn, services, words, knowledge } = context;
  const now = services.now();
  const members = await reviewsOf(context).memories.ofMembers(turn.conversation.id, new Date(now.getTime() - MEMBER_MS));
  const people = members.filter(({ isSharing }) => isSharing).map(({ memories }) => memories);
  const how: Block = { kind: 'prose', text: words.mapHow(FEWEST_PEOPLE) };
  if (people.length < FEWEST_PEOPLE) return [how, { kind: 'caption', text: words.mapTooFew(people.length, FEWEST_PEOPLE) }];
  const times = AHEAD_DAYS.map((days) => new Date(now.getTime() + days * DAY_MS));
  const known = memoryMap(people, times, services.model).filter(({ concept }) => knowledge.library.concepts.has(concept));
  if (known.length === 0) return [how, { kind: 'caption', text: words.chartNothing }];
  return [picture(known, people.length, context)];
}

function picture(known: readonly SharedRecall[], people: number, { words, language, knowledge }: Context): Block {
  const rows = known.slice(0, CHART_LIMITS.concepts).map(({ concept, recall }) => {
    const found = knowledge.library.concepts.get(concept);
    return { name: found ? shorten(nameIn(found, language), LONGEST_NAME) : concept, recall };
  });
  const chart: MemoryMapChart = {
    kind: 'memory-map',
    title: words.mapTitle,
    caption: words.mapCaption(rows.length, known.length, people),
    columns: words.mapTimes,
    rows,
  };
  const lines = rows.map(({ name, recall }) => {
    const figures = words.mapTimes.map((time, at) => words.chartRecall(time, percentOf(recall[at] ?? 0)));
    return `- ${words.labelled(`**${name}**`, figures.join(words.listJoin))}`;
  });
  return chartBlock(chart, language, [
    { kind: 'caption', text: chart.caption ?? '' },
    { kind: 'prose', text: lines.join('\n') },
  ]);
}

function buttons(isSharing: boolean, { words, language }: Context): Button[] {
  const take = isSharing ? 'out' : 'in';
  return [
    { label: isSharing ? words.mapLeave : words.mapJoin, intent: { command: 'map', args: { take, lang: language } } },
    languageButton(language, 'map'),
  ];
}
