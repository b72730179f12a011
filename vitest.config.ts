import { defineConfig } from 'vitest/config';

/** The tests that need a PostgreSQL server; the others do not wait for it. */
const STORE_TESTS = 'tests/store/**/*.test.ts';

export default defineConfig({
  test: {
    reporters: ['default', './tests/support/closing-line.ts'],
    testTimeout: 30_000,
    projects: [
      { extends: true, test: { name: 'store', include: [STORE_TESTS], globalSetup: './tests/support/postgres-for-run.ts' } },
      { extends: true, test: { name: 'bot', include: ['tests/**/*.test.ts'], exclude: [STORE_TESTS] } },
    ],
  },
});
