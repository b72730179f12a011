import { beforeAll, describe, expect, test } from 'vitest';
import { createKnowledge, entriesOf } from '../../../src/core/knowledge.ts';
import type { Knowledge } from '../../../src/core/ports.ts';
import type { SearchEntry } from '../../../src/core/search/build.ts';
import { leaveEachOut, leftOutScores } from '../../../src/core/search/leave-one-out.ts';
import { fold, nameKey } from '../../../src/core/search/text.ts';
import { shippedLibrary } from '../../support/notes.ts';

let knowledge: Knowledge;
let entries: readonly SearchEntry[];
beforeAll(async () => {
  knowledge = await createKnowledge(await shippedLibrary(), () => undefined);
  entries = entriesOf(knowledge.library);
});

/** What is written down for each concept, with the concept's id. */
const written = (part: (entry: SearchEntry) => readonly string[]) =>
  entries.flatMap((one) => part(one).map((text) => ({ id: one.id, text })));
const keyOf = (text: string) => nameKey(fold(text));

describe('the shipped notes', () => {
  test('answer each of their names, in both languages, and offer all bearers of one that is shared', () => {
    const names = written((one) => one.names);
    const bearers = Map.groupBy(names, ({ text }) => keyOf(text));
    expect(names.length).toBeGreaterThan(1_000);
    for (const { text } of names) {
      const ids = [...new Set(bearers.get(keyOf(text))?.map(({ id }) => id))];
      const { kind, ids: found } = knowledge.find(text);
      expect({ text, kind, found }).toEqual({ text, kind: ids.length === 1 ? 'answer' : 'did-you-mean', found: ids });
    }
  });

  test.each(['what is X', 'what is a X in a cluster?', 'what does X mean', 'X是什么', '请问什么是X', 'X 有什么用？', 'X是干什么用的'])(
    'understand each of their names in “%s”',
    (frame) => {
      const lost = written((one) => one.names).filter(({ id, text }) => !knowledge.find(frame.replace('X', () => text)).ids.includes(id));
      expect(lost).toEqual([]);
    },
  );

  test('answer each misspelling that they list, unless another concept bears it too', () => {
    const misspellings = written((one) => one.misspellings);
    const bearers = Map.groupBy([...written((one) => one.names), ...misspellings], ({ text }) => keyOf(text));
    const own = misspellings.filter(({ text }) => new Set(bearers.get(keyOf(text))?.map(({ id }) => id)).size === 1);
    expect(own.length).toBeGreaterThan(1_000);
    expect(own.filter(({ id, text }) => knowledge.find(text).ids[0] !== id)).toEqual([]);
  });

  test('show a concept first when someone asks word for word as they say that one asks for it, 99.9 times of 100', () => {
    const asks = written((one) => one.asks);
    const lost = asks.filter(({ id, text }) => {
      const { ids, isComparison } = knowledge.find(text);
      return isComparison ? !ids.includes(id) : ids[0] !== id;
    });
    expect(asks.length).toBeGreaterThan(9_000);
    expect(lost.length / asks.length, lost.map(({ text }) => text).join('\n')).toBeLessThanOrEqual(0.001);
  });

  test('find a concept by what else is written about it when a way to ask is left out: 75 times of 100 first, 90 among three', () => {
    const scores = leftOutScores(leaveEachOut(knowledge));
    expect(scores.map(({ lang }) => lang)).toEqual(['en', 'zh', 'all']);
    for (const { at1, at3 } of scores) {
      expect(at1.hits / at1.of).toBeGreaterThanOrEqual(0.75);
      expect(at3.hits / at3.of).toBeGreaterThanOrEqual(0.9);
    }
  });

  test.each([
    ['集群状态存在哪里', 'etcd'],
    ['which part keeps track of everything the cluster knows', 'etcd'],
    ['what is a Job in Kubernetes', 'job'],
    ['kubernetes cluster autoscaler', 'cluster-autoscaler'],
    ['docker image pull policy', 'image-pull-policy'],
    ['ingress是干什么用的', 'ingress'],
    ['sts', 'statefulset'],
    ['什麼是叢集', 'cluster'],
  ])('are asked well: %s', (question, id) => {
    expect(knowledge.find(question)).toMatchObject({ kind: 'answer', ids: [id] });
  });

  test.each(['手机镜像投屏', 'service at the hotel', 'what is the weather', '今天吃什么', 'asdfgh'])('refuse: %s', (question) => {
    expect(knowledge.find(question).kind).toBe('unknown');
  });
});
