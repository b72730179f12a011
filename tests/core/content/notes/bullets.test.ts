import { describe, expect, test } from 'vitest';
import { lists, places, remarks, terms } from './read.ts';

describe('a bullet', () => {
  test.each([
    ['* Pod，容器组：最小的部署单位', 'Pod | 容器组 = 最小的部署单位'],
    ['* Pod: the smallest unit', 'Pod = the smallest unit'],
    ['* Pod:最小的部署单位', 'Pod = 最小的部署单位'],
    ['* kubelet:the agent on every node', 'kubelet = the agent on every node'],
    ['- **Service**（服务）: 稳定的入口', 'Service | 服务 = 稳定的入口'],
    ['- **Service** (服务): a stable address', 'Service | 服务 = a stable address'],
    ['* Deployment (部署) - manages replicas', 'Deployment | 部署 = manages replicas'],
    ['* etcd – a key-value store', 'etcd = a key-value store'],
    ['* Sidecar——一个辅助容器', 'Sidecar = 一个辅助容器'],
    ['* 镜像（Image）：只读的模板', '镜像 | Image = 只读的模板'],
    ['* 标签 / Label：键值对', '标签 | Label = 键值对'],
    ['* 标签/Label：键值对', '标签 | Label = 键值对'],
    ['* Pod【容器组】：最小的部署单位', 'Pod | 容器组 = 最小的部署单位'],
    ['1. Node：一台机器', 'Node = 一台机器'],
    ['+ Node: a machine', 'Node = a machine'],
    ['- [x] Node：一台机器', 'Node = 一台机器'],
    ['1、Node：一台机器', 'Node = 一台机器'],
    ['（1）Node：一台机器', 'Node = 一台机器'],
    ['• Node：一台机器', 'Node = 一台机器'],
    ['　　* Node：一台机器', 'Node = 一台机器'],
  ])('defines a term: %s', (note, term) => {
    expect(terms(note)).toEqual([term]);
  });

  test.each([
    ['* **Node**：一台机器', 'Node = 一台机器'],
    ['* **Node：**一台机器', 'Node = 一台机器'],
    ['* **Node，节点**：一台机器', 'Node | 节点 = 一台机器'],
    ['* **Node（节点）：** 一台机器', 'Node | 节点 = 一台机器'],
    ['* **Node** is a machine.', 'Node = a machine.'],
    ['* The **kubelet** is an agent.', 'kubelet = an agent.'],
    ['* **Node**是一台**机器**。', 'Node = 一台机器。'],
    ['* `kubectl`：命令行工具', 'kubectl = 命令行工具'],
    ['* **`kubectl`**: the command line', 'kubectl = the command line'],
    ['* __etcd__: a store', 'etcd = a store'],
    ['* *etcd*: a store', 'etcd = a store'],
    ['* ~~etcd~~：存储', 'etcd = 存储'],
    ['* ==etcd==：存储', 'etcd = 存储'],
    ['* <b>etcd</b>：存储', 'etcd = 存储'],
    ['* [Helm](https://helm.sh "site")：包管理器', 'Helm = 包管理器'],
    ['* [[Pod|容器组]]：最小的部署单位', '容器组 = 最小的部署单位'],
    ['* “镜像”：只读的模板', '镜像 = 只读的模板'],
    ['* 【Pod】：最小的部署单位', 'Pod = 最小的部署单位'],
    ['* 🐳 Docker：容器引擎', 'Docker = 容器引擎'],
    ['* :whale: Docker：容器引擎', 'Docker = 容器引擎'],
    ['* my\\_term: has \\*stars\\*', 'my_term = has *stars*'],
    ['* Tag：给 `nginx:1.27` 这样的镜像命名', 'Tag = 给 nginx:1.27 这样的镜像命名'],
  ])('may have mark-up in and around its term: %s', (note, term) => {
    expect(terms(note)).toEqual([term]);
  });

  test.each([
    ['* Kubernetes，简称 K8s：平台的名字', 'Kubernetes | K8s = 平台的名字'],
    ['* Kubernetes (K8s): a platform', 'Kubernetes | K8s = a platform'],
    ['* Namespace (ns): isolates names', 'Namespace | ns = isolates names'],
    ['* CRI，Container Runtime Interface，容器运行时接口：标准', 'CRI | Container Runtime Interface | 容器运行时接口 = 标准'],
    ['* 持久卷（PersistentVolume，简称 PV）：存储', '持久卷 | PersistentVolume | PV = 存储'],
    ['* ReplicaSet（RS / 副本集）：保证副本数', 'ReplicaSet | RS | 副本集 = 保证副本数'],
    ['* control plane (aka master): decides', 'control plane | master = decides'],
    ['* ReplicaSet, a.k.a. RS: keeps its Pods', 'ReplicaSet | RS = keeps its Pods'],
  ])('may give aliases: %s', (note, term) => {
    expect(terms(note)).toEqual([term]);
  });

  test.each([
    ['* Registry (Docker): stores images', 'Registry = stores images'],
    ['* Kubernetes (orchestrator): runs Pods', 'Kubernetes = runs Pods'],
    ['* Day-2 operations: what follows the start', 'Day-2 operations = what follows the start'],
    ['* Pod，Kubernetes 里的最小单位：一组容器', 'Pod = 一组容器'],
    ['* Ingress（重点）：转发请求', 'Ingress = 转发请求'],
    ['* Pod（每个 Pod 都有的 IP）：最小的部署单位', 'Pod = 最小的部署单位'],
    ['* CI/CD: continuous integration and delivery', 'CI/CD = continuous integration and delivery'],
    ['* .dockerignore: lists files to leave out', '.dockerignore = lists files to leave out'],
    ['* --rm: removes the container', '--rm = removes the container'],
    ['* 请求（requests）：至少要多少资源', '请求 | requests = 至少要多少资源'],
    ['* Open Container Initiative (OCI): sets standards', 'Open Container Initiative | OCI = sets standards'],
  ])('is not taken for more than it says: %s', (note, term) => {
    expect(terms(note)).toEqual([term]);
  });

  test.each([
    '* 09:30 开会',
    '* 09：30 开会',
    '* see http://kubernetes.io',
    '* run nginx:1.27 here',
    '* nginx:latest is a tag',
    '* key:value',
    '* use `a: b`',
  ])('has no term before a colon that separates nothing: %s', (note) => {
    expect(terms(note)).toEqual([]);
    expect(remarks(note)).toEqual([expect.stringMatching(/^1: “.+” explains no term: write it as “name: text”/)]);
  });

  test.each([
    ['* 我们再来看一下它们之间是怎么通信的：', 'is a sentence or a task, not a term'],
    ['* 一个一个一个一个一个一个一个一个一个：二二二', 'is too long for a term'],
    ['* alpha beta gamma delta epsilon zeta eta: a text', 'is too long for a term'],
    ['* 注意：不要用 latest', 'is a word about the note, not a term'],
    ['* Note: never use latest', 'is a word about the note, not a term'],
    ['* PV / PVC：存储', 'names more than one thing: give each its own line'],
    ['* Docker, Podman: container engines', 'names more than one thing: give each its own line'],
    ['* Pod：', 'has no definition'],
    ['* replicas: 3', 'has no definition'],
    ['* Docker：https://docker.com', 'has a link instead of a definition'],
    ['* 小A：我们为什么要用它？', 'has a question instead of a definition'],
  ])('that is no term is remarked on: %s', (note, why) => {
    expect(terms(note)).toEqual([]);
    expect(remarks(note)).toEqual([expect.stringContaining(why)]);
  });
});

describe('what stands below a bullet', () => {
  test('goes on with a definition that has not ended', () => {
    expect(terms('* Pod：\n  最小的部署单位')).toEqual(['Pod = 最小的部署单位']);
    expect(terms('* Pod：最小的\n  部署单位')).toEqual(['Pod = 最小的部署单位']);
    expect(terms('* Pod:\n\n  the smallest unit')).toEqual(['Pod = the smallest unit']);
    expect(terms('* Pod: the smallest unit\n\n  It holds containers.')).toEqual(['Pod = the smallest unit. It holds containers.']);
    expect(terms('* Pod: the smallest unit.\n\n  Much more about it.')).toEqual(['Pod = the smallest unit.']);
    expect(terms('* **Pod**\n\n  The smallest unit.')).toEqual(['Pod = The smallest unit.']);
    expect(terms('* **Pod**（容器组）\n  最小的部署单位')).toEqual(['Pod | 容器组 = 最小的部署单位']);
  });

  test('is the definition when it is a list of sentences', () => {
    expect(terms('* Pod：\n  * 最小的部署单位。\n  * 可以有多个容器。')).toEqual(['Pod = 最小的部署单位。可以有多个容器。']);
    expect(terms('* Pod:\n  * It is the smallest unit\n  * It has an address')).toEqual([
      'Pod = It is the smallest unit; It has an address',
    ]);
    expect(terms('* RBAC：\n  * Role：一组权限\n  * RoleBinding：把权限给谁')).toEqual(['Role = 一组权限', 'RoleBinding = 把权限给谁']);
    expect(terms('* Pod\n  * 定义：最小的部署单位\n  * 优点：简单')).toEqual(['Pod = 最小的部署单位']);
  });

  test('is a list of parts when its items are names', () => {
    const note = '* Node：\n  * kubelet\n  * kube-proxy\n  * 容器运行时';
    expect(lists(note)).toEqual(['Node: kubelet, kube-proxy, 容器运行时']);
    expect(terms(note)).toEqual([]);
    expect(remarks(note)).toEqual([]);
  });

  test('is a list of parts and terms when its items are terms', () => {
    const note = '* Master，主节点：管理集群\n  * API Server：入口\n  * etcd：存储';
    expect(lists(note)).toEqual(['Master: API Server, etcd']);
    expect(terms(note)).toEqual(['Master | 主节点 = 管理集群', 'API Server = 入口', 'etcd = 存储']);
    expect(places(note)).toEqual(['1 bullet: Master', '2 bullet: Master › API Server', '3 bullet: Master › etcd']);
  });

  test('completes a definition that announces it', () => {
    expect(terms('* Cluster：由两部分组成：\n  * Master\n  * Node')).toEqual(['Cluster = 由两部分组成：Master、Node']);
    expect(terms('* 镜像：里面有：\n  * 代码\n  * 运行时\n  * 可以安装的库')).toEqual(['镜像 = 里面有：代码、运行时、可以安装的库']);
    expect(terms('- Node: a machine that runs\n  - Pods')).toEqual(['Node = a machine that runs']);
  });

  test('is read where the bullet itself is no term', () => {
    expect(places('* 接下来我们看看：\n  * Pod：最小的部署单位')).toEqual(['2 bullet: Pod']);
    expect(places('* 控制平面\n  * etcd：存储\n  * 调度器：选择节点')).toEqual([
      '2 bullet: 控制平面 › etcd',
      '3 bullet: 控制平面 › 调度器',
    ]);
  });
});
