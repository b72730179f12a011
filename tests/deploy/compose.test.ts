import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { parse } from 'yaml';

const file = (path: string) => readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), 'utf8');

interface Service {
  readonly image: string;
  readonly environment: Readonly<Record<string, string | number>>;
  readonly volumes?: readonly string[];
  readonly [field: string]: unknown;
}

const compose = (name: string) =>
  parse(file(`deploy/${name}`)) as { services: Record<string, Service>; volumes: Readonly<Record<string, null>> };
const alone = compose('compose.yaml');
const withPostgres = compose('compose.postgres.yaml');

test('the container may write to its volume only, and can get no rights', () => {
  expect(alone.services.kubetutor).toMatchObject({
    read_only: true,
    cap_drop: ['ALL'],
    security_opt: ['no-new-privileges:true'],
    environment: { DATA_DIR: '/data', HOST: '0.0.0.0', CONTENT_DIR: '' },
    volumes: ['data:/data'],
  });
});

test('the port is open to this machine only', () => {
  expect(alone.services.kubetutor?.ports).toEqual(['127.0.0.1:3000:3000']);
});

test('with PostgreSQL, the bot waits until it serves, and both have the same password', () => {
  const { kubetutor, postgres } = withPostgres.services;
  expect(kubetutor?.depends_on).toEqual({ postgres: { condition: 'service_healthy' } });
  const password = String(postgres?.environment.POSTGRES_PASSWORD);
  expect(password).toMatch(/^\$\{POSTGRES_PASSWORD:\?/);
  expect(kubetutor?.environment.DATABASE_URL).toBe(`postgres://kubetutor:${password}@postgres/kubetutor`);
});

test.each([
  ['compose.yaml', alone],
  ['compose.postgres.yaml', withPostgres],
])('%s declares every volume that it mounts', (_, { services, volumes }) => {
  const mounted = Object.values(services).flatMap(({ volumes: own = [] }) => own.map((volume) => volume.split(':')[0]));
  expect(Object.keys(volumes)).toEqual(mounted);
});

test('every setting that a manifest makes is one that the program reads', () => {
  const settings = [...file('.env.example').matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name);
  const made = [...file('deploy/kubernetes/base/deployment.yaml').matchAll(/\{ name: ([A-Z_]+), value/g)].map(([, name]) => name);
  const given = [...made, ...Object.keys({ ...alone.services.kubetutor?.environment, ...withPostgres.services.kubetutor?.environment })];
  expect(settings).toEqual(expect.arrayContaining(given));
});
