import { cpSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

interface Rule {
  /** What a whole path matches. */
  readonly pattern: RegExp;
  readonly ignores: boolean;
}

/** Copies what Docker would send to its builder: all that `.dockerignore` lets through. */
export function copyContext(project: string, target: string): void {
  const rules = parseIgnore(readFileSync(join(project, '.dockerignore'), 'utf8'));
  cpSync(project, target, { recursive: true, filter: (path) => isSent(relative(project, path), rules) });
}

/** The rules of a `.dockerignore`: https://docs.docker.com/build/concepts/context/#dockerignore-files */
export function parseIgnore(text: string): readonly Rule[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => ({ pattern: patternOf(line.replace(/^!/, '')), ignores: !line.startsWith('!') }));
}

/** Unlike in a shell, `*` takes names that begin with a dot too. */
const patternOf = (glob: string): RegExp => new RegExp(`^${glob.replace(/[.?+^$()[\]{}|\\]/g, '\\$&').replaceAll('*', '[^/]*')}$`);

/** Whether a path of the project is sent: the last rule decides that matches it or a folder that it is in. */
export function isSent(path: string, rules: readonly Rule[]): boolean {
  const parts = path.split('/');
  const withFolders = parts.map((_, index) => parts.slice(0, index + 1).join('/'));
  return !rules.findLast(({ pattern }) => withFolders.some((part) => part !== '' && pattern.test(part)))?.ignores;
}
