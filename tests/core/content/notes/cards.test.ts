import { describe, expect, test } from 'vitest';
import { createCards } from '../../../../src/core/content/notes/cards.ts';
import { parseNote } from '../../../../src/core/content/notes/parse.ts';

const read = (text: string) => parseNote({ path: 'note.md', text });

describe('the cards of a note', () => {
  test('ask for each definition, and for each term without naming it', () => {
    expect(createCards({ note: read('* Kubernetes (K8s): runs Pods; K8s is a platform'), ids: ['kubernetes'] })).toEqual([
      {
        id: 'kubernetes:define',
        front: 'What is Kubernetes (K8s)?',
        back: 'runs Pods; K8s is a platform',
        concept: 'kubernetes',
      },
      { id: 'kubernetes:name', front: 'runs Pods; ＿＿ is a platform', back: 'Kubernetes (K8s)', concept: 'kubernetes' },
    ]);
  });

  test('speak the language of the note', () => {
    expect(createCards({ note: read('# 镜像（Image）\n镜像是一个只读的模板。'), ids: ['image'] })).toEqual([
      { id: 'image:define', front: '什么是镜像（Image）？', back: '镜像是一个只读的模板。', concept: 'image' },
      { id: 'image:name', front: '＿＿是一个只读的模板。', back: '镜像（Image）', concept: 'image' },
    ]);
  });

  test('hide a Latin name only as a whole word', () => {
    const fronts = (text: string) => createCards({ note: read(text), ids: ['x'] }).map(({ front }) => front);
    expect(fronts('* Pod: Pods run on a podium, as kube-pod does')[1]).toBe('＿＿ run on a podium, as kube-pod does');
    expect(fronts('* C++: not K8s but C++ code')[1]).toBe('not K8s but ＿＿ code');
  });

  test('leave the term out where its definition says no more than its name', () => {
    expect(createCards({ note: read('* Pod: a Pod'), ids: ['pod'] }).map(({ id }) => id)).toEqual(['pod:define']);
  });

  const node = '* Node，节点：\n  * kubelet\n  * kube-proxy\n';

  test('ask for the parts of a list that belongs to a term of the note', () => {
    const parts = { id: 'node:parts', front: 'Node 由哪些部分组成？', back: 'kubelet、kube-proxy', concept: 'node' };
    expect(createCards({ note: read(`* 节点：一台运行容器的机器\n${node}`), ids: ['node'] })).toContainEqual(parts);
    const english = read('- Node: runs\n  - kubelet\n  - kube-proxy');
    expect(createCards({ note: english, ids: ['node'] }).at(-1)).toMatchObject({
      front: 'Name the parts of Node.',
      back: 'kubelet, kube-proxy',
    });
  });

  test('ask for the parts of a list that belongs to a concept from elsewhere', () => {
    const note = read(`这是节点上的东西。\n${node}`);
    expect(createCards({ note, ids: [] })).toEqual([]);
    const findConcept = (names: readonly { text: string }[]) => (names.some(({ text }) => text === '节点') ? 'node' : undefined);
    expect(createCards({ note, ids: [], findConcept }).map(({ id }) => id)).toEqual(['node:parts']);
  });

  test.each([
    ['节点的组成', '节点', '节点由哪些部分组成？'],
    ['节点上的组件', '节点', '节点由哪些部分组成？'],
    ['节点的核心组件', '节点', '节点由哪些部分组成？'],
    ['Node 组件', 'Node', 'Name the parts of Node.'],
    ['Parts of a node', 'node', 'Name the parts of node.'],
    ['The main components of the control plane', 'control plane', 'Name the parts of control plane.'],
    ['Node components', 'Node', 'Name the parts of Node.'],
    ['Node’s main parts', 'Node', 'Name the parts of Node.'],
    ['Components team', 'Components team', 'Name the parts of Components team.'],
  ])('ask for the parts of what a heading of parts is about: %s', (heading, whole, front) => {
    const note = read(`# N\n\n## ${heading}\n* kubelet\n* kube-proxy\n`);
    const findConcept = (names: readonly { text: string }[]) => (names.some(({ text }) => text === whole) ? 'x' : undefined);
    expect(createCards({ note, ids: [], findConcept }).map((card) => card.front)).toEqual([front]);
  });

  test('ask first for the parts of what has the whole heading for its name', () => {
    const note = read('# N\n\n* 节点组件：管理节点的程序。\n\n## 节点组件\n* kubelet\n* kube-proxy\n');
    const parts = createCards({ note, ids: ['node-components'], findConcept: () => 'node' }).filter(({ id }) => id.endsWith(':parts'));
    expect(parts.map(({ concept }) => concept)).toEqual(['node-components']);
  });

  test('are one each where two terms are one concept', () => {
    const cards = createCards({ note: read('* Kublet: an agent\n* kubelet: the agent'), ids: ['kubelet', 'kubelet'] });
    expect(cards.map(({ id, back }) => `${id} ${back}`)).toEqual(['kubelet:define an agent', 'kubelet:name Kublet']);
  });
});
