import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Sample, Wish } from './probe.ts';

/** The real program in a process of its own. */
export interface BotProcess {
  readonly pid: number;
  /** The address at which it takes requests; empty where it takes none. */
  readonly address: string;
  /** What went wrong in it, by its log. */
  readonly incidents: readonly string[];
  /** Nothing where it has ended. */
  measure(): Promise<Sample | undefined>;
  /** From now on its database file cannot grow, or it can again. */
  setDisk(isFull: boolean): void;
  /** Sends SIGTERM; gives the exit code. */
  stop(): Promise<number | null>;
  /** Its exit code, whenever and however it ends. */
  readonly ended: Promise<number | null>;
}

const PROJECT = fileURLToPath(new URL('../../', import.meta.url));
const PROBE = new URL('probe.ts', import.meta.url).href;

/**
 * Starts the program with these settings and no others; resolves when people can talk to it.
 *
 * @throws Error with what it said, where it ends before.
 */
export async function startBot(env: Readonly<Record<string, string>>): Promise<BotProcess> {
  const child = spawn(process.execPath, ['--expose-gc', '--stack-trace-limit=40', '--import', PROBE, 'src/main.ts', 'start'], {
    cwd: PROJECT,
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    env: { PATH: process.env.PATH, LOG_LEVEL: 'info', ...env },
  });
  const endWithUs = () => child.kill('SIGKILL');
  process.once('exit', endWithUs);
  const ended = once(child, 'exit').then(([code]) => {
    process.removeListener('exit', endWithUs);
    return code as number | null;
  });
  const incidents: string[] = [];
  const address = await readiness(child, incidents);
  return {
    pid: child.pid ?? 0,
    address,
    incidents,
    ended,
    async measure() {
      if (!child.connected) return undefined;
      const told = once(child, 'message').then(([sample]) => sample as Sample);
      child.send({ kind: 'measure' } satisfies Wish);
      return Promise.race([told, ended.then(() => undefined)]);
    },
    setDisk: (isFull) => void (child.connected && child.send({ kind: 'disk', isFull } satisfies Wish)),
    stop() {
      child.kill('SIGTERM');
      return ended;
    },
  };
}

async function readiness(child: ChildProcess, incidents: string[]): Promise<string> {
  if (!child.stderr) throw new Error('the log of the bot cannot be read');
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  let address = '';
  let said = '';
  createInterface({ input: child.stderr }).on('line', (line) => {
    const { isIncident, msg } = parsed(line);
    if (isIncident) incidents.push(msg);
    said += `${line}\n`.slice(0, 1_000 - Math.min(1_000, said.length));
    address = /^Listening on (\S+)\.$/.exec(msg)?.[1] ?? address;
    if (msg.startsWith('Ready on')) resolve(address);
  });
  child.once('exit', () => reject(new Error(`the bot ended: ${said}`)));
  return promise;
}

/** A line of the log; one that is none is what Node says of an error that nobody caught. */
function parsed(line: string): { readonly isIncident: boolean; readonly msg: string } {
  if (!line.startsWith('{')) return { isIncident: true, msg: line };
  const { level, msg = '', error } = JSON.parse(line) as { level: string; msg?: string; error?: { message?: string } };
  const isIncident = level === 'error';
  return { isIncident, msg: isIncident ? `${msg}: ${error?.message}` : msg };
}
