import { z } from 'zod';

/** A part of what a schema describes. */
export type Schema = z.core.$ZodType;

/** Any entry of a list, or of a group whose keys are free, in a schema's path. */
export const ANY = '*';

/** A group of keys that a schema knows, wherever it may stand. */
export interface Group {
  /** The keys that lead to it, with {@link ANY} for an entry of a list. */
  readonly path: readonly string[];
  readonly keys: Readonly<Record<string, Schema>>;
}

const known = new WeakMap<Schema, readonly Group[]>();

/** All groups of keys of a schema, each after the one that it stands in. */
export function groupsOf(schema: Schema): readonly Group[] {
  const groups = known.get(schema) ?? collect(schema, []);
  known.set(schema, groups);
  return groups;
}

function collect(schema: Schema, path: readonly string[]): Group[] {
  const part = bare(schema);
  if (part instanceof z.ZodArray) return collect(part.element, [...path, ANY]);
  if (part instanceof z.ZodRecord) return collect(part.valueType, [...path, ANY]);
  if (!(part instanceof z.ZodObject)) return [];
  const keys: Record<string, Schema> = part.shape;
  return [{ path, keys }, ...Object.entries(keys).flatMap(([key, value]) => collect(value, [...path, key]))];
}

const bare = (schema: Schema): Schema =>
  schema instanceof z.ZodOptional || schema instanceof z.ZodDefault ? bare(schema.unwrap()) : schema;

/** The group that stands at a path of a file; nothing where the schema wants none there. */
export function groupAt(schema: Schema, path: readonly PropertyKey[]): Group | undefined {
  return groupsOf(schema).find((group) => isAt(group, path));
}

const isAt = (group: Group, path: readonly PropertyKey[]): boolean =>
  group.path.length === path.length && group.path.every((step, at) => step === ANY || step === path[at]);
