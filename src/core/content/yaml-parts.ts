import { isMap, isNode, isSeq, type Pair, type YAMLMap } from 'yaml';

type Path = readonly PropertyKey[];

/** Finds the parts of a file by their paths. */
export interface FindPart {
  /** The place of a part, or of the nearest part around it that is there; for a map's entry that of its key. */
  offsetOf(path: Path): number;
  /** What the parser has at a path; nothing where nothing stands there. */
  nodeAt(path: Path): unknown;
}

type PartOf = (node: unknown, step: PropertyKey) => { name: unknown; value: unknown };

/** Finds parts in what the parser made of a file. */
export function createFindPart(contents: unknown): FindPart {
  const partOf = createPartOf();
  return {
    offsetOf(path) {
      let offset = startOf(contents) ?? 0;
      let node = contents;
      for (const step of path) {
        const { name, value } = partOf(node, step);
        const start = startOf(name);
        if (start === undefined) break;
        offset = start;
        node = value;
      }
      return offset;
    },
    nodeAt: (path) => path.reduce<unknown>((node, step) => partOf(node, step).value, contents),
  };
}

const startOf = (node: unknown): number | undefined => (isNode(node) ? node.range?.[0] : undefined);

/** Looks entries up by their key, since a map of the parser is a list. */
function createPartOf(): PartOf {
  const known = new WeakMap<YAMLMap, ReadonlyMap<string, Pair>>();
  return (node, step) => {
    if (isSeq(node)) return { name: node.get(step, true), value: node.get(step, true) };
    if (!isMap(node)) return { name: undefined, value: undefined };
    const entries = known.get(node) ?? new Map(node.items.map((pair) => [String(pair.key), pair]));
    known.set(node, entries);
    const entry = entries.get(String(step));
    return { name: entry?.key, value: entry?.value };
  };
}
