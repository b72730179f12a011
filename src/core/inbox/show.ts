import { nameIn } from '../content/concept.ts';
import type { Language } from '../content/schema.ts';
import type { Words } from '../i18n/words.ts';
import { inLanguage } from '../quiz/item.ts';
import { type Block, shorten } from '../reply.ts';
import type { Gap } from './records.ts';
import type { QuestionFigures } from './statistics.ts';
import type { Stock } from './stock.ts';

const LONGEST_LINE = 160;

/** How much is shown of each kind. */
const MOST = 8;
/** How many reasons are shown of each answer. */
const MOST_REASONS = 3;

/** A title with lines below it; nothing where there are no lines. What people typed stands in captions only. */
function section(title: string, lines: readonly string[]): Block[] {
  if (lines.length === 0) return [];
  const shown = lines.slice(0, MOST).map((line) => `• ${shorten(line, LONGEST_LINE)}`);
  return [
    { kind: 'prose', text: `**${title}**` },
    { kind: 'caption', text: shown.join('\n') },
  ];
}

/** Questions without an answer. */
export const gapsSection = (gaps: readonly Gap[], words: Words): Block[] =>
  section(
    words.gapsUnanswered,
    gaps.map(({ text, times }) => words.gapAsked(text, times)),
  );

/** Answers said to be wrong, each by itself with what people say is wrong with it. */
function wrongSection(wrong: Stock['wrong'], language: Language, words: Words): Block[] {
  if (wrong.length === 0) return [];
  const captions = wrong.slice(0, MOST).map(({ concept, wrong: times, helped, reasons }): Block => {
    const line = words.gapWrong(nameIn(concept, language), `${concept.id}, ${concept.origin.file}`, times, helped);
    const said = reasons.slice(0, MOST_REASONS).map((reason) => `– ${reason}`);
    return { kind: 'caption', text: [`• ${shorten(line, LONGEST_LINE)}`, ...said].join('\n') };
  });
  return [{ kind: 'prose', text: `**${words.gapsWrong}**` }, ...captions];
}

/** The concepts that are missed most often. */
export const missedSection = ({ missed }: Pick<Stock, 'missed'>, language: Language, words: Words): Block[] =>
  section(
    words.gapsMissed,
    missed.map(({ name, ...count }) => words.gapMissed(nameIn(name, language), count.missed, count.answered)),
  );

/** What has been mended. */
export const mendedSection = ({ mended, revised }: Pick<Stock, 'mended' | 'revised'>, language: Language, words: Words): Block[] =>
  section(words.gapsMended, [
    ...mended.map(({ text }) => words.gapAnswered(text)),
    ...revised.map((concept) => words.gapRevised(nameIn(concept, language))),
  ]);

/** All that authors should know, section by section. */
export function stockBlocks(stock: Stock, language: Language, words: Words): Block[] {
  const { gaps, wrong, questions } = stock;
  return [
    ...gapsSection(gaps, words),
    ...wrongSection(wrong, language, words),
    ...missedSection(stock, language, words),
    ...section(words.gapsHard, questions.hard.map(lineOn(language))),
    ...section(words.gapsEasy, questions.easy.map(lineOn(language))),
    ...section(
      words.gapsIdle,
      questions.idle.map((figures) => `${figures.item.id}: ${figures.untaken.join(words.listJoin)}`),
    ),
    ...mendedSection(stock, language, words),
  ];
}

const lineOn =
  (language: Language) =>
  ({ item, answered }: QuestionFigures): string =>
    `${item.id} (${answered}): ${inLanguage(item, language).stem}`;
