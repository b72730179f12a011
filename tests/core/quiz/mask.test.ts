import { describe, expect, test } from 'vitest';
import { beginsWith, masked, maskedAll } from '../../../src/core/quiz/mask.ts';

describe('a name is hidden', () => {
  test.each([
    ['A Pod is small; pods are many.', ['Pod'], '_ is small; _ are many.'],
    ['The kubelet and the Kubelet’s logs', ['kubelet'], '_ and _’s logs'],
    ['podman and a tripod', ['Pod'], 'podman and a tripod'],
    ['An Ingress; ingresses', ['Ingress'], '_; _'],
    ['run docker-compose.yml now', ['docker-compose.yml', 'docker'], 'run _ now'],
    ['节点在节点上', ['节点', 'Node'], '_在_上'],
    ['每个Pod都小', ['Pod'], '每个_都小'],
    ['把 C++ (a+b) 写好', ['C++', '(a+b)'], '把 _ _ 写好'],
    ['由一个容器组成，容器组共用 IP', ['容器组'], '由一个容器组成，_共用 IP'],
    ['nothing here', [], 'nothing here'],
  ])('in %j', (text, names, expected) => {
    expect(masked(text, names, '_')).toBe(expected);
  });

  test('the longest first, also where one thing’s name ends another’s', () => {
    const hidden = [
      { names: ['卷', 'Volume'], gap: '①' },
      { names: ['持久卷', 'Persistent Volume'], gap: '②' },
    ];
    expect(maskedAll('卷写在 Pod 里；持久卷是对象。', hidden)).toBe('①写在 Pod 里；②是对象。');
    expect(maskedAll('A persistent volume is an object; a volume is an entry.', hidden)).toBe('② is an object; ① is an entry.');
  });
});

test('a text begins with a name, with or without an article', () => {
  expect(beginsWith('The kubelet runs.', ['kubelet'])).toBe(true);
  expect(beginsWith('kubelets run.', ['kubelet'])).toBe(true);
  expect(beginsWith('Then the kubelet runs.', ['kubelet'])).toBe(false);
  expect(beginsWith('Podman runs.', ['Pod'])).toBe(false);
});
