import type { z } from 'zod';
import { editDistance } from '../search/edit-distance.ts';

/** What the schema has to say, in an author's words. */
export interface Explained {
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly mend: string;
}

type Issue = z.core.$ZodIssue;

/** Turns what the schema found into words for an author; one issue may name several keys. */
export function explainIssue(issue: Issue, root: unknown): Explained[] {
  const { path } = issue;
  const name = nameOf(path);
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownKey(path, key, root));
  return [{ path, ...explain(issue, name, valueAt(root, path)) }];
}

function explain(issue: Issue, name: string, value: unknown): { message: string; mend: string } {
  switch (issue.code) {
    case 'too_big':
      return tooBig(name, value, Number(issue.maximum), issue.origin);
    case 'too_small':
      return { message: `${name} is too short or has too few parts (at least ${issue.minimum})`, mend: 'write it, or leave the line out' };
    case 'invalid_type':
      if (value === undefined) return { message: `${name} is missing`, mend: `add ${name}` };
      return { message: `${name} should be ${article(issue.expected)}, not ${article(kindOf(value))}`, mend: typeMend(issue.expected) };
    case 'invalid_value':
      return { message: `${name} cannot be ${JSON.stringify(value)}`, mend: `choose one of ${issue.values.join(', ')}` };
    case 'invalid_format':
      if (issue.format === 'url') return { message: `${name} is no web address`, mend: 'write it in full, beginning with https://' };
      return {
        message: `${name} ${JSON.stringify(value)} is not well formed`,
        mend: 'use small letters, digits and single hyphens, such as kube-proxy',
      };
    default:
      return { message: name === 'the file' ? issue.message : `${name} ${issue.message}`, mend: 'see docs/write-content.md' };
  }
}

function tooBig(name: string, value: unknown, maximum: number, origin: string): { message: string; mend: string } {
  if (typeof value === 'string')
    return { message: `${name} has ${value.length} characters, at most ${maximum} are allowed`, mend: 'shorten it' };
  if (origin === 'array') return { message: `${name} has too many parts (at most ${maximum})`, mend: 'keep the most useful ones' };
  return { message: `${name} is too large (at most ${maximum})`, mend: 'use a smaller number' };
}

function unknownKey(path: readonly PropertyKey[], key: string, root: unknown): Explained {
  const near = KNOWN_KEYS.map((known) => ({
    known,
    distance: editDistance(known.toLowerCase(), key.toLowerCase().replace(/[-_ ]/g, ''), 2),
  }))
    .filter(({ distance }) => distance <= 2)
    .sort((a, b) => a.distance - b.distance)[0];
  const where = path.length === 0 ? 'this file' : nameOf(path);
  const conceptId = valueAt(root, [...path, 'id']);
  const whose = typeof conceptId === 'string' ? ` (${conceptId})` : '';
  return {
    path: [...path, key],
    message: `${where}${whose} has no key "${key}"`,
    mend: near ? `write ${near.known}` : 'take the line out, or see docs/write-content.md for the keys',
  };
}

const KNOWN_KEYS = [
  ...['concepts', 'id', 'kind', 'tier', 'tags', 'partOf', 'madeOf', 'runsOn', 'needs', 'related', 'en', 'zh', 'confusedWith', 'example'],
  ...['history', 'sources', 'questions', 'name', 'aliases', 'misspellings', 'definition', 'body', 'asks', 'sort', 'stem', 'answer'],
  ...['distractors', 'explanation', 'concept', 'wrong', 'language', 'languages', 'code', 'title', 'summary'],
];

/** `concepts.3.en.definition` is "en.definition" to an author, who sees the line anyway. */
function nameOf(path: readonly PropertyKey[]): string {
  const keys = path.map((step) => (typeof step === 'number' ? `#${step + 1}` : String(step)));
  const shown = keys[0] === 'concepts' ? keys.slice(2) : keys;
  if (shown.length > 0) return shown.join('.');
  return keys.length > 0 ? 'the concept' : 'the file';
}

function valueAt(root: unknown, path: readonly PropertyKey[]): unknown {
  let value = root;
  for (const step of path) value = typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[step] : undefined;
  return value;
}

function kindOf(value: unknown): string {
  if (value === null) return 'empty';
  return Array.isArray(value) ? 'array' : typeof value;
}

const WORDS: Readonly<Record<string, string>> = {
  array: 'a list',
  object: 'a group of keys',
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  empty: 'empty',
};

const article = (kind: string): string => WORDS[kind] ?? kind;

function typeMend(expected: string): string {
  if (expected === 'array') return 'begin each part on a line of its own with "- "';
  if (expected === 'string') return 'put quotes " around it';
  if (expected === 'object') return 'indent its keys below it';
  return 'see docs/write-content.md';
}
