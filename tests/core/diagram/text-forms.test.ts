import { expect, describe as group, test } from 'vitest';
import type { Flowchart } from '../../../src/core/diagram/flowchart.ts';
import { findHighlight, neighboursOf } from '../../../src/core/diagram/highlight.ts';
import { parseFlowchart } from '../../../src/core/diagram/parse.ts';
import { describe, tree } from '../../../src/core/diagram/text-forms.ts';
import { shippedDiagrams } from './shipped.ts';

function read(source: string): Flowchart {
  const parsed = parseFlowchart(source);
  if (parsed.kind === 'refused') throw new Error(parsed.reason);
  return parsed.flowchart;
}

const CLUSTER = read(`flowchart LR
  kubectl -->|apply| api
  subgraph plane[Control plane]
    api["API<br/>server"] <--> etcd[(etcd)]
  end
  subgraph one[Node 1]
    k1[kubelet] --> api
    subgraph pods[Pods]
      p1[Pod]
    end
  end
  subgraph two[Node 2]
    k2[kubelet] --- api
  end`);

group('a diagram in sentences', () => {
  test('says what holds what and what leads where, in English', () => {
    expect(describe(CLUSTER, 'en')).toBe(
      'A diagram. In Control plane: API server, etcd. In Pods: Pod. In Node 1: kubelet, Pods. In Node 2: kubelet. ' +
        'kubectl leads to API server (apply). API server goes both ways with etcd. ' +
        'kubelet (Node 1) leads to API server. kubelet (Node 2) is connected with API server.',
    );
  });

  test('and in Chinese, with the spaces that are usual there', () => {
    expect(describe(read('flowchart LR\nsubgraph 节点\nkubelet --> 小A\nend\n控制器 -->|看着| kubelet'), 'zh')).toBe(
      '示意图。节点里有：kubelet、小A。kubelet 指向小A。控制器指向 kubelet（看着）。',
    );
  });

  test('says first what is highlighted', () => {
    expect(describe(CLUSTER, 'en', findHighlight(CLUSTER, ['etcd']))).toMatch(/^A diagram\. Highlighted: etcd\. In Control plane/);
    expect(describe(CLUSTER, 'zh', findHighlight(CLUSTER, ['k2 -> api']))).toMatch(/^示意图。高亮的是：kubelet（Node 2）、API server。/);
  });

  test('is cut behind a sentence where it is too long for alternative texts', () => {
    const long = read(
      `flowchart LR\n${Array.from({ length: 39 }, (_, index) => `n${index}[${'word '.repeat(10)}${index}] --> n${index + 1}`).join('\n')}`,
    );
    expect(describe(long, 'en').length).toBeLessThanOrEqual(1024);
    expect(describe(long, 'en')).toMatch(/\. …$/);
  });

  test('names every node of the shipped diagrams that has a line', async () => {
    for (const { source } of await shippedDiagrams()) {
      const flowchart = read(source);
      const text = describe(flowchart, 'en');
      for (const { label } of flowchart.nodes) expect(text).toContain(label.replace('\n', ' '));
    }
  });
});

group('a diagram in the terminal', () => {
  test('is a tree with arrows, and marks what is highlighted', () => {
    expect(tree(CLUSTER, findHighlight(CLUSTER, ['kubectl -> api'])).split('\n')).toEqual([
      '▸ kubectl ──▶ API server (apply)',
      '[Control plane]',
      '├─ ▸ API server ◀─▶ etcd',
      '└─ etcd',
      '[Node 1]',
      '├─ kubelet ──▶ API server',
      '└─ [Pods]',
      '   └─ Pod',
      '[Node 2]',
      '└─ kubelet ─── API server',
    ]);
  });
});

group('a highlight', () => {
  test('of an arrow holds its ends too', () => {
    expect(findHighlight(CLUSTER, ['kubectl -> api'])).toEqual({ ids: new Set(['kubectl', 'api']), edges: new Set([0]), unknown: [] });
  });

  test('follows arrows in their direction, and other lines both ways', () => {
    expect(findHighlight(CLUSTER, ['api -> k1']).unknown).toEqual(['api -> k1']);
    expect(findHighlight(CLUSTER, ['api -> k2', 'k2->api', 'etcd -> api']).unknown).toEqual([]);
  });

  test('says what is not there', () => {
    expect(findHighlight(CLUSTER, ['api', 'plane', 'nobody', 'api -> nobody', '']).unknown).toEqual(['nobody', 'api -> nobody', '']);
  });

  test('has as neighbours its lines with their ends, the group around, and what a group holds', () => {
    const near = neighboursOf(CLUSTER, findHighlight(CLUSTER, ['etcd']));
    expect(near).toEqual({ ids: new Set(['api', 'plane']), edges: new Set([1]) });
    expect(neighboursOf(CLUSTER, findHighlight(CLUSTER, ['pods'])).ids).toEqual(new Set(['one', 'p1']));
  });
});
