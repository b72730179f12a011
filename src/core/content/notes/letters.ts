import type { Rich } from './rich.ts';

/** A {@link Rich} text that is being changed: one element a UTF-16 unit, empty where it is erased. */
export interface Letters {
  readonly text: string[];
  readonly marks: string[];
}

/** Takes a text apart, to be changed. */
export const lettersOf = ({ text, marks }: Rich): Letters => ({ text: text.split(''), marks: marks.split('') });

/** Erases a range but for its line ends, so that lines can still be counted. */
export function erase({ text }: Letters, start: number, end: number): void {
  for (let index = start; index < end; index++) if (text[index] !== '\n') text[index] = '';
}

/** Puts what is left together again. */
export function richFrom({ text, marks }: Letters): Rich {
  return { text: text.join(''), marks: marks.filter((_, index) => text[index] !== '').join('') };
}
