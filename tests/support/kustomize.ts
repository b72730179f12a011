import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parse, parseAllDocuments } from 'yaml';
import { z } from 'zod';

/** A Kubernetes object as a manifest writes it. */
export interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly namespace?: string };
  readonly [field: string]: unknown;
}

/** All that our files use of Kustomize; anything else is refused rather than overlooked. */
const kustomization = z.strictObject({
  apiVersion: z.literal('kustomize.config.k8s.io/v1beta1'),
  kind: z.literal('Kustomization'),
  namespace: z.string().optional(),
  resources: z.array(z.string()),
  patches: z.array(z.strictObject({ path: z.string() })).default([]),
  images: z.array(z.strictObject({ name: z.string(), newName: z.string(), newTag: z.string() })).default([]),
});

/** By what the members of a list are told apart when one is laid over another, as the API's types say (x-kubernetes-patch-merge-key); other lists are replaced. */
const MERGE_KEYS: Readonly<Record<string, string>> = { containers: 'name', env: 'name', volumes: 'name', volumeMounts: 'mountPath' };

/** Resolves a folder with a `kustomization.yaml` to the objects that would be applied. */
export function build(folder: string): readonly Manifest[] {
  const { namespace, resources, patches, images } = kustomization.parse(parse(readFileSync(join(folder, 'kustomization.yaml'), 'utf8')));
  const objects = resources.flatMap((resource) => read(join(folder, resource)));
  const patched = patches
    .flatMap(({ path }) => read(join(folder, path)))
    .reduce<readonly Manifest[]>((all, patch) => {
      if (!all.some((object) => isSame(object, patch))) throw new Error(`nothing to patch for ${patch.kind} ${patch.metadata.name}`);
      return all.map((object) => (isSame(object, patch) ? (merge(object, patch) as Manifest) : object));
    }, objects);
  return patched.map((object) => placed(withImages(object, images), namespace));
}

function read(path: string): readonly Manifest[] {
  if (statSync(path).isDirectory()) return build(path);
  return parseAllDocuments(readFileSync(path, 'utf8')).map((document) => document.toJS() as Manifest);
}

const isSame = (one: Manifest, other: Manifest): boolean => one.kind === other.kind && one.metadata.name === other.metadata.name;

type Fields = Readonly<Record<string, unknown>>;
const isMap = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);

/** A strategic merge: maps key by key, lists of named things by name, `null` takes away. */
function merge(below: unknown, above: unknown, field = ''): unknown {
  const key = MERGE_KEYS[field];
  if (key && Array.isArray(below) && Array.isArray(above)) return mergeLists(below, above, key);
  if (!isMap(below) || !isMap(above)) return above;
  const names = [...new Set([...Object.keys(below), ...Object.keys(above)])].filter((name) => above[name] !== null);
  return Object.fromEntries(names.map((name) => [name, name in above ? merge(below[name], above[name], name) : below[name]]));
}

function mergeLists(below: readonly Fields[], above: readonly Fields[], key: string): readonly unknown[] {
  const added = above.filter((item) => !below.some((other) => other[key] === item[key]));
  const kept = below.map((item) => {
    const over = above.find((other) => other[key] === item[key]);
    return over ? merge(item, over) : item;
  });
  return [...kept, ...added];
}

function withImages(object: Manifest, images: z.output<typeof kustomization>['images']): Manifest {
  return JSON.parse(JSON.stringify(object), (field, value: unknown) => {
    const image = field === 'image' ? images.find(({ name }) => name === value) : undefined;
    return image ? `${image.newName}:${image.newTag}` : value;
  }) as Manifest;
}

function placed(object: Manifest, namespace: string | undefined): Manifest {
  if (namespace === undefined || object.kind === 'Namespace') return object;
  return { ...object, metadata: { ...object.metadata, namespace } };
}
