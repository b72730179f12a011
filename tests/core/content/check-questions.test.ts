import { describe, expect, test } from 'vitest';
import { problemsIn } from '../../support/check.ts';

const OTHERS = `
  - id: node
    en: { name: Node, aliases: [worker], definition: D. }
    zh: { name: 节点, definition: 定义。 }
  - id: kubelet
    en: { name: kubelet, definition: D. }
    zh: { name: kubelet, definition: 定义。 }
`;
const SOUND = {
  id: 'q',
  sort: 'what-is',
  stem: { en: 'What is placed on a machine?', zh: '放到机器上的是什么？' } as object,
  explanation: { en: 'A Pod is.', zh: '是 Pod。' } as object,
  distractors: [{ concept: 'node' }, { concept: 'kubelet' }] as object[],
};

/** What is wrong with the questions of a concept Pod, on line 3; columns are those of the question's parts. */
function wrong(...questions: readonly object[]): string[] {
  const pod = `  - { id: pod, en: { name: Pod, definition: D. }, zh: { name: Pod, aliases: [容器组], definition: 定义。 },`;
  const text = `concepts:\n${pod}\n     questions: ${JSON.stringify(questions)} }${OTHERS}`;
  return problemsIn({ 'a.yaml': text }).map((line) => line.replace(/^(\w+) a\.yaml:3:\d+: /, '$1 '));
}

test('a sound question has nothing wrong with it', () => {
  expect(wrong(SOUND, { ...SOUND, id: 'q2', answer: { concept: 'pod' } })).toEqual([]);
});

test('two questions of one concept must not have one id', () => {
  expect(wrong(SOUND, SOUND)).toEqual(['error the question id q stands here twice: give each question its own id']);
});

describe('choices', () => {
  test('that name a concept which is not there are errors, right or wrong', () => {
    const question = { ...SOUND, answer: { concept: 'gone' }, distractors: [{ concept: 'lost' }, { concept: 'node' }] };
    expect(wrong(question)).toEqual(
      expect.arrayContaining([
        'error there is no concept gone: mend the id of this choice',
        'error there is no concept lost: mend the id of this choice',
      ]),
    );
  });

  test('stand at their place in the file', () => {
    const text = `concepts:
  - id: pod
    en: { name: Pod, definition: D. }
    questions:
      - id: q
        sort: what-is
        stem: { en: S? }
        explanation: { en: E. }
        distractors:
          - concept: node
          - { en: Something, concept: gone }
${OTHERS.slice(1)}`;
    expect(problemsIn({ 'a.yaml': text })).toEqual(['error a.yaml:11:30: there is no concept gone: mend the id of this choice']);
  });

  test('that are no concepts must say why they are wrong', () => {
    const free = { en: 'A box', zh: '箱子' };
    expect(wrong({ ...SOUND, distractors: [free, { ...free, en: 'A bag', zh: '袋子', wrong: { en: 'No.', zh: '不是。' } }] })).toEqual([
      'warning question q: a choice that is no concept must say why it is wrong: add wrong:',
    ]);
  });

  test('must not be the answer, by its id or by one of its names', () => {
    expect(wrong({ ...SOUND, distractors: [{ concept: 'pod' }, { concept: 'node' }] })).toContain(
      'warning question q: pod is the answer and a wrong choice: choose another wrong one',
    );
    const question = { ...SOUND, answer: { concept: 'node' }, distractors: [{ concept: 'machine' }, { concept: 'kubelet' }] };
    const machine =
      'concepts: [{ id: machine, en: { name: Machine, aliases: [node], definition: D. }, zh: { name: 机器, definition: 定义。 } }]';
    const text = `concepts:\n  - { id: pod, en: { name: Pod, definition: D. }, questions: ${JSON.stringify([question])} }${OTHERS}`;
    expect(problemsIn({ 'a.yaml': text, 'b.yaml': machine }).join('\n')).toContain(
      'warning a.yaml:2:63: question q: the wrong choice machine bears a name of the answer: choose another wrong one',
    );
  });

  test('must differ from each other in each language', () => {
    const box = { en: 'A box', zh: '箱子', wrong: { en: 'No.', zh: '不是。' } };
    expect(wrong({ ...SOUND, distractors: [box, { ...box, zh: '盒子', en: 'a-BOX' }] })).toEqual([
      'warning question q: two choices are alike in en: change one of them',
    ]);
  });

  test('must have words in every language that the question is asked in', () => {
    const box = { en: 'A box', wrong: { en: 'No.', zh: '不是。' } };
    expect(wrong({ ...SOUND, distractors: [box, { concept: 'node' }] })).toEqual([
      'warning question q: a choice has no words in zh: add zh:',
    ]);
    expect(
      wrong({
        ...SOUND,
        stem: { en: 'What?' },
        explanation: { en: 'E.' },
        distractors: [{ ...box, wrong: { en: 'No.' } }, { concept: 'node' }],
      }),
    ).toEqual([]);
  });

  test.each(['All of the above', 'none of the above', '以上都是'])('must be choices of their own, unlike "%s"', (text) => {
    const all = { en: text, zh: text, wrong: { en: 'No.', zh: '不是。' } };
    const said = `"${text}" is no choice of its own: write what it stands for`;
    expect(wrong({ ...SOUND, distractors: [all, { concept: 'node' }] })).toEqual([
      `warning question q: ${said}`,
      `warning question q: ${said}`,
    ]);
  });
});

describe('a stem', () => {
  test.each([
    ['What is a Pod?', 'Pod'],
    ['Which POD runs?', 'Pod'],
    ['In "pod": what?', 'Pod'],
  ])('that holds the answer gives it away: %s', (en, name) => {
    expect(wrong({ ...SOUND, stem: { ...SOUND.stem, en } })).toEqual([
      `warning question q: the stem holds the answer "${name}": ask without naming it`,
    ]);
  });

  test.each(['What does a podcast need?', 'What is tripod?', 'What is placed?'])('may hold other words: %s', (en) => {
    expect(wrong({ ...SOUND, stem: { ...SOUND.stem, en } })).toEqual([]);
  });

  test('is looked at in Chinese too', () => {
    expect(wrong({ ...SOUND, stem: { ...SOUND.stem, zh: '什么是Pod？' } })).toEqual([
      'warning question q: the stem holds the answer "Pod": ask without naming it',
    ]);
    const answer = { en: 'A label', zh: '标签' };
    expect(wrong({ ...SOUND, answer, stem: { ...SOUND.stem, zh: '给对象贴的标签叫什么？' } })).toEqual([]);
  });
});

describe('a choice that gives the answer away', () => {
  const box = (en: string, zh: string) => ({ en, zh, wrong: { en: 'No.', zh: '不是。' } });
  const asked = (answer: object, ...distractors: object[]) => wrong({ ...SOUND, answer, distractors });
  const PLAIN = [box('The images of it are gone', '它的镜像已经没有了'), box('The nodes of it are full', '它的节点都已经满了')];

  test('is a right sentence by far longer than the others', () => {
    const long = {
      en: 'The scheduler found no node that has as much memory free as it asks for',
      zh: '调度器没有找到任何一台能满足它所申请内存的节点机器',
    };
    expect(asked(long, ...PLAIN)).toEqual([
      `warning question q: the right choice "${long.en}" is by far the longest: shorten it, or say more in the others`,
      `warning question q: the right choice "${long.zh}" is by far the longest: shorten it, or say more in the others`,
    ]);
  });

  test('is a sentence with an absolute word on one side alone', () => {
    expect(
      asked({ en: 'The volume of it is lost', zh: '它的数据卷已经丢了' }, box('The image is never there', '它的镜像总是不存在'), ...PLAIN),
    ).toEqual([
      'warning question q: "never" stands in wrong choices alone: leave it out, or let it stand on both sides',
      'warning question q: "总是" stands in wrong choices alone: leave it out, or let it stand on both sides',
    ]);
    expect(asked({ en: 'Only the volume is lost', zh: '它的数据卷已经丢了' }, ...PLAIN)).toEqual([
      'warning question q: "only" stands in the right choice alone: leave it out, or let it stand on both sides',
    ]);
  });

  test.each([
    ['of both sides', { en: 'Only the volume is lost', zh: '卷' }, box('Only the node is lost', '点')],
    ['of a compound', { en: 'The volume of it is lost', zh: '卷' }, box('The volume is read-only now', '点')],
    ['that is a name', { en: 'IfNotPresent', zh: 'IfNotPresent' }, box('Always', 'Always')],
    ['of a long name', { en: 'CustomResourceDefinition', zh: 'CustomResourceDefinition' }, box('Custom', 'Custom')],
  ])('is not a word %s', (_, right, other) => {
    expect(asked(right, other, { concept: 'node' })).toEqual([]);
  });
});
