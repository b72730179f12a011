import { setImmediate as nextRound } from 'node:timers/promises';

interface Asked<Key, Answer> {
  readonly key: Key;
  readonly answer: (answer: Answer) => void;
  readonly fail: (error: unknown) => void;
}

/** Keys of one statement; one value each and a few besides, far below what either engine takes. */
const MOST_AT_ONCE = 500;

/**
 * Asks the database about many things at once: what is asked while another
 * question is under way, or has arrived with the first, goes into one statement.
 *
 * @param ask - gives the answers in the order of the keys; where it fails, each that asked hears so.
 */
export function grouped<Key, Answer>(ask: (keys: readonly Key[]) => Promise<readonly Answer[]>): (key: Key) => Promise<Answer> {
  let waiting: Asked<Key, Answer>[] = [];
  let isAsking = false;

  async function askAbout(group: readonly Asked<Key, Answer>[]): Promise<void> {
    try {
      const answers = await ask(group.map(({ key }) => key));
      for (const [at, { answer }] of group.entries()) answer(answers[at] as Answer);
    } catch (error) {
      for (const { fail } of group) fail(error);
    }
  }

  async function askAboutAll(): Promise<void> {
    isAsking = true;
    while (waiting.length > 0) {
      await nextRound();
      const group = waiting.slice(0, MOST_AT_ONCE);
      waiting = waiting.slice(MOST_AT_ONCE);
      await askAbout(group);
    }
    isAsking = false;
  }

  return (key) => {
    const answered = new Promise<Answer>((answer, fail) => void waiting.push({ key, answer, fail }));
    if (!isAsking) void askAboutAll();
    return answered;
  };
}
