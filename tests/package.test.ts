import { execFile } from 'node:child_process';
import { cpSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { temporaryDir } from './support/databases.ts';

const run = promisify(execFile);
const ROOT = fileURLToPath(new URL('..', import.meta.url));

describe('the package', () => {
  test('holds what runs, and no tests, sources or example questions', async () => {
    const { stdout } = await run('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], { cwd: ROOT });
    const [{ files }] = JSON.parse(stdout) as [{ files: { path: string }[] }];
    const paths = files.map(({ path }) => path);
    expect(paths).toContain('bin/kubetutor.js');
    expect(paths).toContain('content/kubernetes/nodes.yaml');
    expect(paths.filter((path) => /\.test\.|^(?:src|tests|bench|sim|scripts|docs)\//.test(path))).toEqual([]);
  });

  test('runs compiled, as it does from its sources', async () => {
    const dir = temporaryDir();
    await run('tsc', ['-p', join(ROOT, 'tsconfig.build.json'), '--outDir', join(dir, 'dist')], { cwd: ROOT });
    cpSync(join(ROOT, 'bin'), join(dir, 'bin'), { recursive: true });
    cpSync(join(ROOT, 'package.json'), join(dir, 'package.json'));
    symlinkSync(join(ROOT, 'content'), join(dir, 'content'));
    symlinkSync(join(ROOT, 'node_modules'), join(dir, 'node_modules'));
    const { stdout } = await run(process.execPath, [join(dir, 'bin', 'kubetutor.js'), 'ask', 'what is kubelet'], { cwd: dir });
    expect(stdout).toMatch(/^kubelet\n\nThe agent on every node/);
  });
});
