/** A point in time until which one waits for several things, one after another. */
export interface Deadline {
  /** What comes of some work, if it comes in time. */
  within<Result>(work: Promise<Result>): Promise<Result | undefined>;
  /** Waits no longer, and holds up nobody's end. */
  end(): void;
}

export function startDeadline(milliseconds: number): Deadline {
  const { promise: late, resolve } = Promise.withResolvers<undefined>();
  const timer = setTimeout(resolve, milliseconds, undefined);
  return {
    within: (work) => Promise.race([work, late]),
    end: () => {
      clearTimeout(timer);
      resolve(undefined);
    },
  };
}

/** What comes of some work, if it comes within so many milliseconds. */
export async function within<Result>(milliseconds: number, work: Promise<Result>): Promise<Result | undefined> {
  const deadline = startDeadline(milliseconds);
  try {
    return await deadline.within(work);
  } finally {
    deadline.end();
  }
}
