import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, delimiter, dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { copyContext } from './build-context.ts';
import { parseDockerfile, type Stage, type Step } from './dockerfile.ts';

/** What our layers may come to, in megabytes of files; what one downloads is about a third. */
const GOAL_MB = 60;
const PROJECT = fileURLToPath(new URL('..', import.meta.url));
/** Without the project's own tools, which no image has. */
const PATH = [dirname(process.execPath), ...(process.env.PATH ?? '').split(delimiter).filter((path) => !path.includes('node_modules'))];

/** In which folder of its root each stage ended. */
const places = new Map<string, string>();
const folder = mkdtempSync(join(tmpdir(), 'kubetutor-image-'));
try {
  chmodSync(folder, 0o755);
  const stages = parseDockerfile(readFileSync(join(PROJECT, 'Dockerfile'), 'utf8'));
  copyContext(PROJECT, join(folder, 'context'));
  for (const stage of stages) build(stage);
  const image = stages.at(-1);
  if (!image) throw new Error('the Dockerfile has no stage');
  printSizes(join(folder, image.name));
  runProgram(image);
} finally {
  rmSync(folder, { recursive: true });
}

/** Runs a stage's steps, with a folder in the place of the container's root; the base image is this machine. */
function build({ name, from, steps }: Stage): void {
  const root = join(folder, name);
  const begun = places.get(from);
  if (begun === undefined) mkdirSync(root);
  else cpSync(join(folder, from), root, { recursive: true });
  const ended = steps.reduce((here, step) => take(step, root, here), join(root, begun ?? ''));
  places.set(name, relative(root, ended));
}

/** @returns the folder in which the next step is taken. */
function take(step: Step, root: string, here: string): string {
  if (step.kind === 'workdir') {
    const path = join(root, step.path);
    mkdirSync(path, { recursive: true });
    return path;
  }
  if (step.kind === 'run') {
    tell(`RUN ${step.command}`);
    execFileSync('sh', ['-c', step.command], {
      cwd: here,
      env: { HOME: process.env.HOME, PATH: PATH.join(delimiter) },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    return here;
  }
  for (const source of step.sources) {
    const path = join(folder, step.from ?? 'context', source);
    const target = resolve(here, step.target);
    cpSync(path, statSync(path).isDirectory() ? target : join(target, basename(path)), { recursive: true });
  }
  return here;
}

function printSizes(root: string): void {
  const app = join(root, 'app');
  const sizes = readdirSync(app).map((name) => ({ name, bytes: bytesIn(join(app, name)) }));
  for (const { name, bytes } of sizes.toSorted((a, b) => b.bytes - a.bytes)) tell(`${megabytes(bytes)}  ${name}`);
  const all = bytesIn(root);
  tell(`${megabytes(all)}  our own layers (goal: at most ${GOAL_MB} MB)`);
  if (all > GOAL_MB * 1e6) process.exitCode = 1;
}

/** Asks the program one question as the image would run it: compiled, with its own dependencies, as a user who may write to the data folder only. */
function runProgram({ name, entrypoint, env }: Stage): void {
  const [, ...args] = entrypoint;
  const root = join(folder, name);
  const asUser = process.geteuid?.() === 0 ? { uid: 1000, gid: 1000 } : {};
  const said = execFileSync(process.execPath, [...args, 'ask', 'what is kubelet'], {
    cwd: join(root, 'app'),
    env: { ...env, DATA_DIR: join(root, env.DATA_DIR ?? 'data') },
    encoding: 'utf8',
    ...asUser,
  });
  if (!said.startsWith('kubelet\n')) throw new Error(`the program said something else:\n${said}`);
  tell(`${entrypoint.join(' ')} ask "what is kubelet": answered`);
}

function bytesIn(path: string): number {
  const stats = statSync(path);
  if (!stats.isDirectory()) return stats.size;
  return readdirSync(path).reduce((sum, name) => sum + bytesIn(join(path, name)), 0);
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1).padStart(6)} MB`;
}

function tell(line: string): void {
  process.stdout.write(`${line}\n`);
}
