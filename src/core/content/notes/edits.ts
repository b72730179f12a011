import type { Identities, Match } from './identity.ts';
import type { Remembered } from './remembered.ts';

/** A concept that kept its id while its note was edited. */
export interface Edit extends Match {
  /** What is not as it was; not empty. */
  readonly changed: readonly Change[];
}

export type Change = 'name' | 'other names' | 'definition' | 'place';

/** What has been edited since notes were last loaded, as far as it was recognised. */
export function editsOf({ matches, remembered }: Pick<Identities, 'matches' | 'remembered'>, before: readonly Remembered[]): Edit[] {
  const olds = new Map(before.map((concept) => [concept.id, concept]));
  const news = new Map(remembered.map((concept) => [concept.id, concept]));
  return matches.flatMap((match) => {
    const [was, now] = [olds.get(match.id), news.get(match.id)];
    const changed = was && now ? changesBetween(was, now) : [];
    return changed.length > 0 ? [{ ...match, changed }] : [];
  });
}

function changesBetween(was: Remembered, now: Remembered): Change[] {
  const [name, ...others] = was.names;
  const [newName, ...newOthers] = now.names;
  return [
    ...(name === newName ? [] : (['name'] as const)),
    ...(name === newName && others.join('\n') !== newOthers.join('\n') ? (['other names'] as const) : []),
    ...(was.definition === now.definition ? [] : (['definition'] as const)),
    ...(was.place === now.place ? [] : (['place'] as const)),
  ];
}
