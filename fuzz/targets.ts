import { escapeText } from '../src/adapters/discord/markdown.ts';
import { richTextOf } from '../src/adapters/slack/markdown.ts';
import { escapeMrkdwn } from '../src/adapters/slack/text.ts';
import { plainScreen, renderMarkdown } from '../src/adapters/terminal/render.ts';
import { parseText } from '../src/core/command.ts';
import { COMMANDS } from '../src/core/commands/index.ts';
import { wordingsOf } from '../src/core/content/concept.ts';
import { createFindKnown } from '../src/core/content/known-names.ts';
import { loadFolder } from '../src/core/content/load.ts';
import { loadNotes } from '../src/core/content/notes-folder.ts';
import { LANGUAGES } from '../src/core/content/schema.ts';
import { parseFlowchart } from '../src/core/diagram/parse.ts';
import { formOf } from '../src/core/inbox/form.ts';
import { scrub } from '../src/core/inbox/scrub.ts';
import { decodeIntent } from '../src/core/intent.ts';
import { createKnowledge } from '../src/core/knowledge.ts';
import { BUDGET } from '../src/core/reply.ts';
import { parseClock } from '../src/core/schedule/clock.ts';
import { parseDates } from '../src/core/schedule/parse-dates.ts';
import { parseSchedule } from '../src/core/schedule/parse-schedule.ts';
import { createSuggest } from '../src/core/suggest.ts';
import { shippedLibrary } from '../tests/support/notes.ts';
import type { Seeds } from './inputs.ts';

/** Something that reads what people have written. */
export interface Target {
  readonly name: string;
  read(text: string): unknown;
  readonly seeds: Seeds;
  /** Up to which length time is measured; the longest input, where it is not said. */
  readonly growsTo?: number;
  /** How many of a hundred inputs it gets. */
  readonly share: number;
}

const NOW = new Date('2026-03-02T12:00:00Z');

/** All that reads what somebody else has written, on the shipped notes. */
export async function createTargets(): Promise<readonly Target[]> {
  const library = await shippedLibrary();
  const knowledge = await createKnowledge(library, () => undefined);
  const suggest = createSuggest(COMMANDS);
  const concepts = [...library.concepts.values()];
  const wordings = concepts.flatMap(wordingsOf);
  const context = { findKnown: createFindKnown(concepts), taken: new Set(library.concepts.keys()), remembered: [], decks: [] };

  const questions: Seeds = {
    whole: wordings.flatMap(({ name, asks }) => [name, `what is ${name}`, `${name}是什么`, ...asks]),
    parts: [
      ...wordings.map(({ name }) => name),
      ...COMMANDS.flatMap(({ typed }) => typed),
      ' vs ',
      '和',
      '的区别',
      '?',
      '？',
      'kublet',
      '/k8s ',
    ],
    most: 4_000,
  };
  const times: Seeds = {
    whole: [
      '09:30 Asia/Shanghai weekdays 3 kubernetes',
      '每个工作日早上九点半，3题',
      '9 pm CST',
      'until 10 March',
      '10月1日到7日',
      'off',
      'monday 9am',
    ],
    parts: [
      'am',
      'pm',
      '上午',
      '下午',
      '点半',
      '点一刻',
      'UTC+8',
      'CST',
      'weekdays',
      '周末',
      'except',
      '除了',
      '24:00',
      '13 pm',
      '2月30日',
      '-',
      '～',
      '5',
    ],
    most: 400,
  };
  const prose: Seeds = {
    whole: wordings.flatMap(({ definition, body }) => [definition, ...(body === undefined ? [] : [body])]),
    parts: [
      '# ',
      '## ',
      '- ',
      '1. ',
      '> ',
      '```\n',
      '| a | b |\n|---|---|\n',
      '**',
      '`',
      '[a](b)',
      '![a](b)',
      '\n\n',
      '    ',
      '---\n',
      'term::definition\n',
      'Q: a\nA: b\n',
      '==cloze==',
      '<details><summary>a</summary>b</details>',
      'Kublet: the agent\n',
    ],
    // Notes are read when they are saved, and not while somebody waits; a longer one takes in proportion.
    most: 8_000,
  };
  const yaml: Seeds = {
    whole: [
      'concepts:\n  - id: blimp\n    kind: component\n    en: { name: Blimp, definition: Our bot. }\n',
      'id: deck\nlanguages: [en, zh]\n',
      'topic: { en: Nodes, zh: 节点 }\nconcepts: []\n',
    ],
    parts: [
      'concepts:\n',
      '  - id: ',
      'en: { name: a',
      '&a ',
      '*a',
      '!!js ',
      '<<: *a',
      '? ',
      '- ',
      ': ',
      '|\n',
      '>-\n',
      '\t',
      "'",
      '"',
      '{',
      '}',
      '[',
      ']',
      '#',
      '%YAML 1.2\n',
      '---\n',
      '...\n',
    ],
    most: 4_000,
  };
  const diagrams: Seeds = {
    whole: [
      'flowchart LR\n  a[API server] --> b(etcd)\n  subgraph s [Node]\n    c --> d\n  end\n',
      'graph TD\n  a -- label --> b & c --> d{x}\n',
    ],
    parts: [
      '-->',
      '---',
      '-.->',
      '==>',
      '|label|',
      'subgraph x\n',
      'end\n',
      '[',
      ']',
      '((',
      '))',
      '{',
      '}',
      '&',
      ';',
      '%%',
      'style a fill:#fff\n',
      'direction LR\n',
      '"',
      '#quot;',
    ],
    most: 4_000,
  };
  const buttons: Seeds = {
    whole: ['ask?concept=pod&lang=en', 'rate?c=pod&n=0&f=0&r=good&lang=zh', 'help', 'daily?at=570&zone=Asia%2FShanghai&days=12345'],
    parts: ['?', '&', '=', '%', '%zz', '+', 'lang=en', 'concept=', '%F0%9F'],
    most: 400,
  };
  return [
    { name: 'words into a command', share: 20, seeds: questions, read: (text) => parseText(text, COMMANDS, 'k8s') },
    { name: 'questions', share: 12, seeds: questions, read: (text) => knowledge.find(text) },
    { name: 'terms in a message', share: 3, seeds: prose, read: (text) => knowledge.termsIn(text) },
    { name: 'completion', share: 3, seeds: questions, read: (text) => LANGUAGES.map((language) => suggest(text, language, knowledge)) },
    { name: 'buttons', share: 15, seeds: buttons, read: decodeIntent },
    {
      name: 'schedules',
      share: 12,
      seeds: times,
      read: (text) => LANGUAGES.map((language) => parseSchedule(text, { now: NOW, language })),
    },
    {
      name: 'times and days',
      share: 10,
      seeds: times,
      read: (text) => [parseClock(text), parseDates(text, '2026-03-02', 'en'), parseDates(text, '2026-03-02', 'zh')],
    },
    { name: 'what is kept of questions', share: 10, seeds: questions, read: (text) => formOf(scrub(text)) },
    {
      name: 'Markdown notes',
      share: 3,
      seeds: prose,
      // A long note is read in parts, from some 16,000 characters on.
      growsTo: 64_000,
      read: (text) => loadNotes([{ path: 'a.md', text }], context),
    },
    { name: 'YAML notes', share: 2, seeds: yaml, read: (text) => loadFolder([{ path: 'a/a.yaml', text }], true) },
    { name: 'diagrams', share: 5, seeds: diagrams, read: parseFlowchart },
    {
      name: 'text for platforms',
      share: 5,
      seeds: { ...prose, most: BUDGET.characters },
      read: (text) => [richTextOf(text), escapeMrkdwn(text), escapeText(text), renderMarkdown(text, plainScreen)],
    },
  ];
}
