import { pinyin } from 'pinyin-pro';
import { hasHan } from './text.ts';

const readings = new Map<string, string>();

function readingOf(character: string): string {
  let reading = readings.get(character);
  if (reading === undefined) {
    reading = hasHan(character) ? `${pinyin(character, { toneType: 'none' })} ` : character;
    readings.set(character, reading);
  }
  return reading;
}

/**
 * How a name sounds: most Chinese misspellings are other characters of the
 * same sound (静像 for 镜像). Each character is read by itself, so that both
 * sides of a comparison are read alike. Takes a name key with Han characters.
 */
export function soundKey(key: string): string {
  return Array.from(key, readingOf).join('');
}

const INITIAL = /^(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])/;

/**
 * Whether two names of equal length sound nearly alike: each character ends
 * as its counterpart does (券 quan and 卷 juan), n and ng taken as one.
 */
export function soundsNearly(one: string, other: string): boolean {
  const endings = (key: string) =>
    Array.from(key, (character) => readingOf(character).trim().replace(INITIAL, '').replace(/ng$/, 'n')).join(' ');
  return endings(one) === endings(other);
}
