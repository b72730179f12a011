import { execFile } from 'node:child_process';
import { symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { Deployment, type IDeployment } from 'kubernetes-models/apps/v1';
import { Ingress, NetworkPolicy } from 'kubernetes-models/networking.k8s.io/v1';
import { PodDisruptionBudget } from 'kubernetes-models/policy/v1';
import { ConfigMap, Namespace, PersistentVolumeClaim, Service, ServiceAccount } from 'kubernetes-models/v1';
import { describe, expect, test } from 'vitest';
import { folderWith } from '../support/folders.ts';
import { build, type Manifest } from '../support/kustomize.ts';
import { kubetutor } from '../support/run.ts';

const run = promisify(execFile);
const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const overlay = (name: string) => build(join(ROOT, 'deploy/kubernetes/overlays', name));
const OVERLAYS = [
  { name: 'one', objects: overlay('one') },
  { name: 'many', objects: overlay('many') },
];

/** What Kubernetes' own description of its API says of each kind that we use, made into code by kubernetes-models. */
const MODELS = {
  ...{ Deployment, Ingress, NetworkPolicy, PodDisruptionBudget },
  ...{ ConfigMap, Namespace, PersistentVolumeClaim, Service, ServiceAccount },
};

const deploymentIn = (objects: readonly Manifest[]) => objects.find(({ kind }) => kind === 'Deployment') as unknown as IDeployment;
const podIn = (objects: readonly Manifest[]) => {
  const pod = deploymentIn(objects).spec?.template.spec;
  const [container, ...others] = pod?.containers ?? [];
  if (!pod || !container || others.length > 0) throw new Error('one container is expected');
  return { pod, container };
};

describe.each(OVERLAYS)('overlay $name', ({ objects }) => {
  test.each(objects.map((object) => ({ ...object })))('$kind $metadata.name is what Kubernetes’ schema asks for', ({ kind, ...object }) => {
    const Model = MODELS[kind as keyof typeof MODELS] as new (fields: unknown) => { apiVersion: string; validate(): void };
    const model = new Model(object);
    model.validate();
    expect(model.apiVersion).toBe(object.apiVersion);
  });

  test('holds no key that Kubernetes does not know, such as a misspelt one', async () => {
    expect(await complaintsOfTypes(objects)).toBe('');
  });

  test('could not become root or see its node: the restricted profile of Pod Security', () => {
    const { pod, container } = podIn(objects);
    expect(pod.securityContext).toMatchObject({ runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } });
    expect(container.securityContext).toMatchObject({ allowPrivilegeEscalation: false, readOnlyRootFilesystem: true });
    expect(container.securityContext?.capabilities).toEqual({ drop: ['ALL'] });
    expect([pod.hostNetwork, pod.hostPID, pod.hostIPC, container.securityContext?.privileged]).toEqual(Array(4).fill(undefined));
    const kinds = (pod.volumes ?? []).flatMap(({ name: _, ...source }) => Object.keys(source));
    expect(['configMap', 'emptyDir', 'persistentVolumeClaim', 'secret']).toEqual(expect.arrayContaining(kinds));
  });

  test('is asked whether it lives apart from whether it is ready, at a port by name', () => {
    const { container } = podIn(objects);
    expect(container.livenessProbe?.httpGet).toEqual({ path: '/healthz', port: 'http' });
    expect(container.startupProbe?.httpGet).toEqual({ path: '/healthz', port: 'http' });
    expect(container.readinessProbe?.httpGet).toEqual({ path: '/readyz', port: 'http' });
    expect(container.ports).toEqual([{ name: 'http', containerPort: 3000 }]);
    expect(container.env).toContainEqual({ name: 'PORT', value: '3000' });
  });

  test('has every object that another one refers to, but for the Secret', () => {
    const { pod } = podIn(objects);
    const names = (kind: string) => objects.filter((object) => object.kind === kind).map(({ metadata }) => metadata.name);
    expect(names('ServiceAccount')).toEqual([pod.serviceAccountName]);
    for (const { configMap, persistentVolumeClaim } of pod.volumes ?? []) {
      if (configMap) expect(names('ConfigMap')).toContain(configMap.name);
      if (persistentVolumeClaim) expect(names('PersistentVolumeClaim')).toContain(persistentVolumeClaim.claimName);
    }
    expect(objects.map(({ metadata }) => metadata.namespace ?? metadata.name)).toEqual(objects.map(() => 'kubetutor'));
  });

  test('selects its own Pods everywhere', () => {
    const labels = deploymentIn(objects).spec?.template.metadata?.labels;
    const selectors = JSON.stringify(objects).match(/"(?:matchLabels|selector)":\{"app[^}]*\}/g) ?? [];
    expect(selectors.length).toBeGreaterThanOrEqual(3);
    for (const selector of selectors) expect(selector.replace(/^"\w+":/, '')).toBe(JSON.stringify(labels));
  });

  test('has more time to end than the program takes', () => {
    const { pod, container } = podIn(objects);
    const pause = container.lifecycle?.preStop?.sleep?.seconds ?? 0;
    expect((pod.terminationGracePeriodSeconds ?? 0) - pause).toBeGreaterThan(10);
  });
});

test('one replica keeps SQLite on a volume that two Pods never share, even during a release', () => {
  const objects = overlay('one');
  const { replicas, strategy } = deploymentIn(objects).spec ?? {};
  expect([replicas, strategy]).toEqual([1, { type: 'Recreate' }]);
  expect(podIn(objects).pod.volumes).toContainEqual({ name: 'data', persistentVolumeClaim: { claimName: 'kubetutor-data' } });
  expect(objects.map(({ kind }) => kind)).not.toContain('PodDisruptionBudget');
});

test('many replicas have PostgreSQL, come one by one, and do not all go at once', () => {
  const objects = overlay('many');
  const { replicas, strategy } = deploymentIn(objects).spec ?? {};
  expect([replicas, strategy?.rollingUpdate]).toEqual([3, { maxSurge: 1, maxUnavailable: 0 }]);
  const env = podIn(objects).container.env ?? [];
  expect(env.find(({ name }) => name === 'DATABASE_URL')?.valueFrom?.secretKeyRef).toEqual({ name: 'kubetutor', key: 'DATABASE_URL' });
  expect(objects.find(({ kind }) => kind === 'PodDisruptionBudget')).toMatchObject({ spec: { maxUnavailable: 1 } });
});

test('one of many without its database does not start, and says so', async () => {
  const { env = [] } = podIn(overlay('many')).container;
  const folder = env.find(({ name }) => name === 'DATA_DIR')?.value ?? '';
  const { code, err } = await kubetutor([], { env: { DATA_DIR: folder, DATABASE_URL: '', PORT: '0' } });
  expect([code, err]).toEqual([1, expect.stringContaining(`One cannot write in the folder ${folder} (ENOTDIR`)]);
});

test('the notes in the ConfigMap are notes, and small enough for one', async () => {
  const { data } = overlay('one').find(({ kind }) => kind === 'ConfigMap') as unknown as { data: Record<string, string> };
  const { code, out } = await kubetutor(['check', await folderWith(data)]);
  expect([code, out]).toEqual([0, expect.stringContaining('1 concept')]);
  expect(Buffer.byteLength(JSON.stringify(data))).toBeLessThan(1024 * 1024);
});

test('a misspelt key would be found', async () => {
  const [first] = OVERLAYS[0]?.objects.filter(({ kind }) => kind === 'Deployment') ?? [];
  const misspelt = JSON.parse(JSON.stringify(first).replace('livenessProbe', 'livenesProbe')) as Manifest;
  expect(await complaintsOfTypes([misspelt])).toContain('livenesProbe');
});

/** What the compiler says of objects written as literals of Kubernetes' types: unlike the schemas, it knows which keys there are. */
async function complaintsOfTypes(objects: readonly Manifest[]): Promise<string> {
  const literals = objects.map(({ apiVersion, kind, ...fields }, n) => {
    const from = `kubernetes-models/${apiVersion}`;
    const literal = JSON.stringify({ apiVersion, kind, ...fields }, undefined, 2);
    return `import type { I${kind} as T${n} } from '${from}';\nexport const object${n}: T${n} = ${literal};\n`;
  });
  const folder = await folderWith({ 'objects.ts': literals.join('\n') });
  await symlink(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  await writeFile(join(folder, 'package.json'), '{"type":"module"}');
  const options = ['--noEmit', '--strict', '--skipLibCheck', '--module', 'nodenext', '--types', ''];
  return run('tsc', [...options, 'objects.ts'], { cwd: folder }).then(
    ({ stdout }) => stdout,
    ({ stdout }: { stdout: string }) => stdout,
  );
}
