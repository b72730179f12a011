import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { conceptFileSchema, MAX_ID_LENGTH } from '../../../src/core/content/schema.ts';
import { overBudget, type Reply } from '../../../src/core/reply.ts';
import { buttonsOf, CHANNEL, personCalled, ROOM, textOf } from '../../support/bot.ts';
import { QUIZ_NOTES } from '../../support/quiz-notes.ts';
import { ANN, BOSS } from '../../support/quiz-world.ts';
import { createTeam } from '../../support/team.ts';

const BOB = personCalled('Bob');
const labels = (reply: Reply) => buttonsOf(reply).map(({ label }) => label);
const HELM = 'how do I install Helm with token 8f14e45fceea167a5a36dedd4bea2543?';

const HELM_NOTES = [
  ...QUIZ_NOTES,
  {
    path: 'demo/helm.yaml',
    text: `topic: { en: Tools, zh: 工具 }
concepts:
  - id: helm
    en: { name: Helm, definition: "A package manager.", asks: ["how do I install helm with token", "how do I install helm"] }
    zh: { name: Helm, definition: "包管理器。" }
`,
  },
];

const TWO_PACKERS = [
  ...QUIZ_NOTES,
  {
    path: 'demo/packers.yaml',
    text: `topic: { en: Packers, zh: 打包 }
concepts:
  - id: one
    confusedWith: [{ id: two, en: Another one., zh: 另一个。 }]
    en: { name: One, aliases: [packer], definition: "The first packer." }
    zh: { name: 甲, definition: "第一个。" }
  - id: two
    confusedWith: [{ id: one, en: Another one., zh: 另一个。 }]
    en: { name: Two, aliases: [packer], definition: "The second packer." }
    zh: { name: 乙, definition: "第二个。" }
`,
  },
];

/** A team with a bot, in which a few questions were asked in vain. */
async function asking(notes = QUIZ_NOTES) {
  const { startBot, ...team } = await createTeam();
  const bot = await startBot(notes);
  return { ...team, ...bot, ann: bot.as(ANN), bob: bot.as(BOB), boss: bot.as(BOSS) };
}

describe('a question without an answer', () => {
  test('is shown to those who manage the channel once two people have asked it, without secrets', async () => {
    const { ann, bob, boss } = await asking();
    expect(labels(await ann.says(HELM))).toEqual(['All topics', 'Tell the authors']);
    expect(textOf(await boss.says('gaps'))).toContain('Nothing so far');
    expect(labels(await bob.says('How to install helm with token?'))).toEqual(['All topics']);
    await bob.says('@everyone: *how* do I install istio');
    await ann.says('how do i install istio');
    const shown = await boss.says('gaps');
    expect(shown.blocks.find(({ kind }) => kind === 'caption')).toMatchObject({
      text: '• how do i install helm with token · 2 times\n• *how* do i install istio · 2 times',
    });
    expect(overBudget(shown)).toEqual([]);
  });

  test('is shown at once where the one who asked agrees', async () => {
    const { ann, bob, boss } = await asking();
    const unknown = await ann.says(HELM);
    expect(textOf(await bob.presses(unknown, 'Tell the authors'))).toContain('Only the person who asked');
    expect(textOf(await ann.presses(unknown, 'Tell the authors'))).toContain('but not who asked it');
    expect(textOf(await boss.says('gaps'))).toContain('how do i install helm with token · 1 time');
  });

  test('is one also where the bot offered concepts, and none of them was meant', async () => {
    const { ann, bob, boss } = await asking(TWO_PACKERS);
    for (const person of [ann, bob]) {
      const offered = await person.says('What is a packer?');
      expect(labels(offered)).toContain('None of these');
      expect(textOf(await person.presses(offered, 'None of these'))).toContain('That is not in the notes');
      expect(textOf(await person.presses(offered, 'None of these'))).toContain('That was a while ago');
    }
    expect(textOf(await boss.says('gaps'))).toContain('what is a packer · 2 times');
  });

  test('is nobody’s who is alone with the bot in no space, and nothing where it says nothing', async () => {
    const { as, boss, query } = await asking();
    const alone = { ...ROOM, space: ANN.id };
    expect(labels(await as(ANN, alone).says(HELM))).toEqual(['All topics']);
    expect(labels(await boss.says('what is it?'))).toEqual(['All topics']);
    expect(await query('select * from gap')).toEqual([]);
  });

  test('counts as mended once the notes answer it', async () => {
    const { ann, bob, boss, learn } = await asking();
    for (const person of [ann, bob]) await person.says(HELM);
    await learn(HELM_NOTES);
    const shown = textOf(await boss.says('gaps'));
    expect(shown).toContain('answered now: how do i install helm with token');
    expect(shown).not.toContain('· 2 times');
  });
});

describe('the list of gaps', () => {
  test('is for those who manage the channel, and not for somebody alone with the bot', async () => {
    const { ann, as } = await asking();
    expect(textOf(await ann.says('gaps'))).toContain('Only people who manage');
    expect(textOf(await as(BOSS, ROOM).says('gaps'))).toContain('Ask me in a channel that you manage');
    expect((await ann.says('gaps in the cluster')).outcome?.kind).toBe('unknown');
  });

  test('holds what is asked in this space, and not in another', async () => {
    const { ann, bob, as } = await asking();
    for (const person of [ann, bob]) await person.says(HELM);
    expect(textOf(await as(BOSS, { ...CHANNEL, space: 'test:other' }).says('gaps'))).toContain('Nothing so far');
  });

  test('comes with skeletons that are sound notes but for what is to be written', async () => {
    const { ann, bob, boss } = await asking();
    const questions = [HELM, '怎么用 kustomize 部署 "多个" 集群', `${'verylongword '.repeat(10)}`, 'why: # does - yaml {break}'];
    for (const person of [ann, bob]) for (const question of questions) await person.says(question);
    const sent = await boss.presses(await boss.says('gaps'), 'Skeletons to fill in');
    const file = sent.blocks.find(({ kind }) => kind === 'file');
    if (file?.kind !== 'file') throw new Error('no file was sent');
    const { concepts } = conceptFileSchema.parse(parse(file.text));
    expect(concepts.map((concept) => (concept.en ?? concept.zh)?.asks)).toHaveLength(questions.length);
    expect(new Set(concepts.map(({ id }) => id)).size).toBe(questions.length);
    for (const { id } of concepts) expect(id.length).toBeLessThanOrEqual(MAX_ID_LENGTH);
    await expect(file.text).toMatchFileSnapshot('../../golden/gaps.yaml');
  });

  test('stays inside the budget on every page, however much came in', async () => {
    const { store, boss } = await asking();
    for (let n = 0; n < 40; n++) {
      const text = `${String.fromCharCode(97 + (n % 26)).repeat(5)}${n % 2 ? 'x' : 'y'} ${'word '.repeat(28)}${n}`;
      const { gap } = await store.inbox.note(ANN.id, { space: CHANNEL.space, text, form: `form${n}`, language: 'en' });
      await store.inbox.consent(ANN.id, gap);
    }
    for (let page = await boss.says('gaps'); ; ) {
      expect(overBudget(page)).toEqual([]);
      if (!labels(page).includes('More ▸')) break;
      page = await boss.presses(page, 'More ▸');
    }
  });
});

describe('what people say of an answer', () => {
  test('is told to authors with the concept and its file, until the note is changed', async () => {
    const { ann, bob, boss, learn } = await asking();
    for (const person of [ann, bob]) {
      const answered = await person.says('what is etcd');
      const asked = await person.presses(answered, 'Was this right?');
      await person.presses(asked, 'It helped');
      expect(await person.presses(asked, 'It is wrong')).toMatchObject({ replaces: true });
    }
    await bob.presses(await bob.presses(await bob.says('what is etcd'), 'Was this right?'), 'It helped');
    expect(textOf(await boss.says('gaps'))).toContain('etcd (etcd, demo/masters.yaml): wrong for 1, helped 1');
    await learn(QUIZ_NOTES.map((note) => ({ ...note, text: note.text.replace('The part that keeps', 'What keeps') })));
    const after = textOf(await boss.says('gaps'));
    expect(after).toContain('revised after a complaint: etcd');
    expect(after).not.toContain('wrong for');
  });
});
