import { erase, lettersOf, richFrom } from './letters.ts';
import type { Rich } from './rich.ts';

const ADDRESS_OR_EMOJI = /\b(?:https?|ftp):\/\/[^\s<>"'，。；、）)】」]+|(?<!\S):[a-z0-9_+-]{1,40}:(?!\S)/gi;

/** Marks bare web addresses as literal, so that nothing in them is mark-up or a separator, and takes `:emoji:` codes out. */
export function markAddresses(rich: Rich): Rich {
  if (!rich.text.includes(':')) return rich;
  const letters = lettersOf(rich);
  for (const { 0: found, index } of rich.text.matchAll(ADDRESS_OR_EMOJI)) {
    if (rich.marks[index] === 'c') continue;
    if (found.startsWith(':')) erase(letters, index, index + found.length);
    else letters.marks.fill('c', index, index + found.length);
  }
  return richFrom(letters);
}
