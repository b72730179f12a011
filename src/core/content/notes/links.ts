import { erase, type Letters, lettersOf, richFrom } from './letters.ts';
import type { Rich } from './rich.ts';

/** What reading links needs to know. */
export interface LinkRules {
  /** The labels that the note defines (`[label]: address`), in lower case. */
  readonly references: ReadonlySet<string>;
  /** Called for each image with its offset in the text. */
  onImage(offset: number): void;
}

/** Brackets that stay open are text; only the innermost few can still become a link. */
const MAX_OPEN = 16;

/** `(address "title")`, with one level of round brackets in the address. */
const TARGET = /\(\s*(?:<[^<>\n]*>|[^\s()]*(?:\([^\s()]*\)[^\s()]*)*)(?:\s+(?:"[^"]*"|'[^']*'))?\s*\)/y;
const REFERENCE = /\[([^[\]\n]{0,100})\]/y;

/** Keeps the text of `[links](…)`, `[links][label]` and `[[page|links]]`; images and foot-note marks go. */
export function readLinks(rich: Rich, rules: LinkRules): Rich {
  if (!rich.text.includes(']')) return rich;
  const letters = lettersOf(rich);
  const open: number[] = [];
  let index = 0;
  while (index < rich.text.length) {
    const letter = rich.marks[index] === '.' ? rich.text[index] : '';
    if (letter === '[') {
      open.push(index);
      if (open.length > MAX_OPEN) open.shift();
    }
    index = letter === ']' ? closeBracket(rich, letters, open, index, rules) : index + 1;
  }
  return richFrom(letters);
}

/** Reads what ends with the `]` at an index; returns the index after it. */
function closeBracket({ text }: Rich, letters: Letters, open: number[], close: number, rules: LinkRules): number {
  const start = open.pop();
  if (start === undefined) return close + 1;
  if (text[start - 1] === '[' && text[close + 1] === ']') {
    open.pop();
    return closePage(text, letters, start, close, rules);
  }
  if (text[start + 1] === '^') {
    // At the beginning of a line, a colon follows and then the foot-note itself.
    const isNote = text[close + 1] === ':' && /^$|\n/.test(text.charAt(start - 1));
    const end = isNote ? close + 2 : close + 1;
    erase(letters, start, end);
    return end;
  }
  const end = endOfTarget(text, start, close, rules);
  if (end === undefined) return close + 1;
  if (text[start - 1] === '!') {
    rules.onImage(start);
    erase(letters, start - 1, end);
    return end;
  }
  letters.marks.fill('l', start + 1, close);
  erase(letters, start, start + 1);
  erase(letters, close, end);
  open.length = 0;
  return end;
}

/** Obsidian's `[[page]]`, `[[page|shown]]` and the embedded `![[picture.png]]`. */
function closePage(text: string, letters: Letters, start: number, close: number, { onImage }: LinkRules): number {
  const end = close + 2;
  if (text[start - 2] === '!') {
    onImage(start);
    erase(letters, start - 2, end);
    return end;
  }
  const bar = text.slice(start, close).indexOf('|');
  const shown = bar < 0 ? start + 1 : start + bar + 1;
  letters.marks.fill('l', shown, close);
  erase(letters, start - 1, shown);
  erase(letters, close, end);
  return end;
}

function endOfTarget(text: string, start: number, close: number, { references }: LinkRules): number | undefined {
  TARGET.lastIndex = close + 1;
  if (TARGET.test(text)) return TARGET.lastIndex;
  const label = text.slice(start + 1, Math.min(close, start + 101));
  REFERENCE.lastIndex = close + 1;
  const reference = REFERENCE.exec(text);
  if (reference && references.has((reference[1] || label).toLowerCase())) return REFERENCE.lastIndex;
  return references.has(label.toLowerCase()) ? close + 1 : undefined;
}
