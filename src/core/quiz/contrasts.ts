import { type Concept, nameIn, namesOf } from '../content/concept.ts';
import type { Library } from '../content/library.ts';
import { LANGUAGES, type Language } from '../content/schema.ts';
import { QUIZ_ITEM_WORDS as WORDS } from '../i18n/quiz-items.ts';
import { hasHan, holds } from '../search/text.ts';
import type { Candidate } from './candidates.ts';
import { whyWrong } from './explain.ts';
import { beginsWith, maskedAll } from './mask.ts';
import { wordsOf } from './profile.ts';
import type { Draft } from './prompt.ts';
import { inEach, writtenIn } from './texts.ts';

/** Fewer words say too little to be about one thing alone. */
const TELLING = 2;
/** A concept whose definition, or whose texts together, hold so large a share of what is said may be meant. */
const FITS = { definition: 0.33, all: 0.67 };
const GAPS = ['①', '②'] as const;
/** Sides that say what sort of word a thing is instead of what it does would fit others too. */
const VAGUE = /general (?:term|word)|\bone of\b|\bis (?:any|another)\b|such a|in (?:its|a) wider sense|总称|统称|其中一|这一类|之一/i;

/**
 * A question for each concept of the same kind with which a concept is mixed
 * up: the author's sentence about both, with gaps in the place of the names.
 */
export function contrastsOf(concept: Concept, library: Library, candidates: readonly Candidate[]): Draft[] {
  return concept.confusedWith.flatMap(({ id }) => {
    const other = library.concepts.get(id);
    return other && other.kind === concept.kind ? [contrast(concept, other, candidates)] : [];
  });
}

function contrast(concept: Concept, other: Concept, candidates: readonly Candidate[]): Draft {
  const sentence = (language: Language) => concept.confusedWith.find(({ id }) => id === other.id)?.[language];
  const gapped = (language: Language) => withGaps(sentence(language) ?? '', concept, other);
  const nameOf = (one: Concept) => inEach(one, (language) => nameIn(one, language));
  const further = candidates.filter(
    (candidate) =>
      candidate.concept.id !== other.id &&
      LANGUAGES.every((language) => !mayFit(candidate.concept, gapped(language)?.side ?? '', language)),
  );
  return {
    id: `${concept.id}/made--not-${other.id}`,
    concept: concept.id,
    sort: 'contrast',
    languages: writtenIn(concept),
    stem: inEach(concept, (language) => {
      const found = gapped(language);
      return found && WORDS.whichGap[language](found.text, found.gap);
    }),
    right: { text: nameOf(concept), concept: concept.id },
    wrong: [{ concept: other, isMixUp: true }, ...further].map((candidate) => ({
      text: nameOf(candidate.concept),
      concept: candidate.concept.id,
      wrong: inEach(candidate.concept, (language) => whyWrong(concept, candidate.concept, language)),
      isMixUp: candidate.isMixUp,
      isNeeded: candidate.concept.id === other.id,
    })),
    explain: (_, language) =>
      WORDS.joined[language]([
        WORDS.gapIs[language](gapped(language)?.gap ?? '', nameIn(concept, language)),
        WORDS.isNot[language](nameIn(other, language), sentence(language) ?? ''),
      ]),
  };
}

/** Whether a concept's own texts say so much of what a side of the sentence says that it could be meant. */
function mayFit(concept: Concept, side: string, language: Language): boolean {
  const { definition = '', body = '' } = concept.wordings[language] ?? {};
  const words = wordsOf(side);
  const share = (text: string) => words.intersection(wordsOf(text)).size / words.size;
  return words.size > 0 && (share(definition) >= FITS.definition || share(`${definition} ${body}`) >= FITS.all);
}

interface Gapped {
  readonly text: string;
  readonly gap: string;
  /** What it says of the concept that is asked for. */
  readonly side: string;
}

/** The sentence with gaps for the names; none where it does not say something telling of each in turn, or where a name would still show. */
function withGaps(sentence: string, concept: Concept, other: Concept): Gapped | undefined {
  const sides = sentence.split(/; |；/);
  if (sides.length !== 2 || /[.。].+[.。]/.test(sentence) || VAGUE.test(sentence)) return undefined;
  const pair = beginsWith(sides[0] ?? '', namesOf(concept)) ? [concept, other] : [other, concept];
  if (!pair.every((one, side) => beginsWith(sides[side] ?? '', namesOf(one)))) return undefined;
  const hide = (text: string) =>
    maskedAll(
      text,
      pair.map((one, side) => ({ names: namesOf(one), gap: GAPS[side] ?? '' })),
    );
  const hidden = hide(sentence);
  const text = hasHan(hidden) ? hidden.replace(/ ?([①②]) ?/g, '$1') : hidden;
  const gap = GAPS[pair.indexOf(concept)] ?? '';
  const side = hide(sides[pair.indexOf(concept)] ?? '');
  const saysTwice = pair.some((_, at) => hide(sides[at] ?? '').split(GAPS[at] ?? '').length > 2);
  if (saysTwice || wordsOf(side).size < TELLING || pair.flatMap(namesOf).some((name) => holds(text, name))) return undefined;
  return { text, gap, side };
}
