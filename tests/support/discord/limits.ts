/** How often something may be done. */
export interface Limit {
  readonly limit: number;
  readonly windowMs: number;
}

/** The limits of one server; a test may lower them. */
export interface Limits {
  /** Posts to one channel. Discord publishes no figure ("rate limits should not be hard coded"), but the headers below. */
  readonly channel: Limit;
  /** https://docs.discord.com/developers/topics/rate-limits#global-rate-limit: 50 requests a second a bot. */
  readonly global: Limit;
}

export const USUAL_LIMITS: Limits = { channel: { limit: 5, windowMs: 5_000 }, global: { limit: 50, windowMs: 1_000 } };

/** What a limit says to one request. */
export interface Verdict {
  readonly headers: Record<string, string>;
  /** Seconds to wait; absent where the request may pass. */
  readonly retryAfter?: number;
}

/** Counts requests in windows; a window begins with its first request. */
export function createLimits(now: () => number, limits: Limits = USUAL_LIMITS) {
  const windows = new Map<string, { beganAt: number; used: number }>();
  const use = (key: string, { limit, windowMs }: Limit): { remaining: number; resetMs: number } => {
    const known = windows.get(key);
    const open = known && now() - known.beganAt < windowMs ? known : { beganAt: now(), used: 0 };
    windows.set(key, open);
    open.used += 1;
    return { remaining: limit - open.used, resetMs: open.beganAt + windowMs - now() };
  };
  return {
    /** Of the whole bot. */
    global(): Verdict {
      const { remaining, resetMs } = use('global', limits.global);
      if (remaining >= 0) return { headers: {} };
      return { headers: { 'X-RateLimit-Global': 'true', 'X-RateLimit-Scope': 'global' }, retryAfter: resetMs / 1_000 };
    },
    /** Of posts to one channel. https://docs.discord.com/developers/topics/rate-limits#header-format */
    channel(id: string): Verdict {
      const { remaining, resetMs } = use(id, limits.channel);
      const headers = {
        'X-RateLimit-Limit': String(limits.channel.limit),
        'X-RateLimit-Remaining': String(Math.max(0, remaining)),
        'X-RateLimit-Reset-After': String(resetMs / 1_000),
        'X-RateLimit-Bucket': 'posts',
      };
      return remaining >= 0 ? { headers } : { headers: { ...headers, 'X-RateLimit-Scope': 'user' }, retryAfter: resetMs / 1_000 };
    },
  };
}
