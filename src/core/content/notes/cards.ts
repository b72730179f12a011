import { hasHan } from '../../search/text.ts';
import { hideNames } from '../hide-names.ts';
import type { Language } from '../schema.ts';
import { keyOf } from './found.ts';
import type { NoteList, NoteName, NoteTerm, ParsedNote } from './note.ts';
import { joinText } from './rich.ts';

/** A front and a back, reviewed on a schedule. */
export interface Card {
  /** `<concept>:define`, `:name`, `:parts` or `:cloze`: as lasting as the concept's id. */
  readonly id: string;
  readonly front: string;
  readonly back: string;
  /** The id of the concept that it is about. */
  readonly concept: string;
}

/** What cards are made of. */
export interface CardSource {
  readonly note: ParsedNote;
  /** The concept of each of the note's terms, in their order. */
  readonly ids: readonly string[];
  /** Finds the concept of a list whose name is no term of the note; left out, such lists give no cards. */
  readonly findConcept?: (names: readonly NoteName[]) => string | undefined;
}

/**
 * The flashcards of a note: term → definition and definition → term for each
 * term, the parts of each list that belongs to a concept, and each sentence in
 * which a term is marked. Where several share a concept, the first has the card.
 */
export function createCards({ note, ids, findConcept = () => undefined }: CardSource): Card[] {
  const ownIds = idsByName(note.terms, ids);
  const cards = note.terms.flatMap((term, index) => termCards(term, ids[index] ?? '', note.language));
  for (const list of note.lists) {
    const wholes = [...list.names, ...list.names.map((name) => ({ ...name, text: wholeOf(name.text) }))];
    const own = wholes.map(({ text }) => ownIds.get(keyOf(text))).find((id) => id !== undefined);
    const concept = own ?? findConcept(list.names) ?? findConcept(wholes);
    if (concept !== undefined) cards.push(partsCard(list, concept, note.language));
  }
  for (const { names, sentence } of note.clozes) {
    const concept = names.map(({ text }) => ownIds.get(keyOf(text))).find((id) => id !== undefined);
    const texts = names.map(({ text }) => text);
    if (concept !== undefined) cards.push({ id: `${concept}:cloze`, front: hideNames(sentence, texts), back: labelOf(names), concept });
  }
  return [...new Map(cards.toReversed().map((card) => [card.id, card])).values()].toReversed();
}

/** Whether a name is a whole question or sentence, as that of a flashcard may be. */
export const isQuestion = (name: string): boolean => /[?？.。!！:：…]$/.test(name);

/** What a heading of parts is about: 节点的组成, "Parts of a node" → 节点, node. A name that is nothing else stays as it is. */
function wholeOf(name: string): string {
  const whole = name.replace(PARTS_OF, '').replace(SOMETHINGS_PARTS, '').replace(SOMETHINGS_PARTS_ZH, '').trim();
  return whole === '' ? name : whole;
}

const PARTS_OF = /^(?:the )?(?:(?:main|core|key|basic) )?(?:parts|components|pieces) of (?:an? |the )?/i;
const SOMETHINGS_PARTS = /(?:['’]s)?\s+(?:(?:main|core|key|basic)\s+)?(?:parts|components)$/i;
const SOMETHINGS_PARTS_ZH = /(?:上面?的|里面?的|中的|包含的|的)?(?:主要|核心|关键|基本)?(?:组成部分|组成|组件|部件|构成)$/;

function idsByName(terms: readonly NoteTerm[], ids: readonly string[]): ReadonlyMap<string, string> {
  const named = terms.flatMap(({ names }, index) => names.map(({ text }) => [keyOf(text), ids[index] ?? ''] as const));
  return new Map(named.toReversed());
}

function termCards({ names, definition }: NoteTerm, concept: string, language: Language): Card[] {
  const label = labelOf(names);
  const first = names[0]?.text ?? '';
  // A flashcard whose front is no name is called by it.
  if (isQuestion(first)) return [{ id: `${concept}:define`, front: first, back: definition, concept }];
  const front = language === 'zh' ? `${joinText(['什么是', label])}？` : `What is ${label}?`;
  const hidden = hideNames(
    definition,
    names.map(({ text }) => text),
  );
  const cards = [{ id: `${concept}:define`, front, back: definition, concept }];
  // A definition that is little more than the name would ask for nothing.
  return /\p{L}{2}/u.test(hidden) && first !== '' ? [...cards, { id: `${concept}:name`, front: hidden, back: label, concept }] : cards;
}

function partsCard({ names, items }: NoteList, concept: string, language: Language): Card {
  const label = wholeOf(names[0]?.text ?? '');
  // In a note of few words, the names of the parts may be most of its text.
  const isChinese = language === 'zh' || hasHan(label);
  const front = isChinese ? joinText([label, '由哪些部分组成？']) : `Name the parts of ${label}.`;
  return { id: `${concept}:parts`, front, back: items.join(isChinese ? '、' : ', '), concept };
}

/** `镜像（Image）`, `Kubernetes (K8s)`. */
function labelOf([first, ...others]: readonly NoteName[]): string {
  const name = first?.text ?? '';
  if (others.length === 0) return name;
  const more = others.map(({ text }) => text);
  return [first, ...others].some((each) => each && hasHan(each.text)) ? `${name}（${more.join('，')}）` : `${name} (${more.join(', ')})`;
}
