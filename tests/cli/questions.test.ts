import { describe, expect, test } from 'vitest';
import { folderWith } from '../support/folders.ts';
import { kubetutor } from '../support/run.ts';

const OWN = `concepts:
  - id: blimp
    en: { name: Blimp, definition: Our deploy bot. }
    questions:
      - id: what
        sort: what-is
        stem: { en: What brings our builds out? }
        distractors: [{ concept: pod }, { concept: kubelet }, { en: A ship, wrong: { en: That swims. } }]
        explanation: { en: The Blimp does. }
`;
const linesOf = (text: string) =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

describe('kubetutor questions', () => {
  test('prints an object a line with --json, the same for the same seed', async () => {
    const print = async (seed: string) => (await kubetutor(['questions', '--json', '--count', '30', '--lang', 'zh', '--seed', seed])).out;
    const [one, same, other] = await Promise.all(['a', 'a', 'b'].map(print));
    expect(same).toBe(one);
    expect(other).not.toBe(one);
    const questions = linesOf(one ?? '');
    expect(questions).toHaveLength(30);
    for (const question of questions) {
      expect(Object.keys(question)).toEqual([
        'id',
        'lang',
        'concept',
        'question',
        'options',
        'answer',
        'option_concepts',
        'explanation',
        'seed',
      ]);
      expect([question.lang, question.seed, question.options.length, question.option_concepts.length]).toEqual(['zh', 'a', 4, 4]);
      expect(question.id.startsWith(`${question.concept}/`)).toBe(true);
    }
  });

  test('prints all of one concept once, those of its author first', async () => {
    const folder = await folderWith({ 'a.yaml': OWN });
    const asked = await kubetutor(['questions', '--content', folder, '--concept', 'pod', '--json']);
    const ids = linesOf(asked.out).map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)]);
    expect(ids.length).toBeGreaterThan(2);
    expect(ids.map((id) => id.includes('/made--')).toSorted()).toEqual(ids.map((id) => id.includes('/made--')));
    expect((await kubetutor(['questions', '--content', folder, '--concept', 'blimp', '--json'])).out).toContain('"blimp/what"');
    const missed = await kubetutor(['questions', '--concept', 'zeppelin']);
    expect([missed.code, missed.err]).toEqual([1, expect.stringContaining('There is no concept zeppelin.')]);
  });

  test('prints one’s own questions as learners meet them, with the right choice marked', async () => {
    const folder = await folderWith({ 'a.yaml': OWN });
    const { code, out, err } = await kubetutor(['questions', '--content', folder, '--deck', 'notes', '--count', '1']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const [stem, ...rest] = out.trimEnd().split('\n');
    expect(stem).toBe('What brings our builds out?  (blimp/what)');
    expect(rest.slice(0, 4).map((line) => line.slice(2, 4))).toEqual(['A.', 'B.', 'C.', 'D.']);
    expect(
      rest
        .slice(0, 4)
        .map((line) => line.slice(5))
        .toSorted(),
    ).toEqual(['A ship', 'Blimp  ✓', 'Pod', 'kubelet']);
    expect(rest[4]).toBe('  The Blimp does.');
  });

  test('tells where more are asked for than there are', async () => {
    const folder = await folderWith({ 'a.yaml': OWN });
    const { code, err } = await kubetutor(['questions', '--content', folder, '--deck', 'notes', '--count', '3']);
    expect({ code, err }).toEqual({ code: 0, err: 'Some of these 3 come more than once: there is one question.\n' });
  });

  test('tells which decks there are, and where no question is written', async () => {
    const folder = await folderWith({ 'a.yaml': OWN });
    const [none, chinese, many] = await Promise.all([
      kubetutor(['questions', '--content', folder, '--deck', 'note']),
      kubetutor(['questions', '--content', folder, '--deck', 'notes', '--lang', 'zh']),
      kubetutor(['questions', '--count', '0']),
    ]);
    expect(none).toEqual({ code: 1, out: '', err: 'There is no deck note. There are: docker, kubernetes, notes.\n' });
    expect(chinese).toEqual({
      ...{ code: 1, out: '' },
      err: 'There is no quiz question in Chinese yet. docs/write-content.md shows how to add one.\n',
    });
    expect(many.err).toContain('Write a whole number from 1 to 100000.');
  });
});
