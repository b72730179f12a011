import { DIAGRAM_LIMITS, type FlowGroup } from './flowchart.ts';
import { readLabel, takeLabel } from './label.ts';
import { hasReservedWord, takeId } from './node-id.ts';
import type { Scanner } from './scanner.ts';

interface OpenGroup {
  readonly id: string | undefined;
  readonly title: string;
  readonly members: Set<string>;
}

/** The subgraphs of a source while it is read. */
export interface Groups {
  /** Takes what follows the word `subgraph`. */
  open(scanner: Scanner): void;
  close(scanner: Scanner): void;
  isOpen(): boolean;
  /** Notes that the innermost open group names a node or group. */
  mention(id: string): void;
  /** Who stands where, now that all is read. */
  finish(scanner: Scanner): { groups: FlowGroup[]; ownerOf(id: string): { group?: string } };
}

const IN_BRACKETS = /[^[\](){}|"\n]+/y;
const QUOTED_ALONE = /"([^"\n]*)"(?=[\n;]|$)/y;
const WORDS = /(?:[^\W_]|[\u4e00-\u9fcc])+(?:[ \t]+(?:[^\W_]|[\u4e00-\u9fcc])+)*[ \t]*(?=[\n;]|$)/y;

/**
 * Follows mermaid in this: of several subgraphs that name a node, it stands in
 * the one that closes first.
 */
export function createGroups(): Groups {
  const open: OpenGroup[] = [];
  const closed: { id: string; title: string }[] = [];
  const owners = new Map<string, string>();
  return {
    open: (scanner) => {
      if (open.length >= DIAGRAM_LIMITS.depth) scanner.fail(`more than ${DIAGRAM_LIMITS.depth} subgraphs lie inside one another`);
      open.push({ ...takeTitle(scanner), members: new Set() });
    },
    close: (scanner) => {
      const group = open.pop();
      if (!group) return scanner.fail('an end without its subgraph');
      const id = group.id ?? `subGraph${closed.length}`;
      if (closed.some((other) => other.id === id)) scanner.fail(`there are two subgraphs ${id}`);
      if (closed.length >= DIAGRAM_LIMITS.groups) scanner.fail(`more than ${DIAGRAM_LIMITS.groups} subgraphs`);
      closed.push({ id, title: group.title });
      for (const member of group.members) if (member !== id && !owners.has(member)) owners.set(member, id);
      open.at(-1)?.members.add(id);
    },
    isOpen: () => open.length > 0,
    mention: (id) => open.at(-1)?.members.add(id),
    finish: (scanner) => {
      if (open.length > 0) scanner.fail('a subgraph without its end');
      if (closed.some(({ id }) => isInsideItself(id, owners))) scanner.fail('subgraphs that lie inside one another in a circle');
      const ownerOf = (id: string) => optional(owners.get(id));
      return { groups: closed.map((group) => ({ ...group, ...ownerOf(group.id) })), ownerOf };
    },
  };
}

const optional = (group: string | undefined): { group?: string } => (group === undefined ? {} : { group });

function takeTitle(scanner: Scanner): { id: string | undefined; title: string } {
  const quoted = scanner.take(QUOTED_ALONE)?.[1];
  if (quoted !== undefined) {
    if (!/^[\w\u4e00-\u9fcc -]+$/.test(quoted)) scanner.fail(`give the subgraph "${quoted}" an id: subgraph id ["${quoted}"]`);
    return { id: idFrom(quoted), title: readLabel(quoted, scanner) };
  }
  const words = scanner.take(WORDS)?.[0];
  if (words !== undefined) {
    if (words.split(/\s+/).some(hasReservedWord))
      scanner.fail(`put quotes around "${words.trim()}": mermaid keeps a word of it for itself`);
    return { id: idFrom(words), title: readLabel(words, scanner) };
  }
  const id = takeId(scanner);
  scanner.take(/[ \t]+/y);
  if (!scanner.take(/\[(?![/\\])/y)) return { id, title: id };
  const title = takeLabel(scanner, IN_BRACKETS);
  if (!scanner.take(/\](?=[\n;]|$)/y)) scanner.fail('nothing may follow the title of a subgraph, not even a space');
  return { id, title };
}

/** mermaid takes a title of one word as the id too; a space, were it behind the word, makes it two. */
const idFrom = (title: string): string | undefined => (/\s/.test(title) ? undefined : title);

function isInsideItself(id: string, owners: ReadonlyMap<string, string>): boolean {
  let owner = owners.get(id);
  for (let steps = 0; owner !== undefined && steps <= owners.size; steps++) {
    if (owner === id) return true;
    owner = owners.get(owner);
  }
  return false;
}
