/** Knows what was begun last at a place, so that what comes late never takes the place of something newer. */
export interface Latest {
  /**
   * Begins something at a place, such as a message that is edited.
   *
   * @returns whether nothing newer has begun there since; `end` forgets it.
   */
  begin(place: string): { readonly isLatest: () => boolean; readonly end: () => void };
}

/** Of one process; what another one does at the same place meanwhile is not seen. */
export function createLatest(): Latest {
  const latest = new Map<string, symbol>();
  return {
    begin(place) {
      const own = Symbol(place);
      latest.set(place, own);
      const isLatest = () => latest.get(place) === own;
      return {
        isLatest,
        end: () => void (isLatest() && latest.delete(place)),
      };
    },
  };
}
