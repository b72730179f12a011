import type { LoadedDeck } from './load.ts';
import type { Problem } from './problem.ts';

/** Finds what is wrong with decks: two that are one, subjects that are not there, nothing in them. */
export function checkDecks(decks: readonly LoadedDeck[], isKnown: (id: string) => boolean): Problem[] {
  return decks.flatMap((loaded, index) => [
    ...twin(loaded, decks.slice(0, index)),
    ...unknownSubjects(loaded, isKnown),
    ...(loaded.isEmpty ? [empty(loaded)] : []),
  ]);
}

function twin({ deck, file, locate }: LoadedDeck, earlier: readonly LoadedDeck[]): Problem[] {
  const other = earlier.find((one) => one.deck.id === deck.id);
  if (!other) return [];
  const message = `the deck ${deck.id} is also in ${other.file}`;
  return [{ severity: 'error', file, ...locate(['id']), message, mend: 'give one of the two another id' }];
}

function unknownSubjects({ deck, file, locate }: LoadedDeck, isKnown: (id: string) => boolean): Problem[] {
  return deck.about.flatMap((id, index): Problem[] => {
    if (isKnown(id)) return [];
    const message = `there is no concept ${id}`;
    return [{ severity: 'error', file, ...locate(['about', index]), message, mend: 'mend the id under about, or take it out' }];
  });
}

const empty = ({ deck, file, locate }: LoadedDeck): Problem => ({
  severity: 'warning',
  file,
  ...locate(['id']),
  message: `the deck ${deck.id} has no concepts`,
  mend: 'add a file of concepts or a note beside it, or remove the deck',
});
