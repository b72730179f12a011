import type { Reporter } from 'vitest/node';

type TestModules = Parameters<NonNullable<Reporter['onTestRunEnd']>>[0];

/**
 * Ends a run with the plain line `N passed, N failed, N skipped`, which programs
 * that watch the gate read; what is skipped says before it, in a line, what it needs.
 */
export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: TestModules): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const ended = (state: string) => tests.filter((test) => test.result().state === state).length;
    const brokenFiles = modules.filter((module) => module.state() === 'failed' && [...module.children.allTests()].length === 0);
    const suites = modules.flatMap((module) => [...module.children.suites()]).filter((suite) => suite.options.mode === 'skip');
    for (const name of new Set(suites.map((suite) => suite.name))) process.stdout.write(`\nskipped: ${name}`);
    process.stdout.write(`\n${ended('passed')} passed, ${ended('failed') + brokenFiles.length} failed, ${ended('skipped')} skipped\n`);
  }
}
