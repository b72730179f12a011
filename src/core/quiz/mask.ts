import { hasHan } from '../search/text.ts';

/** Stands for a name that is the answer. */
export const GAP = '[…]';

/** Hides a name in a text, with the article before it, whatever its case and number; the longest names first. */
export function masked(text: string, names: readonly string[], gap: string = GAP): string {
  return maskedAll(text, [{ names, gap }]);
}

/** Hides the names of several things, each behind a gap of its own. */
export function maskedAll(text: string, hidden: readonly { readonly names: readonly string[]; readonly gap: string }[]): string {
  const all = hidden.flatMap(({ names, gap }) => names.map((name) => ({ pattern: patternOf(name), length: name.length, gap })));
  // Together, not in turn: the name of one may be the end of the other's.
  const byLength = all.toSorted((a, b) => b.length - a.length);
  if (byLength.length === 0) return text;
  const pattern = new RegExp(byLength.map((one) => `(${one.pattern})`).join('|'), 'gi');
  const bounds = wordBounds(text);
  return text.replace(pattern, (name: string, ...found) => {
    const at: number = found[byLength.length];
    if (hasHan(name) && !(bounds.has(at) && bounds.has(at + name.length))) return name;
    return byLength[found.findIndex((one) => one !== undefined)]?.gap ?? GAP;
  });
}

/** Where words begin and end: 容器组 is no name in 由容器组成. */
function wordBounds(text: string): ReadonlySet<number> {
  if (!hasHan(text)) return new Set();
  const words = new Intl.Segmenter('zh', { granularity: 'word' }).segment(text);
  return new Set([text.length, ...Array.from(words, ({ index }) => index)]);
}

/** Whether a text begins with one of the names. */
export function beginsWith(text: string, names: readonly string[]): boolean {
  return names.some((name) => new RegExp(`^(?:${patternOf(name)})`, 'i').test(text));
}

function patternOf(name: string): string {
  const escaped = name.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
  const article = hasHan(name) ? '' : '(?:\\b(?:the|an?) )?';
  // A bound is where letters meet something else; Chinese names have none.
  const [before, after] = [/^[a-z0-9]/i.test(name) ? '(?<![a-z0-9])' : '', /[a-z0-9]$/i.test(name) ? '(?:e?s)?(?![a-z0-9])' : ''];
  return `${article}${before}${escaped}${after}`;
}
