import { fold, tidy } from '../search/text.ts';

/** A question for authors is cut to so many characters. */
const LONGEST = 160;

/** What is said of an answer may be so long. */
export const LONGEST_REASON = 240;

/** Stands where something was left out until all is read; the sign that is shown would be spelt out as three dots. */
const HOLE = '\u{e000}';

/** What is said to be secret, up to its value: `password is …`, `--token …`, 密码是…. */
const SAID_SECRET =
  /((?:pass(?:word|wd|phrase)?|pwd|secret|token|api[-_ ]?key|credentials?|密码|口令|密钥|令牌|私钥)\s*(?:is|are|was|=|:|是|为)\s*|\b(?:bearer|basic)\s+|--?(?:password|token|secret|key)[ =])\S+/g;

/** Digits as people write telephone numbers; seven or more of them. */
const PHONE = /\+?\(?\d(?:[\s().-]{0,3}\d){6,}/g;

/** Anything between white space and Chinese characters. */
const CHUNK = /[^\s\u3000-\u303f\u3400-\u4dbf\u4e00-\u9fff]+/g;

/**
 * A question or remark as it may be kept and shown to authors: on one line, in small
 * letters, Simplified, with `…` for whatever looks like a secret or like
 * somebody: addresses, accounts, numbers, keys, passwords, random strings.
 *
 * It would rather leave out too much: what authors need are words.
 */
export function scrub(question: string, longest = LONGEST): string {
  const words = tidy(question)
    .replaceAll(HOLE, ' ')
    .normalize('NFKC')
    .replace(CHUNK, (chunk) => (isTelling(chunk) ? HOLE : chunk))
    .replace(PHONE, HOLE);
  return fold(words)
    .replace(SAID_SECRET, `$1${HOLE}`)
    .slice(0, longest)
    .replace(/\u{e000}(?:[\s\u{e000}]*\u{e000})?/gu, '…')
    .replace(/^[\s…]+|[\s.?!。？！,，…]+$/g, '')
    .toWellFormed();
}

/** Whether a word tells who or where somebody is, or opens something. */
function isTelling(word: string): boolean {
  const digits = word.replace(/\D/g, '').length;
  const isAddress = /@|:\/\/|^www\./i.test(word) || /(?:\d{1,3}\.){3}\d/.test(word) || /[0-9a-f]*:[0-9a-f]*:/i.test(word);
  const isMixed = digits > 0 && /[a-z]/i.test(word) && word.length >= LONG_MIXED;
  return isAddress || /\S=\S/.test(word) || digits >= 6 || isMixed || (word.match(/[a-z0-9]+/gi) ?? []).some(isRandom);
}

/** With digits in it, what is longer than this is no name: `networking.k8s.io/v1` has 20 characters. */
const LONG_MIXED = 21;

/** Whether letters and digits make no words: `CustomResourceDefinition` does, `aGhKjLqWeRtY` and `hunter2024` do not. */
function isRandom(run: string): boolean {
  if (/\d/.test(run)) return /[a-z]/i.test(run) && run.length >= 8;
  const humps = run.match(/[A-Z]?[a-z]+|[A-Z]+(?![a-z])/g) ?? [];
  return run.length >= 12 && (run.length / humps.length < 3 || humps.some((hump) => hump.length > 18));
}
