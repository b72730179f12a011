import * as openCC from 'opencc-js/t2cn';

/** A question longer than this is cut: whoever writes more has pasted something. */
export const MAX_QUESTION = 400;

const HAN = /[\u3400-\u4dbf\u4e00-\u9fff]/;
const ASCII = /^[ -~]*$/;
const INVISIBLE = /[\p{Cc}\p{Cf}]/gu;
const SEPARATORS = /[\s\-_./'"`’‘“”?!,;:()（）[\]{}<>《》「」『』，。？！、；：·…~@#*|\\]+/g;

const simplifyTaiwanese = openCC.Converter({ from: 'twp', to: 'cn' });
const simplifyCharacters = openCC.Converter({ from: 't', to: 'cn' });

/** Words that mean one thing in Taiwan and another on the mainland (程序: 进程 there, a program here), where most who ask are. */
const MAINLAND_WORDS = /(程序|文件)/;

const simplify = (text: string): string =>
  text
    .split(MAINLAND_WORDS)
    .map((part, at) => (at % 2 === 1 ? part : simplifyTaiwanese(part)))
    .join('');

export const hasHan = (text: string): boolean => HAN.test(text);

/**
 * Makes what a person typed fit to be matched: cut to {@link MAX_QUESTION}
 * characters, control and invisible characters gone, white space single.
 */
export function tidy(text: string): string {
  // Only so much is looked at at all, so that a huge message costs what a long one costs.
  const kept = text
    .slice(0, MAX_QUESTION * 10)
    .replace(INVISIBLE, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return kept.slice(0, MAX_QUESTION).toWellFormed();
}

/** Folds what does not change the meaning: width (Ａ → a), case, and Traditional characters and Taiwan's words into Simplified ones. */
export function fold(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase();
  const plain = text.normalize('NFKC').toLowerCase();
  return hasHan(plain) ? simplify(plain) : plain;
}

/** Whether a text holds Traditional characters, which are understood and answered in Simplified ones. */
export function isTraditional(text: string): boolean {
  return hasHan(text) && simplifyCharacters(text) !== text;
}

/** What two spellings of one name have in common: `Config Map`, `config-map` and `ConfigMap` give `configmap`. Takes folded text. */
export function nameKey(folded: string): string {
  return folded.replace(SEPARATORS, '');
}

/** What two spellings of one text have in common, as its author or a person typed it. */
export const spellingKey = (text: string): string => nameKey(fold(text));

/** A word of Latin letters and digits, or one Han character, where it stands in a folded text. */
export interface Unit {
  readonly text: string;
  readonly han: boolean;
  readonly start: number;
  readonly end: number;
}

const UNIT = /[a-z0-9\u00c0-\u024f]+|[\u3400-\u4dbf\u4e00-\u9fff]/g;

/** Cuts a folded text into words and Han characters; everything else only separates. */
export function unitsOf(folded: string): Unit[] {
  return Array.from(folded.matchAll(UNIT), (match) => ({
    text: match[0],
    han: hasHan(match[0]),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** Whether a text holds a name as whole words, or as characters in Chinese, whatever the case and width. */
export function holds(text: string, name: string): boolean {
  const inText = unitsOf(fold(text)).map((unit) => unit.text);
  const inName = unitsOf(fold(name)).map((unit) => unit.text);
  return inName.length > 0 && inText.some((_, at) => inName.every((unit, offset) => inText[at + offset] === unit));
}
