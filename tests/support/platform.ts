import { PlatformError, type Refusal } from '../../src/core/errors.ts';
import type { ConversationId, MessageRef } from '../../src/core/places.ts';
import type { Poster } from '../../src/core/ports.ts';
import type { Reply } from '../../src/core/reply.ts';

/** A message as it stands in a conversation; `shown` is all that it ever showed, oldest first. */
interface Message {
  readonly ref: MessageRef;
  readonly to: ConversationId;
  readonly key: string;
  readonly shown: Reply[];
  readonly editedAt: Date[];
}

/** What goes wrong with the next call: it is refused; or it is done, and nobody hears of it. */
export type Fault = Refusal | { readonly kind: 'lost response' };

/** A platform in memory whose messages can be looked at, with faults to order. */
export function createTestPlatform({ now, canLook = true }: { now: () => Date; canLook?: boolean }) {
  const messages: Message[] = [];
  const faults: Fault[] = [];
  let edits = 0;
  const meet = (): Fault | undefined => {
    const fault = faults.shift();
    if (fault && fault.kind !== 'lost response') throw new PlatformError(`the platform says: ${fault.kind}`, fault);
    return fault;
  };
  const poster: Poster = {
    laneOf: ({ space }) => ({ lane: space, gapMs: 100 }),
    async post(to, reply, key) {
      const fault = meet();
      const ref = `test:${messages.length + 1}`;
      messages.push({ ref, to, key, shown: [reply], editedAt: [] });
      if (fault) throw new PlatformError('the response was lost', { kind: 'unknown outcome' });
      return ref;
    },
    async find(to, key) {
      const message = messages.find((each) => each.to === to && each.key === key);
      if (!canLook) return { kind: 'unsure' };
      return message ? { kind: 'found', message: message.ref } : { kind: 'absent' };
    },
    async edit(ref, reply) {
      const fault = meet();
      const message = messages.find((each) => each.ref === ref);
      if (!message) throw new PlatformError('there is no such message', { kind: 'gone' });
      message.shown.push(reply);
      message.editedAt.push(now());
      edits += 1;
      if (fault) throw new PlatformError('the response was lost', { kind: 'unknown outcome' });
    },
  };
  return {
    poster,
    messages,
    /** Orders faults, for the next calls one after another. */
    fail: (...next: readonly Fault[]) => void faults.push(...next),
    edits: () => edits,
    /** What a message shows now. */
    shows: (at = 0): Reply | undefined => messages[at]?.shown.at(-1),
  };
}
