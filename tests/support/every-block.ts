import type { Reply } from '../../src/core/reply.ts';

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
