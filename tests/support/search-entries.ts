import { buildIndex, type Index, type SearchEntry } from '../../src/core/search/build.ts';
import { ask, type Finding } from '../../src/core/search/search.ts';

/** An entry of shipped notes with nothing but names, and what is said besides. */
export function entry(id: string, names: readonly string[], said: Partial<SearchEntry> = {}): SearchEntry {
  return { id, names, isOwn: false, misspellings: [], asks: [], definitions: [], isContext: false, contrasts: [], ...said };
}

/**
 * A small hand-written glossary, which never changes with the shipped notes:
 * names of daily life (Service, 服务) and of no other meaning (kubelet), one
 * name with two bearers (Volume, 卷), long names, and abbreviations.
 */
export const ENTRIES: readonly SearchEntry[] = [
  entry('kubernetes', ['Kubernetes', 'K8s'], { isContext: true, definitions: ['Runs containers on many machines.'] }),
  entry('cluster', ['Cluster', '集群'], { definitions: ['All the machines that work together.'] }),
  entry('pod', ['Pod'], {
    definitions: ['The smallest unit that is placed on a node.', '调度的最小单位。'],
    asks: ['two processes that share localhost', '两个进程要共用 localhost'],
  }),
  entry('kubelet', ['kubelet', '节点代理'], {
    misspellings: ['cubelet', 'kubulet'],
    definitions: ['The agent on every node that starts the Pods assigned to it.', '每个节点上的代理程序，把分配来的 Pod 跑起来。'],
    asks: ['which process takes orders from the control plane', '谁在上报机器的心跳', 'who sends the heartbeat of a machine'],
  }),
  entry('node', ['Node', '节点'], { definitions: ['A machine of the cluster.', '集群里的一台机器。'] }),
  entry('service', ['Service', 'svc', '服务'], {
    definitions: ['One stable address for a set of Pods.', '给一组 Pod 一个固定地址。'],
    asks: ['my backends get a new address after every restart', '重启之后后端地址老变怎么办'],
  }),
  entry('label', ['Label', '标签'], { definitions: ['A key and a value on an object, to select it by.'] }),
  entry('image', ['Image', '镜像'], { definitions: ['The read-only template that containers start from.', '启动容器用的只读模板。'] }),
  entry('secret', ['Secret'], { definitions: ['Holds a password or a key.'], contrasts: ['config-map'] }),
  entry('config-map', ['ConfigMap', 'cm', '配置映射'], { definitions: ['Holds settings that are not secret.', '存放非机密配置。'] }),
  entry('deployment', ['Deployment', 'deploy'], { definitions: ['Keeps a number of equal Pods running.'], contrasts: ['stateful-set'] }),
  entry('stateful-set', ['StatefulSet', 'sts', '有状态副本集'], { definitions: ['Pods that keep their name and their disk.'] }),
  entry('docker-volume', ['Volume', 'Docker volume', '卷'], { definitions: ['A directory that Docker keeps for containers.'] }),
  entry('pod-volume', ['Volume', 'Kubernetes volume', '卷'], { definitions: ['A directory that the containers of a Pod share.'] }),
  entry('bind-mount', ['bind mount', '绑定挂载'], { definitions: ['A directory of the host.'], contrasts: ['docker-volume'] }),
  entry('persistent-volume', ['PersistentVolume', 'PV', '持久卷'], {
    definitions: ['Storage that outlives a Pod.', '比 Pod 活得久的存储。'],
  }),
  entry('persistent-volume-claim', ['PersistentVolumeClaim', 'PVC', '持久卷声明'], { definitions: ['A request for storage.'] }),
  entry('hpa', ['Horizontal Pod Autoscaler', 'HPA'], { definitions: ['Adds Pods when they are busy.'] }),
  entry('vpa', ['Vertical Pod Autoscaler', 'VPA'], { definitions: ['Gives Pods more CPU.'] }),
  entry('liveness-probe', ['liveness probe', '存活探针'], { definitions: ['Restarts a container that hangs.'] }),
  entry('readiness-probe', ['readiness probe', '就绪探针'], { definitions: ['Keeps traffic away until a container is ready.'] }),
  entry('ingress', ['Ingress', '入口'], { definitions: ['Routes web traffic from outside by host and path.'] }),
  entry('network-policy', ['NetworkPolicy', '网络策略'], { definitions: ['Says which Pods may talk to each other.'] }),
  entry('proxy', ['kube-proxy'], { definitions: ['Writes the rules that lead traffic to Pods.'] }),
  entry('etcd', ['etcd'], { misspellings: ['ectd'], definitions: ['Where the state of the cluster is stored.', '保存集群状态的数据库。'] }),
];

/** Entries, indexed: a list for each tier, a team's own first. */
export function indexOf(...tiers: readonly (readonly SearchEntry[])[]): Index {
  const building = buildIndex(tiers);
  for (let step = building.next(); ; step = building.next()) if (step.done) return step.value;
}

/** Asks entries questions: the glossary, where none are given. */
export function askerOf(...tiers: readonly (readonly SearchEntry[])[]): (question: string) => Finding {
  const index = indexOf(...(tiers.length > 0 ? tiers : [ENTRIES]));
  return (question) => ask(index, question);
}
