import type { Reply } from '../../src/core/reply.ts';
import { answer, finding, tutorFor } from './bot.ts';
import { libraryOf, NOTES } from './notes.ts';

const TEAM_NOTE = [{ path: 'team.yaml', text: 'concepts:\n  - id: pod\n    en: { name: Pod, definition: Ours run in Berlin. }' }];

const tutor = tutorFor({
  library: libraryOf(NOTES, TEAM_NOTE),
  findings: {
    'what is kubelet': answer('kubelet'),
    'kubelet 是什么': answer('kubelet'),
    'what is a pod': { ...answer('pod'), others: ['node'] },
    'what is a kublet': { ...answer('kubelet'), mended: ['kubelet'] },
    'Secret vs ConfigMap': answer('secret', 'config-map'),
    'Secret 和 ConfigMap 的区别': answer('secret', 'config-map'),
    'the thing': finding({ kind: 'did-you-mean', ids: ['secret', 'config-map'] }),
    那个东西: finding({ kind: 'did-you-mean', ids: ['secret', 'config-map'] }),
    'who is best': finding({ kind: 'unknown', others: ['pod'] }),
    谁最好: finding({ kind: 'unknown', others: ['pod'] }),
  },
});

const broken = tutorFor({
  services: {
    knowledge: () => {
      throw new Error('broken');
    },
  },
});

/** What a learner says, by the name of the golden file that shows what they see; drawn by every platform. */
export const SAMPLES = [
  ['answer.en', 'what is kubelet'],
  ['answer.zh', 'kubelet 是什么'],
  ['answer-team-note.en', 'what is a pod'],
  ['answer-misspelt.en', 'what is a kublet'],
  ['comparison.en', 'Secret vs ConfigMap'],
  ['comparison.zh', 'Secret 和 ConfigMap 的区别'],
  ['did-you-mean.en', 'the thing'],
  ['did-you-mean.zh', '那个东西'],
  ['unknown.en', 'who is best'],
  ['unknown.zh', '谁最好'],
  ['help.en', 'help'],
  ['help.zh', '帮助'],
  ['topics.en', 'topics'],
  ['topics.zh', '主题'],
  ['path.en', 'path'],
  ['path.zh', '路线'],
  ['story.en', 'story'],
  ['story.zh', '故事'],
  ['flows.en', 'flow'],
  ['flows.zh', '流程'],
  ['flow.en', 'flow run a pod'],
  ['flow.zh', '流程 启动'],
  ['random.en', 'random'],
  ['lang.en', 'lang'],
  ['mistake.en', 'compare'],
  ['mistake.zh', '比较'],
] as const;

/** What the bot says to a sample. */
export const replyToSample = (question: string): Promise<Reply> => tutor.say(question);

/** The concepts of one topic, which are reached by a button only. */
export const topicReply = (): Promise<Reply> => tutor.press({ intent: { command: 'topics', args: { topic: 'demo.objects', lang: 'en' } } });

/** What the bot says where it has a bug. */
export const incidentReply = (): Promise<Reply> => broken.say('pod');

/** Every kind of block, with what is hardest to draw in it: names that people typed, long rows, marks inside words. */
export const EVERY_BLOCK: Reply = {
  summary: 'Every kind of block',
  blocks: [
    { kind: 'heading', text: 'Standings <!channel> *now* · 排行榜' },
    {
      kind: 'prose',
      text: '**节点（Node）**是一台机器，运行 `kubelet`。\n\n1. *first*, [the page](https://kubernetes.io/docs/?a=1&b=2)\n2. second\n   - inner **bold**\n\n> quoted\n\n```bash\nkubectl get pods\n```',
    },
    { kind: 'code', language: 'yaml', text: 'kind: Pod\nmetadata:\n  name: "<!here>"' },
    {
      kind: 'caption',
      text: 'Shared by <!channel> & *Ann*\nSource: nodes.yaml',
      links: [{ label: 'kubernetes.io', url: 'https://kubernetes.io/docs/' }],
    },
    { kind: 'divider' },
    {
      kind: 'ranking',
      rows: [
        { rank: 1, name: '@everyone <!channel> *Ann*', score: '12' },
        { rank: 2, name: '小王', score: '9', isOwn: true },
      ],
    },
    {
      kind: 'picture',
      drawing: { kind: 'diagram', source: 'flowchart LR\n  a[Node] --> b[Pod]', highlight: ['a'] },
      alt: 'A node runs a Pod.',
      instead: [{ kind: 'code', language: 'text', text: 'Node\n└─ Pod' }],
    },
    { kind: 'file', name: 'answers.csv', text: 'question,answer\npod,right\n' },
    {
      kind: 'buttons',
      buttons: Array.from({ length: 7 }, (_, at) => ({
        label: `Button ${at + 1}`,
        intent: { command: 'ask', args: { concept: `c${at}` } },
      })),
    },
  ],
};
