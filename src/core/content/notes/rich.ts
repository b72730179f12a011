/**
 * Text without its mark-up, which is kept beside it: `marks` has one letter
 * for each UTF-16 unit of `text`.
 *
 * `.` is ordinary, `l` the text of a link, `c` literal (code, an address, an
 * escaped character), in which a colon separates nothing. Bold text has `B`,
 * `L` and `C` instead.
 */
export interface Rich {
  readonly text: string;
  readonly marks: string;
}

/** One line of the author's file, or what its mark-up left of it. */
export interface Line extends Rich {
  /** Counted from 1. */
  readonly number: number;
}

/** Whether the unit at an index is code, of an address, or escaped. */
export const isLiteral = ({ marks }: Rich, index: number): boolean => marks[index] === 'c' || marks[index] === 'C';

/** Bold letters are capitals, and only these sort before `a` and after `.`. */
const isBold = ({ marks }: Rich, index: number): boolean => /[BCL]/.test(marks[index] ?? '.');

/** Where the bold text at the beginning ends; 0 when the beginning is not bold. */
export function boldEnd(rich: Rich): number {
  let end = 0;
  while (isBold(rich, end)) end += 1;
  return end;
}

/** A part of a text, with its marks. */
export function slice<Part extends Rich>(rich: Part, start: number, end = rich.text.length): Part {
  return { ...rich, text: rich.text.slice(start, end), marks: rich.marks.slice(start, end) };
}

/** A text without the white space around it. */
export function trim<Part extends Rich>(rich: Part): Part {
  const start = rich.text.length - rich.text.trimStart().length;
  return slice(rich, start, Math.max(start, rich.text.trimEnd().length));
}

/** Whether nothing but links and addresses is there, and at least one of them. */
export function isOnlyLinks({ text, marks }: Rich): boolean {
  const rest = Array.from(marks, (mark, index) => (/[lL]/.test(mark) ? '' : (text[index] ?? ''))).join('');
  const isAddress = (word: string) => /^(https?:\/\/|www\.)/i.test(word);
  const words = rest.split(/[\s,，、;；|·-]+/).filter((word) => word !== '');
  return text.trim() !== '' && words.every(isAddress);
}

const CHINESE = /[\u2e80-\u9fff\uf900-\ufaff]/;
const FULL_WIDTH_SIGN = /[\u3000-\u303f\uff00-\uffef]/;

/** Joins lines as a reader does: with a space, except between Chinese characters and signs. */
export function joinText(parts: readonly string[]): string {
  return parts
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .reduce((joined, part) => {
      const last = joined.at(-1) ?? '';
      const first = part[0] ?? '';
      const isClose = FULL_WIDTH_SIGN.test(last + first) || (CHINESE.test(last) && CHINESE.test(first));
      return joined === '' || isClose ? joined + part : `${joined} ${part}`;
    }, '');
}
