import type { FindMends } from './mend.ts';
import { indentOf } from './mend.ts';

/** A character in the place of another. */
interface Rule {
  /** Its first group is what stands before the slip. */
  readonly slip: RegExp;
  /** What was meant in the place of the slip, for `String.replace`. */
  readonly meant: string;
  readonly message: (slip: RegExpExecArray) => string;
  readonly mend: string;
}

const RULES: readonly Rule[] = [
  {
    slip: /^(\s*(?:- +)*)(\w+) *：[ \u3000]*/,
    meant: '$1$2: ',
    message: ([, , key]) => `a full-width colon ： stands behind ${key}`,
    mend: 'write the plain : and a space',
  },
  {
    slip: /^(\s*(?:- +)*)(\w+):(?=[^\s:/])/,
    meant: '$1$2: ',
    message: ([, , key]) => `no space stands behind the colon of ${key}`,
    mend: 'write one',
  },
  {
    slip: /^(\s*(?:- +)*\w+:)[\u3000\u00a0]+/,
    meant: '$1 ',
    message: () => 'the space behind this colon is not a plain one',
    mend: 'write a plain space in its place',
  },
  {
    slip: /^( *)([–—−－•·*＊]) */,
    meant: '$1- ',
    message: ([, , mark]) => `a part of a list begins with -, not with ${mark}`,
    mend: 'write the plain - and a space',
  },
  {
    slip: /^( *)-(?=[^\s-])/,
    meant: '$1- ',
    message: () => 'no space stands behind this -',
    mend: 'write one',
  },
];

/** Finds characters that look right to a person, and a space that is missing. */
export const mendCharacters: FindMends = (lines, line) => {
  const text = lines[line] ?? '';
  const found = RULES.flatMap(({ slip, meant, message, mend }) => {
    const match = slip.exec(text);
    if (!match) return [];
    return [{ line, column: match[1]?.length ?? 0, texts: [text.replace(slip, meant)], distance: 0, message: message(match), mend }];
  });
  return [...found, ...mendPunctuation(lines, line), ...mendMissingDash(lines, line)];
};

const PLAIN: Readonly<Record<string, string>> = {
  '，': ', ',
  '、': ', ',
  '：': ': ',
  '｛': '{',
  '｝': '}',
  '【': '[',
  '】': ']',
  '［': '[',
  '］': ']',
};
const PAIRS: Readonly<Record<string, string>> = { '{': '{ and }', '}': '{ and }', '[': '[ and ]', ']': '[ and ]' };

/** The first full-width look-alike of a sign of YAML's in a text: what to call it, and what to write in its place. */
export function fullWidthIn(text: string): { index: number; what: string; mend: string } | undefined {
  const match = /[，、：｛｝【】［］]/.exec(text);
  if (!match) return undefined;
  const [sign] = match;
  const plain = PLAIN[sign]?.trim() ?? '';
  const what = plain === ',' ? 'comma' : plain === ':' ? 'colon' : 'bracket';
  return {
    index: match.index,
    what: `a full-width ${what} ${sign}`,
    mend: `write the plain ${PAIRS[plain] ?? `${plain} and a space`}`,
  };
}

/** What a text says when its full-width signs are taken for YAML's own. */
const plainOf = (text: string): string => text.replace(/([，、：｛｝【】［］])[ \u3000]*/g, (_, sign: string) => PLAIN[sign] ?? sign);

/** Full-width signs between brackets, or as brackets. */
const mendPunctuation: FindMends = (lines, line) => {
  const text = lines[line] ?? '';
  const found = fullWidthIn(text);
  if (!found || !/[[{｛【［]/.test(text)) return [];
  return [{ line, column: found.index, texts: [plainOf(text)], distance: 1, message: `${found.what} stands here`, mend: found.mend }];
};

/** A line between the parts of a list that is none itself. */
const mendMissingDash: FindMends = (lines, line) => {
  const text = lines[line] ?? '';
  const indent = indentOf(text);
  const before = lines.slice(0, line).findLast((other) => other.trim() !== '') ?? '';
  if (indent === undefined || indentOf(before) !== indent || !/^ *- /.test(before) || /^ *-/.test(text)) return [];
  return [
    {
      line,
      column: indent,
      texts: [`${' '.repeat(indent)}- ${text.trimStart()}`],
      distance: 1,
      message: 'this line has no - as the one above it has',
      mend: 'write - and a space before its text',
    },
  ];
};
