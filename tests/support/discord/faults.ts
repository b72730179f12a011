/** What goes wrong with a request. */
export type Fault =
  /** This is said, and nothing is done, unless it is said so. */
  | { readonly kind: 'status'; readonly status: number; readonly code?: number; readonly retryAfter?: number; readonly isDone?: boolean }
  /** It is done, but the connection breaks before the answer. */
  | { readonly kind: 'lost answer' }
  /** The connection breaks before anything is done. */
  | { readonly kind: 'lost request' }
  /** It is done, but late. */
  | { readonly kind: 'slow'; readonly ms: number };

/** Things that go wrong on purpose, in the order in which they were asked for. */
export function createFaults() {
  const waiting: { on: RegExp; fault: Fault }[] = [];
  return {
    /** The next request of this kind, such as `/^POST .*\/messages$/`, meets this fault. */
    next: (on: RegExp, ...faults: readonly Fault[]): void => void waiting.push(...faults.map((fault) => ({ on, fault }))),
    take(request: string): Fault | undefined {
      const at = waiting.findIndex(({ on }) => on.test(request));
      return at < 0 ? undefined : waiting.splice(at, 1)[0]?.fault;
    },
    /** Whether all of them were met. */
    areOver: (): boolean => waiting.length === 0,
  };
}
