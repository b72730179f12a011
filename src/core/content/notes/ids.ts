import { pinyin } from 'pinyin-pro';
import { hasHan } from '../../search/text.ts';
import { MAX_ID_LENGTH } from '../schema.ts';

/**
 * An id made of a concept's names: the English one as a slug (`API server` →
 * `api-server`), else how the Chinese one sounds (`镜像` → `jing-xiang`).
 * `undefined` when no name has anything that an id may hold.
 */
export function idFromNames(names: readonly string[]): string | undefined {
  const english = names.find((name) => !hasHan(name) && slug(name) !== undefined);
  return slug(english ?? names.find((name) => slug(name) !== undefined) ?? '');
}

/**
 * A text as small letters, digits and single hyphens, cut after a whole word
 * where it is too long; Chinese as it sounds. `undefined` when nothing is left.
 */
export function slug(text: string, maxLength = MAX_ID_LENGTH): string | undefined {
  const start = text.slice(0, MAX_ID_LENGTH * 2);
  const sounded = hasHan(start) ? pinyin(start, { toneType: 'none', type: 'array', nonZh: 'consecutive' }).join(' ') : start;
  const words = sounded
    .normalize('NFKD')
    .replace(/\p{Mn}|['’]/gu, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
  return words.length === 0 ? undefined : cut(words, maxLength);
}

function cut(words: readonly string[], maxLength: number): string {
  let whole = '';
  for (const word of words) {
    const longer = whole === '' ? word : `${whole}-${word}`;
    if (longer.length > maxLength) break;
    whole = longer;
  }
  return whole === '' ? (words[0] ?? '').slice(0, maxLength) : whole;
}

/**
 * Hands out ids that nobody has yet: one made of the names, with `-2`, `-3`,
 * … where it is taken; `note-1`, `note-2`, … for names that make none.
 */
export function createIds(taken: Iterable<string>): { next(names: readonly string[]): string } {
  const used = new Set(taken);
  const counted = new Map<string, number>();
  return {
    next(names) {
      const stem = idFromNames(names);
      let id = stem ?? 'note-1';
      for (let number = counted.get(stem ?? '') ?? 1; used.has(id); number += 1) {
        id = stem === undefined ? `note-${number}` : numbered(stem, number + 1);
        counted.set(stem ?? '', number + 1);
      }
      used.add(id);
      return id;
    },
  };
}

function numbered(stem: string, number: number): string {
  const suffix = `-${number}`;
  return stem.slice(0, MAX_ID_LENGTH - suffix.length).replace(/-$/, '') + suffix;
}
