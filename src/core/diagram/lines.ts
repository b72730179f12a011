import type { Flowchart, FlowEdge } from './flowchart.ts';
import { labelsIn } from './text-forms.ts';

const ARROW = /^(\S+)\s*->\s*(\S+)$/;
const INSIDE = ' › ';
const TO = ' → ';
const BESIDE = ' · ';

/**
 * What an author highlights, on one line: `kubectl → Control plane › API server`.
 *
 * @param parts - ids, and arrows as `a -> b`; what is not in the diagram is passed over.
 */
export function pathLine(flowchart: Flowchart, parts: readonly string[]): string {
  const known = new Set([...flowchart.nodes, ...flowchart.groups].map(({ id }) => id));
  const chains: string[][] = [];
  for (const part of parts) {
    const ends = ARROW.exec(part)?.slice(1) ?? [part];
    if (!ends.every((id) => known.has(id))) continue;
    const last = chains.at(-1);
    if (last && last.at(-1) === ends[0]) last.push(...ends.slice(1));
    else chains.push([...ends]);
  }
  const inArrows = new Set(chains.filter(({ length }) => length > 1).flat());
  const shown = chains.filter(([only = '', ...others]) => others.length > 0 || !inArrows.has(only));
  // Two things that are called alike are said once.
  return [...new Set(shown.map((chain) => chainLine(flowchart, chain)))].join(BESIDE);
}

/** Groups are named where one comes into them. */
function chainLine(flowchart: Flowchart, chain: readonly string[]): string {
  const labelOf = labelsIn(flowchart);
  const places = chain.map((id) => groupOf(flowchart, id));
  return chain
    .map((id, at) => {
      const group = places[at];
      const isNew = group !== undefined && group !== places[at - 1] && group !== chain[at - 1];
      return isNew ? `${labelOf(group)}${INSIDE}${labelOf(id)}` : labelOf(id);
    })
    .join(TO);
}

const groupOf = ({ nodes, groups }: Flowchart, id: string): string | undefined => [...nodes, ...groups].find((one) => one.id === id)?.group;

/**
 * Where something stands and what is next to it, on one line:
 * `Control plane › etcd ↔ API server`. What stands at several places is told of
 * the first, with what is next to any of them; of a group, what is in it.
 *
 * @param ids - of nodes and groups of the diagram.
 */
export function whereLine(flowchart: Flowchart, ids: readonly string[]): string {
  const labelOf = labelsIn(flowchart);
  const [first] = ids;
  if (first === undefined) return '';
  const group = groupOf(flowchart, first);
  const place = group === undefined ? labelOf(first) : `${labelOf(group)}${INSIDE}${labelOf(first)}`;
  const inside = [...flowchart.nodes, ...flowchart.groups].filter((one) => one.group === first).map(({ id }) => labelOf(id));
  const near = flowchart.edges.flatMap((edge) => {
    const [isFrom, isTo] = [ids.includes(edge.from), ids.includes(edge.to)];
    return isFrom === isTo ? [] : [{ sign: signOf(edge, isFrom), label: labelOf(isFrom ? edge.to : edge.from) }];
  });
  const those = (sign: Sign) => [...new Set(near.filter((one) => one.sign === sign).map(({ label }) => label))].join(', ');
  // What leads here stands before it: behind it, an arrow back would seem to come from what stands between.
  const before = those('←') === '' ? '' : `${those('←')}${TO}`;
  const behind = SIGNS.flatMap((sign) => (those(sign) === '' ? [] : [` ${sign} ${those(sign)}`]));
  return `${before}${place}${inside.length > 0 ? `: ${inside.join(', ')}` : ''}${behind.join('')}`;
}

const SIGNS = ['→', '↔', '—'] as const;
type Sign = (typeof SIGNS)[number] | '←';

/** How a line looks from one of its ends. */
function signOf({ start, end }: FlowEdge, isFrom: boolean): Sign {
  if (end === 'none') return '—';
  if (start !== 'none') return '↔';
  return isFrom ? '→' : '←';
}
