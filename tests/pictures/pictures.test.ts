import { afterAll, describe, expect, test } from 'vitest';
import type { Chart } from '../../src/core/chart.ts';
import { createPictures, type Picture, type Refused } from '../../src/pictures/index.ts';

/** So long that no busy machine misses it; that deadlines are kept is shown of threads. */
const PATIENT = { deadlineMs: 25_000 };
const pictures = createPictures(PATIENT);
afterAll(() => pictures.close());

const LIGHT = { language: 'en', theme: 'light' } as const;
const NODES = 'flowchart LR\nkubectl -->|apply| api[API 服务器]\napi <--> etcd[(etcd)]\napi --> kubelet';
const BOARD: Chart = { kind: 'leaderboard', title: 'Board', rows: [{ place: 1, name: '김', score: 3, figure: '3 of 20 right' }] };

const PROGRESS: Chart = { kind: 'progress', title: 'P', learnt: 1, total: 2, due: 3, forecast: [] };

async function drawn(drawing: Promise<Picture | Refused>): Promise<Picture> {
  const result = await drawing;
  if (result.kind === 'refused') throw new Error(result.reason);
  return result;
}

const pngSize = (png: Uint8Array): number[] => {
  const view = new DataView(png.buffer, png.byteOffset);
  return [view.getUint32(16), view.getUint32(20)];
};

describe('a diagram', () => {
  test('becomes a PNG of the size that is told', async () => {
    const { png, width, height, missing } = await drawn(pictures.diagram(NODES, LIGHT));
    expect(Array.from(png.slice(1, 4), (byte) => String.fromCharCode(byte)).join('')).toBe('PNG');
    expect(pngSize(png)).toEqual([width, height]);
    expect(missing).toEqual([]);
  });

  test('looks another way in the dark, highlighted, and with its neighbours', async () => {
    const looks = [
      LIGHT,
      { ...LIGHT, theme: 'dark' },
      { ...LIGHT, highlight: ['etcd'] },
      { ...LIGHT, highlight: ['kubectl -> api'] },
      { ...LIGHT, highlight: ['etcd'], withNeighbours: true },
    ] as const;
    const all = await Promise.all(looks.map((look) => drawn(pictures.diagram(NODES, look))));
    expect(new Set(all.map(({ png }) => Buffer.from(png).toString('base64'))).size).toBe(looks.length);
    expect(new Set(all.map(({ width, height }) => `${width} ${height}`)).size).toBe(1);
  });

  test('is drawn once, for whoever asks in whichever language', async () => {
    const source = `${NODES}\nonce`;
    const both = await Promise.all([pictures.diagram(source, LIGHT), pictures.diagram(source, { ...LIGHT, language: 'zh' })].map(drawn));
    const again = await drawn(pictures.diagram(source, LIGHT));
    expect(both[0]?.png).toBe(again.png);
    expect(both[1]?.png).toBe(again.png);
  });

  test('shows letters that the fonts lack as 〓, and says which', async () => {
    const { png, missing } = await drawn(pictures.diagram('flowchart LR\na[한]', LIGHT));
    expect(missing).toEqual(['한']);
    expect(png).toEqual((await drawn(pictures.diagram('flowchart LR\na[〓]', LIGHT))).png);
    expect(png).not.toEqual((await drawn(pictures.diagram('flowchart LR\na[国]', LIGHT))).png);
  });

  test('that is not understood is refused with line and reason', async () => {
    expect(await pictures.diagram('flowchart LR\na ~~~ b', LIGHT)).toEqual({
      kind: 'refused',
      line: 2,
      reason: '"~~~ b" is not understood here',
    });
  });

  const many = (count: number, line: (index: number) => string) =>
    `flowchart LR\n${Array.from({ length: count }, (_, index) => line(index)).join('\n')}`;

  test.each([
    ['40 nodes and 60 lines', many(60, (index) => `n${index % 40} --> n${(index * 17 + 5) % 40}`)],
    ['every node to every node', many(56, (index) => `n${index % 8} -->|${index}| n${Math.floor(index / 7)}`)],
    ['60 lines between the same two nodes', many(60, (index) => `a -->|line ${index}| b`)],
    ['60 lines from a node to itself', many(60, () => 'a --> a')],
    [
      '20 groups, 8 deep',
      `${many(8, (index) => `subgraph g${index}`)}\na\n${'end\n'.repeat(8)}${many(12, (index) => `subgraph h${index}\nb${index}\nend`).slice(13)}`,
    ],
    ['labels as long as may be', many(40, (index) => `n${index}[${'字'.repeat(110)}${index}] -->|${'w'.repeat(50)}| n${(index * 7) % 40}`)],
    ['mark-up', 'flowchart LR\na["&amp;#lt;script#gt;"] --> b["]]#gt;#lt;/svg#gt;"]'],
  ])('of %s is drawn', async (_, source) => {
    expect(await drawn(pictures.diagram(source, LIGHT))).toMatchObject({ kind: 'picture' });
  });

  test('that is not drawn by the deadline is refused, and does not keep the next one', async () => {
    const hasty = createPictures({ deadlineMs: 1 });
    const both = await Promise.all([hasty.diagram(NODES, LIGHT), hasty.diagram(`${NODES}\nnext`, LIGHT)]);
    await hasty.close();
    expect(both).toEqual(Array(2).fill({ kind: 'refused', reason: 'not done within 0.001 s' }));
  });

  test.each([
    ['a thousand nodes', many(1000, (index) => `n${index}`)],
    ['a wall of brackets', `flowchart LR\na${'['.repeat(7000)}`],
    ['a megabyte', `flowchart LR\na[${'x'.repeat(2 ** 20)}]`],
    ['nothing', ''],
  ])('of %s is refused at once', async (_, source) => {
    expect(await pictures.diagram(source, LIGHT)).toMatchObject({ kind: 'refused' });
  });
});

describe('a chart', () => {
  test('becomes a PNG with every figure in its sentences', async () => {
    const { png, width, height, missing } = await drawn(pictures.chart(BOARD, LIGHT));
    expect(pngSize(png)).toEqual([width, height]);
    expect(width).toBe(1100);
    expect(missing).toEqual(['김']);
  });

  test('looks another way in another language and theme', async () => {
    const looks = [LIGHT, { language: 'zh', theme: 'light' }, { language: 'en', theme: 'dark' }] as const;
    const all = await Promise.all(looks.map((look) => drawn(pictures.chart(PROGRESS, look))));
    expect(new Set(all.map(({ png }) => Buffer.from(png).toString('base64'))).size).toBe(3);
  });
});

test('what asks after the end is refused', async () => {
  const closed = createPictures();
  await closed.close();
  expect(await closed.chart(BOARD, LIGHT)).toEqual({ kind: 'refused', reason: 'closed' });
});

describe('what stands in a reply', () => {
  test('is drawn as what it is', async () => {
    const highlight = ['etcd'];
    const [diagram, chart] = await Promise.all([
      pictures.draw({ kind: 'diagram', source: NODES, highlight, withNeighbours: true }, LIGHT),
      pictures.draw({ kind: 'chart', chart: PROGRESS }, LIGHT),
    ]);
    expect(diagram?.png).toBe((await drawn(pictures.diagram(NODES, { ...LIGHT, highlight, withNeighbours: true }))).png);
    expect(chart?.png).toBe((await drawn(pictures.chart(PROGRESS, LIGHT))).png);
  });

  test('is left out where a name could not be read; what is no letter in a name is left out of it', async () => {
    const of = (name: string) =>
      pictures.draw({ kind: 'chart', chart: { ...BOARD, rows: [{ place: 1, name, score: 1, figure: '1' }] } }, LIGHT);
    expect(await of('김')).toBeUndefined();
    expect(await of('🦊')).toBeUndefined();
    expect((await of('🦊 Ann 👩‍👩‍👧'))?.png).toEqual((await of('Ann'))?.png);
    expect(await of('Ağaoğlu Ś. Nguyễn')).toBeDefined();
  });

  test('is left out where it cannot be drawn rightly', async () => {
    expect(await pictures.draw({ kind: 'diagram', source: 'sequenceDiagram', highlight: [] }, LIGHT)).toBeUndefined();
  });
});
