import { findFenced } from './fences.ts';
import { GENERIC } from './words.ts';

/** A front and a back that an author marked as such, both Markdown. */
export interface Flashcard {
  readonly front: string;
  readonly back: string;
  /** The line that its front stands on, counted from 1. */
  readonly line: number;
}

/** A text without its flashcards, and what they were. */
export interface WithoutFlashcards {
  /** Line for line the text that was given; where cards stood, there is nothing to read. */
  readonly text: string;
  readonly cards: readonly Flashcard[];
}

/** A card that begins on a line, and all lines that are part of it. */
interface Taken extends Flashcard {
  readonly from: number;
  readonly until: number;
}

/** How many lines a card may have, so that a mark that was left open does not swallow a note. */
const MAX_LINES = 60;
const QUESTION_LINES = 6;
const MAX_BACK = 1_500;

/**
 * Takes what other programs read as flashcards out of a text: `Q:` and `A:`
 * (问 and 答), `front::back`, and `<details>` with a summary. Fenced code is
 * left as it is.
 */
export function takeFlashcards(text: string): WithoutFlashcards {
  const lines = text.split('\n');
  const isFenced = findFenced(lines);
  const open = lines.map((line, at) => (isFenced[at] ? undefined : line));
  const cards: Taken[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const card = questionAt(open, at) ?? detailsAt(open, at) ?? pairAt(open, at);
    if (!card) continue;
    cards.push(card);
    lines.fill('', card.from, card.until);
    // An empty quote, so that a heading above is not explained by what comes after the card.
    lines[card.from] = '>';
    at = card.until - 1;
  }
  return { text: lines.join('\n'), cards: cards.map(({ front, back, line }) => ({ front, back, line })) };
}

/** The lines outside of code; code is undefined. */
type Lines = readonly (string | undefined)[];

const mark = (words: string) =>
  new RegExp(`^[ \\t]{0,8}(?:[-*+>][ \\t]+|#{1,6}[ \\t]+)?(?:\\*\\*|__)?(?:${words})[ \\t]?\\d{0,3}[ \\t]?[:：][ \\t]*(.*)$`, 'i');
const QUESTION = mark('Q|Question|问|问题');
const ANSWER = mark('A|Answer|答|答案');

/** The text behind a mark, without half of the stars that stand around both. */
function behind(pattern: RegExp, line: string | undefined): string | undefined {
  const rest = pattern
    .exec(line ?? '')?.[1]
    ?.replace(/^(?:\*\*|__)/, '')
    .trim();
  return rest?.replace(/(?:\*\*|__)$/, (stars) => (rest.split(stars).length % 2 === 0 ? '' : stars));
}

function questionAt(lines: Lines, from: number): Taken | undefined {
  const question = behind(QUESTION, lines[from]);
  if (question === undefined) return undefined;
  const answerAt = next(lines, from + 1, QUESTION_LINES, (line) => ANSWER.test(line) || QUESTION.test(line));
  const answer = answerAt === undefined ? undefined : behind(ANSWER, lines[answerAt]);
  if (answerAt === undefined || answer === undefined) return undefined;
  let until = answerAt + 1;
  while (until < lines.length && until < answerAt + MAX_LINES && goesOn(lines[until])) until += 1;
  const front = [question, ...lines.slice(from + 1, answerAt)].join('\n').trim();
  const back = [answer, ...lines.slice(answerAt + 1, until)].join('\n').trim();
  return sound({ front, back, line: from + 1, from, until });
}

/** Whether an answer goes on with a line. */
const goesOn = (line: string | undefined): boolean =>
  line !== undefined && line.trim() !== '' && !QUESTION.test(line) && !/^ {0,3}#{1,6}\s/.test(line);

/** The first of so many lines that is of some kind, before any code. */
function next(lines: Lines, from: number, most: number, is: (line: string) => boolean): number | undefined {
  const found = lines.slice(from, from + most).findIndex((line) => line === undefined || is(line));
  return found < 0 || lines[from + found] === undefined ? undefined : from + found;
}

const DETAILS = /^[ \t]{0,8}<details\b[^<>]{0,80}>/i;
const SUMMARY = /<summary\b[^<>]{0,80}>([\s\S]{1,400}?)<\/summary>([\s\S]*)<\/details>/i;

function detailsAt(lines: Lines, from: number): Taken | undefined {
  if (!DETAILS.test(lines[from] ?? '')) return undefined;
  const last = next(lines, from, MAX_LINES, (line) => /<\/details>/i.test(line));
  if (last === undefined) return undefined;
  const whole = lines.slice(from, last + 1).join('\n');
  const [, summary = '', back = ''] = SUMMARY.exec(whole) ?? [];
  const front = summary.replace(/<[^<>]*>/g, '').trim();
  const opening = from + whole.slice(0, whole.search(/<summary/i)).split('\n').length;
  if (!isAside(front)) return sound({ front, back: back.trim(), line: opening, from, until: last + 1 });
  // "Answer", to be opened below the question itself.
  const asked = lines[from - 1]?.trim() === '' ? from - 2 : from - 1;
  const question = lines[asked]?.replace(/^[\s>*+-]*(?:\d+[.)])?\s*/, '').trim() ?? '';
  if (!/[?？](?:\*\*|__)?$/.test(question)) return undefined;
  return sound({ front: question, back: back.trim(), line: asked + 1, from: asked, until: last + 1 });
}

/** Whether a summary says only what is inside. */
const isAside = (summary: string): boolean =>
  GENERIC.has(summary.toLowerCase()) || /^(?:show|reveal|click|expand|点击|展开|查看|显示)/i.test(summary);

/** What is no code, address or field: a front with a letter, and a back that begins as a sentence does. */
const PAIR = /^[ \t]{0,8}(?:[-*+][ \t]+|\d{1,3}[.)][ \t]+)?([^:`|<>]{1,160}[^:`|<>\s])[ \t]*:{2,3}[ \t]*([\p{L}"“「*_(（`].*)$/u;

function pairAt(lines: Lines, from: number): Taken | undefined {
  const [, front = '', back = ''] = PAIR.exec(lines[from] ?? '') ?? [];
  // std::vector and `key:: value` are of one word each.
  const isSentence = /\s\S|\p{Script=Han}{2}/u.test(back.trim());
  const isCode = /^[\da-f]+$/i.test(front) || /^\s*(?:[-*+]\s+)?[\w.]+::[a-z_]/.test(lines[from] ?? '');
  if (!/\p{L}{2}/u.test(front) || isCode || !isSentence || /:{2,}/.test(back)) return undefined;
  return sound({ front: front.trim(), back: back.trim(), line: from + 1, from, until: from + 1 });
}

/** A card with both sides, neither of them a page. */
const sound = (card: Taken): Taken | undefined =>
  /[\p{L}\p{N}]/u.test(card.front) && /[\p{L}\p{N}]/u.test(card.back) && card.back.length <= MAX_BACK ? card : undefined;
