import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { COMMANDS } from '../../../src/core/commands/index.ts';
import { addTeamNotes } from '../../../src/core/content/assemble.ts';
import type { Concept } from '../../../src/core/content/concept.ts';
import type { Library } from '../../../src/core/content/library.ts';
import { LANGUAGES, MAX_ID_LENGTH } from '../../../src/core/content/schema.ts';
import { encodeIntent, MAX_INTENT } from '../../../src/core/intent.ts';
import { overBudget, type Reply } from '../../../src/core/reply.ts';
import { answer, buttonsOf, finding, textOf, tutorFor } from '../../support/bot.ts';
import { libraryOf, shippedLibrary } from '../../support/notes.ts';
import { QUIET_INBOX } from '../../support/quiet-inbox.ts';

const library = await shippedLibrary();
const shipped = tutorFor({ library });

/** Follows the buttons of a command from its first page to its last. */
async function pagesOf(command: string, args: Record<string, string>, tutor = shipped): Promise<Reply[]> {
  const pages = [await tutor.press({ intent: { command, args } })];
  for (let next = onward(pages[0]); next; next = onward(pages.at(-1))) pages.push(await tutor.press(next));
  return pages;
}

const onward = (reply: Reply | undefined) => reply && buttonsOf(reply).find(({ label }) => /^(?:More|更多|Next|下一步) ▸$/.test(label));

describe('the shipped notes', () => {
  test.each(LANGUAGES)('keep the budget in every answer, on every page (%s)', async (lang) => {
    expect(library.concepts.size).toBeGreaterThan(200);
    for (const concept of library.concepts.keys()) {
      for (const page of await pagesOf('ask', { concept, lang })) expect([concept, ...overBudget(page)]).toEqual([concept]);
    }
  });

  test.each(LANGUAGES)('keep the budget in every comparison that their authors wrote (%s)', async (lang) => {
    const pairs = [...library.concepts.values()].flatMap(({ id, confusedWith }) => confusedWith.map((other) => [id, other.id] as const));
    for (const [a, b] of pairs)
      expect(overBudget(await shipped.press({ intent: { command: 'compare', args: { a, b, lang } } }))).toEqual([]);
  });

  test.each(LANGUAGES)('keep the budget where they are browsed, learnt along the path and told as a story (%s)', async (lang) => {
    const topics = await pagesOf('topics', { lang });
    const opened = topics.flatMap(buttonsOf).filter(({ intent }) => intent.args.topic);
    const inside = (await Promise.all(opened.map(({ intent }) => pagesOf('topics', intent.args)))).flat();
    const pages = [...topics, ...inside, ...(await pagesOf('path', { lang })), ...(await pagesOf('story', { lang }))];
    expect(pages.length).toBeGreaterThan(50);
    for (const page of pages) expect(overBudget(page)).toEqual([]);
  });
});

describe('the fullest reply', () => {
  const ids = Array.from({ length: 30 }, (_, at) => `${'concept-'.repeat(3)}${String(at).padStart(3, '0')}xxx`);
  const name = (at: number) => `名`.repeat(56) + String(at).padStart(4, '0');
  const address = (length: number) => `https://${'a'.repeat(60)}.example.org/`.padEnd(length, 'p');
  const sources = [2000, 200, 200, 200].map(address);
  const wording = (at: number) => ({
    name: name(at),
    aliases: [],
    misspellings: [],
    definition: '义'.repeat(200),
    body: '文'.repeat(1500),
    asks: [],
  });
  const full = (id: string, at: number): Concept => ({
    ...{
      id,
      kind: 'instruction',
      tier: 1,
      tags: [],
      needs: ids,
      related: ids,
      questions: [],
      sources,
      deck: 'd'.repeat(30),
      topic: 'topic',
    },
    ...{ partOf: ids, madeOf: ids, runsOn: ids, isOwn: true },
    wordings: { en: { ...wording(at), name: `${name(at)}e` }, zh: wording(at) },
    confusedWith: ids.slice(0, 4).map((other) => ({ id: other, en: 'd'.repeat(240), zh: '异'.repeat(240) })),
    example: { language: 'yaml', code: 'c'.repeat(700), en: 'e'.repeat(160), zh: '例'.repeat(160) },
    history: { en: 'h'.repeat(200), zh: '史'.repeat(200) },
    origin: { file: `${'folder/'.repeat(20)}note.md`, line: 1, headings: ['标题'.repeat(50), '标题'.repeat(50)] },
    teamNotes: [],
  });
  const note = (at: number) => ({ language: 'en' as const, definition: `${at} ${'字'.repeat(6000)}`, origin: full('x', at).origin });
  const concepts = new Map(ids.map((id, at) => [id, addTeamNotes(full(id, at), [0, 1, 2].map(note))]));
  const topics = [{ id: 'topic', deck: 'd'.repeat(30), titles: { en: 'T'.repeat(200), zh: '题'.repeat(200) } }];
  const fullest: Library = { ...libraryOf([]), concepts, topics };
  const [first = '', second = '', third = ''] = ids;
  const reached = { mended: ['改'.repeat(300), 'x'], others: ids };
  const tutor = tutorFor({
    services: { inbox: QUIET_INBOX },
    library: fullest,
    findings: {
      節點: { ...answer(first), ...reached },
      '節點 vs': { ...answer(first, second), ...reached },
      maybe: finding({ kind: 'did-you-mean', ids }),
      no: finding({ kind: 'unknown', others: ids }),
    },
  });

  test.each(LANGUAGES)('keeps the budget on every page (%s)', async (lang) => {
    const pages = await pagesOf('ask', { concept: third, lang }, tutor);
    expect(pages.length).toBeGreaterThan(5);
    for (const page of pages) expect(overBudget(page)).toEqual([]);
    expect(textOf(pages[0] as Reply).length).toBeGreaterThan(1500);
  });

  test('keeps the budget however the texts of its notes fill the pages, with remarks above them', async () => {
    const lengths = fc.array(fc.integer({ min: 1, max: 3000 }), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(lengths, async (all) => {
        const notes = all.map((length, at) => ({ ...note(at), definition: '字'.repeat(length) }));
        const one: Library = { ...fullest, concepts: new Map([...concepts, [first, addTeamNotes(full(first, 0), notes)]]) };
        const asking = tutorFor({ library: one, findings: { 節點: { ...answer(first), ...reached } }, services: { inbox: QUIET_INBOX } });
        expect(overBudget(await asking.say('節點'))).toEqual([]);
        for (const page of await pagesOf('ask', { concept: first, lang: 'zh' }, asking)) expect(overBudget(page)).toEqual([]);
      }),
    );
  });

  test.each(['節點', '節點 vs', 'maybe', 'no', 'random', 'topics', 'path', 'help', 'lang'])('keeps the budget for "%s"', async (text) => {
    await expect(tutor.say(text).then(overBudget)).resolves.toEqual([]);
  });

  test('says where it sits in a line that can still be read, and names no more than four of each', async () => {
    const caption = (await tutor.say('random')).blocks.findLast(({ kind }) => kind === 'caption');
    const sits = (caption?.kind === 'caption' ? caption.text.split('\n')[0] : undefined) ?? '';
    expect(sits).toMatch(/^Dockerfile instruction · part of (?:名{56}[0-9]{4}e?, ){4}…/);
    expect(sits.length).toBeLessThanOrEqual(300);
  });

  test('keeps the budget for its topic', async () => {
    for (const page of await pagesOf('topics', { topic: `${'d'.repeat(30)}.topic` }, tutor)) {
      expect(overBudget(page)).toEqual([]);
      expect(page.blocks[0]).toEqual({ kind: 'heading', text: expect.stringMatching(/… \(30\)$/) });
    }
  });
});

describe('a button', () => {
  const id = fc.stringMatching(new RegExp(`^[a-z0-9]{${MAX_ID_LENGTH}}$`));
  const lang = fc.constantFrom(...LANGUAGES);
  const number = fc.integer({ min: 1 }).map(String);
  const longest: Readonly<Record<string, fc.Arbitrary<Record<string, string>>>> = {
    ask: fc.record({ concept: id, lang, page: fc.constant('99') }),
    compare: fc.record({ a: id, b: id, lang }),
    topics: fc.record({ topic: fc.tuple(id, id).map((parts) => parts.join('.')), lang, page: fc.constant('9999') }),
    random: fc.record({ lang }),
    gaps: fc.record({ page: fc.constant('99'), file: fc.constant('1'), lang }),
    none: fc.record({ id: fc.constant('f'.repeat(36)), lang }),
    tell: fc.record({ gap: number, lang }),
    judge: fc.record({ concept: id, is: fc.constant('wrong'), lang }),
    digest: fc.record({ off: fc.constant('1'), lang }),
    help: fc.record({ lang }),
    courtesy: fc.record({ said: fc.constant('thanks'), lang }),
    hello: fc.record({ quiz: number, no: fc.constant('1'), lang }),
    home: fc.record({ lang }),
    // A message's text never rides on a button.
    terms: fc.record({ lang }),
    lang: fc.record({ to: lang, lang }),
    path: fc.record({ page: fc.constant('9999'), lang }),
    quiz: fc.record({ lang }),
    answer: fc.record({ quiz: number, q: fc.constant('5'), choice: fc.constantFrom('e', 'none'), lang }),
    question: fc.record({ quiz: number, q: fc.constant('5'), again: fc.constant('1'), lang }),
    result: fc.record({ quiz: number, q: fc.constant('5'), lang }),
    top: fc.record({ span: fc.constant('month'), scope: fc.constant('space'), lang }),
    name: fc.record({ show: fc.constant('1'), lang }),
    daily: fc.record({
      at: fc.constant('1439'),
      zone: fc.constant('America/Argentina/Buenos_Aires'),
      days: fc.constant('1234567'),
      n: fc.constant('5'),
      isSure: fc.constant('1'),
      lang,
    }),
    review: fc.record({ after: id, lang }),
    card: fc.record({ c: id, n: fc.constant('999999'), f: fc.constant('99'), front: fc.constant('1'), lang }),
    rate: fc.record({ c: id, n: fc.constant('999999'), f: fc.constant('99'), r: fc.constant('again'), lang }),
    undo: fc.record({ line: fc.constant(`000000-${'f'.repeat(36)}`), lang }),
    progress: fc.record({ lang }),
    hold: fc.record({ end: fc.constant('1'), lang }),
    limits: fc.record({ due: fc.constant('999'), fresh: fc.constant('999'), lang }),
    remind: fc.record({ off: fc.constant('1'), lang }),
    link: fc.record({ lang }),
    unlink: fc.record({ lang }),
    export: fc.record({ lang }),
    forget: fc.record({ id: fc.constant('f'.repeat(36)), lang }),
    opt: fc.record({ is: fc.constant('out'), lang }),
    share: fc.record({ a: id, b: id, lang }),
    // A Slack account on Enterprise Grid has the longest id of all.
    unshare: fc.record({ by: fc.constant(`slack:${'E'.repeat(13)}:${'W'.repeat(13)}`) }),
    map: fc.record({ take: fc.constant('out'), lang }),
    flow: fc.record({ flow: id, step: fc.constant('99'), lang }),
    where: fc.record({ concept: id, lang }),
    story: fc.record({ lesson: id, step: fc.constant('99'), lang }),
  };

  test('is tried for every command', () => {
    expect(Object.keys(longest).toSorted()).toEqual(COMMANDS.map(({ name }) => name).toSorted());
  });

  test.each(Object.keys(longest))('holds the command %s at its longest arguments', (command) => {
    fc.assert(
      fc.property(longest[command] ?? fc.constant({}), (args) => {
        expect(encodeIntent({ command, args }).length).toBeLessThanOrEqual(MAX_INTENT);
      }),
    );
  });
});
