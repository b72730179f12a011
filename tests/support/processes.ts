import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

/** A process of {@link file://./store-process.ts} that has been started. */
export interface StoreProcess {
  /** Waits until it prints a line. */
  printed(line: string): Promise<void>;
  /** Ends it as a power cut would, and gives all the lines that it printed. */
  kill(): Promise<readonly string[]>;
  /** Waits for its end, and gives what it complained of; nothing when all went well. */
  ended(): Promise<string>;
}

/** Where Node keeps what it compiled, so that the many processes of a test start in half the time. */
const COMPILED = fileURLToPath(new URL('../../node_modules/.cache/node', import.meta.url));

/** Starts a process that uses a store; it does not outlive the test. */
export function startStoreProcess(where: string, mode: 'once' | 'forever', actor: string): StoreProcess {
  const script = fileURLToPath(new URL('store-process.ts', import.meta.url));
  const child = spawn(process.execPath, [script, where, mode, actor], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_COMPILE_CACHE: COMPILED },
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const closed = once(child, 'close');
  const lines: string[] = [];
  const reader = createInterface({ input: child.stdout });
  reader.on('line', (line) => lines.push(line));
  let complaints = '';
  child.stderr.on('data', (text) => {
    complaints += text;
  });
  return {
    async printed(line) {
      while (!lines.includes(line)) {
        await Promise.race([once(reader, 'line'), closed]);
        if (child.exitCode !== null && !lines.includes(line)) throw new Error(`ended before it printed ${line}: ${complaints}`);
      }
    },
    async kill() {
      child.kill('SIGKILL');
      await closed;
      return lines;
    },
    async ended() {
      await closed;
      return child.exitCode === 0 ? '' : complaints;
    },
  };
}
