import { type Concept, nameIn, namesOf, wordingIn } from '../content/concept.ts';
import { BLANK, hideNames, tellsEnough } from '../content/hide-names.ts';
import type { Library } from '../content/library.ts';
import { type Card, isQuestion } from '../content/notes/cards.ts';
import type { Language, Wording } from '../content/schema.ts';
import { wordsIn } from '../i18n/words.ts';
import { hasHan } from '../search/text.ts';

/** One way to ask for a concept: a front and a back, both Markdown. */
export interface Face extends Card {
  /** As lasting as the concept's id: whatever is edited, the face is the same. */
  readonly id: string;
  readonly language: Language;
}

/** What faces are made from. */
interface Source {
  readonly concept: Concept;
  readonly wording: Wording;
  readonly language: Language;
  readonly library: Library;
}

/** Longer commands are read, and not recalled. */
const MAX_COMMAND = 100;
const MAX_CLOZE = 240;

/**
 * All faces of a concept in a language, or in the other one where it is not
 * written in this: the definition both ways, a gap in its explanation, parts and
 * wholes, a command both ways, what it is confused with, and the cards of notes.
 * A front never holds what the back tells, under any name in either language.
 */
export function facesOf(concept: Concept, library: Library, wanted: Language): Face[] {
  const { wording, language } = wordingIn(concept, wanted);
  const source = { concept, wording, language, library };
  const made = [...definitionFaces(source), ...clozeFaces(source), ...partFaces(source), ...commandFaces(source), ...contrastFaces(source)];
  return [...made, ...noteFaces(source)];
}

/**
 * The face to show: the one that was shown longest ago, those that never were
 * first, in their order.
 *
 * @param shownAt - when a learner last saw each face.
 */
export function chooseFace(faces: readonly Face[], shownAt: ReadonlyMap<string, Date>): Face | undefined {
  const lastTime = ({ id }: Face) => shownAt.get(id)?.getTime() ?? Number.NEGATIVE_INFINITY;
  return faces.reduce<Face | undefined>((best, face) => (best && lastTime(best) <= lastTime(face) ? best : face), undefined);
}

function face({ concept: { id }, language }: Source, kind: string, front: string, back: string): Face {
  return { id: `${id}:${kind}:${language}`, concept: id, language, front, back };
}

const below = (prompt: string, text: string): string => `${prompt}\n\n${text}`;

function definitionFaces(source: Source): Face[] {
  const { concept, wording, language } = source;
  const { cardDefine, cardName } = wordsIn(language);
  const { name, definition } = wording;
  if (isQuestion(name)) return [face(source, 'define', name, definition)];
  const hidden = hideNames(definition, namesOf(concept));
  const define = face(source, 'define', cardDefine(name), definition);
  return tellsEnough(hidden) ? [define, face(source, 'name', below(cardName, hidden), labelOf(source))] : [define];
}

/** The name that is shown, and the one in the other language. */
function labelOf({ concept, wording, language }: Source): string {
  const other = nameIn(concept, language === 'en' ? 'zh' : 'en');
  if (other === wording.name) return wording.name;
  return language === 'zh' ? `${wording.name}（${other}）` : `${wording.name} (${other})`;
}

/** The first sentence of the explanation that names the concept and says enough without the name. */
function clozeFaces(source: Source): Face[] {
  const { concept, wording, language } = source;
  const { cardCloze } = wordsIn(language);
  const names = namesOf(concept);
  const hidden = sentencesOf(wording.body ?? '', language)
    .filter((sentence) => !/[:：]$/.test(sentence))
    .map((sentence) => hideNames(sentence, names))
    .find((sentence) => sentence.includes(BLANK) && tellsEnough(sentence) && sentence.length <= MAX_CLOZE);
  return hidden === undefined ? [] : [face(source, 'cloze', below(cardCloze, hidden), labelOf(source))];
}

function sentencesOf(text: string, language: Language): string[] {
  const segmenter = new Intl.Segmenter(language, { granularity: 'sentence' });
  const paragraphs = text.split(/\n+/).filter((line) => !/^\s*(?:[-*+>|#]|\d+[.)]|```)/.test(line));
  return paragraphs.flatMap((paragraph) => Array.from(segmenter.segment(paragraph), ({ segment }) => segment.trim()));
}

function partFaces(source: Source): Face[] {
  const { concept, wording, language, library } = source;
  const { cardParts, cardPartOf, listJoin } = wordsIn(language);
  const lists = [
    { kind: 'parts', ids: concept.madeOf, front: cardParts(wording.name), least: 2 },
    { kind: 'part-of', ids: concept.partOf, front: cardPartOf(wording.name), least: 1 },
  ];
  return lists.flatMap(({ kind, ids, front, least }) => {
    const others = ids.flatMap((id) => library.concepts.get(id) ?? []);
    const isGivenAway = hideNames(front, others.flatMap(namesOf)) !== front;
    if (others.length < least || isGivenAway) return [];
    return [face(source, kind, front, others.map((other) => nameIn(other, language)).join(listJoin))];
  });
}

/** A command of one line and what it does, each from the other. */
function commandFaces(source: Source): Face[] {
  const { concept, language } = source;
  const { cardMeaning, cardCommand } = wordsIn(language);
  const meaning = concept.example?.[language];
  const code = concept.example?.code.trim() ?? '';
  if (concept.example?.language !== 'bash' || meaning === undefined || code.includes('\n') || code.length > MAX_COMMAND) return [];
  const fenced = `\`\`\`bash\n${code}\n\`\`\``;
  const hidden = concept.kind === 'command' ? hideNames(meaning, [code, ...namesOf(concept)]) : hideNames(meaning, [code]);
  const command = tellsEnough(hidden) ? [face(source, 'command', below(cardCommand, hidden), fenced)] : [];
  return [face(source, 'meaning', below(cardMeaning, fenced), meaning), ...command];
}

/** "X or Y?" over a definition that names neither. */
function contrastFaces(source: Source): Face[] {
  const { concept, wording, language, library } = source;
  return concept.confusedWith.flatMap((contrast) => {
    const other = library.concepts.get(contrast.id);
    const difference = contrast[language];
    if (!other || difference === undefined) return [];
    const hidden = hideNames(wording.definition, namesOf(concept));
    // What speaks of the other is not the other.
    const isGivenAway = hideNames(hidden, namesOf(other)) !== hidden;
    // In an order that does not tell which one is meant.
    const [one = '', two = ''] = [concept, other].toSorted((a, b) => (a.id < b.id ? -1 : 1)).map((each) => nameIn(each, language));
    if (isGivenAway || !tellsEnough(hidden)) return [];
    const front = below(wordsIn(language).cardApart(one, two), hidden);
    return [face(source, `apart-${contrast.id}`, front, below(`**${wording.name}**`, difference))];
  });
}

/** The cards of notes, but for those that ask for what the concept itself is made of. */
function noteFaces({ concept, language, library }: Source): Face[] {
  const cards = library.cards.get(concept.id) ?? [];
  const isSaid = ({ id }: Card) => concept.isOwn && /:(?:define|name)$/.test(id);
  return cards
    .filter((card) => !isSaid(card))
    .map((card): Face => ({ ...card, language: hasHan(card.front) ? 'zh' : 'en' }))
    .filter((card) => card.language === language);
}
