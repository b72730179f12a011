import { hasHan } from '../../search/text.ts';
import { joinText } from './rich.ts';
import { ABOUT_THE_NOTE } from './words.ts';

/** Obsidian's `> [!note] …`, and the letter before an answer. */
const INTRODUCTION = /^(?:\[![\w-]+\][+-]?|(?:A|答)\s*[:：])/;

/** A definition as plain text on one line, without the signs that led to it. */
export const cleanDefinition = (parts: readonly string[]): string =>
  joinText(parts)
    .replace(INTRODUCTION, '')
    .replace(/^[\s:：,，、;；=|–—→>-]+/, '')
    .replace(/\s+/g, ' ')
    .trim();

/** Why a text defines nothing, as the end of a sentence; `undefined` when it may. */
export function definitionProblem(definition: string): string | undefined {
  if ((definition.match(/\p{L}/gu)?.length ?? 0) < 2) return 'has no definition';
  if (/^(?:https?:\/\/|www\.)\S+$/i.test(definition)) return 'has a link instead of a definition';
  if (ABOUT_THE_NOTE.test(definition)) return 'has no definition: the text speaks of the note itself';
  if (/^[^。.！!？?]*[？?]$/.test(definition)) return 'has a question instead of a definition';
  if (/^(?:“[^”]*”|「[^」]*」|"[^"]*")$/.test(definition)) return 'has somebody’s words instead of a definition';
  return undefined;
}

/** Whether a text announces what follows it: `It has two parts:`. */
export const isLeadIn = (text: string): boolean => /[:：]\s*$/.test(text);

/** A text without an announcement at its end that nothing followed: `It runs Pods. It has two parts:` keeps its first sentence. */
export function withoutLeadIn(text: string): string {
  if (!isLeadIn(text)) return text;
  let end = text.length - 1;
  while (end > 0 && !/[。.！!？?；;，,]/.test(text[end - 1] ?? '')) end -= 1;
  return text.slice(0, end).replace(/[，,；;]$/, '');
}

/** Whether a text stops before its sentence ends, so that what follows belongs to it. */
export const goesOn = (text: string): boolean => text === '' || /[:：,，、;；—–-]\s*$/.test(text);

/** Whether a sentence is complete. */
export const isEnded = (text: string): boolean => /[。.！!？?…][”"’'」）)]?\s*$/.test(text);

/** Joins texts that each say one thing: what has no full stop gets one. */
export function joinSentences(parts: readonly string[]): string {
  return joinText(parts.map((part, index) => (index < parts.length - 1 && !goesOn(part) && !isEnded(part) ? part + fullStop(part) : part)));
}

const fullStop = (text: string): string => (hasHan(text.slice(-1)) ? '。' : '.');

const LIST_LIMIT = 300;

/** Completes a text with the items of the list below it, as far as they fit in a definition. */
export function withItems(text: string, items: readonly string[], separator: string): string {
  let kept = 0;
  let length = text.length;
  while (kept < items.length && length + (items[kept] ?? '').length <= LIST_LIMIT) {
    length += (items[kept] ?? '').length + separator.length;
    kept += 1;
  }
  const listed = items.slice(0, Math.max(1, kept)).join(separator);
  return joinText([text, kept < items.length ? `${listed}…` : listed]);
}
