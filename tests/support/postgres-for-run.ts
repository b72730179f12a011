import type { TestProject } from 'vitest/node';
import { startPostgres } from './postgres.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the socket of this run's PostgreSQL server is. */
    postgresSocketDir: string;
  }
}

/** Starts one PostgreSQL server for all tests of a run; each test file makes its own databases on it. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startPostgres();
  project.provide('postgresSocketDir', server.socketDir);
  return () => server.stop();
}
