import { z } from 'zod';
import { type Context, defineCommand, languageArg, notTyped } from '../command.ts';
import { LANGUAGES } from '../content/schema.ts';
import { wordsIn } from '../i18n/words.ts';
import type { Block, Button } from '../reply.ts';
import { clockLabel } from '../schedule/describe.ts';
import { sentenceOn } from './daily-show.ts';
import { quizToday } from './home-quiz.ts';
import { streakIn } from './progress.ts';
import { sittingOf } from './review-room.ts';

/** Six in the evening: what one is offered to be reminded at. */
const EVENING = 18 * 60;

/** The page that a person finds where a platform gives the bot one: what is due, where to begin, and what can be set. */
export const home = defineCommand({
  ...notTyped,
  name: 'home',
  audience: 'actor',
  args: z.object({ lang: languageArg }),
  run: async (_args, context) => {
    const { words, knowledge, services } = context;
    return {
      summary: words.helpTitle,
      blocks: [
        { kind: 'heading', text: words.helpTitle },
        { kind: 'prose', text: words.homeIntro(knowledge.library.concepts.size, `/${services.commandName}`) },
        ...(await today(context)),
        { kind: 'divider' },
        {
          kind: 'buttons',
          buttons: [
            to(context, words.allTopics, 'topics'),
            to(context, words.pathTitle, 'path'),
            to(context, words.homeStory, 'story'),
            to(context, words.flowsTitle, 'flow'),
            to(context, words.homeRandom, 'random'),
            to(context, words.helpSummary, 'help'),
          ],
        },
        { kind: 'divider' },
        ...(await settings(context)),
        { kind: 'prose', text: words.languageHint },
        {
          kind: 'buttons',
          buttons: LANGUAGES.map((chosen) => ({
            label: wordsIn(chosen).inThisLanguage,
            intent: { command: 'lang', args: { to: chosen } },
          })),
        },
      ],
    };
  },
});

const to = ({ language }: Context, label: string, command: string, args: Readonly<Record<string, string>> = {}): Button => ({
  label,
  intent: { command, args: { ...args, lang: language } },
});

/** What is before the person today; nothing where nothing is kept of them. */
async function today(context: Context): Promise<Block[]> {
  const { words, services } = context;
  if (!services.reviews) return [];
  const quiz = await quizToday(context);
  const { offers } = (await sittingOf(context)).queue;
  const due = offers[0]?.kind === 'new' ? words.newLeft(offers.length) : words.reviewLeft(offers.length);
  return [
    { kind: 'prose', text: `**${offers.length === 0 ? words.reviewNothing : due}**` },
    ...(await streakIn(context)),
    // A question that waits says enough of when it comes.
    ...(quiz.kind === 'question' ? [] : await quizHere(context)),
    {
      kind: 'buttons',
      buttons: [
        to(context, words.startReview, 'review'),
        // Nor does anyone who has a question before them need another.
        ...(quiz.kind === 'question' ? [] : [to(context, words.aQuiz, 'quiz')]),
        to(context, words.ownProgress, 'progress'),
      ],
    },
    ...(quiz.kind === 'nothing' ? [] : quiz.blocks),
  ];
}

/** When the quiz of the day comes that comes next in the space; not where, since the channel may be a private one. */
async function quizHere(context: Context): Promise<Block[]> {
  const schedule = await context.services.records?.schedules.nextIn(context.turn.conversation.space);
  return schedule ? [{ kind: 'caption', text: context.words.homeDaily(sentenceOn(schedule, context)) }] : [];
}

/** What a person has chosen, and how to choose otherwise. */
async function settings(context: Context): Promise<Block[]> {
  const { words, services, turn } = context;
  if (!services.reviews) return [];
  const [reminder, isNamed] = await Promise.all([
    services.reviews.reminders.find(turn.actor.id),
    services.preferences.isNamed(turn.actor.id),
  ]);
  const time = clockLabel(reminder?.minuteOfDay ?? EVENING);
  const said = [reminder ? words.homeReminded(time) : words.homeNotReminded, isNamed ? words.homeNamed : words.homeUnnamed];
  return [
    { kind: 'prose', text: `**${words.homeSettings}**\n\n${said.map((line) => `- ${line}`).join('\n')}` },
    {
      kind: 'buttons',
      buttons: [
        reminder
          ? to(context, words.homeRemindOff, 'remind', { off: '1' })
          : to(context, words.homeRemindAt(time), 'remind', { at: String(EVENING) }),
        to(context, isNamed ? words.homeUnnameMe : words.homeNameMe, 'name', { show: isNamed ? '0' : '1' }),
      ],
    },
  ];
}
