import type { Language } from '../content/schema.ts';
import { wordsIn } from '../i18n/words.ts';
import type { Flowchart, FlowEdge, FlowNode } from './flowchart.ts';
import { type Highlight, NOTHING } from './highlight.ts';

/** Longest alternative text that every platform takes: https://docs.discord.com/developers/resources/message#attachment-object */
const LONGEST_DESCRIPTION = 1024;

/**
 * A flowchart in sentences, for those who hear it instead of seeing it: what
 * holds what, and what leads where. Cut behind the last sentence that fits
 * 1,024 characters.
 */
export function describe(flowchart: Flowchart, language: Language, highlight: Highlight = NOTHING): string {
  const words = wordsIn(language);
  const nameOf = namesIn(flowchart, words.diagramLabelled);
  const labelOf = labelsIn(flowchart);
  const list = (ids: Iterable<string>, name = nameOf) => Array.from(ids, name).join(words.listJoin);
  const sentences = [
    words.diagram,
    ...(highlight.ids.size > 0 ? [words.diagramHighlights(list(highlight.ids))] : []),
    ...flowchart.groups.flatMap((group) => {
      const members = membersOf(flowchart, group.id);
      return members.length > 0 ? [words.diagramHolds(flat(group.title), list(members, labelOf))] : [];
    }),
    ...edgeSentences(flowchart, nameOf, language),
  ];
  return cutAtSentence(sentences, words.sentences);
}

function edgeSentences({ edges }: Flowchart, nameOf: (id: string) => string, language: Language): string[] {
  const words = wordsIn(language);
  const named = (id: string, label: string | undefined) =>
    label === undefined ? nameOf(id) : words.diagramLabelled(nameOf(id), flat(label));
  const bySort = Map.groupBy(edges, (edge) => `${sortOf(edge)} ${edge.from}`);
  return Array.from(bySort.values(), (some) => {
    const from = nameOf(some[0]?.from ?? '');
    const targets = some.map(({ to, label }) => named(to, label)).join(words.listJoin);
    return words.diagramLine[sortOf(some[0])](from, targets);
  });
}

/** Which way a line leads. */
function sortOf(edge: FlowEdge | undefined): 'leads' | 'joins' | 'both' {
  if (edge === undefined || edge.end === 'none') return 'joins';
  return edge.start === 'none' ? 'leads' : 'both';
}

function cutAtSentence(sentences: readonly string[], join: (sentences: readonly string[]) => string): string {
  let text = '';
  for (const sentence of sentences) {
    const longer = text === '' ? sentence : join([text, sentence]);
    if (longer.length > LONGEST_DESCRIPTION - 2) return join([text, '…']);
    text = longer;
  }
  return text;
}

/**
 * A flowchart for the terminal: groups as a tree, behind each name where it
 * leads to. Needs no columns, so that wide letters do no harm.
 */
export function tree(flowchart: Flowchart, highlight: Highlight = NOTHING): string {
  const nameOf = namesIn(flowchart, (name, group) => `${name} (${group})`);
  const labelOf = labelsIn(flowchart);
  const groups = new Set(flowchart.groups.map(({ id }) => id));
  const leads = (id: string) => {
    const bySort = Map.groupBy(
      flowchart.edges.filter(({ from }) => from === id),
      sortOf,
    );
    return Array.from(bySort, ([sort, some]) => {
      const targets = some.map(({ to, label }) => (label === undefined ? nameOf(to) : `${nameOf(to)} (${flat(label)})`));
      return ` ${ARROWS[sort]} ${targets.join(', ')}`;
    }).join('');
  };
  const lines = (group: string | undefined, indent: string): string[] => {
    const members = membersOf(flowchart, group);
    return members.flatMap((id, index) => {
      const isLast = index === members.length - 1;
      const [branch, below] = group === undefined ? ['', ''] : isLast ? ['└─ ', '   '] : ['├─ ', '│  '];
      const name = groups.has(id) ? `[${labelOf(id)}]` : labelOf(id);
      return [
        `${indent}${branch}${highlight.ids.has(id) ? '▸ ' : ''}${name}${leads(id)}`,
        ...lines(groups.has(id) ? id : '', indent + below),
      ];
    });
  };
  return lines(undefined, '').join('\n');
}

const ARROWS = { leads: '──▶', joins: '───', both: '◀─▶' } as const;

/** What stands in a group, or at the top: nodes first, groups behind them. */
const membersOf = ({ nodes, groups }: Flowchart, owner: string | undefined): string[] =>
  [...nodes, ...groups].filter(({ group }) => group === owner).map(({ id }) => id);

/** What is written in things, by their ids; an id that is in no diagram stands for itself. */
export function labelsIn({ nodes, groups }: Pick<Flowchart, 'nodes' | 'groups'>): (id: string) => string {
  const labels = new Map([...groups.map(({ id, title }) => [id, title] as const), ...nodes.map(({ id, label }) => [id, label] as const)]);
  return (id) => flat(labels.get(id) ?? id);
}

/** What things are called; where two nodes are called the same, with their group. */
function namesIn({ nodes, groups }: Flowchart, withGroup: (name: string, group: string) => string): (id: string) => string {
  const labelOf = labelsIn({ nodes, groups });
  const byLabel = Map.groupBy(nodes, ({ label }) => label);
  const nodeName = ({ label, group }: FlowNode) =>
    group === undefined || byLabel.get(label)?.length === 1 ? flat(label) : withGroup(flat(label), labelOf(group));
  const names = new Map(nodes.map((node) => [node.id, nodeName(node)]));
  return (id) => names.get(id) ?? labelOf(id);
}

const flat = (text: string): string => text.replace(/\n/g, ' ');
