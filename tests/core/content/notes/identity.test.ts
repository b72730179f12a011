import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { matchIdentities } from '../../../../src/core/content/notes/identity.ts';
import { placeOf, type Remembered, type Unnamed } from '../../../../src/core/content/notes/remembered.ts';

const KUBELET = 'the agent on every node that starts the Pods assigned to it and reports how they are';
const PROXY = 'keeps the network rules of a node up to date so that a Service reaches its Pods';
const STORE = 'a consistent key-value store that holds everything the cluster knows about itself';

const at = (place: string, definition: string, ...names: string[]): Unnamed => ({ names, definition, place: `k8s.md#${place}` });
const known = (id: string, concept: Unnamed): Remembered => ({ id, ...concept });
const match = (fresh: readonly Unnamed[], remembered: readonly Remembered[], ...taken: string[]) =>
  matchIdentities(fresh, remembered, new Set(taken));

describe('a new concept', () => {
  test('gets an id of its names that nobody has or had', () => {
    const { ids, matches } = match(
      [at('A', KUBELET, 'kubelet'), at('A', STORE, '键值库'), at('A', PROXY, 'kube-proxy')],
      [known('kubelet', at('A', 'a thing of another kind', 'something else entirely'))],
      'kube-proxy',
    );
    expect(ids).toEqual(['kubelet-2', 'jian-zhi-ku', 'kube-proxy-2']);
    expect(matches).toEqual([]);
  });
});

describe('a concept with a remembered name', () => {
  test.each([
    ['is unchanged', at('A', KUBELET, 'kubelet')],
    ['has another definition', at('A', STORE, 'kubelet')],
    ['stands elsewhere', at('B › C', KUBELET, 'kubelet')],
    ['is written otherwise', at('A', KUBELET, 'Kube-Let')],
    ['has a translation now', at('A', KUBELET, 'kubelet', '节点代理')],
    ['has a translation in front now', at('A', KUBELET, '节点代理', 'kubelet')],
  ])('keeps its id when it %s', (_, fresh) => {
    const { ids, matches, remembered } = match([at('A', PROXY, 'kube-proxy'), fresh], [known('agent', at('A', KUBELET, 'kubelet'))]);
    expect(ids).toEqual(['kube-proxy', 'agent']);
    expect(matches).toEqual([{ id: 'agent', was: 'kubelet', now: fresh.names[0], why: 'same name' }]);
    expect(remembered).toEqual([known('agent', fresh), known('kube-proxy', at('A', PROXY, 'kube-proxy'))]);
  });

  test('keeps its id by name when two exchange their definitions or their places', () => {
    const remembered = [known('1', at('A', KUBELET, 'kubelet')), known('2', at('B', PROXY, 'kube-proxy'))];
    expect(match([at('A', PROXY, 'kubelet'), at('B', KUBELET, 'kube-proxy')], remembered).ids).toEqual(['1', '2']);
    expect(match([at('A', PROXY, 'kube-proxy'), at('B', KUBELET, 'kubelet')], remembered).ids).toEqual(['2', '1']);
  });

  test('keeps its own id where several share a translation', () => {
    const remembered = [known('a', at('A', KUBELET, 'Registry', '仓库')), known('b', at('A', STORE, 'Respository', '仓库'))];
    const fresh = [at('A', STORE, 'Repository', '仓库'), at('A', KUBELET, 'Registry', '仓库')];
    expect(match(fresh, remembered).ids).toEqual(['b', 'a']);
  });

  test('shares its id with no namesake in another file', () => {
    const remembered = [known('pod', at('A', KUBELET, 'Pod'))];
    expect(match([at('B', STORE, 'Pod'), at('A', PROXY, 'Pod')], remembered).ids).toEqual(['pod-2', 'pod']);
  });

  test('comes back to its id after it was gone', () => {
    const { remembered } = match([at('A', PROXY, 'kube-proxy')], [known('agent', at('A', KUBELET, 'kubelet'))]);
    expect(match([at('B', STORE, 'kubelet')], remembered).ids).toEqual(['agent']);
  });
});

describe('a concept without a remembered name', () => {
  const old = known('agent', at('A', KUBELET, 'Kublet'));

  test.each([
    ['in its place with a near name', at('A', STORE, 'kubelet'), 'same place, near name'],
    ['in its place with a near name and definition', at('A', `${KUBELET}, always`, 'kubelet'), 'same place, near name'],
    ['in its place with a near definition', at('A', KUBELET.replace('starts', 'runs'), 'node agent'), 'same place, near definition'],
    ['elsewhere with the same definition', at('B', KUBELET, 'node agent'), 'near-identical definition'],
  ])('takes the id of the vanished one %s', (_, fresh, why) => {
    const { ids, matches } = match([fresh], [old]);
    expect(ids).toEqual(['agent']);
    expect(matches).toEqual([{ id: 'agent', was: 'Kublet', now: fresh.names[0], why }]);
  });

  test.each([
    ['elsewhere with a near name', at('B', STORE, 'kubelet'), old],
    ['elsewhere with a near definition', at('B', KUBELET.replace('starts', 'runs and watches'), 'node agent'), old],
    ['elsewhere with the same short definition', at('B', 'an agent', 'node agent'), known('agent', at('A', 'an agent', 'kubelet'))],
    ['with a name that is near because it is short', at('A', STORE, 'PVC'), known('pv', at('A', KUBELET, 'PV'))],
    ['with another number in its name', at('A', STORE, 'Release 1.34'), known('r', at('A', KUBELET, 'Release 1.33'))],
    ['that is taken by a concept from elsewhere', at('A', KUBELET, 'kubelet'), known('taken', at('A', KUBELET, 'Kublet'))],
  ])('is new beside a vanished one %s', (_, fresh, vanished) => {
    const { ids, matches, remembered } = match([fresh], [vanished], 'taken');
    expect(ids).not.toEqual([vanished.id]);
    expect(matches).toEqual([]);
    expect(remembered).toContainEqual(vanished);
  });

  test('is new beside a concept that is still there', () => {
    const { ids } = match([at('A', KUBELET, 'Kublet'), at('A', KUBELET, 'kubelet')], [old]);
    expect(ids).toEqual(['agent', 'kubelet']);
  });

  test('is new when two vanished ones could be meant, or it and another could be the vanished one', () => {
    const twins = [old, known('twin', at('A', KUBELET, 'kubelett'))];
    expect(match([at('A', KUBELET, 'kubelet')], twins).ids).toEqual(['kubelet']);
    expect(match([at('A', KUBELET, 'kubelet'), at('A', KUBELET, 'kublett')], [old]).ids).toEqual(['kubelet', 'kublett']);
  });

  test('takes the vanished one that is nearer by name and definition together', () => {
    const neighbours = [old, known('proxy', at('A', `${KUBELET} too`, 'kube-proxy'))];
    expect(match([at('A', KUBELET, 'kubelet')], neighbours).ids).toEqual(['agent']);
  });
});

describe('all concepts', () => {
  const word = fc.constantFrom(...'agent node store key network rule Pod 镜像 容器 模板 runs keeps'.split(' '));
  const concept = fc.record({
    names: fc.array(fc.constantFrom('Pod', 'pods', 'kubelet', 'kublet', 'image', '镜像', 'ポッド', '静像'), { minLength: 1, maxLength: 3 }),
    definition: fc.array(word, { maxLength: 12 }).map((words) => words.join(' ')),
    place: fc.constantFrom('a.md#A', 'a.md#B', 'b.md#A'),
  });
  const memory = fc.uniqueArray(fc.tuple(fc.constantFrom(...'abcdefgh'), concept), { selector: ([id]) => id });

  test('have an id of their own each, and none is ever forgotten', () => {
    fc.assert(
      fc.property(fc.array(concept), memory, (fresh, entries) => {
        const old = entries.map(([id, each]) => known(id, each));
        const { ids, remembered, matches } = match(fresh, old, 'a', 'pod');
        expect(new Set(ids).size).toBe(fresh.length);
        for (const id of ids) expect(['a', 'pod']).not.toContain(id);
        expect(new Set(remembered.map(({ id }) => id))).toEqual(new Set([...old.map(({ id }) => id), ...ids]));
        expect(matches.every(({ id }) => ids.includes(id))).toBe(true);
      }),
    );
  });

  test('keep their ids whatever the order of what is remembered', () => {
    fc.assert(
      fc.property(fc.array(concept), memory, (fresh, entries) => {
        const old = entries.map(([id, each]) => known(id, each));
        expect(match(fresh, old.toReversed())).toEqual(match(fresh, old));
      }),
    );
  });

  test('keep their ids when nothing changes', () => {
    fc.assert(
      fc.property(fc.array(concept), (fresh) => {
        const first = match(fresh, []);
        const names = fresh.map(({ names: [name], place }) => `${name?.toLowerCase()} ${place}`);
        fc.pre(new Set(names).size === names.length);
        expect(match(fresh, first.remembered)).toEqual({ ...first, matches: expect.any(Array) });
      }),
    );
  });

  test('are compared in time that grows with their number', () => {
    const many = (shift: number) =>
      Array.from({ length: 4_000 }, (_, index) => at('A', `${KUBELET} number n${index} x${shift}`, `name${shift} ${index}`));
    const old = many(0).map((each, index) => known(`id-${index}`, each));
    expect(match(many(1), old).ids).toHaveLength(4_000);
  });
});

test('a place is the file with the headings above', () => {
  expect(placeOf('k8s/a.md', ['Docker', '基本概念'])).toBe('k8s/a.md#Docker › 基本概念');
});
