import { fileURLToPath } from 'node:url';
import { assemble } from '../../src/core/content/assemble.ts';
import type { Concept } from '../../src/core/content/concept.ts';
import type { Library } from '../../src/core/content/library.ts';
import { loadFolder } from '../../src/core/content/load.ts';
import type { SourceFile } from '../../src/core/content/problem.ts';
import { readFolder } from '../../src/files/read-folder.ts';

/** A few notes that show everything an answer can hold; they never change with the shipped ones. */
export const NOTES: readonly SourceFile[] = [
  {
    path: 'demo/deck.yaml',
    text: `
id: demo
about: [kubernetes]
en: { title: Demo, summary: A few notes for the tests. }
zh: { title: 示例, summary: 给测试用的几条笔记。 }
`,
  },
  {
    path: 'demo/nodes.yaml',
    text: `
topic: { en: Nodes, zh: 节点 }
concepts:
  - id: kubelet
    kind: component
    tier: 1
    partOf: [node]
    runsOn: [node]
    related: [pod]
    en:
      name: kubelet
      misspellings: [kublet]
      definition: The agent on every node that starts the Pods assigned to it.
      body: |
        It watches the API server for Pods bound to its node and starts their containers with \`containerd\`.

        Think of a **caretaker** in one building: head office decides who moves in, the caretaker opens the flat.
    zh:
      name: kubelet
      definition: 每个节点上的代理程序：把分配给本节点的 Pod 跑起来。
      body: |
        它盯着 API 服务器，一看到有 Pod 分到自己的节点，就用 \`containerd\` 启动容器。

        可以把它想成一栋楼的**管理员**：总部决定谁搬进来，管理员负责开门。
    confusedWith:
      - id: pod
        en: The kubelet starts Pods; a Pod is what is started.
        zh: kubelet 负责启动；Pod 是被启动的东西。
    example:
      language: bash
      code: systemctl status kubelet
      en: On the node, see whether the kubelet runs.
      zh: 在节点上看 kubelet 是否在运行。
    history: { en: Since 1.0., zh: 从 1.0 起就有。 }
    sources: [https://kubernetes.io/docs/concepts/architecture/]
  - id: node
    kind: object
    madeOf: [kubelet]
    en: { name: Node, definition: A machine of the cluster that runs Pods. }
    zh: { name: 节点, aliases: [Node], definition: 集群里的一台机器，用来运行 Pod。 }
`,
  },
  {
    path: 'demo/objects.yaml',
    text: `
topic: { en: Objects, zh: 对象 }
concepts:
  - id: pod
    kind: object
    en: { name: Pod, definition: The smallest unit that Kubernetes places on a node. }
    zh: { name: Pod, definition: Kubernetes 调度的最小单位。 }
  - id: secret
    en: { name: Secret, definition: Holds a password or a key. }
    zh: { name: Secret, definition: 存放密码或密钥。 }
    confusedWith:
      - id: config-map
        en: A Secret is for passwords; a ConfigMap is for settings that anyone may read.
        zh: Secret 放密码；ConfigMap 放谁都可以看的配置。
  - id: config-map
    en: { name: ConfigMap, aliases: [cm], definition: Holds settings that are not secret. }
    zh: { name: ConfigMap, definition: 存放非机密配置。 }
  - id: swarm
    en: { name: Swarm, definition: Written in English only. }
  - id: xiao-a
    zh: { name: 小A, definition: 只有中文。 }
`,
  },
  {
    path: 'demo/story.lesson.yaml',
    text: `
id: story
title: { en: A story, zh: 一个故事 }
diagrams:
  cluster:
    concepts: { kubelet: kubelet, pod: pod }
    mermaid: { en: "flowchart LR\\n  kubelet --> pod[Pod]", zh: "flowchart LR\\n  kubelet --> pod[Pod]" }
    en: kubelet ──▶ Pod
    zh: kubelet ──▶ Pod
steps:
  - { en: Once upon a time., zh: 很久以前。 }
  - { en: The end., zh: 完。, diagrams: [cluster], concepts: [kubelet, gone] }
`,
  },
  {
    path: 'demo/start.flow.yaml',
    text: `
id: start
title: { en: A Pod is started, zh: 启动一个 Pod }
aliases: [run a Pod, 启动]
diagram:
  concepts: { kubelet: kubelet, pod: pod }
  mermaid:
    en: |
      flowchart LR
        api[API server] --> kubelet
        subgraph node[Node]
          kubelet --> pod[Pod]
        end
    zh: |
      flowchart LR
        api[API 服务器] --> kubelet
        subgraph node[节点]
          kubelet --> pod[Pod]
        end
steps:
  - { en: "The **kubelet** sees that there is a Pod for it.", zh: "**kubelet** 看到有自己的 Pod。", highlight: [api -> kubelet] }
  - { en: It starts the Pod., zh: 它启动 Pod。, highlight: [kubelet -> pod] }
`,
  },
];

/** The library that some files make, the first as shipped and the second as a team's own. */
export function libraryOf(shipped: readonly SourceFile[], own: readonly SourceFile[] = []): Library {
  return assemble(loadFolder(shipped, false), loadFolder(own, true));
}

/** The notes that come with the program. */
export async function shippedLibrary(): Promise<Library> {
  const { files } = await readFolder(fileURLToPath(new URL('../../content', import.meta.url)));
  return libraryOf(files);
}

/** Concepts with nothing but what is given, in its order. */
export function conceptsOf(...some: readonly (Pick<Concept, 'id'> & Partial<Concept>)[]): Concept[] {
  const text = JSON.stringify({ concepts: [{ id: 'a', en: { name: 'A', definition: 'D.' } }] });
  const [template] = libraryOf([{ path: 'a.yaml', text }]).concepts.values();
  return some.map((each) => ({ ...(template as Concept), ...each }));
}
