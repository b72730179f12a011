import { readdirSync, readFileSync } from 'node:fs';
import { extname } from 'node:path';

/** Where the page's own files are asked for. */
export const ASSETS = '/web/';

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** The page's files, by the paths at which they are asked for. */
export type Assets = ReadonlyMap<string, { readonly type: string; readonly body: string }>;

/** Reads the page's files, which are served as they are written. */
export function readAssets(): Assets {
  const folder = new URL('../../../assets/web/', import.meta.url);
  return new Map(
    readdirSync(folder).flatMap((name) => {
      const type = TYPES[extname(name)];
      return type === undefined ? [] : [[`${ASSETS}${name}`, { type, body: readFileSync(new URL(name, folder), 'utf8') }] as const];
    }),
  );
}
