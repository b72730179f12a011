import type { Flowchart, FlowEdge } from './flowchart.ts';

/** What of a flowchart stands out. */
export interface Highlight {
  /** Ids of nodes and groups. */
  readonly ids: ReadonlySet<string>;
  /** Places in the list of edges. */
  readonly edges: ReadonlySet<number>;
}

export const NOTHING: Highlight = { ids: new Set(), edges: new Set() };

/** `a -> b` in a list of what is to be highlighted. */
const ARROW = /^(\S+)\s*->\s*(\S+)$/;

/**
 * Finds what an author lists: ids of nodes and subgraphs, and arrows as
 * `a -> b`, which highlight their ends too.
 *
 * @returns also the parts that are not in the flowchart.
 */
export function findHighlight(flowchart: Flowchart, parts: readonly string[]): Highlight & { readonly unknown: readonly string[] } {
  const known = new Set([...flowchart.nodes, ...flowchart.groups].map(({ id }) => id));
  const ids = new Set<string>();
  const edges = new Set<number>();
  const unknown: string[] = [];
  for (const part of parts) {
    const [, from, to] = ARROW.exec(part) ?? [];
    const between = flowchart.edges.flatMap((edge, index) => (from !== undefined && runs(edge, from, to) ? [index] : []));
    if (known.has(part)) ids.add(part);
    else if (between.length === 0) unknown.push(part);
    for (const index of between) edges.add(index);
  }
  for (const index of edges) for (const id of endsOf(flowchart.edges[index])) ids.add(id);
  return { ids, edges, unknown };
}

/** A line without arrow, or with two, runs both ways. */
function runs({ from, to, start, end }: FlowEdge, a: string, b: string | undefined): boolean {
  return (from === a && to === b) || (from === b && to === a && (start !== 'none' || end === 'none'));
}

const endsOf = (edge: FlowEdge | undefined): string[] => (edge ? [edge.from, edge.to] : []);

/**
 * What is next to something: its lines, what they lead to, and the group
 * around it.
 */
export function neighboursOf(flowchart: Flowchart, { ids }: Highlight): Highlight {
  const edges = flowchart.edges.flatMap(({ from, to }, index) => (ids.has(from) || ids.has(to) ? [index] : []));
  const around = [...flowchart.nodes, ...flowchart.groups].flatMap(({ id, group }) => (ids.has(id) && group !== undefined ? [group] : []));
  const inside = flowchart.nodes.flatMap(({ id, group }) => (group !== undefined && ids.has(group) ? [id] : []));
  const near = [...edges.flatMap((index) => endsOf(flowchart.edges[index])), ...around, ...inside];
  return { ids: new Set(near.filter((id) => !ids.has(id))), edges: new Set(edges) };
}
