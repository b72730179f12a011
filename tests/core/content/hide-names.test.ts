import { describe, expect, test } from 'vitest';
import { hideNames, tellsEnough } from '../../../src/core/content/hide-names.ts';

describe('a name is hidden', () => {
  test.each([
    ['in any case and number', 'Pods and a pod', ['Pod'], '＿＿ and a ＿＿'],
    ['however it is spelt', 'ConfigMap, config map and config-map', ['ConfigMap'], '＿＿, ＿＿ and ＿＿'],
    ['by all names that it has', 'a PVC or 持久卷申领', ['PersistentVolumeClaim', 'PVC', '持久卷申领'], 'a ＿＿ or ＿＿'],
    ['the longest first', 'a volume claim and a volume', ['volume', 'volume claim'], 'a ＿＿ and a ＿＿'],
    ['as an option too', 'run `kubectl --context dev`', ['context'], 'run `kubectl --＿＿ dev`'],
    ['with its signs', 'use C++ or --rm', ['C++', '--rm'], 'use ＿＿ or ＿＿'],
    ['between Chinese characters', '把镜像推上去', ['镜像'], '把＿＿推上去'],
  ])('%s', (_, text, names, hidden) => {
    expect(hideNames(text, names)).toBe(hidden);
  });

  test.each([
    ['within another word', 'a podium, kube-pod and pod-spec', ['pod']],
    ['where Chinese characters only meet', '由一个或多个容器组成', ['容器组']],
  ])('never %s', (_, text, names) => {
    expect(hideNames(text, names)).toBe(text);
  });

  test('well, where enough is left to tell what is meant', () => {
    expect(['＿＿ is a ＿＿', '＿＿：容器', '最小的调度单位', 'runs the Pods of its machine'].map(tellsEnough)).toEqual([
      false,
      false,
      true,
      true,
    ]);
  });
});
