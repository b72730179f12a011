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

  test('are one each where two terms are one concept', () => {
    const cards = createCards({ note: read('* Kublet: an agent\n* kubelet: the agent'), ids: ['kubelet', 'kubelet'] });
    expect(cards.map(({ id, back }) => `${id} ${back}`)).toEqual(['kubelet:define an agent', 'kubelet:name Kublet']);
  });
});
