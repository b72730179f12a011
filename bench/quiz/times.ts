/** The middle and the slow end of many times, in milliseconds. */
export interface Spread {
  readonly count: number;
  readonly p50: number;
  readonly p99: number;
}

/** Does something so many times, one after another, and says how long each took. */
export async function spreadOf(count: number, work: (number: number) => Promise<unknown>): Promise<Spread> {
  const times: number[] = [];
  for (let number = 0; number < count; number++) times.push((await timed(() => work(number))).ms);
  times.sort((one, other) => one - other);
  const share = (part: number) => times[Math.max(0, Math.ceil(part * times.length) - 1)] ?? Number.NaN;
  return { count, p50: share(0.5), p99: share(0.99) };
}

/** Does something, and says how long it took. */
export async function timed<T>(work: () => Promise<T>): Promise<{ readonly result: T; readonly ms: number }> {
  const began = performance.now();
  const result = await work();
  return { result, ms: performance.now() - began };
}
