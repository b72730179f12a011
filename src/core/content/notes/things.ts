import { keyOf, withNames } from './found.ts';
import type { NoteTerm } from './note.ts';

/** A term where it stands. */
export interface Mention {
  readonly file: string;
  readonly term: NoteTerm;
}

/** Something that notes name and explain, once or more often. */
export interface Thing {
  /** At least one; the first is the one that named it first. */
  readonly mentions: readonly [Mention, ...Mention[]];
  /** With the names of all mentions, those of the first one first. */
  readonly names: NoteTerm['names'];
}

/**
 * Brings mentions of one thing together: one is called by the first name of
 * the other. Two that only share a translation are two things, such as
 * Registry, 仓库 and Repository, 仓库.
 */
export function groupMentions(mentions: readonly Mention[]): Thing[] {
  const groups = new Set<[Mention, ...Mention[]]>();
  const byFirstName = new Map<string, [Mention, ...Mention[]]>();
  const byAnyName = new Map<string, [Mention, ...Mention[]]>();
  for (const mention of mentions) {
    const keys = mention.term.names.map(({ text }) => keyOf(text));
    const [first = ''] = keys;
    const known = byFirstName.get(first) ?? byAnyName.get(first) ?? keys.map((key) => byFirstName.get(key)).find((group) => group);
    const group = known ?? [mention];
    if (known) known.push(mention);
    groups.add(group);
    if (!byFirstName.has(first)) byFirstName.set(first, group);
    for (const key of keys) if (!byAnyName.has(key)) byAnyName.set(key, group);
  }
  return Array.from(groups, (all) => ({ mentions: all, names: namesOfAll(all) }));
}

function namesOfAll([first, ...others]: readonly [Mention, ...Mention[]]): NoteTerm['names'] {
  return others.reduce((term, other) => withNames(term, other.term.names), first.term).names;
}
