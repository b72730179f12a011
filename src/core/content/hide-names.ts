import { hasHan } from '../search/text.ts';

/** What stands where a name was hidden. */
export const BLANK = '＿＿';

/**
 * A text that does not give a name away: each name is hidden in any case and
 * spelling (`ConfigMap`, `config map`), a Latin one only as a whole word, also
 * in the plural.
 */
export function hideNames(text: string, names: readonly string[]): string {
  const longestFirst = [...new Set(names)].toSorted((a, b) => b.length - a.length);
  return longestFirst.reduce((hidden, name) => hidden.replace(patternOf(name), BLANK), text);
}

/** Whether enough is left of a text with its names hidden to tell what is meant. */
export function tellsEnough(hidden: string): boolean {
  const letters = hidden.match(/\p{L}/gu) ?? [];
  // A Chinese character says about as much as two and a half letters.
  return letters.reduce((sum, letter) => sum + (hasHan(letter) ? 2.5 : 1), 0) >= 12;
}

/** Between the words of a name: a space, a hyphen, or a capital after a small letter. */
const BETWEEN = /\s+|(?<=[\p{L}\p{N}])-(?=[\p{L}\p{N}])|(?<=\p{Ll})(?=\p{Lu})/u;

function patternOf(name: string): RegExp {
  const words = name.split(BETWEEN).map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'));
  const spelt = words.join('[\\s-]?');
  // 由容器组成 does not speak of a 容器组.
  if (hasHan(name)) return new RegExp(name.endsWith('组') ? `${spelt}(?!成)` : spelt, 'giu');
  // Not within kube-pod, but in --pod.
  return new RegExp(`(?<![\\p{L}\\p{N}]|[\\p{L}\\p{N}]-)${spelt}(?:e?s)?(?![a-z0-9-])`, 'giu');
}
