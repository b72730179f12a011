import { describe, expect, test } from 'vitest';
import { spanAskedFor } from '../../../src/core/search/clauses.ts';
import { unitsOf } from '../../../src/core/search/text.ts';
import { askerOf, ENTRIES, entry, indexOf } from '../../support/search-entries.ts';

const ask = askerOf();

describe('a chatty question', () => {
  test.each([
    ['We were at lunch and Tom said that etcd was slow, then he asked me: what is a kubelet?', 'kubelet'],
    ['I restarted the pod, the node was full, and now I wonder what kubelet is', 'kubelet'],
    ['I like pods of whales, what is a node?', 'node'],
    ['my head hurts from all the reading, what does a pod do', 'pod'],
    ['how to delete a pod, what is a pod anyway', 'pod'],
    ['Explain Ingress. I have an exam tomorrow and my service notes are lost', 'ingress'],
    ['同事让我重启 Pod，说节点满了，什么是节点', 'node'],
    ['听说节点满了，etcd 是干嘛的，求解释', 'etcd'],
  ])('is about the name in the clause that asks: %s', (question, id) => {
    expect(ask(question)).toMatchObject({ kind: 'answer', ids: [id], isComparison: false });
  });

  test.each([
    ['they keep saying Pod, what’s that'.replace('’', "'"), 'pod'],
    ['they keep saying kubelet all day long in the standup, what is it?', 'kubelet'],
    ['Pod. What is it?', 'pod'],
    ['etcd - what does it do?', 'etcd'],
    ['老板一直说 kubelet，那是什么', 'kubelet'],
  ])('is about the last name before a clause that asks for “that”: %s', (question, id) => {
    expect(ask(question)).toMatchObject({ kind: 'answer', ids: [id] });
  });

  test.each([
    ['新来的，日志里老出现的 etcd 是什么', 'etcd'],
    ['I am new here and my team lead wants to know what kubelet means for our budget', 'kubelet'],
  ])('is about a name that the words right around it ask for: %s', (question, id) => {
    expect(ask(question)).toMatchObject({ kind: 'answer', ids: [id] });
  });
});

describe('a trap', () => {
  test.each([
    'the service at the hotel was bad, what does the manager say',
    'I bought a label printer, what is the warranty?',
    'my secret crush, what is he thinking',
    'what is the best image of a cat',
    'what is a pod of whales',
    'what does the service at the hotel cost',
    '我在酒店，前台的服务是什么态度，气死了',
    '我家的门牌标签掉了，是什么原因',
    '手机坏了，服务很差，怎么投诉',
    '手机镜像投屏怎么弄',
  ])('in which an everyday word is a name is refused: %s', (question) => {
    expect(ask(question).kind).toBe('unknown');
  });

  test('clause is not taken: what asks how a thing is called is not about what was named before', () => {
    const { ids, kind } = ask('a kubelet runs on the node, what is the thing that stores all data called');
    expect(kind === 'answer' && ids[0] === 'kubelet').toBe(false);
    expect(ask('机器上跑着 kubelet 的叫什么').confidence).toBeLessThan(1);
  });
});

describe('the name that was asked for', () => {
  const { names } = indexOf(ENTRIES);
  const asked = (question: string, isDistinct: boolean) => {
    const units = unitsOf(question);
    const span = spanAskedFor(question, units, names.spot(units), () => isDistinct);
    return (
      span &&
      units
        .slice(span.from, span.to)
        .map(({ text }) => text)
        .join(' ')
    );
  };

  test('counts units from the beginning of the question, not of its clause', () => {
    expect(asked('the pod is red. my node is blue, what is a kubelet?', true)).toBe('kubelet');
  });

  test('may stand far from what asks for it only where it has no other meaning', () => {
    const question = 'they talked about etcd for an hour, what is that';
    expect([asked(question, true), asked(question, false)]).toEqual(['etcd', undefined]);
  });

  test('is none where nothing asks', () => {
    expect(asked('my pod is red, my node is blue', true)).toBeUndefined();
    expect(asked('what is the weather', true)).toBeUndefined();
    expect(asked('', true)).toBeUndefined();
  });

  test('may itself hold a mark that would end a clause', () => {
    const framed = indexOf([entry('hub', ['docker.io'])]).names;
    const question = 'my boss said something, what is docker.io?';
    const units = unitsOf(question);
    expect(spanAskedFor(question, units, framed.spot(units), () => true)).toMatchObject({ from: 6, to: 8 });
  });
});
