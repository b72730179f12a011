import type { ActorId } from './turn.ts';

/** So many concepts are remembered of a person, */
const MOST_CONCEPTS = 5;
/** and of so many people; of more, the one who was quiet longest is forgotten. */
const MOST_PEOPLE = 5_000;

/** What people have looked up last, newest first, to be offered while they type; in memory alone, since nobody waits there for the store. */
export interface Recent {
  of(actor: ActorId): readonly string[];
  add(actor: ActorId, concept: string): void;
  forget(actor: ActorId): void;
}

export function createRecent(): Recent {
  const lookedUp = new Map<ActorId, readonly string[]>();
  return {
    of: (actor) => lookedUp.get(actor) ?? [],
    add(actor, concept) {
      const others = (lookedUp.get(actor) ?? []).filter((other) => other !== concept);
      // Put in anew, so that the map's order is that of their last look-ups.
      lookedUp.delete(actor);
      lookedUp.set(actor, [concept, ...others].slice(0, MOST_CONCEPTS));
      const [quietest] = lookedUp.size > MOST_PEOPLE ? lookedUp.keys() : [];
      if (quietest !== undefined) lookedUp.delete(quietest);
    },
    forget: (actor) => void lookedUp.delete(actor),
  };
}
