import { type Concept, nameIn, namesOf } from '../content/concept.ts';
import type { Library } from '../content/library.ts';
import type { Language } from '../content/schema.ts';
import { QUIZ_ITEM_WORDS as WORDS } from '../i18n/quiz-items.ts';
import { hasHan, holds } from '../search/text.ts';
import { names } from './apart.ts';
import { candidatesFor, isCard } from './candidates.ts';
import { contrastsOf } from './contrasts.ts';
import { explainer, whyWrong } from './explain.ts';
import { masked } from './mask.ts';
import { type Draft, type Prompt, promptFrom } from './prompt.ts';
import { inEach, writtenIn } from './texts.ts';

/** The questions that can be made of a concept, in a fixed order; none of a story or a card, and none where too few others are surely wrong. */
export function madeOf(concept: Concept, library: Library): Prompt[] {
  if (concept.kind === 'story' || isCard(concept)) return [];
  const candidates = candidatesFor(concept, library);
  const drafts = [
    byDefinition(concept, library, candidates),
    byName(concept, library, candidates),
    ...contrastsOf(concept, library, candidates),
  ];
  return drafts.flatMap((draft) => promptFrom(draft) ?? []);
}

type Candidates = ReturnType<typeof candidatesFor>;

/** Shows the definition and asks for the name; of a component, as a part of what it belongs to. */
function byDefinition(concept: Concept, library: Library, candidates: Candidates): Draft {
  const [whole] = concept.kind === 'component' ? concept.partOf.flatMap((id) => library.concepts.get(id) ?? []) : [];
  const [place] = concept.kind === 'component' ? concept.runsOn.flatMap((id) => library.concepts.get(id) ?? []) : [];
  const stem = (language: Language) => {
    const definition = hidden(concept, language);
    if (definition === undefined) return undefined;
    const named = (other: Concept) => ({ name: nameIn(other, language), kind: other.kind });
    if (whole) return WORDS.whichPart[language](named(whole), definition);
    if (place) return WORDS.whatRunsOn[language](named(place), definition);
    return WORDS.whatIsIt[language](concept.kind, definition);
  };
  const sort = whole || place ? 'which-part' : 'name-of-definition';
  return {
    id: `${concept.id}/made--name`,
    concept: concept.id,
    sort,
    languages: writtenIn(concept),
    stem: inEach(concept, stem),
    right: { text: inEach(concept, (language) => nameIn(concept, language)), concept: concept.id },
    wrong: candidates
      .filter(({ concept: other }) => !names(concept, other))
      .map(({ concept: other, isMixUp }) => ({
        text: inEach(other, (language) => nameIn(other, language)),
        concept: other.id,
        wrong: inEach(other, (language) => whyWrong(concept, other, language)),
        isMixUp,
        isNeeded: false,
      })),
    explain: explainer(concept, library, (language, more) =>
      more === undefined ? meaning(concept, language) : WORDS.theAnswerIs[language](nameIn(concept, language)),
    ),
  };
}

/** A definition without the concept's names; none where one shows in spite of that. */
function hidden(concept: Concept, language: Language): string | undefined {
  const definition = masked(concept.wordings[language]?.definition ?? '', namesOf(concept));
  // A Chinese name that is left stands across two words.
  return namesOf(concept).some((name) => !hasHan(name) && holds(definition, name)) ? undefined : definition;
}

/** Shows the name and asks for the definition. */
function byName(concept: Concept, library: Library, candidates: Candidates): Draft {
  const titles = library.decks.find(({ id }) => id === concept.deck)?.titles;
  const subject = (language: Language) => {
    const title = titles?.[language]?.title;
    return title === undefined || holds(nameIn(concept, language), title) ? undefined : title;
  };
  return {
    id: `${concept.id}/made--definition`,
    concept: concept.id,
    sort: 'definition-of-name',
    languages: writtenIn(concept),
    stem: inEach(concept, (language) => WORDS.whatIsMeant[language](nameIn(concept, language), concept.kind, subject(language))),
    right: { text: inEach(concept, (language) => definitionOf(concept, language)), concept: concept.id },
    wrong: candidates
      .filter(({ concept: other }) => !names(concept, other) && !names(other, concept))
      .map(({ concept: other, isMixUp }) => ({
        text: inEach(other, (language) => definitionOf(other, language)),
        concept: other.id,
        wrong: inEach(other, (language) => WORDS.describes[language](nameIn(other, language))),
        isMixUp,
        isNeeded: false,
      })),
    explain: explainer(concept, library, (language) => meaning(concept, language)),
  };
}

const meaning = (concept: Concept, language: Language): string =>
  WORDS.means[language](nameIn(concept, language), concept.wordings[language]?.definition ?? '');

/** A definition as a choice; none where it says its own name, which would tell whose it is. */
function definitionOf(concept: Concept, language: Language): string | undefined {
  const definition = concept.wordings[language]?.definition ?? '';
  return namesOf(concept).some((name) => holds(definition, name)) ? undefined : definition;
}
