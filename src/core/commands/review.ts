import { z } from 'zod';
import { type Context, defineCommand, languageArg, notTyped, withoutArguments } from '../command.ts';
import { nameIn } from '../content/concept.ts';
import { UserError } from '../errors.ts';
import type { Block, Button, Reply } from '../reply.ts';
import type { Sitting } from '../review/desk.ts';
import { RATINGS } from '../review/memory.ts';
import type { Offer } from '../review/queue.ts';
import { languageButton } from './buttons.ts';
import { backOf, cardOf, frontOf, intervalLabel, leechOf } from './review-card.ts';
import { endHold } from './review-habits.ts';
import { dayLabel, habitsOf, reviewsOf, sittingOf } from './review-room.ts';

const id = z.string().max(64);
const place = { c: id, n: z.coerce.number().int().min(0), f: z.coerce.number().int().min(0).max(99) };
const DAY_MS = 86_400_000;

/** Asks for what would be forgotten next; the same wherever it was left off. */
export const review = defineCommand({
  name: 'review',
  typed: ['review', '复习', '復習', '複習'],
  audience: 'actor',
  args: z.object({ after: id.optional(), more: z.literal('1').optional(), lang: languageArg }),
  read: withoutArguments,
  run: ({ after, more }, context): Promise<Reply> => nextCard(context, [], { after, wantsMore: more === '1' }),
});

/** Shows a side of a card. */
export const card = defineCommand({
  ...notTyped,
  name: 'card',
  audience: 'actor',
  args: z.object({ ...place, front: z.literal('1').optional(), lang: languageArg }),
  run: async ({ c, n, f, front }, context): Promise<Reply> => {
    const shown = await cardOf(c, context, { place: f, seen: n });
    return front ? frontOf(shown, context, [], undoButtons(await sittingOf(context), context)) : backOf(shown, context);
  },
});

/** Keeps how a card went, and shows the next one in its place. */
export const rate = defineCommand({
  ...notTyped,
  name: 'rate',
  audience: 'actor',
  args: z.object({ ...place, r: z.enum([...RATINGS, 'known']), lang: languageArg }),
  run: async ({ c, n, f, r }, context): Promise<Reply> => {
    const { words, turn, language, services } = context;
    const { concept, face } = await cardOf(c, context, { place: f });
    const { log } = reviewsOf(context);
    const evidence = r === 'known' ? ({ kind: 'known' } as const) : ({ kind: 'rated', rating: r } as const);
    const kept = await log.learn({ actor: turn.actor.id, concept: c, evidence, seen: n, face: face.id });
    if (kept === 'already') return nextCard(context, [words.alreadyRated]);
    const { memory } = await log.grip(turn.actor.id, c);
    const days = memory ? (memory.due.getTime() - services.now().getTime()) / DAY_MS : 0;
    return nextCard(context, [words.backIn(nameIn(concept, language), intervalLabel(days, words))]);
  },
});

/** Takes back the last review of today, and shows its card again. */
export const undo = defineCommand({
  name: 'undo',
  typed: ['undo', '撤销', '撤銷', '撤回'],
  audience: 'actor',
  args: z.object({ line: id.optional(), lang: languageArg }),
  read: withoutArguments,
  run: async ({ line }, context): Promise<Reply> => {
    const { words, turn, language } = context;
    const { last } = await sittingOf(context);
    if (!last || (line !== undefined && line !== last.id)) throw new UserError(() => words.nothingToUndo);
    const taken = await reviewsOf(context).log.undo({ actor: turn.actor.id, line: last });
    if (taken === 'already') throw new UserError(() => words.nothingToUndo);
    const shown = await cardOf(last.concept, context, { isAgain: true });
    return frontOf(shown, context, [words.takenBack(nameIn(shown.concept, language))], []);
  },
});

async function nextCard(
  context: Context,
  remarks: readonly string[],
  asked: { readonly after?: string | undefined; readonly wantsMore?: boolean } = {},
): Promise<Reply> {
  const sitting = await sittingOf(context, asked);
  const [offer] = sitting.queue.offers;
  if (!offer) return theEnd(sitting, context, remarks);
  const shown = await cardOf(offer.concept, context);
  const above = [...remarks, ...standingOf(offer, sitting, context)];
  return (offer.isLeech ? leechOf : frontOf)(shown, context, above, undoButtons(sitting, context));
}

/** How much is before the learner, in a line. */
function standingOf({ kind }: Offer, { queue, isCut }: Sitting, { words }: Context): string[] {
  const left = queue.offers.length;
  if (kind === 'new') return [words.newLeft(left)];
  return [queue.isBack ? words.welcomeBack(left, counted(queue.waiting, isCut)) : words.reviewLeft(left)];
}

const counted = (count: number, isCut: boolean): string => (isCut ? `${count}+` : String(count));

function undoButtons({ last }: Sitting, { words, language }: Context): Button[] {
  return last ? [{ label: words.undo, intent: { command: 'undo', args: { line: last.id, lang: language } } }] : [];
}

/** What is said when nothing is left: when something comes again, and what else one may do. */
async function theEnd(sitting: Sitting, context: Context, remarks: readonly string[]): Promise<Reply> {
  const { words, language } = context;
  const { queue, next, last } = sitting;
  const { zone } = await habitsOf(context);
  const held = queue.heldUntil && words.heldUntil(dayLabel(queue.heldUntil, zone, context));
  const said = held ?? (last || queue.waiting > 0 ? words.reviewDone : words.reviewNothing);
  const notes = [
    ...(queue.waiting > 0 ? [words.reviewWaits(counted(queue.waiting, sitting.isCut))] : []),
    ...(next && !held ? [words.reviewNext(dayLabel(next, zone, context))] : []),
  ];
  const button = (label: string, command: string, args = {}): Button => ({ label, intent: { command, args: { ...args, lang: language } } });
  const onward = held
    ? [endHold(context)]
    : [...(await oneMore(context)), button(words.aQuiz, 'quiz'), button(words.ownProgress, 'progress')];
  return {
    summary: said,
    replaces: true,
    blocks: [
      { kind: 'heading', text: words.reviewTitle },
      ...remarks.map((text): Block => ({ kind: 'caption', text })),
      { kind: 'prose', text: said },
      ...(notes.length > 0 ? [{ kind: 'caption', text: notes.join('\n') } as const] : []),
      { kind: 'buttons', buttons: [...onward, ...undoButtons(sitting, context), languageButton(language, 'review')] },
    ],
  };
}

/** The way beyond the limits of the day, where there is something. */
async function oneMore(context: Context): Promise<Button[]> {
  const { offers } = (await sittingOf(context, { wantsMore: true })).queue;
  const { words, language } = context;
  return offers.length === 0 ? [] : [{ label: words.oneMore, intent: { command: 'review', args: { more: '1', lang: language } } }];
}
