import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createCards } from '../../../../src/core/content/notes/cards.ts';
import { parseNote } from '../../../../src/core/content/notes/parse.ts';
import { lists, places, remarks, terms } from './read.ts';

const open = (file: string) => readFileSync(new URL(`fixtures/${file}`, import.meta.url), 'utf8');

describe('a blogger’s Chinese note', () => {
  const text = open('docker-k8s-story.md');

  test('gives its terms with their names and definitions', () => {
    expect(terms(text)).toEqual([
      '一个小故事 = 小A刚入职一家创业公司，老板说：“明天上午 09:30 之前把网站部署到 10 台服务器上。”',
      'Docker = Docker 是一个开源的应用容器引擎，可以把应用和它的依赖打包到一个可移植的镜像里。官网是 https://www.docker.com 。',
      '镜像 | Image = 一个只读的模板，里面有运行程序所需的一切',
      '容器 | Container = 镜像运行起来的实例，彼此之间相互隔离',
      'Respository | 镜像仓库 = 同一个镜像的不同版本放在一起的地方，例如 nginx:1.27 和 nginx:latest',
      'Registery | 注册服务 = 存放很多 Respository 的地方，最有名的是 Docker Hub',
      'Dockerfile = Dockerfile 是一个文本文件，里面写着构建镜像的一条条指令。',
      'FROM | 基础镜像 = 指定从哪个镜像开始构建',
      'COPY = 把文件复制到镜像里',
      'EXPOSE | 声明端口 = 说明容器监听哪个端口，比如 80:8080',
      'docker build = 根据 Dockerfile 构建镜像',
      'docker run -d -p 80:80 nginx = 启动一个容器',
      'docker ps = 查看正在运行的容器',
      'Kubernetes | K8s = 谷歌开源的容器编排平台。',
      'Master | 主节点 = 负责管理整个集群，包括：API Server、etcd、Scheduler、Controller Manager',
      'API Server = 所有请求的唯一入口',
      'etcd | 键值数据库 = 保存集群的所有状态',
      'Scheduler | 调度器 = 决定 Pod 放到哪个 Node 上',
      'Controller Manager | 控制器管理器 = 让实际状态向期望状态靠拢',
      'Kublet = 每个 Node 上的代理，负责启动和检查容器',
      'kube-proxy = 维护节点上的网络规则',
      'Pod | 容器组 = Pod 是 Kubernetes 里最小的部署单位，一个 Pod 里可以有多个容器。',
      'Pending = 还没有被调度',
      'Running = 至少有一个容器在运行',
      'Succeeded = 所有容器都成功退出了',
      'Service = 为一组 Pod 提供稳定的访问入口。',
      'ClusterIP = 只能在集群内部访问，这是默认值。',
      'NodePort = 在每个节点上打开一个端口。',
      'Ingress = 负责把集群外的 HTTP 请求转发给 Service。',
    ]);
  });

  test('gives each term its line and its place in the outline', () => {
    expect(places(text)).toEqual([
      '20 heading: 小A学 Docker 与 Kubernetes › 一个小故事',
      '28 heading: 小A学 Docker 与 Kubernetes › Docker',
      '35 bullet: 小A学 Docker 与 Kubernetes › Docker › 三个基本概念 › 镜像',
      '36 bullet: 小A学 Docker 与 Kubernetes › Docker › 三个基本概念 › 容器',
      '38 bullet: 小A学 Docker 与 Kubernetes › Docker › 三个基本概念 › Respository',
      '39 bullet: 小A学 Docker 与 Kubernetes › Docker › 三个基本概念 › Registery',
      '42 heading: 小A学 Docker 与 Kubernetes › Docker › Dockerfile',
      '54 table: 小A学 Docker 与 Kubernetes › Docker › Dockerfile 是什么 › FROM',
      '55 table: 小A学 Docker 与 Kubernetes › Docker › Dockerfile 是什么 › COPY',
      '56 table: 小A学 Docker 与 Kubernetes › Docker › Dockerfile 是什么 › EXPOSE',
      '60 bullet: 小A学 Docker 与 Kubernetes › Docker › 常用命令 › docker build',
      '61 bullet: 小A学 Docker 与 Kubernetes › Docker › 常用命令 › docker run -d -p 80:80 nginx',
      '62 bullet: 小A学 Docker 与 Kubernetes › Docker › 常用命令 › docker ps',
      '64 heading: 小A学 Docker 与 Kubernetes › Kubernetes',
      '91 bullet: 小A学 Docker 与 Kubernetes › Kubernetes › 整体架构 › Master',
      '92 bullet: 小A学 Docker 与 Kubernetes › Kubernetes › 整体架构 › Master › API Server',
      '93 bullet: 小A学 Docker 与 Kubernetes › Kubernetes › 整体架构 › Master › etcd',
      '94 bullet: 小A学 Docker 与 Kubernetes › Kubernetes › 整体架构 › Master › Scheduler',
      '95 bullet: 小A学 Docker 与 Kubernetes › Kubernetes › 整体架构 › Master › Controller Manager',
      '97 bullet: 小A学 Docker 与 Kubernetes › Kubernetes › 整体架构 › Node › Kublet',
      '98 bullet: 小A学 Docker 与 Kubernetes › Kubernetes › 整体架构 › Node › kube-proxy',
      '102 heading: 小A学 Docker 与 Kubernetes › Kubernetes › Pod',
      '108 bullet: 小A学 Docker 与 Kubernetes › Kubernetes › Pod（容器组） › 生命周期 › Pending',
      '109 bullet: 小A学 Docker 与 Kubernetes › Kubernetes › Pod（容器组） › 生命周期 › Running',
      '110 bullet: 小A学 Docker 与 Kubernetes › Kubernetes › Pod（容器组） › 生命周期 › Succeeded',
      '117 heading: 小A学 Docker 与 Kubernetes › Kubernetes › Service',
      '123 bold: 小A学 Docker 与 Kubernetes › Kubernetes › Service › ClusterIP',
      '124 bold: 小A学 Docker 与 Kubernetes › Kubernetes › Service › NodePort',
      '126 bold: 小A学 Docker 与 Kubernetes › Kubernetes › Service › Ingress',
    ]);
  });

  test('gives its lists of parts', () => {
    expect(lists(text)).toEqual([
      'Master: API Server, etcd, Scheduler, Controller Manager',
      'Node: Kublet, kube-proxy, 容器运行时',
      '生命周期: Pending, Running, Succeeded',
    ]);
  });

  test('says what was skipped and why', () => {
    expect(remarks(text)).toEqual([
      '1: Front matter: only its title is read.',
      '10: A Hugo short code (toc).',
      '12: An HTML comment.',
      '14: “小A学 Docker 与 Kubernetes” has no definition: the text speaks of the note itself.',
      '18: An image: the tutor reads only text.',
      '40: “注意” is a word about the note, not a term.',
      '46: A code block (dockerfile).',
      '68: “整体架构” is a heading about the note, not a term.',
      '82: The same diagram as on line 70: it counts once.',
      '100: “我们再来看一下它们之间到底是怎么互相通信和协作的呢” is a sentence or a task, not a term.',
      '113: “为什么需要 Pod” is a sentence or a task, not a term.',
      '119: A Hugo short code (figure).',
      '128: “总结” is a heading about the note, not a term.',
      '130: A Hugo short code (notice).',
      '136: A list of links.',
    ]);
  });

  test('has a title, a language and one diagram', () => {
    const { title, language, diagrams } = parseNote({ path: 'docker-k8s-story.md', text });
    expect({ title, language, diagrams }).toEqual({
      title: '小A学 Docker 与 Kubernetes：从入门到不放弃',
      language: 'zh',
      diagrams: [
        {
          line: 70,
          source:
            'graph LR\n    subgraph Master\n        A[API Server] --> B[(etcd)]\n    end\n    A --> C[Kublet]\n\n    A --> D[kube-proxy]',
        },
      ],
    });
  });
});

describe('an English study note', () => {
  const text = open('kubernetes-basics.md');

  test('gives its terms with their names and definitions', () => {
    expect(terms(text)).toEqual([
      'Kubernetes = Kubernetes (K8s for short) is a platform that runs containers on many machines and keeps them running.',
      'Control plane = The control plane makes global decisions about the cluster. It consists of: kube-apiserver, etcd, kube-scheduler, kube-controller-manager',
      'kube-apiserver = the front door: every request goes through it',
      'etcd = a consistent key-value store for all cluster data.',
      'kube-scheduler = picks a node for each new Pod',
      'kube-controller-manager = runs the controllers: Node controller, Job controller',
      'Node controller = notices when nodes go down',
      'Job controller = watches for one-off tasks',
      'Deployment | deploy = Keeps a set of identical Pods running and rolls out new versions',
      'StatefulSet | sts = Like a Deployment, but each Pod keeps its name and its disk',
      'DaemonSet | ds = Runs one copy of a Pod on every node',
      'Pod = A Pod is the smallest thing that Kubernetes can run: one or more containers that share an IP address and volumes.',
      'Liveness probe = restarts a container that hangs',
      'Readiness probe = takes a Pod out of the Service until it is ready',
      'Label = A key and a value on an object, for selecting it',
      'Taint = Keeps Pods away from a node. The opposite of affinity',
      'Helm = the package manager for Kubernetes. Charts are its packages.',
    ]);
  });

  test('gives each term its line and its place in the outline', () => {
    expect(places(text)).toEqual([
      '10 heading: Kubernetes basics › Kubernetes',
      '14 heading: Kubernetes basics › Control plane',
      '18 bullet: Kubernetes basics › Control plane › kube-apiserver',
      '19 bullet: Kubernetes basics › Control plane › etcd',
      '22 bullet: Kubernetes basics › Control plane › kube-scheduler',
      '23 bullet: Kubernetes basics › Control plane › kube-controller-manager',
      '24 bullet: Kubernetes basics › Control plane › kube-controller-manager › Node controller',
      '25 bullet: Kubernetes basics › Control plane › kube-controller-manager › Job controller',
      '31 table: Kubernetes basics › Workloads › Deployment',
      '32 table: Kubernetes basics › Workloads › StatefulSet',
      '33 table: Kubernetes basics › Workloads › DaemonSet',
      '36 heading: Kubernetes basics › Workloads › Pod',
      '52 bullet: Kubernetes basics › Workloads › Probes › Liveness probe',
      '53 bullet: Kubernetes basics › Workloads › Probes › Readiness probe',
      '56 definition list: Kubernetes basics › Workloads › Probes › Label',
      '59 definition list: Kubernetes basics › Workloads › Probes › Taint',
      '67 bold: Kubernetes basics › Workloads › How do I restart a Deployment › Helm',
    ]);
  });

  test('gives its lists of parts', () => {
    expect(lists(text)).toEqual([
      'Control plane: kube-apiserver, etcd, kube-scheduler, kube-controller-manager',
      'kube-controller-manager: Node controller, Job controller',
      'Probes: Liveness probe, Readiness probe',
    ]);
  });

  test('says what was skipped and why', () => {
    expect(remarks(text)).toEqual([
      '1: “Kubernetes” has no definition: the text speaks of the note itself.',
      '7: A list of links.',
      '34: “Job” has no definition.',
      '38: An image: the tutor reads only text.',
      '43: A code block (yaml).',
      '54: “Note” is a word about the note, not a term.',
      '63: “How do I restart a Deployment” is a sentence or a task, not a term.',
      '74: “Secrets & ConfigMaps” has no definition: the text speaks of the note itself.',
      '80: A list of links.',
    ]);
  });

  test('has a title, a language and one diagram', () => {
    const { title, language, diagrams } = parseNote({ path: 'kubernetes-basics.md', text });
    expect({ title, language, diagrams }).toEqual({
      title: 'Kubernetes basics',
      language: 'en',
      diagrams: [{ line: 69, source: 'flowchart TD\n  user --> ingress --> service --> pod' }],
    });
  });
});

test('the cards of a note are of three kinds, and its concepts keep them over edits', () => {
  const note = parseNote({ path: 'kubernetes-basics.md', text: open('kubernetes-basics.md') });
  const cards = createCards({ note, ids: note.terms.map(({ names }) => names[0]?.text ?? '') });
  expect(cards.filter(({ concept }) => concept === 'Control plane')).toEqual([
    {
      id: 'Control plane:define',
      front: 'What is Control plane?',
      back: 'The control plane makes global decisions about the cluster. It consists of: kube-apiserver, etcd, kube-scheduler, kube-controller-manager',
      concept: 'Control plane',
    },
    {
      id: 'Control plane:name',
      front:
        'The ＿＿ makes global decisions about the cluster. It consists of: kube-apiserver, etcd, kube-scheduler, kube-controller-manager',
      back: 'Control plane',
      concept: 'Control plane',
    },
    {
      id: 'Control plane:parts',
      front: 'Name the parts of Control plane.',
      back: 'kube-apiserver, etcd, kube-scheduler, kube-controller-manager',
      concept: 'Control plane',
    },
  ]);
});
