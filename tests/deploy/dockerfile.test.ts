import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { DockerfileParser } from 'dockerfile-ast';
import { describe, expect, test } from 'vitest';
import { isSent, parseIgnore } from '../../scripts/build-context.ts';
import { parseDockerfile } from '../../scripts/dockerfile.ts';

const file = (path: string) => readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), 'utf8');
const text = file('Dockerfile');
const stages = parseDockerfile(text);
const image = stages.at(-1);
const instructions = DockerfileParser.parse(text).getInstructions();
const last = instructions.slice(instructions.findLastIndex((instruction) => instruction.getKeyword() === 'FROM'));
const argumentsOf = (keyword: string) => last.filter((one) => one.getKeyword() === keyword).map((one) => one.getArgumentsContent());

describe('the image', () => {
  test('is built in stages, on the same Node everywhere', () => {
    expect(stages.map(({ from }) => from)).toEqual(['node:24-slim', 'base', 'base', 'node:24-slim']);
    const copied = stages.flatMap(({ steps }) => steps).flatMap((step) => (step.kind === 'copy' && step.from ? [step.from] : []));
    expect(copied).toEqual(['dependencies', 'compiled']);
  });

  test('installs what the lock file says, before any source that changes more often', () => {
    const installing = stages.flatMap(({ steps }) => steps.filter((step) => step.kind === 'run' && step.command.startsWith('npm ci')));
    expect(installing).toHaveLength(2);
    const compiled = stages.find(({ name }) => name === 'compiled')?.steps ?? [];
    expect(compiled.map((step) => (step.kind === 'copy' ? step.sources.join(' ') : step.kind))).toEqual([
      'run',
      'tsconfig.json tsconfig.build.json',
      'src',
      'run',
    ]);
  });

  test('runs as a user by number, who is not root, without a shell in between', () => {
    expect(argumentsOf('USER')).toEqual(['1000:1000']);
    expect(image?.entrypoint).toEqual(['node', 'bin/kubetutor.js']);
  });

  test('says where it keeps what it remembers, where it listens, how it is asked and how it is stopped', () => {
    expect(argumentsOf('VOLUME')).toEqual([image?.env.DATA_DIR]);
    expect(argumentsOf('EXPOSE')).toEqual([image?.env.PORT]);
    expect(argumentsOf('STOPSIGNAL')).toEqual(['SIGTERM']);
    expect(image?.healthcheck.join(' ')).toContain('/healthz');
    expect(argumentsOf('LABEL').join()).toContain('org.opencontainers.image.licenses="MIT"');
  });

  test('names no secret, which everybody who has the image could read', () => {
    expect(text).not.toMatch(/^\s*(?:ENV|ARG).*(?:TOKEN|SECRET|PASSWORD|DATABASE_URL)/im);
  });
});

describe('what is sent to the builder', () => {
  const rules = parseIgnore(file('.dockerignore'));

  test.each([
    '.env',
    'data/kubetutor.db',
    'node_modules/zod/index.js',
    '.git/HEAD',
    'tests/package.test.ts',
    'content/questions.test.yaml',
  ])('leaves out %s', (path) => expect(isSent(path, rules)).toBe(false));

  test.each(['package.json', 'src/main.ts', 'content/kubernetes/nodes.yaml', 'bin/kubetutor.js'])('holds %s', (path) =>
    expect(isSent(path, rules)).toBe(true),
  );

  test('holds all that is copied from it', () => {
    const sources = stages.flatMap(({ steps }) => steps).flatMap((step) => (step.kind === 'copy' && !step.from ? step.sources : []));
    expect(sources.filter((source) => !isSent(source, rules))).toEqual([]);
  });
});

describe('a Dockerfile is read', () => {
  test('with its commands as the shell is given them, without Docker’s flags', () => {
    const [stage] = parseDockerfile("FROM a AS b\nRUN --mount=type=cache,target=/x find \\( -name '*.md' \\) \\\n -delete\n");
    expect(stage).toMatchObject({ name: 'b', from: 'a', steps: [{ kind: 'run', command: "find \\( -name '*.md' \\)   -delete" }] });
  });

  test('or refused, where it says something that is not understood', () => {
    expect(() => parseDockerfile('FROM a\nADD http://example.com/x .\n')).toThrow('ADD in line 2 is not understood');
  });
});
