import type { Reporter } from 'vitest/node';

type TestModules = Parameters<NonNullable<Reporter['onTestRunEnd']>>[0];

/** Ends a run with the plain line `N passed, N failed`, which programs that watch the gate read. */
export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: TestModules): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const ended = (state: string) => tests.filter((test) => test.result().state === state).length;
    const brokenFiles = modules.filter((module) => module.state() === 'failed' && [...module.children.allTests()].length === 0);
    process.stdout.write(`\n${ended('passed')} passed, ${ended('failed') + brokenFiles.length} failed\n`);
  }
}
