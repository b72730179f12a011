import { describe, expect, test } from 'vitest';
import { conceptFrom } from '../../../src/core/content/concept.ts';
import { createFindKnown } from '../../../src/core/content/known-names.ts';
import { loadFolder } from '../../../src/core/content/load.ts';
import { conceptSchema } from '../../../src/core/content/schema.ts';
import { shippedLibrary } from '../../support/notes.ts';

type Names = { name: string; aliases?: string[]; misspellings?: string[] };

/** A concept of this id with these names, its main name first. */
const concept = (id: string, en: Names, zh?: Names) => {
  const wording = (names: Names) => ({ ...names, definition: 'It is.' });
  const authored = conceptSchema.parse({ id, en: wording(en), ...(zh && { zh: wording(zh) }) });
  return conceptFrom(authored, { deck: 'd', topic: 't', origin: { file: 'a.yaml', headings: [] }, isOwn: false });
};

const CONCEPTS = [
  concept('kubelet', { name: 'kubelet', misspellings: ['kublet'] }),
  concept('image', { name: 'Image', aliases: ['container image'] }, { name: '镜像', misspellings: ['镜相'] }),
  concept('registry', { name: 'Registry' }, { name: '注册服务', aliases: ['仓库'] }),
  concept('repository', { name: 'Repository', aliases: ['repo'] }, { name: '镜像仓库', aliases: ['仓库'] }),
  concept('node-port', { name: 'NodePort' }),
  concept('persistent-volume', { name: 'Persistent Volume', aliases: ['PV'] }, { name: '持久卷' }),
  concept('ipv4', { name: 'IPv4' }),
  concept('ingress-controller', { name: 'Ingress controller' }),
];
const find = createFindKnown(CONCEPTS);

describe('a note’s term is an existing concept', () => {
  test.each<[string, string]>([
    ['Container-Image', 'image'],
    ['ＩＭＡＧＥ', 'image'],
    ['container images', 'image'],
    ['鏡像', 'image'],
    ['pv', 'persistent-volume'],
  ])('under any of its names, however it is written: %s', (name, id) => {
    expect(find([name])).toBe(id);
  });

  test.each<[string, string]>([
    ['Kublet', 'kubelet'],
    ['镜相', 'image'],
  ])('under a listed misspelling: %s', (name, id) => {
    expect(find([name])).toBe(id);
  });

  test.each<[string, string]>([
    ['Respository', 'repository'],
    ['Registery', 'registry'],
    ['Regsitry', 'registry'],
    ['Persistant Volumne', 'persistent-volume'],
    ['静像', 'image'],
    ['静像苍库', 'repository'],
  ])('under a slip that is no word and can mean nothing else: %s', (name, id) => {
    expect(find([name])).toBe(id);
  });
});

describe('a note’s term is another thing', () => {
  test.each([
    ['mage', 'an English word one letter away'],
    ['Note Port', 'English words one letter away'],
    ['EgressController', 'English words written together'],
    ['景象', 'a Chinese word of the same sound'],
    ['持久层', 'a Chinese name one character away'],
    ['镜像站', 'a Chinese name with one more character'],
    ['Nodepool', 'too many letters away'],
    ['IPv6', 'another number'],
    ['PVC', 'too short to tell'],
    ['ポッド', 'in another script'],
    ['', 'nothing'],
  ])('where it is %s: %s', (name) => {
    expect(find([name])).toBeUndefined();
  });

  test('where a slip may mean either of two concepts', () => {
    const two = createFindKnown([concept('tolerance', { name: 'podtolerance' }), concept('toleranse', { name: 'podtolerande' })]);
    expect(two(['podtolerane'])).toBeUndefined();
    expect(two(['podtolerancee'])).toBe('tolerance');
  });
});

describe('the names of one term', () => {
  test('decide together what it is', () => {
    expect(find(['仓库', 'Repository'])).toBe('repository');
    expect(find(['仓库', 'Registry'])).toBe('registry');
    expect(find(['镜像仓库', 'Registery'])).toBe('repository');
    expect(find(['制品', 'Image'])).toBe('image');
  });

  test('that point to two concepts are those of the first', () => {
    expect(find(['镜像仓库', 'Registry'])).toBe('repository');
    expect(find(['Registry', '镜像仓库'])).toBe('registry');
  });

  test('need no slip where one of them is right', () => {
    expect(find(['Kubelett', 'Image'])).toBe('image');
  });
});

describe('a name that several concepts bear', () => {
  test('is that of the concept whose main name it is', () => {
    const both = [concept('pod-volume', { name: 'Pod volume', aliases: ['Volume'] }), concept('volume', { name: 'Volume' })];
    expect(createFindKnown(both)(['volume'])).toBe('volume');
    expect(createFindKnown(both.toReversed())(['volume'])).toBe('volume');
  });

  test('is else that of the first', () => {
    expect(find(['仓库'])).toBe('registry');
    expect(createFindKnown(CONCEPTS.toReversed())(['仓库'])).toBe('repository');
  });

  test('is one concept where a team explains a shipped one under its id', () => {
    const team = loadFolder([{ path: 'a.yaml', text: 'concepts:\n  - { id: kubelet, en: { name: kubelet, definition: Ours. } }\n' }], true);
    const all = [...team.concepts.map((loaded) => loaded.concept), ...CONCEPTS];
    expect(createFindKnown(all)(['kubelet'])).toBe('kubelet');
  });
});

describe('among the shipped concepts', async () => {
  const findShipped = createFindKnown([...(await shippedLibrary()).concepts.values()]);

  test.each([
    ...['Buildah', 'crontab', 'node pool', 'Podman', 'Knative', 'Cilium', 'Kaniko', 'Deployer', 'cgroup v1', 'Helmfile', 'master code'],
    ...['容器云', '服务网', '调度员', '调度台', '容器仓', '镜像源', '节点池', '工作负荷', '控制台'],
  ])('%s, which is none of them, is taken for none', (name) => {
    expect(findShipped([name])).toBeUndefined();
  });
});
