/** How something was at each instant: it is set as time goes on, and looked up afterwards. */
export interface History<T> {
  set(instant: number, value: T): void;
  at(instant: number): T;
  /** All that it was from one instant to another, both included. */
  during(from: number, to: number): T[];
}

/** A history in which something was so from the beginning. */
export function createHistory<T>(first: T): History<T> {
  const values: { readonly from: number; readonly value: T }[] = [{ from: Number.NEGATIVE_INFINITY, value: first }];
  const indexAt = (instant: number): number => {
    let [low, high] = [0, values.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((values[middle]?.from ?? 0) <= instant) low = middle;
      else high = middle - 1;
    }
    return low;
  };
  const during = (from: number, to: number) => values.slice(indexAt(from), indexAt(to) + 1).map(({ value }) => value);
  return {
    set: (from, value) => void values.push({ from, value }),
    at: (instant) => during(instant, instant)[0] ?? first,
    during,
  };
}
