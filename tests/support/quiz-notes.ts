/** What a component does. */
interface Task {
  readonly id: string;
  readonly en: string;
  readonly zh: string;
}

const KUBELET: Task = { id: 'kubelet', en: 'starts the Pods of its node', zh: '启动本节点上的 Pod' };
const PROXY: Task = { id: 'kube-proxy', en: 'sends traffic on to Pods', zh: '把流量转给 Pod' };
const ETCD: Task = { id: 'etcd', en: 'keeps the state of the cluster', zh: '保存集群的状态' };

const question = ({ id, en, zh }: Task, others: readonly Task[]) => `
    questions:
      - id: what
        sort: which-part
        stem: { en: "Which part ${en}?", zh: "哪个组件${zh}？" }
        answer: { concept: ${id} }
        distractors:
${others.map((other) => `          - { concept: ${other.id}, wrong: { en: "${other.id} ${other.en}.", zh: "${other.id} ${other.zh}。" } }`).join('\n')}
        explanation: { en: "The ${id} ${en}.", zh: "${id} ${zh}。" }`;

const concept = (task: Task, others: readonly Task[]) => `
  - id: ${task.id}
    kind: component
    tier: 1
    en: { name: ${task.id}, definition: "The part that ${task.en}." }
    zh: { name: ${task.id}, definition: "这个组件${task.zh}。" }${question(task, others)}`;

/** Three concepts with a question each, in two topics. */
export const QUIZ_NOTES = [
  {
    path: 'demo/deck.yaml',
    text: 'id: demo\nlanguages: [en, zh]\nen: { title: Demo, summary: Some. }\nzh: { title: 示例, summary: 一些。 }\n',
  },
  {
    path: 'demo/nodes.yaml',
    text: `topic: { en: Nodes, zh: 节点 }\nconcepts:${concept(KUBELET, [PROXY, ETCD])}${concept(PROXY, [KUBELET, ETCD])}\n`,
  },
  { path: 'demo/masters.yaml', text: `topic: { en: Masters, zh: 主节点 }\nconcepts:${concept(ETCD, [KUBELET, PROXY])}\n` },
];
