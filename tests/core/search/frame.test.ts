import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isOnlyFramed, restOf } from '../../../src/core/search/frame.ts';
import { fold, unitsOf } from '../../../src/core/search/text.ts';
import { askerOf, ENTRIES, entry, indexOf } from '../../support/search-entries.ts';

const { names } = indexOf(ENTRIES);
const read = (question: string) => {
  const units = unitsOf(fold(question));
  return { units, spans: names.spot(units) };
};
const rest = (question: string) => {
  const { units, spans } = read(question);
  return restOf(units, spans);
};

describe('what is left of a question besides its names and the frame around them', () => {
  test.each([
    'what is a kubelet',
    'Hi! Could someone please explain to me in simple words what a pod is, thanks',
    'whats the purpose of an ingress in kubernetes',
    '请问 kubelet 是干什么用的？谢谢大佬',
    '镜像到底是个啥东西',
    '面试被问到什么是有状态副本集，一句话怎么解释',
    'kubelet',
  ])('is nothing where it only asks: %s', (question) => {
    expect(rest(question)).toBe(0);
  });

  test.each([
    ['service at the hotel', 1],
    ['the pod of three grey whales', 2],
    ['手机镜像投屏', 4],
    ['what is the weather', 1],
  ])('is every word of substance: %s', (question, left) => {
    expect(rest(question)).toBe(left);
  });

  test.each(['how do pods find each other', 'do pods know one another'])('may ask what there is between them: %s', (question) => {
    const { units, spans } = read(question);
    expect(isOnlyFramed(units, spans)).toBe(false);
  });

  test('is as little as can be, whichever way the frame’s phrases are cut', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('什么', '是', '么意', '意思', '思', '请', '问', '镜', '像', 'pod', 'x'), { maxLength: 12 }),
        (parts) => {
          const { units, spans } = read(parts.join(' '));
          const left = restOf(units, spans);
          expect(left).toBeGreaterThanOrEqual(0);
          expect(left).toBeLessThanOrEqual(units.length);
          expect(restOf(units, [])).toBeGreaterThanOrEqual(left);
        },
      ),
    );
  });
});

describe('a question that is only framed', () => {
  const isFramed = (question: string) => {
    const { units, spans } = read(question);
    return isOnlyFramed(units, spans);
  };

  test('may call its subject a command or an object, but describes something with more of that', () => {
    expect([isFramed('what is the kubelet command'), isFramed('what is the kubelet command option status')]).toEqual([true, false]);
  });

  test('may name no more than where its subject is', () => {
    expect([isFramed('what is a node in a cluster'), isFramed('what is a node in a hotel')]).toEqual([true, false]);
  });
});

describe('the subject of a framed question', () => {
  // Words of the frame that are also names, in a field that is one.
  const ask = askerOf([
    ...ENTRIES.filter(({ id }) => ['kubernetes', 'cluster', 'kubelet', 'node', 'pod'].includes(id)),
    entry('job', ['Job', '任务']),
    entry('context', ['context']),
    entry('kind', ['kind']),
  ]);

  test.each([
    ['what is the job of the kubelet', 'kubelet'],
    ['what is the job of kubernetes', 'kubernetes'],
    ['what kind of thing is kubernetes', 'kubernetes'],
    ['what does kubernetes mean in this context', 'kubernetes'],
    ['what kind of thing is a pod', 'pod'],
  ])('is not a word of the frame: %s', (question, id) => {
    expect(ask(question)).toMatchObject({ kind: 'answer', ids: [id] });
  });

  test.each([
    ['what is a Job', 'job'],
    ['what is a Job in Kubernetes', 'job'],
    ['kubernetes context', 'context'],
    ['what is kind in k8s', 'kind'],
    ['K8s 里的 Job 是什么', 'job'],
    ['任务是什么', 'job'],
    ['what is a job in a cluster', 'job'],
  ])('is a word of the frame where nothing else can be meant: %s', (question, id) => {
    expect(ask(question)).toMatchObject({ kind: 'answer', ids: [id] });
  });

  test.each([
    ['what is a node in a cluster', 'node'],
    ['集群里的节点是什么', 'node'],
    ["what's the purpose of a pod in a cluster", 'pod'],
    ['the role of nodes in kubernetes', 'node'],
    ['what is a node of a cluster', 'node'],
    ['what is Kubernetes', 'kubernetes'],
    ['what is a cluster in Kubernetes', 'cluster'],
    ['what does kubernetes do in a cluster', 'kubernetes'],
    ['what is the purpose of a pod for Kubernetes', 'pod'],
    ['what is on a node in kubernetes', 'node'],
  ])('is not what only says where: %s', (question, id) => {
    expect(ask(question)).toMatchObject({ kind: 'answer', ids: [id] });
  });
});
