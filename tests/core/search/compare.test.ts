import { describe, expect, test } from 'vitest';
import { askerOf, ENTRIES, entry } from '../../support/search-entries.ts';

const ask = askerOf();
const compared = (question: string) => {
  const { isComparison, ids } = ask(question);
  return isComparison ? ids : undefined;
};

describe('a question about two things', () => {
  test.each([
    ['secret vs configmap', ['secret', 'config-map']],
    ['ConfigMap vs. Secret', ['config-map', 'secret']],
    ['what is the difference between a Secret and a ConfigMap?', ['secret', 'config-map']],
    ['how is a Secret different from a ConfigMap', ['secret', 'config-map']],
    ['is a pod a kind of node', ['pod', 'node']],
    ['node versus pod, which one should I pick', ['node', 'pod']],
    ['pod or node', ['pod', 'node']],
    ['does a giraffe live in a pod or a node', ['pod', 'node']],
    ['Secret和ConfigMap的区别', ['secret', 'config-map']],
    ['用 ConfigMap 还是 Secret', ['config-map', 'secret']],
    ['diff between secret and configmap', ['secret', 'config-map']],
    ['whats the differnce of secret and configmap', ['secret', 'config-map']],
    ['Secret 和 ConfigMap 怎么选', ['secret', 'config-map']],
    ['节点跟集群是一回事吗', ['node', 'cluster']],
    ['服务和标签有什么区别', ['service', 'label']],
  ])('compares them, in its order: %s', (question, ids) => {
    expect(ask(question)).toMatchObject({ kind: 'answer', isComparison: true, ids, others: [] });
  });

  test.each(['pod and node', 'Pod、节点', 'pod & node', 'pod/node', 'Pod 和 Node', 'please explain pods and nodes'])(
    'compares them where nothing else is said: %s',
    (question) => {
      expect(compared(question)).toEqual(['pod', 'node']);
    },
  );

  test('compares two that an author tells apart on a weaker word than others', () => {
    expect(compared('why is a deployment not enough and when do I need a stateful set')).toEqual(['deployment', 'stateful-set']);
    expect(compared('why is a deployment not enough and when do I need a network policy')).toBeUndefined();
  });

  test('compares two that stand side by side where an author tells them apart', () => {
    expect(compared('secret configmap')).toEqual(['secret', 'config-map']);
    expect(compared('liveness probe etcd')).toBeUndefined();
  });

  test('is no comparison with a third thing where both are explained as one', () => {
    const both = askerOf([...ENTRIES, entry('variables', ['ENV', 'ARG']), entry('file', ['Dockerfile'])]);
    for (const question of ['Dockerfile 里 ENV 和 ARG 区别', 'difference between ENV and ARG'])
      expect(both(question)).toMatchObject({ kind: 'answer', isComparison: false, ids: ['variables'] });
  });

  test('is none where one chooses the other', () => {
    expect(compared('kubelet 怎么选节点')).toBeUndefined();
  });

  test('leaves out what only says in which field they are', () => {
    expect(compared("in kubernetes, what's the difference between a pod and a node")).toEqual(['pod', 'node']);
    expect(compared('kubernetes and pod difference')).toEqual(['kubernetes', 'pod']);
  });

  test('may have them misspelt', () => {
    expect(compared('pod vs kubelett')).toEqual(['pod', 'kubelet']);
  });
});

describe('a comparison with an ambiguous name', () => {
  test.each([
    ['volume vs bind mount', ['docker-volume', 'bind-mount']],
    ['绑定挂载和卷有什么区别', ['bind-mount', 'docker-volume']],
  ])('takes the bearer that an author tells apart from the other: %s', (question, ids) => {
    expect(compared(question)).toEqual(ids);
  });

  test('takes the later bearer where that is the one told apart', () => {
    const entries = ENTRIES.map((one) => (one.id === 'bind-mount' ? { ...one, contrasts: ['pod-volume'] } : one));
    expect(askerOf(entries)('volume vs bind mount').ids).toEqual(['pod-volume', 'bind-mount']);
  });

  test('never sets a thing beside itself', () => {
    expect(compared('docker volume vs volume')).toEqual(['docker-volume', 'pod-volume']);
    expect(compared('volume vs docker volume')).toEqual(['pod-volume', 'docker-volume']);
    expect(ask('pod vs pods')).toMatchObject({ kind: 'answer', ids: ['pod'], isComparison: false });
    expect(compared('volume vs volumes')).toBeUndefined();
  });
});

describe('an elliptic comparison', () => {
  test.each([
    ['horizontal vs vertical pod autoscaler', ['hpa', 'vpa']],
    ['what is the difference between vertical and horizontal pod autoscalers', ['vpa', 'hpa']],
    ['liveness and readiness probe', ['liveness-probe', 'readiness-probe']],
    ['liveness or readiness probes?', ['liveness-probe', 'readiness-probe']],
    ['就绪和存活探针', ['readiness-probe', 'liveness-probe']],
    ['存活和就绪探针的区别', ['liveness-probe', 'readiness-probe']],
  ])('gives the first the end of the second: %s', (question, ids) => {
    expect(compared(question)).toEqual(ids);
  });

  test.each(['hungry and readiness probe', 'my colleague broke the liveness and readiness probe on Friday'])(
    'is none in: %s',
    (question) => {
      expect(compared(question)).toBeUndefined();
    },
  );
});

describe('three things', () => {
  test.each(['pod vs node vs cluster', 'what is the difference between a pod, a node and a cluster', 'Pod、节点和集群有什么区别'])(
    'are compared by the first two: %s',
    (question) => {
      expect(compared(question)).toEqual(['pod', 'node']);
    },
  );

  test('that nothing compares are not', () => {
    expect(compared('pod, node and cluster')).toBeUndefined();
  });
});

describe('no comparison', () => {
  test.each([
    'Spring’s @Service and @Image annotations are new, what is the difference',
    'what is the difference between customer service and brand image',
    '酒店的服务和行李标签不一样怎么办',
  ])('is in everyday words with other words around them: %s', (question) => {
    expect(compared(question)).toBeUndefined();
  });

  test.each(['node vs hotel', 'pods vs whales', 'vs', 'pod vs', 'vs pod', 'which is better, tea or coffee'])(
    'is in a question of which only one side is known, or none: %s',
    (question) => {
      expect(compared(question)).toBeUndefined();
    },
  );

  test('is of things that a question only mentions one after the other', () => {
    const askThese = askerOf([...ENTRIES, entry('log', ['log stream'])]);
    expect(askThese('my kubelet wrote a log stream of forty pages').isComparison).toBe(false);
  });
});
