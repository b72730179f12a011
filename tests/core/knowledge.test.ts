import { setImmediate } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { createKnowledge, entriesOf } from '../../src/core/knowledge.ts';
import { libraryOf, NOTES } from '../support/notes.ts';

const knowledgeOf = (...notes: Parameters<typeof libraryOf>) => createKnowledge(libraryOf(...notes), () => undefined);
const team = (id: string, name: string) => [
  { path: 'team.yaml', text: `concepts:\n  - id: ${id}\n    en: { name: ${name}, definition: Ours. }\n` },
];

describe('what is known', () => {
  test('finds every concept by each of its names, in both languages', async () => {
    const knowledge = await knowledgeOf(NOTES);
    for (const { id, names } of entriesOf(knowledge.library)) {
      for (const name of names)
        expect([name, knowledge.find(name)]).toEqual([name, expect.objectContaining({ kind: 'answer', ids: [id] })]);
    }
  });

  test('finds nothing where there are no notes', async () => {
    expect((await knowledgeOf([])).find('what is kubelet')).toMatchObject({ kind: 'unknown', ids: [], others: [] });
  });

  test('puts a team’s own concept before a shipped one of the same name', async () => {
    const knowledge = await knowledgeOf(NOTES, team('our-pod', 'Pod'));
    expect(knowledge.find('Pod')).toMatchObject({ kind: 'answer', ids: ['our-pod'] });
  });

  test('keeps to the notes as they were when it was made', async () => {
    const knowledge = await knowledgeOf(NOTES);
    expect(knowledge.library.concepts.has('kubelet')).toBe(true);
    expect((await knowledgeOf(NOTES, team('blimp', 'Blimp'))).library.concepts.has('blimp')).toBe(true);
    expect(knowledge.library.concepts.has('blimp')).toBe(false);
  });
});

describe('what search knows of a concept', () => {
  const entry = (id: string, ...notes: Parameters<typeof libraryOf>) => entriesOf(libraryOf(...notes)).find((one) => one.id === id);

  test('is its names, misspellings and definitions in both languages', () => {
    expect(entry('kubelet', NOTES)).toMatchObject({
      names: ['kubelet'],
      misspellings: ['kublet'],
      isOwn: false,
      isContext: false,
      contrasts: ['pod'],
    });
    expect(entry('node', NOTES)).toMatchObject({
      names: ['Node', '节点'],
      definitions: ['A machine of the cluster that runs Pods.', '集群里的一台机器，用来运行 Pod。'],
    });
  });

  test('is also what a team wrote about it', () => {
    expect(entry('pod', NOTES, team('pod', 'Pod'))?.definitions[0]).toBe('Ours.');
  });

  test('is whether it only says what field a question is in', () => {
    const text = NOTES[0]?.text.replace('about: [kubernetes]', 'about: [pod]') ?? '';
    expect(entry('pod', [{ path: 'demo/deck.yaml', text }, ...NOTES.slice(1)])?.isContext).toBe(true);
  });
});

test('indexing makes way for others again and again, and waits for them', async () => {
  const concepts = Array.from(
    { length: 1_000 },
    (_, at) => `  - { id: c-${at}, en: { name: Thing ${at}, definition: The thing with the number ${at}. } }`,
  );
  const library = libraryOf([{ path: 'many.yaml', text: `concepts:\n${concepts.join('\n')}\n` }]);
  let entered = 0;
  let left = 0;
  const knowledge = await createKnowledge(library, async () => {
    expect(left).toBe(entered);
    entered += 1;
    await setImmediate();
    left += 1;
  });
  expect(entered).toBeGreaterThan(5);
  expect(left).toBe(entered);
  expect(knowledge.find('Thing 999').ids).toEqual(['c-999']);
});
