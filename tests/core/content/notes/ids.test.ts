import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { diagramIds } from '../../../../src/core/content/notes/diagrams.ts';
import { createIds, idFromNames } from '../../../../src/core/content/notes/ids.ts';

describe('the id of a concept', () => {
  test.each([
    [['kube-proxy'], 'kube-proxy'],
    [['API server'], 'api-server'],
    [['ConfigMap'], 'configmap'],
    [['.dockerignore'], 'dockerignore'],
    [['Docker’s café'], 'dockers-cafe'],
    [['镜像', 'Image'], 'image'],
    [['镜像'], 'jing-xiang'],
    [['Pod 控制器'], 'pod-kong-zhi-qi'],
    [['重启策略'], 'chong-qi-ce-lue'],
    [['镜像', '？？', '!!'], 'jing-xiang'],
    [['Horizontal Pod Autoscaler controller'], 'horizontal-pod-autoscaler'],
    [['a'.repeat(40)], 'a'.repeat(30)],
    [['ポッド'], undefined],
    [[], undefined],
  ])('is the English name, else the sound of the Chinese one: %j', (names, id) => {
    expect(idFromNames(names)).toBe(id);
  });

  test('is numbered where it is taken or cannot be made of the names', () => {
    const ids = createIds(['pod', 'pod-3', 'note-1']);
    expect([['Pod'], ['pod'], ['POD'], ['ポッド'], ['ノード'], ['Node']].map((names) => ids.next(names))).toEqual([
      ...['pod-2', 'pod-4', 'pod-5', 'note-2', 'note-3', 'node'],
    ]);
    const long = createIds(['horizontal-pod-autoscaler-test']);
    expect(long.next(['Horizontal Pod Autoscaler test'])).toBe('horizontal-pod-autoscaler-te-2');
  });

  test('is short, plain and given once, whatever the names are', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 3 }), { maxLength: 30 }), (all) => {
        const ids = createIds([]);
        const given = all.map((names) => ids.next(names));
        expect(new Set(given).size).toBe(all.length);
        for (const id of given) expect(id).toMatch(/^(?=.{1,30}$)[a-z0-9]+(-[a-z0-9]+)*$/);
      }),
    );
  });
});

describe('the ids of a file’s diagrams', () => {
  test('count from 1 after the name of the file', () => {
    expect(diagramIds('k8s/Basics & more.md', 2)).toEqual(['basics-more-1', 'basics-more-2']);
    expect(diagramIds('架构.md', 1)).toEqual(['jia-gou-1']);
    expect(diagramIds('！.md', 1)).toEqual(['diagram-1']);
    expect(diagramIds('a-very-long-name-of-a-study-note.md', 10).at(-1)).toBe('a-very-long-name-of-a-study-10');
    expect(diagramIds('a.md', 0)).toEqual([]);
  });
});
