import { MAX_ID_LENGTH } from '../schema.ts';
import { slug } from './ids.ts';
import type { NoteDiagram, Skipped } from './note.ts';

/** Drops the blank lines around a text, and the indentation that all its lines share. */
export function dedent(text: string): string {
  const lines = text
    .replace(/^(?:[ \t]*\n)+/, '')
    .trimEnd()
    .split('\n');
  const indents = lines.filter((line) => line.trim() !== '').map((line) => line.length - line.trimStart().length);
  const shared = indents.reduce((least, indent) => Math.min(least, indent), Number.POSITIVE_INFINITY);
  return lines.map((line) => line.slice(shared).trimEnd()).join('\n');
}

/** What copies of one diagram have in common: white space makes no other diagram. */
export const diagramKey = (source: string): string => source.replace(/\s+/g, '');

/** Puts diagrams in the order of their lines, and keeps each once. */
export function keepDistinct(diagrams: readonly NoteDiagram[]): { diagrams: NoteDiagram[]; skipped: Skipped[] } {
  const firsts = new Map<string, NoteDiagram>();
  const skipped: Skipped[] = [];
  for (const diagram of diagrams.toSorted((a, b) => a.line - b.line)) {
    const key = diagramKey(diagram.source);
    const first = firsts.get(key);
    if (key === '') skipped.push({ line: diagram.line, why: 'An empty diagram.' });
    else if (first) skipped.push({ line: diagram.line, why: `The same diagram as on line ${first.line}: it counts once.` });
    else firsts.set(key, diagram);
  }
  return { diagrams: [...firsts.values()], skipped };
}

/** The ids of a file's diagrams in their order: `k8s-basics-1`, `k8s-basics-2`, … */
export function diagramIds(path: string, count: number): string[] {
  const file = path.split('/').at(-1) ?? '';
  const room = MAX_ID_LENGTH - `-${count}`.length;
  const stem = slug(file.replace(/\.[^.]*$/, ''), room) ?? 'diagram';
  return Array.from({ length: count }, (_, index) => `${stem}-${index + 1}`);
}
