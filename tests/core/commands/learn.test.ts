import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../../src/core/content/schema.ts';
import type { Reply } from '../../../src/core/reply.ts';
import { buttonOf, buttonsOf, textOf, tutorFor } from '../../support/bot.ts';
import { libraryOf, NOTES, shippedLibrary } from '../../support/notes.ts';

describe('the story', () => {
  test('is told a step at a time, forth and back in one message', async () => {
    const tutor = tutorFor();
    const first = await tutor.say('story');
    expect(first.blocks.slice(0, 2)).toEqual([
      { kind: 'heading', text: 'A story (1/2)' },
      { kind: 'prose', text: 'Once upon a time.' },
    ]);
    const second = await tutor.press(buttonOf(first, 'Next ▸'));
    expect(second.replaces).toBe(true);
    expect(textOf(await tutor.press(buttonOf(second, '◂ Back')))).toBe(textOf(first));
  });

  test('shows the picture and the concepts that a step brings, as far as they are there', async () => {
    const tutor = tutorFor();
    const last = await tutor.press({ intent: { command: 'story', args: { step: '99', lang: 'en' } } });
    expect(last.blocks[2]).toMatchObject({ kind: 'picture', instead: [{ kind: 'code', language: 'text', text: 'kubelet ──▶ Pod' }] });
    expect(buttonsOf(last).map(({ label }) => label)).toEqual(['kubelet', '◂ Back', '中文']);
  });

  test('stays at its step when the language is changed', async () => {
    const tutor = tutorFor();
    const last = await tutor.press({ intent: { command: 'story', args: { step: '2', lang: 'en' } } });
    expect(textOf(await tutor.press(buttonOf(last, '中文')))).toContain('一个故事（2/2）');
  });

  test('leads on, at its end, to the lessons that a team has written, and those back to it', async () => {
    const own = (id: string, title: string) => `id: ${id}\ntitle: { en: ${title} }\nsteps:\n  - { en: First. }\n  - { en: Then. }\n`;
    const notes = ['week', 'box'].map((id) => ({ path: `demo/${id}.lesson.yaml`, text: own(id, `The ${id}`) }));
    const tutor = tutorFor({ library: libraryOf([...NOTES, ...notes]) });
    const labels = (reply: Reply) => buttonsOf(reply).map(({ label }) => label);
    const end = await tutor.press(buttonOf(await tutor.say('story'), 'Next ▸'));
    expect(labels(end)).toEqual(expect.arrayContaining(['The week', 'The box']));
    const week = await tutor.press(buttonOf(end, 'The week'));
    expect(textOf(week)).toContain('The week (1/2)');
    const over = await tutor.press(buttonOf(week, 'Next ▸'));
    expect([textOf(over), labels(over)]).toEqual([expect.stringContaining('Then.'), ['◂ Back', 'A story', 'The box', '中文']]);
    expect(textOf(await tutor.press(buttonOf(over, '中文')))).toContain('（2/2）');
    expect(textOf(await tutor.press(buttonOf(over, '◂ Back')))).toBe(textOf(week));
  });

  test('is missed kindly where there is none', async () => {
    const tutor = tutorFor({ library: libraryOf(NOTES.filter(({ path }) => !path.includes('lesson'))) });
    expect((await tutor.say('story')).summary).toBe('There is no such lesson now.');
  });
});

describe.each(LANGUAGES)('the story of the shipped notes (%s)', async (lang) => {
  const tutor = tutorFor({ library: await shippedLibrary() });
  const [next, back] = lang === 'en' ? ['Next ▸', '◂ Back'] : ['下一步 ▸', '◂ 返回'];

  test('has three steps with a way on and back; the last two bring pictures and concepts to look up', async () => {
    const steps = [await tutor.press({ intent: { command: 'story', args: { lang } } })];
    for (let at = 1; at < 3; at++) steps.push(await tutor.press(buttonOf(steps[at - 1] as Reply, next)));
    for (const [at, step] of steps.entries()) {
      const [heading, prose] = step.blocks;
      expect(heading?.kind === 'heading' && heading.text).toMatch(new RegExp(`[（(]${at + 1}/3[)）]$`));
      expect(prose?.kind === 'prose' && prose.text.length > 80 && /\p{Script=Han}{9}/u.test(prose.text) === (lang === 'zh')).toBe(true);
    }
    expect(new Set(steps.map(textOf)).size).toBe(3);
    for (const step of steps.slice(1)) {
      expect(step.blocks.some(({ kind }) => kind === 'picture')).toBe(true);
      expect(buttonsOf(step).some(({ intent }) => intent.command === 'ask')).toBe(true);
    }
    expect(steps.map((step) => buttonsOf(step).some(({ label }) => label === next))).toEqual([true, true, false]);
    expect(steps.map((step) => buttonsOf(step).some(({ label }) => label === back))).toEqual([false, true, true]);
    for (const at of [2, 1]) expect(textOf(await tutor.press(buttonOf(steps[at] as Reply, back)))).toBe(textOf(steps[at - 1] as Reply));
  });
});

describe('the path', () => {
  const concept = (id: string, rest: string) => `  - { id: ${id}, en: { name: ${id.toUpperCase()}, definition: About ${id}. }, ${rest} }\n`;
  const library = libraryOf([
    {
      path: 'n.yaml',
      text: `concepts:\n${concept('b', 'needs: [a]')}${concept('a', 'needs: [b]')}${concept('c', 'tier: 1, needs: [d]')}${concept('d', 'tier: 3')}`,
    },
  ]);

  test('puts nothing before what it needs, and what everyone needs first', async () => {
    const reply = await tutorFor({ library }).say('path');
    expect(reply.blocks[2]).toEqual({
      kind: 'prose',
      text: '1. **D** — About d.\n2. **C** (needs D) — About c.\n3. **A** (needs B) — About a.\n4. **B** (needs A) — About b.',
    });
  });

  test('goes on for as many pages as it takes, in either language', async () => {
    const many = Array.from({ length: 12 }, (_, at) => concept(`x${at}`, 'tier: 1')).join('');
    const tutor = tutorFor({ library: libraryOf([{ path: 'n.yaml', text: `concepts:\n${many}` }]) });
    const second = await tutor.press(buttonOf(await tutor.say('path'), 'More ▸'));
    expect(textOf(second)).toContain('11. **X10** — About x10.');
    expect(textOf(await tutor.press(buttonOf(second, '中文')))).toContain('第 2 页，共 2 页');
  });
});
