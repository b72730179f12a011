import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';

const PROJECT = join(import.meta.dirname, '../../..');
const PLACES = ['content', 'examples', 'tests/core/content/notes/fixtures'];

/** Every diagram of the shipped notes, of the examples, and of the notes in our tests. */
export async function shippedDiagrams(): Promise<{ name: string; source: string }[]> {
  const found = await Promise.all(PLACES.map(diagramsBelow));
  return found.flat();
}

async function diagramsBelow(place: string): Promise<{ name: string; source: string }[]> {
  const folder = join(PROJECT, place);
  const names = (await readdir(folder, { recursive: true })).toSorted();
  const files = names.filter((name) => /\.(?:md|(?:lesson|flow)\.yaml)$/.test(name));
  const texts = await Promise.all(files.map(async (name) => ({ name, text: await readFile(`${folder}/${name}`, 'utf8') })));
  return texts.flatMap(({ name, text }) =>
    (name.endsWith('.md') ? fencesIn(text) : mermaidIn(parse(text))).map((source, index) => ({
      name: `${place}/${name} #${index + 1}`,
      source,
    })),
  );
}

const fencesIn = (markdown: string): string[] =>
  Array.from(
    markdown.matchAll(/^```mermaid\n(.*?)^```|^\{\{< mermaid >\}\}\n(.*?)^\{\{< \/mermaid >\}\}/gms),
    ([, fence, code]) => fence ?? code ?? '',
  );

/** The texts under every key `mermaid` of a YAML file. */
function mermaidIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) =>
    key === 'mermaid' ? Object.values(part as Record<string, string>) : mermaidIn(part),
  );
}
