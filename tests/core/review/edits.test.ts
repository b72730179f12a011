import { describe, expect, onTestFinished, test } from 'vitest';
import { assemble } from '../../../src/core/content/assemble.ts';
import { createFindKnown } from '../../../src/core/content/known-names.ts';
import type { Library } from '../../../src/core/content/library.ts';
import { loadFolder } from '../../../src/core/content/load.ts';
import { loadNotes } from '../../../src/core/content/notes-folder.ts';
import type { SourceFile } from '../../../src/core/content/problem.ts';
import { openStore, type Store } from '../../../src/store/store.ts';
import { newFilePlace } from '../../support/databases.ts';
import { createClock } from '../../support/quiz.ts';
import { QUIZ_NOTES } from '../../support/quiz-notes.ts';

type Files = Readonly<Record<string, string>>;

const NOTES: Files = {
  'week-1.md': `# Docker
- **registry**: a place where images are kept and fetched from
- **layer**: the part of an image that one instruction adds
- **overlay network**: connects containers on several machines

# Storage
- **persistent volume**: a piece of storage that outlives its Pods
- **claim**: a request for storage by a workload
`,
  'week-2.md': `# Scheduling
- **taint**: keeps Pods away from a node that do not tolerate it
- **eviction**: ends Pods on a node that is short of memory
`,
  'cards.md': `Q: Where does our staging cluster run?
A: In Frankfurt, on three nodes

Blue Box :: the machine under the stairs that runs the nightly jobs

The ==Red Box== takes over when the blue one is down.

<details><summary>How do we roll back?</summary>

The old chart again, then a word to the others.

</details>
`,
  'deck.csv': 'front,back\nWhich port is open at the gateway?,8443 on every node\nGreen Box,the spare machine in the cellar\n',
};
const [DECK, NODES, MASTERS] = QUIZ_NOTES.map(({ text }) => text) as [string, string, string];
const YAML: Files = { 'demo/deck.yaml': DECK, 'demo/nodes.yaml': NODES, 'demo/masters.yaml': MASTERS };

const sourceFiles = (files: Files): SourceFile[] => Object.entries(files).map(([path, text]) => ({ path, text }));

/** What the notes say, with the ids that the store remembers. */
async function load({ knownConcepts }: Store, notes: Files, yaml: Files = YAML): Promise<Library> {
  const [shipped, own] = [loadFolder(sourceFiles(yaml), false), loadFolder(sourceFiles(notes), true)];
  const concepts = shipped.concepts.map(({ concept }) => concept);
  const context = { findKnown: createFindKnown(concepts), taken: new Set(concepts.map(({ id }) => id)), decks: own.decks };
  const read = await knownConcepts.revise('notes', (remembered) => loadNotes(sourceFiles(notes), { ...context, remembered }));
  return assemble(shipped, own, read);
}

/** Somebody who has learnt everything in the notes. */
async function learnt() {
  const clock = createClock('2026-03-02T12:00:00Z');
  const store = await openStore((await newFilePlace()).where, { as: 'tool', now: clock.now });
  onTestFinished(() => store.close());
  const library = await load(store, NOTES);
  for (const concept of library.concepts.keys()) {
    await store.reviews.log.learn({ actor: 'test:ann', concept, evidence: { kind: 'known' }, seen: 0 });
  }
  const known = [...(await store.reviews.memories.all('test:ann')).keys()];
  /** Of what is remembered, what the notes no longer lead to. */
  const lostIn = (now: Library) => known.filter((id) => !now.concepts.has(id));
  return { store, library, lostIn };
}

const edit = (file: string, from: string | RegExp, to: string, files: Files = NOTES): Files => {
  const changed = (files[file] ?? '').replace(from, to);
  if (changed === files[file]) throw new Error(`there is no ${from} in ${file}`);
  return { ...files, [file]: changed };
};
const without = (file: string, files: Files): Files => Object.fromEntries(Object.entries(files).filter(([name]) => name !== file));
const [docker = '', storage = ''] = (NOTES['week-1.md'] ?? '').split(/(?=# Storage)/);

const EDITS: readonly (readonly [what: string, notes: Files, yaml: Files])[] = [
  ['a typing error is mended', edit('week-1.md', 'a place where images', 'the place where images'), YAML],
  ['a name is mended', edit('week-1.md', 'overlay network', 'overlay networks'), YAML],
  ['a file is moved', { ...without('week-1.md', NOTES), 'docker/first.md': NOTES['week-1.md'] ?? '' }, YAML],
  ['a section is split off', { ...NOTES, 'week-1.md': docker, 'storage.md': storage }, YAML],
  ['a heading is renamed', edit('week-2.md', '# Scheduling', '# Where Pods go'), YAML],
  ['a translation is added', edit('week-1.md', '**registry**', '**registry** (镜像仓库)'), YAML],
  ['terms change places', edit('week-2.md', /(- \*\*taint.*\n)(- \*\*eviction.*\n)/, '$2$1'), YAML],
  ['a question is changed', NOTES, edit('demo/nodes.yaml', 'Which part starts', 'What is it that starts', YAML)],
  ['a definition is rewritten', NOTES, edit('demo/nodes.yaml', 'The part that starts', 'An agent which starts', YAML)],
  [
    'the question of a card is written anew',
    edit('cards.md', 'Where does our staging cluster run?', 'In which city is the staging cluster?'),
    YAML,
  ],
  ['the answer of a card is another', edit('cards.md', 'In Frankfurt, on three nodes', 'In Paris, on five'), YAML],
  ['the front of a card is mended', edit('cards.md', 'Blue Box ::', 'Blue Boxes ::'), YAML],
  [
    'the sentence around a gap is written anew',
    edit('cards.md', 'takes over when the blue one is down', 'jumps in for the blue one'),
    YAML,
  ],
  ['what is to be opened is asked otherwise', edit('cards.md', 'How do we roll back?', 'How do we roll a release back?'), YAML],
  ['a row of a file of cards is mended', edit('deck.csv', 'open at the gateway', 'open on the gateway'), YAML],
  [
    'a file of cards gets tabs for commas',
    { ...without('deck.csv', NOTES), 'deck.tsv': (NOTES['deck.csv'] ?? '').replaceAll(',', '\t') },
    YAML,
  ],
  ['a topic is moved', NOTES, { ...without('demo/masters.yaml', YAML), 'demo/control-plane.yaml': MASTERS }],
];

describe('nobody loses what they have learnt when', () => {
  test.each(EDITS)('%s', async (_what, notes, yaml) => {
    const { store, library, lostIn } = await learnt();
    expect(library.concepts.size).toBe(16);
    const edited = await load(store, notes, yaml);
    expect(lostIn(edited)).toEqual([]);
    expect(edited.concepts.size).toBe(16);
    // Twice: what was recognised once is remembered as it is now.
    expect(lostIn(await load(store, notes, yaml))).toEqual([]);
  });

  test('a concept is removed and returns', async () => {
    const { store, lostIn } = await learnt();
    const removed = await load(store, edit('week-2.md', /- \*\*eviction.*\n/, ''), without('demo/masters.yaml', YAML));
    expect(lostIn(removed).toSorted()).toEqual(['etcd', 'eviction']);
    expect(lostIn(await load(store, NOTES))).toEqual([]);
  });
});
