import type { Context } from '../command.ts';
import { type Concept, nameIn, wordingIn } from '../content/concept.ts';
import { UserError } from '../errors.ts';
import type { Words } from '../i18n/words.ts';
import { type Block, BUDGET, type Button, proseBlocks, type Reply, shorten } from '../reply.ts';
import { chooseFace, type Face, facesOf } from '../review/cards.ts';
import { RATINGS } from '../review/memory.ts';
import type { Grip } from '../review/records.ts';
import { languageButton } from './buttons.ts';
import { contrasts, example } from './explanation.ts';
import { reviewsOf } from './review-room.ts';

/** A concept as it is asked for. */
export interface ShownCard {
  readonly concept: Concept;
  readonly face: Face;
  /** The face's place among those of its concept: short enough for a button. */
  readonly place: number;
  readonly grip: Grip;
  /** How many lines the log had when the card was first shown. */
  readonly seen: number;
}

/** A month and a year as people say them of intervals. */
const [MONTH, YEAR] = [30.4, 365];
const MONTHS_FROM = 45;

/**
 * A card of a concept: the face that is asked for, else the one that was shown longest ago.
 *
 * @throws UserError where the notes no longer have the concept.
 */
export async function cardOf(
  id: string,
  context: Context,
  shown: { readonly place?: number; readonly seen?: number; readonly isAgain?: boolean } = {},
): Promise<ShownCard> {
  const { library } = context.knowledge;
  const concept = library.concepts.get(id);
  if (!concept) throw new UserError((words) => words.unknownConcept);
  const grip = await reviewsOf(context).log.grip(context.turn.actor.id, id);
  const faces = facesOf(concept, library, context.language);
  const face = faces[shown.place ?? -1] ?? (shown.isAgain ? newest(faces, grip.shownAt) : undefined) ?? chooseFace(faces, grip.shownAt);
  if (!face) throw new Error(`concept ${id} has no face`);
  return { concept, face, place: faces.indexOf(face), grip, seen: shown.seen ?? grip.lines };
}

/** The face that was shown last. */
function newest(faces: readonly Face[], shownAt: Grip['shownAt']): Face | undefined {
  const shown = faces.filter(({ id }) => shownAt.has(id));
  return shown.toSorted((a, b) => Number(shownAt.get(b.id)) - Number(shownAt.get(a.id)))[0];
}

/** The front of a card. */
export function frontOf(card: ShownCard, context: Context, above: readonly string[], undo: readonly Button[]): Reply {
  const { words, language } = context;
  const here = placeOf(card);
  return {
    summary: words.reviewSummary(firstLine(card.face.front)),
    replaces: true,
    blocks: [
      heading(words),
      ...above.map((text): Block => ({ kind: 'caption', text })),
      ...sideOf(card.face.front),
      {
        kind: 'buttons',
        buttons: [
          { label: words.showAnswer, intent: { command: 'card', args: { ...here, lang: language } } },
          rateButton(card, 'known', words.iKnowThis, context),
          ...undo,
          languageButton(language, 'card', { ...here, front: '1' }),
        ],
      },
    ],
  };
}

/** The back of a card, with how to say how it went. */
export function backOf(card: ShownCard, context: Context): Reply {
  const { words, language, services } = context;
  const days = services.model.preview(card.grip.memory, services.now());
  const ratings = RATINGS.map((rating) =>
    rateButton(card, rating, words.rate(words.rating[rating], intervalLabel(days[rating], words)), context),
  );
  return {
    summary: words.reviewSummary(nameIn(card.concept, language)),
    replaces: true,
    blocks: [
      heading(words),
      ...sideOf(card.face.front),
      { kind: 'divider' },
      ...sideOf(card.face.back),
      { kind: 'buttons', buttons: ratings },
      { kind: 'buttons', buttons: [readAbout(card.concept, context), languageButton(language, 'card', placeOf(card))] },
    ],
  };
}

/** A concept that was missed again and again: what it is, what it is not, and an example. */
export function leechOf(card: ShownCard, context: Context, above: readonly string[], undo: readonly Button[]): Reply {
  const { words, language } = context;
  const { wording } = wordingIn(card.concept, language);
  const front = { ...placeOf(card), front: '1', lang: language };
  return {
    summary: words.reviewSummary(wording.name),
    replaces: true,
    blocks: [
      { kind: 'heading', text: shorten(wording.name, BUDGET.heading) },
      ...[...above, words.leech(card.grip.memory?.misses ?? 0)].map((text): Block => ({ kind: 'caption', text })),
      ...sideOf(wording.definition),
      ...contrasts(card.concept, context),
      ...example(card.concept, context),
      {
        kind: 'buttons',
        buttons: [
          { label: words.askMeNow, intent: { command: 'card', args: front } },
          { label: words.later, intent: { command: 'review', args: { after: card.concept.id, lang: language } } },
          readAbout(card.concept, context),
          ...undo,
          languageButton(language, 'review'),
        ],
      },
    ],
  };
}

/** How long until it comes back, in the largest unit that says enough. */
export function intervalLabel(days: number, words: Words): string {
  const [months, years] = [days / MONTH, days / YEAR].map((count) => String(Number(count.toFixed(count < 10 ? 1 : 0)))) as [string, string];
  if (days <= 1) return words.oneDay;
  if (days < MONTHS_FROM) return words.days(Math.round(days));
  return days < YEAR ? words.months(months) : words.years(years);
}

const heading = (words: Words): Block => ({ kind: 'heading', text: words.reviewTitle });

/** One side of a card; of a long one, as much as leaves room for the other. */
const sideOf = (markdown: string): Block[] => proseBlocks(markdown).slice(0, 1);

/** Without mark-up, for a notification. */
const firstLine = (markdown: string): string => shorten((markdown.split('\n', 1)[0] ?? '').replaceAll(/[`*]/g, ''), 200);

const placeOf = ({ concept, place, seen }: ShownCard) => ({ c: concept.id, n: String(seen), f: String(place) });

const rateButton = (card: ShownCard, as: string, label: string, { language }: Context): Button => ({
  label,
  intent: { command: 'rate', args: { ...placeOf(card), r: as, lang: language } },
});

const readAbout = ({ id }: Concept, { words, language }: Context): Button => ({
  label: words.learnMore,
  intent: { command: 'ask', args: { concept: id, lang: language } },
});
