import { join, relative, sep } from 'node:path';

/** A file of a folder of notes, called as the author's shell finds it, so that an editor or a terminal can open it. */
export function pathFromHere(folder: string, name: string): string {
  const path = join(folder, name);
  const way = relative(process.cwd(), path);
  return (way.startsWith('..') ? path : way || '.').split(sep).join('/');
}
