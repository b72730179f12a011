/** One life of a bot, from its start to its death. */
export interface Life {
  isOver: boolean;
  /** How many more calls it lives to see; without a number, it lives on. */
  callsLeft?: number | undefined;
}

/** Whether a bot that dies at a call still gets it done. */
type Coin = () => boolean;

/** What nobody hears of any more. A new one each time: what waits for one lets go of it with its bot. */
const silence = (): Promise<never> => new Promise(() => {});

/**
 * The same calls, as long as their caller lives. A bot that is killed has
 * stopped at some `await`: its call was made or was not, and in either case
 * nothing that stands behind it is ever run.
 */
export function mortal<Calls extends object>(calls: Calls, life: Life, isDone: Coin, onDeath: () => void): Calls {
  const wrapped = Object.entries(calls).map(([name, call]: [string, unknown]) => {
    if (typeof call !== 'function') throw new TypeError(`${name} is no call`);
    return [name, (...args: unknown[]) => through(() => Promise.resolve(call.apply(calls, args)), life, isDone, onDeath)];
  });
  return Object.fromEntries(wrapped);
}

async function through(call: () => Promise<unknown>, life: Life, isDone: Coin, onDeath: () => void): Promise<unknown> {
  if (life.isOver) return silence();
  if (life.callsLeft === 0) {
    onDeath();
    if (isDone()) await call().catch(() => {});
    return silence();
  }
  if (life.callsLeft !== undefined) life.callsLeft -= 1;
  try {
    const result = await call();
    return life.isOver ? silence() : result;
  } catch (error) {
    if (life.isOver) return silence();
    throw error;
  }
}
