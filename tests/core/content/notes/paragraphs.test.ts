import { describe, expect, test } from 'vitest';
import { lists, places, remarks, terms } from './read.ts';

describe('a bold name at the beginning of a paragraph', () => {
  test.each([
    ['**Pod** 是最小的部署单位。', 'Pod = 最小的部署单位。'],
    ['**Pod**是最小的部署单位。', 'Pod = 最小的部署单位。'],
    ['**Pod** is the smallest unit.', 'Pod = the smallest unit.'],
    ['A **Pod** is the smallest unit.', 'Pod = the smallest unit.'],
    ['**Pods** are small.', 'Pods = small.'],
    ['**Pod**：最小的部署单位', 'Pod = 最小的部署单位'],
    ['**Pod：**最小的部署单位', 'Pod = 最小的部署单位'],
    ['**Pod，容器组**：最小的部署单位', 'Pod | 容器组 = 最小的部署单位'],
    ['**Pod**，容器组：最小的部署单位', 'Pod | 容器组 = 最小的部署单位'],
    ['**镜像（Image）**是只读的模板', '镜像 | Image = 只读的模板'],
    ['**Kubernetes**，简称 K8s，是容器编排平台。', 'Kubernetes | K8s = 容器编排平台。'],
    ['**kube-proxy** 负责网络规则。', 'kube-proxy = 负责网络规则。'],
    ['**etcd** —— 键值数据库', 'etcd = 键值数据库'],
    ['**Pod **是最小的部署单位。', 'Pod = 最小的部署单位。'],
    ['**一、容器**：隔离的进程', '容器 = 隔离的进程'],
  ])('is a term: %s', (note, term) => {
    expect(terms(note)).toEqual([term]);
  });

  test.each([
    '**Pod** 是什么？',
    '**Service** is not a process.',
    '**重要**的事情说三遍',
    '这是 **Pod**：最小的单位',
    '**unclosed：text',
    '** a **：text',
    '2 * 3 * 4: five',
  ])('is none where it defines nothing: %s', (note) => {
    expect(terms(note)).toEqual([]);
    expect(remarks(note)).toEqual([expect.stringMatching(/^1: “.+” explains no term: write it as “name: text”/)]);
  });

  test.each(['**注意：**不要这样做。', '**Note:** do not.', '**这是一个非常重要的结论**：要记住。', '**小A**：“我们上线吧。”'])(
    'is remarked on where it looks like a term: %s',
    (note) => {
      expect(terms(note)).toEqual([]);
      expect(remarks(note)).toHaveLength(1);
    },
  );

  test('may begin any line of the paragraph', () => {
    expect(terms('**ClusterIP**：只在集群内。\n这是默认值。\n**NodePort**：打开端口。')).toEqual([
      'ClusterIP = 只在集群内。这是默认值。',
      'NodePort = 打开端口。',
    ]);
  });

  test('heads the paragraph or the list below it when it stands alone', () => {
    expect(places('**1. 镜像**\n\n镜像是只读的模板。')).toEqual(['1 bold: 镜像']);
    expect(terms('**Q: 什么是 Pod？**\n\nA: 最小的部署单位。')).toEqual(['Pod = 最小的部署单位。']);
    const note = '**Master 节点**：\n\n* etcd：存储\n* API Server：入口';
    expect(lists(note)).toEqual(['Master 节点: etcd, API Server']);
    expect(places(note)).toEqual(['3 bullet: Master 节点 › etcd', '4 bullet: Master 节点 › API Server']);
  });
});

describe('a definition list', () => {
  test('has its terms above lines that begin with a colon', () => {
    expect(terms('Label\n: a key and a value\n\nTaint\n: keeps Pods away\n: has an effect')).toEqual([
      'Label = a key and a value',
      'Taint = keeps Pods away. has an effect',
    ]);
    expect(terms('Label\n\n: a key and a value')).toEqual(['Label = a key and a value']);
    expect(places('A text.\n\nLabel\n: a key')).toEqual(['3 definition list: Label']);
  });
});

describe('plain text', () => {
  test('with a colon in it is a story, not a term', () => {
    expect(terms('小A说：我们上线吧。\n\nPod：最小的单位')).toEqual([]);
  });
});
