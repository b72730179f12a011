import { type Random, seededRandom } from '../src/core/random.ts';

/** Makes texts that somebody might send, or that nobody in their right mind would. */
export interface Inputs {
  next(): string;
}

/** What texts are made of. */
export interface Seeds {
  /** Texts as people write them. */
  readonly whole: readonly string[];
  /** Signs and words that mean something to whoever reads the text. */
  readonly parts: readonly string[];
  /** In UTF-16 code units. */
  readonly most: number;
}

/** What trips programs up: marks of other languages, signs that cannot be seen, halves of signs, ends of lines. */
const AWKWARD = [
  ...[
    '\0',
    '\t',
    '\r',
    '\n',
    '\r\n',
    '\u2028',
    '\u00a0',
    '\u200b',
    '\u200d',
    '\u202e',
    '\ufeff',
    '\ufffd',
    '\ud83d',
    '\udc4d',
    '👍🏽',
    '🏳️‍🌈',
  ],
  ...['é', 'e\u0301', 'ß', 'İ', 'ı', 'ﬁ', '①', '１２', '節點', '节点', '。', '：', '（', '）', '“', '𠮷', 'ا', 'ש', '가'],
  ...[
    '__proto__',
    'constructor',
    'toString',
    'null',
    'undefined',
    'NaN',
    '-1',
    '1e999',
    '9007199254740993',
    '%00',
    '%',
    '\\',
    '$(x)',
    '{{x}}',
  ],
  ...[
    "'",
    '"',
    '`',
    '``',
    '```',
    '*',
    '**',
    '_',
    '~~',
    '|',
    '<',
    '>',
    '<!--',
    '-->',
    '&amp;',
    '&#0;',
    '[',
    ']',
    '(',
    ')',
    '](',
    '![',
    '#',
    '- ',
    '> ',
  ],
  ...[
    '<!channel>',
    '<@U1>',
    '@everyone',
    '</script>',
    '=cmd()',
    "'; drop table learner; --",
    '../../etc/passwd',
    'https://a.b/c?d=e#f',
    'a@b.c',
  ],
];

/** A way to change a text. */
type Change = (text: string, random: Random, seeds: Seeds) => string;

const at = (length: number, random: Random): number => Math.floor(random() * (length + 1));
const oneOf = (all: readonly string[], random: Random): string => all[Math.floor(random() * all.length)] ?? '';

const CHANGES: readonly Change[] = [
  // Something is put in.
  (text, random, { parts }) => splice(text, at(text.length, random), 0, oneOf(parts, random)),
  (text, random) => splice(text, at(text.length, random), 0, oneOf(AWKWARD, random)),
  (text, random) => splice(text, at(text.length, random), 0, String.fromCodePoint(Math.floor(random() * 0x11_0000))),
  // Something is taken out.
  (text, random) => splice(text, at(text.length, random), at(8, random), ''),
  (text, random) => text.slice(0, at(text.length, random)),
  // A part comes again, once or very often.
  (text, random) => {
    const from = at(text.length, random);
    const part = text.slice(from, from + 1 + at(12, random));
    return splice(text, from, 0, part.repeat(random() < 0.9 ? 1 : 1 + at(200, random)));
  },
  (_text, random, { parts }) => oneOf(random() < 0.5 ? parts : AWKWARD, random).repeat(1 + at(random() < 0.95 ? 30 : 2_000, random)),
  // Two texts become one.
  (text, random, { whole }) => text.slice(0, at(text.length, random)) + oneOf(whole, random).slice(at(40, random)),
  (text, random) => (random() < 0.5 ? text.toUpperCase() : text.toLowerCase()),
];

const splice = (text: string, from: number, count: number, part: string): string => text.slice(0, from) + part + text.slice(from + count);

/** The same texts for the same seed: what people write, changed a few times. */
export function createInputs(seed: string, seeds: Seeds): Inputs {
  const random = seededRandom(seed);
  return {
    next() {
      let text = random() < 0.9 ? oneOf(seeds.whole, random) : '';
      for (let changes = at(6, random); changes > 0; changes--) {
        const change = CHANGES[Math.floor(random() * CHANGES.length)];
        text = (change?.(text, random, seeds) ?? text).slice(0, seeds.most);
      }
      return text;
    },
  };
}
