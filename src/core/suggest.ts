import type { Command } from './command.ts';
import { type Concept, nameIn, namesOf, wordingsOf } from './content/concept.ts';
import { type Language, otherLanguage } from './content/schema.ts';
import type { Knowledge } from './ports.ts';
import { shorten } from './reply.ts';
import { fold, hasHan, nameKey, tidy, unitsOf } from './search/text.ts';

/** Something that one may want to say, while one is still typing it. */
export interface Suggestion {
  /** What is shown, at most {@link LONGEST_SUGGESTION} characters. */
  readonly label: string;
  /** What is said when it is chosen, as if it had been typed; as long at most. */
  readonly text: string;
}

/** https://docs.discord.com/developers/interactions/application-commands#application-command-object-application-command-option-choice-structure */
export const LONGEST_SUGGESTION = 100;
/** As many as Discord shows. */
export const MOST_SUGGESTIONS = 25;
/** Of these, as many commands at most: there is also something to ask about. */
const MOST_COMMANDS = 18;

/**
 * Completes what a person types: concepts, by their names in either language, and commands.
 *
 * @param recent - the ids of what the person has looked up last, offered first while nothing is typed.
 */
export type Suggest = (text: string, language: Language, knowledge: Knowledge, recent?: readonly string[]) => readonly Suggestion[];

/** Completes from memory; the names of new notes are put in order when they are first asked for. */
export function createSuggest(commands: readonly Command[]): Suggest {
  const known = new WeakMap<Knowledge, readonly Name[]>();
  return (text, language, knowledge, recent = []) => {
    const names = known.get(knowledge) ?? namesIn(knowledge);
    known.set(knowledge, names);
    const typed = tidy(text);
    const words = wordsFor(typed, language, commands).slice(0, MOST_COMMANDS);
    const last = typed === '' ? recent.flatMap((id) => knowledge.library.concepts.get(id) ?? []) : [];
    const others = conceptsFor(typed, names, knowledge).filter((concept) => !last.includes(concept));
    const [before, behind] = [last, others].map((concepts) => concepts.map((concept) => suggestionOf(concept, language)));
    const found = [...(before ?? []), ...words.map((word) => ({ label: word, text: word })), ...(behind ?? [])].filter(fits);
    const said = { label: shorten(typed, LONGEST_SUGGESTION), text: typed };
    // Some clients send what stands first, so a question that is typed to its end stands there itself.
    const isWhole = typed === '' || !fits(said) || found.some(({ text: other }) => other.toLowerCase() === typed.toLowerCase());
    return [...(isWhole ? [] : [said]), ...found].slice(0, MOST_SUGGESTIONS);
  };
}

const fits = ({ text }: Suggestion): boolean => text.length <= LONGEST_SUGGESTION;

/** A name, or its end from one of its words on, by which a concept may be meant. */
interface Name {
  readonly key: string;
  readonly concept: Concept;
  /** Whether it is only another word for the concept, which is shown under its own name. */
  readonly isAlias: boolean;
  /** Which word of the name it begins with: people who type the first mean it more often than others. */
  readonly from: number;
}

/** All names, in the order of their spelling. */
function namesIn({ library }: Knowledge): Name[] {
  const names = [...library.concepts.values()].flatMap((concept) => {
    const shown = wordingsOf(concept).map(({ name }) => name);
    return namesOf(concept).flatMap((name) => {
      const units = unitsOf(fold(name)).map(({ text }) => text);
      return units.map((_, from): Name => ({ key: units.slice(from).join(''), concept, isAlias: !shown.includes(name), from }));
    });
  });
  return names.sort((one, other) => (one.key < other.key ? -1 : one.key > other.key ? 1 : 0));
}

/** What is surely meant, then the names that go on as the text ends, then what else search would offer. */
function conceptsFor(typed: string, names: readonly Name[], { library, find }: Knowledge): Concept[] {
  if (typed === '') return [...library.concepts.values()].filter(({ tier }) => tier === 1).slice(0, MOST_SUGGESTIONS);
  const { kind, ids, others } = find(typed);
  const conceptsOf = (some: readonly string[]) => some.flatMap((id) => library.concepts.get(id) ?? []);
  const sure = kind === 'answer' ? ids : [];
  return [...new Set([...conceptsOf(sure), ...goingOn(typed, names), ...conceptsOf([...ids, ...others])])];
}

/** Names that begin with the end of what was typed, be it the whole or its last words: "what is a kub" goes on to kubelet. */
function goingOn(typed: string, names: readonly Name[]): Concept[] {
  const units = unitsOf(fold(typed)).map(({ text }) => text);
  for (const from of units.keys()) {
    const key = nameKey(units.slice(from).join(''));
    const found = startingWith(key, names);
    if (found.length > 0) return found.sort(byLikelihood).map(({ concept }) => concept);
  }
  return [];
}

/** Own names before other words, their beginnings before what stands inside, what one learns first before the rest, the short before the long. */
const byLikelihood = (one: Name, other: Name): number =>
  Number(one.isAlias) - Number(other.isAlias) ||
  one.from - other.from ||
  one.concept.tier - other.concept.tier ||
  one.key.length - other.key.length ||
  (one.concept.id < other.concept.id ? -1 : 1);

/** The names whose key begins so; found by halving, since they stand in order. */
function startingWith(key: string, names: readonly Name[]): Name[] {
  let low = 0;
  let high = names.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((names[middle]?.key ?? '') < key) low = middle + 1;
    else high = middle;
  }
  const found: Name[] = [];
  for (let at = low; names[at]?.key.startsWith(key); at++) found.push(names[at] as Name);
  return found;
}

/** The commands whose word begins with what was typed, in the language of the typed text. */
function wordsFor(typed: string, language: Language, commands: readonly Command[]): string[] {
  const begun = typed.toLowerCase();
  return commands.flatMap(({ name, typed: all }) => {
    // What is no command is a question anyway, and nobody needs help with a hello.
    if (name === 'ask' || name === 'courtesy') return [];
    const isChinese = begun === '' ? language === 'zh' : hasHan(begun);
    return all.find((word) => hasHan(word) === isChinese && word.startsWith(begun) && word.length > 1) ?? [];
  });
}

function suggestionOf(concept: Concept, language: Language): Suggestion {
  const name = nameIn(concept, language);
  const other = nameIn(concept, otherLanguage(language));
  const label = name.toLowerCase() === other.toLowerCase() ? name : `${name} · ${other}`;
  return { label: shorten(label, LONGEST_SUGGESTION), text: name };
}
