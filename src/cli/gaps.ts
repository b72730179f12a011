import { plainScreen, renderReply } from '../adapters/terminal/render.ts';
import type { Config } from '../config.ts';
import { wordsIn } from '../core/i18n/words.ts';
import { stockBlocks } from '../core/inbox/show.ts';
import { skeletonsFor } from '../core/inbox/skeleton.ts';
import { type Stock, takeStock } from '../core/inbox/stock.ts';
import { openMemory } from './memory.ts';
import { openTutor } from './tutor.ts';

/** Prints what is lacking in the notes, of all teams of this bot, with skeletons of the concepts to write; a bot that runs goes on. */
export async function gaps({ config, json }: { readonly config: Config; readonly json?: boolean }): Promise<void> {
  const store = await openMemory(config);
  try {
    const knowledge = (await openTutor(config)).knowledge();
    const stock = await takeStock({ inbox: store.inbox, knowledge, now: new Date(), language: config.language });
    process.stdout.write(json ? `${JSON.stringify(asData(stock), undefined, 2)}\n` : asText(stock, config));
  } finally {
    await store.close();
  }
}

function asText(stock: Stock, { language }: Config): string {
  const words = wordsIn(language);
  const blocks = stockBlocks(stock, language, words);
  if (blocks.length === 0) return `${words.gapsNone}\n`;
  const text = renderReply({ summary: '', blocks }, plainScreen);
  return stock.gaps.length === 0 ? `${text}\n` : `${text}\n\n${words.gapsFileSaid}\n\n${skeletonsFor(stock.gaps)}\n`;
}

const asData = ({ gaps: open, mended, wrong, revised, missed, questions }: Stock) => ({
  gaps: open.map(({ mendedAt: _never, ...gap }) => ({ ...gap, skeleton: skeletonsFor([gap]) })),
  mended,
  wrong: wrong.map(({ concept, ...counts }) => ({ concept: concept.id, file: concept.origin.file, ...counts })),
  revised: revised.map(({ id }) => id),
  missed: missed.map(({ name: _name, ...counts }) => counts),
  questions: Object.fromEntries(
    Object.entries(questions).map(([kind, figures]) => [
      kind,
      figures.map(({ item, ...counts }) => ({ question: item.id, concept: item.concept, ...counts })),
    ]),
  ),
});
