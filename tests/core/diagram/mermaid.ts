import type { Flowchart, FlowEdge, Line, LineEnd, Shape } from '../../../src/core/diagram/flowchart.ts';

/** What mermaid itself understands of a source, in our words; for the tests that compare. Needs a document (jsdom). */
export async function readByMermaid(source: string): Promise<Flowchart> {
  const { default: mermaid } = await import('mermaid');
  mermaid.initialize({ startOnLoad: false });
  await mermaid.parse('flowchart LR\na');
  const { db } = await mermaid.mermaidAPI.getDiagramFromText(source);
  const { getVertices, getEdges, getSubGraphs, getDirection } = db as unknown as Understood;
  const subgraphs = getSubGraphs.call(db);
  const groupOf = (id: string) => {
    const owner = subgraphs.find(({ nodes }) => nodes.includes(id));
    return owner ? { group: owner.id } : {};
  };
  const isGroup = (id: string) => subgraphs.some((subgraph) => subgraph.id === id);
  return {
    direction: getDirection.call(db),
    nodes: [...getVertices.call(db).values()]
      .filter(({ id }) => !isGroup(id))
      .map(({ id, text, type }) => ({ id, label: asSeen(text), shape: SHAPES[type ?? 'square'] ?? 'rectangle', ...groupOf(id) })),
    groups: subgraphs.map(({ id, title }) => ({ id, title: asSeen(title), ...groupOf(id) })),
    edges: getEdges.call(db).map(edgeFrom),
  };
}

interface Understood {
  getVertices(): Map<string, { id: string; text: string; type?: string }>;
  getEdges(): readonly Edge[];
  getSubGraphs(): readonly { id: string; title: string; nodes: readonly string[] }[];
  getDirection(): Flowchart['direction'];
}

interface Edge {
  readonly start: string;
  readonly end: string;
  readonly text: string;
  readonly type: string;
  readonly stroke: string;
}

function edgeFrom({ start, end, text, type, stroke }: Edge): FlowEdge {
  const mark = ENDS[type.replace('double_', '')];
  if (!mark) throw new Error(`mermaid has a line that we do not know: ${type} ${stroke}`);
  return {
    from: start,
    to: end,
    line: LINES[stroke] ?? 'solid',
    start: type.startsWith('double_') ? mark : 'none',
    end: mark,
    ...(text === '' ? {} : { label: asSeen(text) }),
  };
}

const ENDS: Readonly<Record<string, LineEnd>> = { arrow_open: 'none', arrow_point: 'arrow', arrow_circle: 'circle', arrow_cross: 'cross' };
const LINES: Readonly<Record<string, Line>> = { normal: 'solid', dotted: 'dotted', thick: 'thick' };
const SHAPES: Readonly<Record<string, Shape>> = {
  square: 'rectangle',
  round: 'rounded',
  doublecircle: 'double-circle',
  lean_right: 'parallelogram',
  lean_left: 'parallelogram-back',
  ...Object.fromEntries((['stadium', 'subroutine', 'cylinder', 'circle', 'diamond', 'hexagon'] as const).map((shape) => [shape, shape])),
};

/** The document that the tests' environment brings; our own programs have none. */
const { document } = globalThis as unknown as {
  document: { createElement(name: string): { innerHTML: string; readonly textContent: string | null } };
};

/** mermaid hides entities in letters that nobody writes, and draws the rest as HTML. */
function asSeen(text: string): string {
  const html = text.replaceAll('ﬂ°°', '&#').replaceAll('ﬂ°', '&').replaceAll('¶ß', ';');
  const element = document.createElement('div');
  element.innerHTML = html.replace(/\s*<br\s*\/?>\s*/g, '\n');
  return (element.textContent ?? '').replaceAll('\u00a0', ' ');
}
