/** Work that has begun, so that one can wait for its end before stopping. */
export interface InFlight {
  /** Runs work and counts it until it is over; gives back what it gives. */
  run<Result>(work: () => Promise<Result>): Promise<Result>;
  /** Resolves once nothing is left that has begun; at once where nothing has. */
  idle(): Promise<void>;
}

export function createInFlight(): InFlight {
  const running = new Set<Promise<unknown>>();
  return {
    run(work) {
      const begun = work();
      running.add(begun);
      // Whoever started it hears of its failure; here only its end counts.
      begun.then(
        () => running.delete(begun),
        () => running.delete(begun),
      );
      return begun;
    },
    async idle() {
      while (running.size > 0) await Promise.allSettled(running);
    },
  };
}
