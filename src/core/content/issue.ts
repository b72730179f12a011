import type { z } from 'zod';
import { editDistance } from '../search/edit-distance.ts';
import { hasHan } from '../search/text.ts';
import { type Layout, mendMisplaced } from './misplaced.ts';
import { groupAt, type Schema } from './schema-groups.ts';
import { slipInId, slipInKey, slipInText } from './slip-in-value.ts';

/** What the schema has to say, in an author's words. */
export interface Explained {
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly mend: string;
  /** Of a key that is not known here: the key that was meant, which is not missing then. */
  readonly meant?: string;
  /** Whether nothing stands at the path. */
  readonly isMissing?: boolean;
}

/** What a file says, what it should say, and how it is laid out. */
export interface Explainable {
  readonly root: unknown;
  readonly schema: Schema;
  readonly layout: Layout;
}

type Issue = z.core.$ZodIssue;
type Words = Omit<Explained, 'path'>;

/** Turns what the schema found into words for an author; one issue may name several keys. */
export function explainIssue(issue: Issue, file: Explainable): IteratorObject<Explained> {
  const { path } = issue;
  const known = Object.keys(groupAt(file.schema, path)?.keys ?? {});
  if (issue.code === 'unrecognized_keys') return issue.keys.values().map((key) => unknownKey(path, key, known, file));
  const value = valueAt(file.root, path);
  return [{ path, isMissing: value === undefined, ...explain(issue, nameOf(path), value, known) }].values();
}

function explain(issue: Issue, name: string, value: unknown, known: readonly string[]): Words {
  switch (issue.code) {
    case 'too_big':
      return tooBig(name, value, issue);
    case 'too_small':
      return tooSmall(name, issue);
    case 'invalid_type':
      return wrongType(name, value, issue.expected, known);
    case 'invalid_value':
      return wrongValue(name, value, `choose one of ${issue.values.join(', ')}`);
    case 'invalid_format':
      if (issue.format === 'url') return { message: `${name} is no web address`, mend: 'write it in full, beginning with https://' };
      return wrongId(name, value);
    default:
      return { message: `${name} ${issue.message}`, mend: 'see docs/write-content.md' };
  }
}

function tooBig(name: string, value: unknown, { maximum, origin }: z.core.$ZodIssueTooBig): Words {
  if (typeof value === 'string')
    return { message: `${name} has ${value.trim().length} characters, at most ${maximum} are allowed`, mend: 'shorten it' };
  if (origin === 'array') return { message: `${name} has too many parts (at most ${maximum})`, mend: 'keep the most useful ones' };
  return { message: `${name} is too large (at most ${maximum})`, mend: 'use a smaller number' };
}

function tooSmall(name: string, { minimum, origin }: z.core.$ZodIssueTooSmall): Words {
  if (origin === 'string') return { message: `${name} has no text`, mend: 'write it, or leave the line out' };
  if (origin === 'array')
    return { message: `${name} has too few parts (at least ${minimum})`, mend: minimum > 1 ? 'add some' : 'add some, or leave it out' };
  return { message: `${name} is too small (at least ${minimum})`, mend: 'use a larger number' };
}

function wrongType(name: string, value: unknown, expected: string, known: readonly string[]): Words {
  if (value === undefined) return { message: `${name} is missing`, mend: `add ${name}` };
  const slip = typeof value === 'string' ? slipInText(value, expected) : undefined;
  if (slip) return { message: `${name} should be ${inWords(expected)}, but ${slip.message}`, mend: slip.mend };
  const message = value === null ? `${name} is empty` : `${name} should be ${inWords(expected)}, not ${inWords(kindOf(value))}`;
  if (expected === 'object' && known.length > 0)
    return { message, mend: withItsKey(value, known) ?? `write its keys: ${known.join(', ')}` };
  return { message, mend: MENDS[expected] ?? 'see docs/write-content.md' };
}

/** A text below the key that it was surely meant for: an id of a concept, or what is said in one language. */
function withItsKey(value: unknown, known: readonly string[]): string | undefined {
  if (typeof value !== 'string' || value.length > MAX_SHOWN || value.includes('"')) return undefined;
  if (known.includes('concept') && /^[a-z0-9-]+$/.test(value)) return `write { concept: ${value} }`;
  const language = hasHan(value) ? 'zh' : 'en';
  return known.includes(language) ? `say in which language it is: { ${language}: "${value}" }` : undefined;
}

function wrongId(name: string, value: unknown): Words {
  const slip = typeof value === 'string' ? slipInId(name, value) : undefined;
  const message = `${name} ${shown(value)} is not well formed`;
  return slip ?? { message, mend: 'use small letters, digits and single hyphens, such as kube-proxy' };
}

function wrongValue(name: string, value: unknown, mend: string): Words {
  if (value === undefined) return { message: `${name} is missing`, mend };
  return { message: value === null ? `${name} is empty` : `${name} cannot be ${shown(value)}`, mend };
}

function unknownKey(path: readonly PropertyKey[], key: string, known: readonly string[], { root, schema, layout }: Explainable): Explained {
  const conceptId = valueAt(root, [...path, 'id']);
  const whose = typeof conceptId === 'string' ? ` (${conceptId.slice(0, MAX_SHOWN)})` : '';
  const told = { path: [...path, key], message: `${nameOf(path)}${whose} has no key ${shown(key)}` };
  const slip = slipInKey({ path, key, value: valueAt(root, [...path, key]) }, known, layout);
  if (slip) return { ...told, ...slip };
  const near = known
    .map((name) => ({ name, distance: editDistance(name.toLowerCase(), key.toLowerCase().replace(/[-_ ]/g, ''), 2) }))
    .filter(({ name, distance }) => distance <= (name.length > 4 ? 2 : 1))
    .sort((a, b) => a.distance - b.distance)[0];
  if (near) return { ...told, mend: `write ${near.name}`, meant: near.name };
  const misplaced = mendMisplaced({ path, key, value: valueAt(root, [...path, key]) }, schema, layout);
  if (misplaced) return { ...told, mend: misplaced, meant: key };
  return { ...told, mend: `take it out; the keys here are ${known.join(', ')}` };
}

/** `concepts.3.en.definition` is "en.definition" to an author, who sees the line anyway. */
function nameOf(path: readonly PropertyKey[]): string {
  if (path.length === 0) return 'this file';
  const shownPath = path[0] === 'concepts' && path.length > 1 ? path.slice(2) : path;
  if (shownPath.length === 0) return 'the concept';
  return shownPath.map((step) => (typeof step === 'number' ? `#${step + 1}` : String(step))).join('.');
}

function valueAt(root: unknown, path: readonly PropertyKey[]): unknown {
  let value = root;
  for (const step of path) value = typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[step] : undefined;
  return value;
}

const MAX_SHOWN = 40;

/** A value as one may show it: a long text cut, a list or a group of keys by what it is. */
function shown(value: unknown): string {
  if (typeof value === 'object' && value !== null) return inWords(kindOf(value));
  return JSON.stringify(typeof value === 'string' && value.length > MAX_SHOWN ? `${value.slice(0, MAX_SHOWN)}…` : value);
}

function kindOf(value: unknown): string {
  return Array.isArray(value) ? 'array' : typeof value;
}

const WORDS: Readonly<Record<string, string>> = {
  array: 'a list',
  object: 'a group of keys',
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
};

const inWords = (kind: string): string => WORDS[kind] ?? kind;

const MENDS: Readonly<Record<string, string>> = {
  array: 'begin each part on a line of its own with "- "',
  string: 'put quotes " around it',
  int: 'write 1, 2 or 3',
};
