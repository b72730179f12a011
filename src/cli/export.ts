import { writeFile } from 'node:fs/promises';
import type { Config } from '../config.ts';
import { learningPath } from '../core/content/path.ts';
import { ContentError } from '../core/errors.ts';
import { facesOf } from '../core/review/cards.ts';
import { ankiText, csvText, type ExportCard } from '../core/review/export.ts';
import { codeOf } from '../files/read-text.ts';
import { openTutor } from './tutor.ts';

interface ExportOptions {
  readonly config: Config;
  readonly anki?: string;
  readonly csv?: string;
  readonly deck?: string;
}

/** Writes the cards of all concepts, or of one deck's, into a file for another program; a file of that name is replaced. */
export async function exportCards({ config, anki, csv, deck }: ExportOptions): Promise<void> {
  if (anki === undefined && csv === undefined) {
    throw new ContentError('Say what to write: kubetutor export --anki cards.txt, or --csv cards.csv');
  }
  const { library } = (await openTutor(config)).knowledge();
  const cards = learningPath(library.concepts)
    .filter((concept) => deck === undefined || concept.deck === deck)
    .flatMap((concept) =>
      facesOf(concept, library, config.language).map((face): ExportCard => ({ face, place: [concept.deck, concept.topic] })),
    );
  if (cards.length === 0) {
    const decks = new Set([...library.concepts.values()].map((concept) => concept.deck));
    throw new ContentError(`There is no deck ${deck}. There are: ${[...decks].join(', ')}.`);
  }
  if (anki !== undefined) await write(anki, ankiText(cards), cards.length);
  if (csv !== undefined) await write(csv, csvText(cards), cards.length);
}

async function write(file: string, text: string, count: number): Promise<void> {
  await writeFile(file, text).catch((error: unknown) => {
    throw new ContentError(`${file} cannot be written (${codeOf(error)}). Check the path, and who owns the folder.`);
  });
  process.stdout.write(`${count} cards written to ${file}.\n`);
}
