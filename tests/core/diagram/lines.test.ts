import { describe, expect, test } from 'vitest';
import type { Flowchart } from '../../../src/core/diagram/flowchart.ts';
import { pathLine, whereLine } from '../../../src/core/diagram/lines.ts';
import { parseFlowchart } from '../../../src/core/diagram/parse.ts';

function read(source: string): Flowchart {
  const parsed = parseFlowchart(source);
  if (parsed.kind === 'refused') throw new Error(parsed.reason);
  return parsed.flowchart;
}

const CLUSTER = read(`flowchart TB
  kubectl --> api
  subgraph plane[Control plane]
    scheduler[Scheduler] --> api[API server]
    api <--> etcd
  end
  subgraph one[Node 1]
    kubelet1[kubelet] --> pod1[Pod]
  end
  subgraph two[Node 2]
    kubelet2[kubelet] --> pod2[Pod]
  end
  api --- kubelet1
  api --- kubelet2`);

describe('a path on one line', () => {
  test.each([
    ['an arrow, with the group into which it leads', ['kubectl -> api'], 'kubectl → Control plane › API server'],
    ['within a group that is named once', ['api -> etcd'], 'Control plane › API server → etcd'],
    ['against the way in which it is drawn', ['etcd -> api'], 'Control plane › etcd → API server'],
    ['arrows that go on', ['kubelet1 -> pod1', 'pod1 -> api'], 'Node 1 › kubelet → Pod → Control plane › API server'],
    [
      'arrows that part',
      ['api -> kubelet1', 'api -> etcd'],
      'Control plane › API server → Node 1 › kubelet · Control plane › API server → etcd',
    ],
    ['single things', ['etcd', 'plane'], 'Control plane › etcd · Control plane'],
    ['nothing twice', ['kubectl -> api', 'api', 'kubectl'], 'kubectl → Control plane › API server'],
    ['things that are called alike', ['pod1', 'pod1'], 'Node 1 › Pod'],
    ['a group and what is in it', ['plane -> etcd'], 'Control plane → etcd'],
    ['nothing that is not there', ['nobody', 'kubectl -> nobody'], ''],
  ])('shows %s', (_what, parts, line) => {
    expect(pathLine(CLUSTER, parts)).toBe(line);
  });
});

describe('where something stands, on one line', () => {
  test.each([
    [
      'its group, and what is next to it by every kind of line',
      ['api'],
      'kubectl, Scheduler → Control plane › API server ↔ etcd — kubelet',
    ],
    ['no group where it has none', ['kubectl'], 'kubectl → API server'],
    [
      'of what stands at several places the first, with all that is next to them',
      ['kubelet1', 'kubelet2'],
      'Node 1 › kubelet → Pod — API server',
    ],
    ['what is in a group', ['one', 'two'], 'Node 1: kubelet, Pod'],
    ['nothing of nothing', [], ''],
  ])('shows %s', (_what, ids, line) => {
    expect(whereLine(CLUSTER, ids)).toBe(line);
  });
});
