import type { Library } from '../../src/core/content/library.ts';
import type { Language } from '../../src/core/content/schema.ts';
import { inLanguage, type Question } from '../../src/core/quiz/item.ts';
import { pool } from '../../src/core/quiz/pool.ts';
import { seededRandom } from '../../src/core/random.ts';
import { libraryOf } from './notes.ts';

export const concept = (id: string, en: string, more = '') => `  - { id: ${id}, kind: tool, en: ${en}${more} }\n`;
export const tool = (id: string, name: string, definition: string, more = '') =>
  concept(id, `{ name: ${name}, definition: "${definition}" }`, more);
export const SAW = tool('saw', 'Saw', 'Cuts a board along a line, tooth by tooth.');
export const PLANE = tool('plane', 'Plane', 'Smooths rough wood by shaving thin curls off.');
export const CHISEL = tool('chisel', 'Chisel', 'Carves notches when struck at its handle.');
export const DRILL = tool('drill', 'Drill', 'Bores round holes into stone and metal.');

export const of = (concepts: string, deck = ''): Library =>
  libraryOf([
    { path: 'shop/tools.yaml', text: `concepts:\n${concepts}` },
    { path: 'shop/deck.yaml', text: `id: shop\nen: { title: Joinery, summary: S. }\n${deck}` },
  ]);
export const sorts = (library: Library, id: string) =>
  pool(library)
    .of(id)
    .map((prompt) => prompt.id.replace(`${id}/made--`, ''));
export function ask(library: Library, id: string, ending: string, language: Language = 'en', seed = '1'): Question | undefined {
  const prompt = pool(library)
    .of(id)
    .find((one) => one.id === `${id}/made--${ending}`);
  return prompt && inLanguage(prompt.draw(seededRandom(seed)), language);
}
export const texts = (question: Question | undefined) => question?.choices.map(({ text }) => text).toSorted();
