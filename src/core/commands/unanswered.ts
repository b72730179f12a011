import { z } from 'zod';
import { type Context, defineCommand, languageArg, notTyped } from '../command.ts';
import type { Concept } from '../content/concept.ts';
import { StoreError, UserError } from '../errors.ts';
import { languageOf } from '../i18n/words.ts';
import { formOf } from '../inbox/form.ts';
import { scrub } from '../inbox/scrub.ts';
import type { Button, Reply } from '../reply.ts';
import { conceptButton } from './answer.ts';
import { inboxOf } from './gaps.ts';
import { reviewsOf } from './review-room.ts';

/** What a question that may be kept for a while begins with. */
const KEPT = 'none ';

/** Says that the notes have no answer. The question itself is not repeated: it may hold anything. */
export async function notInNotes(question: string, nearest: readonly Concept[], context: Context): Promise<Reply> {
  const { words, language } = context;
  const topics = { label: words.allTopics, intent: { command: 'topics', args: { lang: language } } };
  const buttons = [...nearest.map((concept) => conceptButton(concept, context)), topics, ...(await tellButton(question, context))];
  return {
    summary: words.unknownSummary,
    blocks: [
      { kind: 'heading', text: words.unknownTitle },
      { kind: 'prose', text: words.unknown },
      ...(nearest.length > 0 ? [{ kind: 'caption', text: words.nearest } as const] : []),
      { kind: 'buttons', buttons },
    ],
  };
}

/** Keeps the question for authors, and offers to show it to them; nothing where they are shown it anyway. */
async function tellButton(question: string, context: Context): Promise<Button[]> {
  const { turn, services, words, language } = context;
  const { actor, conversation } = turn;
  const [text, form] = [scrub(question), formOf(scrub(question))];
  // Alone with the bot and in no space, there are no authors to be told.
  if (!services.inbox || form === '' || conversation.space === actor.id) return [];
  const { inbox } = services;
  const asked = { space: conversation.space, text, form, language: languageOf(text) ?? language };
  const kept = await unlessAway(() => inbox.note(actor.id, asked), context);
  if (!kept || kept.isShown) return [];
  return [{ label: words.tellAuthors, intent: { command: 'tell', args: { gap: String(kept.gap), lang: language } } }];
}

/** While the store is away, an answer without a button is better than none. */
async function unlessAway<T>(work: () => Promise<T>, { services, turn }: Context): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    services.log.incident(turn.id, error);
    return undefined;
  }
}

/** Offers to say that none of the concepts offered was meant. The question waits in the store, scrubbed, for minutes. */
export async function noneButton(question: string, context: Context): Promise<Button[]> {
  const { services, turn, words, language } = context;
  const { reviews } = services;
  if (!services.inbox || !reviews || formOf(scrub(question)) === '') return [];
  const id = await unlessAway(() => reviews.people.ask(turn.actor.id, `${KEPT}${scrub(question)}`), context);
  return id === undefined ? [] : [{ label: words.noneOfThese, intent: { command: 'none', args: { id, lang: language } } }];
}

/** Whoever asked says that none of the concepts offered was meant. */
export const none = defineCommand({
  ...notTyped,
  name: 'none',
  audience: 'actor',
  args: z.object({ id: z.string().max(40), lang: languageArg }),
  run: async ({ id }, context): Promise<Reply> => {
    const kept = await reviewsOf(context).people.confirm(context.turn.actor.id, id);
    if (!kept?.startsWith(KEPT)) throw new UserError((words) => words.noneAgain);
    return { ...(await notInNotes(kept.slice(KEPT.length), [], context)), replaces: true };
  },
});

/** Whoever asked in vain agrees that the authors of the notes see the question. */
export const tell = defineCommand({
  ...notTyped,
  name: 'tell',
  audience: 'actor',
  args: z.object({ gap: z.coerce.number().int().positive(), lang: languageArg }),
  run: async ({ gap }, context): Promise<Reply> => {
    const told = await inboxOf(context).consent(context.turn.actor.id, gap);
    if (told === 'not yours') throw new UserError((words) => words.tellNotYours);
    const text = context.words.toldAuthors;
    return { summary: text, blocks: [{ kind: 'caption', text }] };
  },
});
