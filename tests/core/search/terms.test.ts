import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createKnowledge } from '../../../src/core/knowledge.ts';
import { MAX_MESSAGE } from '../../../src/core/search/terms.ts';
import { shippedLibrary } from '../../support/notes.ts';

const knowledge = shippedLibrary().then((library) => createKnowledge(library, () => undefined));
const termsIn = async (text: string) => (await knowledge).termsIn(text);

describe('the terms of a message', () => {
  test.each([
    ['The kubelet on that node cannot reach etcd.', ['kubelet', 'node', 'etcd']],
    ['我的 Pod 处于 CrashLoopBackOff', ['crashloopbackoff', 'pod']],
    ['kube-proxy 和 ingress 控制器都重启了', ['ingress-controller', 'kube-proxy']],
    ['my pods keep crashing', ['pod']],
  ])('%s', async (text, ids) => {
    expect((await termsIn(text)).slice(0, ids.length)).toEqual(ids);
  });

  test.each(['The service here is great, I like your image.', 'Can you do me a service?', '这家店的服务真不错', 'Good morning', '', '🚢'])(
    'are not words of daily life that stand alone: %j',
    async (text) => {
      expect(await termsIn(text)).toEqual([]);
    },
  );

  test('are words of daily life in the company of the field', async () => {
    expect(await termsIn('Why does the Service not reach the kubelet?')).toEqual(['kubelet', 'service']);
    expect(await termsIn('服务、节点和标签都没问题')).toEqual(expect.arrayContaining(['service', 'node', 'label']));
  });

  test('are each named once, the longest name first and the field itself last', async () => {
    const ids = await termsIn('In Kubernetes the container runtime interface, CRI, talks to the runtime; the kubelet calls the CRI.');
    expect(ids.filter((id) => id === 'kubelet')).toHaveLength(1);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.at(-1)).toBe('kubernetes');
  });

  test('are found in any text, and twice the same', async () => {
    const { termsIn: find } = await knowledge;
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        expect(find(text)).toEqual(find(text));
      }),
    );
  });

  test('of a message of any length are found in time that grows with it', async () => {
    const { termsIn: find } = await knowledge;
    const long = 'the image pull policy of a pod 镜像拉取策略 '.repeat(5_000);
    const beginning = long.slice(0, MAX_MESSAGE);
    const before = performance.now();
    expect(find(long)).toEqual(find(beginning));
    expect(performance.now() - before).toBeLessThan(2_000);
  });
});
