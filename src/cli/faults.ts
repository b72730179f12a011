/** By what a platform's errors are counted: its own code, or what became of the call; `undefined` for what is no error of that platform's. */
export type CodeOf = (error: unknown) => string | undefined;

/** An error as it is counted. */
export interface Fault {
  readonly platform: string;
  readonly code: string;
}

/** Codes of a platform's that are told apart, so that the figures stay few whatever it thinks of. */
const MOST_CODES = 40;
const CODE = /^\w{1,40}$/;
/** For codes that are not told apart, and errors that carry none. */
const OTHER = 'other';

/** Tells by which platform and which of its codes an error is counted. */
export interface Faults {
  /** An error that a platform's poster threw. */
  of(platform: string, error: unknown): Fault;
  /** Any error; `undefined` where it is no platform's. */
  in(error: unknown): Fault | undefined;
}

/** @param codes - by platform. */
export function createFaults(codes: Readonly<Record<string, CodeOf>>): Faults {
  const met = new Map<string, Set<string>>();
  const bounded = (platform: string, code: string): string => {
    const known = met.get(platform) ?? new Set();
    met.set(platform, known);
    if (known.has(code)) return code;
    if (known.size === MOST_CODES || !CODE.test(code)) return OTHER;
    known.add(code);
    return code;
  };
  return {
    of: (platform, error) => ({ platform, code: bounded(platform, codes[platform]?.(error) ?? OTHER) }),
    in(error) {
      for (const [platform, codeOf] of Object.entries(codes)) {
        const code = codeOf(error);
        if (code !== undefined) return { platform, code: bounded(platform, code) };
      }
      return undefined;
    },
  };
}
