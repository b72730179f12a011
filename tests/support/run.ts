import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { createTranscript, type Transcript } from './terminal.ts';

const PROJECT = fileURLToPath(new URL('../../', import.meta.url));

interface Run {
  readonly cwd?: string;
  readonly input?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** How a program ended and what it said. */
export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the command line in a process of its own, with nothing on standard input unless given. */
export const kubetutor = (args: readonly string[], run?: Run): Promise<Ended> => runScript('src/main.ts', args, run);

/** Runs a TypeScript file of the project in a process of its own. */
export async function runScript(script: string, args: readonly string[], { input = '', ...run }: Run = {}): Promise<Ended> {
  const child = await startScript(script, args, run);
  child.end(input);
  return child.ended;
}

/** A process that was started, while it runs. */
export interface Running {
  /** What it has said so far. */
  readonly out: Transcript;
  readonly err: Transcript;
  /** Types a text for it. */
  type(text: string): void;
  /** Types a last text, and closes its standard input. */
  end(text?: string): void;
  /** Sends it a signal, such as SIGTERM. */
  signal(name: NodeJS.Signals): void;
  readonly ended: Promise<Ended>;
}

/**
 * Starts the command line in a process of its own, which does not outlive the test.
 *
 * @param program - another copy of it than that of the sources.
 */
export async function startKubetutor(args: readonly string[], run?: Omit<Run, 'input'>, program = 'src/main.ts'): Promise<Running> {
  const running = await startScript(program, args, run);
  onTestFinished(() => running.kill());
  return running;
}

/** Starts a script; unless given, its data folder is an empty one that is gone when it has ended. */
async function startScript(
  script: string,
  args: readonly string[],
  { cwd = PROJECT, env = {} }: Omit<Run, 'input'> = {},
): Promise<Running & { kill(): void }> {
  const data = await mkdtemp(join(tmpdir(), 'kubetutor-data-'));
  const child = spawn(process.execPath, [resolve(PROJECT, script), ...args], {
    cwd,
    env: { PATH: process.env.PATH, DATA_DIR: data, ...env },
  });
  const [out, err] = [createTranscript(), createTranscript()];
  child.stdout.setEncoding('utf8').on('data', out.add);
  child.stderr.setEncoding('utf8').on('data', err.add);
  const closed = new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  const ended = closed
    .then((code) => ({ code, out: out.text(), err: err.text() }))
    .finally(() => rm(data, { recursive: true, force: true }));
  return {
    out,
    err,
    type: (text) => void child.stdin.write(text),
    end: (text = '') => void child.stdin.end(text),
    signal: (name) => void child.kill(name),
    ended,
    kill: () => void child.kill('SIGKILL'),
  };
}
