import { keepTicking } from '../../src/cli/ticking.ts';
import { PlatformError } from '../../src/core/errors.ts';
import type { Poster } from '../../src/core/ports.ts';
import { createDaily } from '../../src/core/quiz/daily.ts';
import { drawPost } from '../../src/core/quiz/messages.ts';
import { openStore } from '../../src/store/store.ts';
import { chosen } from '../../tests/support/quiz.ts';

/** A bot that posts until it is killed: `worker.ts <where> <address of the platform> look|blind <gap of a lane in ms>`. */
const [where = '', platform = '', sight, gap] = process.argv.slice(2);

const call = async (method: string, path: string): Promise<number> => {
  try {
    return (await fetch(`${platform}/${path}`, { method, signal: AbortSignal.timeout(10_000) })).status;
  } catch (error) {
    throw new PlatformError('there was no response', { kind: 'unknown outcome' }, error);
  }
};

const poster: Poster = {
  laneOf: ({ space }) => ({ lane: space, gapMs: Number(gap) }),
  async post(to, _reply, key) {
    await call('POST', `${to}/${key}`);
    return `${to}/${key}`;
  },
  async find(to, key) {
    if (sight === 'blind') return { kind: 'unsure' };
    return (await call('GET', `${to}/${key}`)) === 200 ? { kind: 'found', message: `${to}/${key}` } : { kind: 'absent' };
  },
  edit: async (message) => void (await call('PUT', message)),
};

const log = { incident: (id: string, error: unknown) => void process.stderr.write(`${id}: ${error}\n`) };
const now = () => new Date();
const { records } = await openStore(where, { as: 'bot', now });
keepTicking(
  createDaily({
    ...{ records, now, log, steady: () => performance.now() },
    posters: new Map([['test', poster]]),
    compose: async () => chosen('pod'),
    draw: (claimed) => drawPost(claimed, records),
  }),
  log,
);
process.send?.('working');
process.on('disconnect', () => process.exit());
