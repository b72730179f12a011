import { execFile } from 'node:child_process';
import { cpSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { temporaryDir } from './support/databases.ts';
import { startKubetutor } from './support/run.ts';
import { visit } from './support/web/visitor.ts';

const run = promisify(execFile);
const ROOT = fileURLToPath(new URL('..', import.meta.url));

describe('the package', () => {
  test('holds what runs, and no tests, sources or example questions', async () => {
    const { stdout } = await run('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], { cwd: ROOT });
    const [{ files }] = JSON.parse(stdout) as [{ files: { path: string }[] }];
    const paths = files.map(({ path }) => path);
    expect(paths).toContain('bin/kubetutor.js');
    expect(paths).toContain('content/kubernetes/nodes.yaml');
    expect(paths).toContain('assets/web/main.js');
    expect(paths.filter((path) => /\.test\.|^(?:src|tests|bench|sim|scripts|docs)\//.test(path))).toEqual([]);
  });

  test('runs compiled, as it does from its sources', async () => {
    const dir = temporaryDir();
    await run('tsc', ['-p', join(ROOT, 'tsconfig.build.json'), '--outDir', join(dir, 'dist')], { cwd: ROOT });
    cpSync(join(ROOT, 'bin'), join(dir, 'bin'), { recursive: true });
    cpSync(join(ROOT, 'package.json'), join(dir, 'package.json'));
    for (const folder of ['content', 'assets']) symlinkSync(join(ROOT, folder), join(dir, folder));
    symlinkSync(join(ROOT, 'node_modules'), join(dir, 'node_modules'));
    const { stdout } = await run(process.execPath, [join(dir, 'bin', 'kubetutor.js'), 'ask', 'what is kubelet'], { cwd: dir });
    expect(stdout).toMatch(/^kubelet\n\nThe agent on every node/);

    const { err } = await startKubetutor([], { env: { PORT: '0' } }, join(dir, 'bin', 'kubetutor.js'));
    await err.until('Ready on web.');
    const { says, until } = await visit(/at (http:\S+?)"/.exec(err.text())?.[1] ?? '');
    await says('ann', 'what is kubelet');
    await until('ann', 'The agent on every node');
  });

  test('tells a Node that is too old plainly, where it has brought none along', async () => {
    const dir = temporaryDir();
    cpSync(join(ROOT, 'bin'), join(dir, 'bin'), { recursive: true });
    cpSync(join(ROOT, 'package.json'), join(dir, 'package.json'));
    const older = "data:text/javascript,Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '18.20.8' } })";
    const started = run(process.execPath, ['--import', older, join(dir, 'bin', 'kubetutor.js')], { cwd: dir });
    const said = 'kubetutor needs Node 24 or newer; this is Node 18.20.8. See https://nodejs.org/en/download\n';
    await expect(started).rejects.toMatchObject({ code: 1, stdout: '', stderr: said });
    // Older ones would show a syntax error in its place: await outside of functions came with 14.8, ?? with 14.0.
    expect(readFileSync(join(ROOT, 'bin', 'kubetutor.js'), 'utf8')).not.toMatch(/^\s*await |\?\?|\?\.[a-z]/m);
  });
});
