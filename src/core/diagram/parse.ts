import { DIAGRAM_LIMITS, type Direction, type FlowEdge, type FlowNode, NotUnderstood, type Parsed, type Refusal } from './flowchart.ts';
import { createGroups, type Groups } from './groups.ts';
import { createScanner, type Scanner } from './scanner.ts';
import { takeLink } from './take-link.ts';
import { type Mention, takeMentions } from './take-node.ts';

const HEADER = /(?:graph|flowchart)(?:[ \t]+(TB|TD|BT|LR|RL)(?=;)|(?:[ \t]+(TB|TD|BT|LR|RL))?(?=[ \t]*(?:\n|$)))/y;
const GAPS = /[\s;]+/y;
const COMMENT = /^[ \t]*%%(?!\{).+/gm;
const STATEMENT_END = /[ \t]*(?:[\n;]|$)/y;
/** Colours and the like come from our theme, so these say nothing to us. */
const STYLE = [
  /classDef[ \t]+[A-Za-z][\w,-]*[ \t]+[\w:#,.%\- ]+/y,
  /class[ \t]+(?<known>[\w\u4e00-\u9fcc]+(?:,[\w\u4e00-\u9fcc]+)*)[ \t]+[A-Za-z][\w-]*/y,
  /style[ \t]+(?<known>[\w\u4e00-\u9fcc]+)[ \t]+[\w:#,.%\- ]+/y,
  /linkStyle[ \t]+(?:default|(?<edges>\d+(?:,\d+)*))[ \t]+[\w:#,.%\- ]+/y,
];
const DIRECTION = /direction[ \t]+(?:TB|TD|BT|LR|RL)(?=[ \t]*(?:[\n;]|$))/y;
/** mermaid takes a whole line for a direction wherever these words stand in it. */
const LOOKS_LIKE_DIRECTION = /^(?!\s*(?:%%|direction\s)).*direction\s+(?:TB|TD|BT|LR|RL)/m;

interface Draft {
  readonly nodes: Map<string, FlowNode>;
  readonly edges: FlowEdge[];
  readonly groups: Groups;
  /** Ids that were given a label of their own. */
  readonly labelled: Set<string>;
}

/**
 * Reads a mermaid flowchart: a strict part of mermaid's language. What is read
 * means the same to mermaid; what is not understood, or is too large to be
 * drawn, is refused with its line, never guessed at.
 */
export function parseFlowchart(source: string): Parsed | Refusal {
  if (source.length > DIAGRAM_LIMITS.characters) {
    return { kind: 'refused', line: 1, reason: `the diagram has more than ${DIAGRAM_LIMITS.characters} characters` };
  }
  const scanner = createScanner(source.replace(/\r\n?/g, '\n').replace(COMMENT, ''));
  try {
    return { kind: 'flowchart', flowchart: takeFlowchart(scanner, source) };
  } catch (error) {
    if (error instanceof NotUnderstood) return { kind: 'refused', line: scanner.line(), reason: error.message };
    throw error;
  }
}

function takeFlowchart(scanner: Scanner, source: string): Parsed['flowchart'] {
  scanner.take(/\s+/y);
  const header = scanner.take(HEADER);
  if (!header) return scanner.fail('only mermaid flowcharts are drawn: begin with "flowchart LR" or "flowchart TB"');
  if (LOOKS_LIKE_DIRECTION.test(source)) scanner.fail('mermaid takes a line with "direction TB" in it for nothing else: use other words');
  const draft: Draft = { nodes: new Map(), edges: [], groups: createGroups(), labelled: new Set() };
  for (scanner.take(GAPS); !scanner.isAtEnd(); scanner.take(GAPS)) takeStatement(scanner, draft);
  const { groups, ownerOf } = draft.groups.finish(scanner);
  const groupIds = new Set(groups.map(({ id }) => id));
  const twice = groups.find(({ id }) => draft.labelled.has(id));
  if (twice) scanner.fail(`${twice.id} is both a node and a subgraph: give one of them another id`);
  const nodes = [...draft.nodes.values()].filter(({ id }) => !groupIds.has(id)).map((node) => ({ ...node, ...ownerOf(node.id) }));
  if (nodes.length + groups.length === 0) scanner.fail('there is nothing in the diagram');
  return { direction: (header[1] ?? header[2] ?? 'TB').replace('TD', 'TB') as Direction, nodes, groups, edges: draft.edges };
}

function takeStatement(scanner: Scanner, draft: Draft): void {
  if (scanner.take(/subgraph[ \t]+/y)) draft.groups.open(scanner);
  else if (scanner.take(/end(?=[ \t]*(?:[\n;]|$))/y)) draft.groups.close(scanner);
  else if (scanner.sees(DIRECTION)) takeDirection(scanner, draft);
  else if (!tookStyle(scanner, draft)) takeChain(scanner, draft);
  if (!scanner.take(STATEMENT_END)) scanner.fail();
}

/** A subgraph may run in a direction of its own; one is enough for us, and what stands where stays true. */
function takeDirection(scanner: Scanner, { groups }: Draft): void {
  if (!groups.isOpen()) scanner.fail('a direction of its own is for subgraphs: write it in the first line');
  scanner.take(DIRECTION);
}

function tookStyle(scanner: Scanner, { nodes, edges }: Draft): boolean {
  const found = STYLE.map((pattern) => scanner.take(pattern)).find((match) => match !== undefined);
  if (!found) return false;
  const unknown = found.groups?.known?.split(',').find((id) => !nodes.has(id));
  if (unknown !== undefined) scanner.fail(`${unknown} is given a style before it is there`);
  const beyond = found.groups?.edges?.split(',').find((index) => Number(index) >= edges.length);
  if (beyond !== undefined) scanner.fail(`there is no line number ${beyond} to be given a style`);
  return true;
}

/** Takes `a & b --> c --> d`. */
function takeChain(scanner: Scanner, draft: Draft): void {
  let from = takeMentions(scanner);
  for (;;) {
    for (const mention of from) addMention(mention, draft, scanner);
    scanner.take(/[ \t]+(?=[^\s;])/y);
    const link = takeLink(scanner);
    if (!link) return;
    scanner.take(/[ \t]+/y);
    const to = takeMentions(scanner);
    if (draft.edges.length + from.length * to.length > DIAGRAM_LIMITS.edges) {
      scanner.fail(`more than ${DIAGRAM_LIMITS.edges} lines between nodes`);
    }
    for (const { id: start } of from) for (const { id: end } of to) draft.edges.push({ from: start, to: end, ...link });
    from = to;
  }
}

function addMention({ id, drawn }: Mention, { nodes, groups, labelled }: Draft, scanner: Scanner): void {
  const known = nodes.get(id);
  if (drawn) labelled.add(id);
  nodes.set(id, { id, label: drawn?.label ?? known?.label ?? id, shape: drawn?.shape ?? known?.shape ?? 'rectangle' });
  groups.mention(id);
  if (nodes.size > DIAGRAM_LIMITS.nodes) scanner.fail(`more than ${DIAGRAM_LIMITS.nodes} nodes`);
}
