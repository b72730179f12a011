import type { Index } from './build.ts';
import type { Span } from './names.ts';
import { isCommonWord } from './real-words.ts';
import { fold, hasHan, unitsOf } from './text.ts';

/** A message longer than this is read up to here. */
export const MAX_MESSAGE = 20_000;

/** So many different everyday words that are also terms vouch for each other. */
const COMPANY = 3;

interface Term {
  readonly id: string;
  /** Whether its name is also a word of daily life (service, image, 服务). */
  readonly isEveryday: boolean;
  /** Whether it only says what field a text is in (Kubernetes). */
  readonly isContext: boolean;
  readonly words: number;
  readonly length: number;
}

/**
 * The ids of the concepts that a text names, most specific first; takes any text, in time that grows with its length.
 *
 * Words of daily life count only in company of the field: with another term, or with several of their kind.
 */
export function termsIn(index: Index, text: string): string[] {
  const units = unitsOf(fold(text.slice(0, MAX_MESSAGE).toWellFormed()));
  const named = index.names.spot(units).filter(({ isMisspelt }) => !isMisspelt);
  const terms = new Map<string, Term>();
  for (const span of named) {
    const term = termAt(
      span,
      index,
      units.slice(span.from, span.to).map((unit) => unit.text),
    );
    if (!terms.has(term.id) || !term.isEveryday) terms.set(term.id, term);
  }
  const all = [...terms.values()];
  const isInCompany = all.some(({ isEveryday }) => !isEveryday) || all.length >= COMPANY;
  return isInCompany ? all.toSorted(moreSpecific).map(({ id }) => id) : [];
}

function termAt({ entries }: Span, index: Index, words: readonly string[]): Term {
  const number = entries.find((entry) => index.entries[entry]?.isOwn) ?? entries[0]!;
  const { id, isContext } = index.entries[number]!;
  const name = words.join('');
  const isEveryday = index.isEveryday(name) && (hasHan(name) || words.every(isCommonWord));
  return { id, isEveryday, isContext, words: words.length, length: name.length };
}

/** Terms before everyday words, many words before few, long before short; the field itself last. Equal ones stay in the order of the text. */
function moreSpecific(one: Term, other: Term): number {
  return (
    Number(one.isContext) - Number(other.isContext) ||
    Number(one.isEveryday) - Number(other.isEveryday) ||
    other.words - one.words ||
    other.length - one.length
  );
}
