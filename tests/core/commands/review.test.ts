import { describe, expect, test } from 'vitest';
import { overBudget, type Reply } from '../../../src/core/reply.ts';
import { buttonsOf, textOf } from '../../support/bot.ts';
import { ANN } from '../../support/quiz-world.ts';
import { reviewWorld } from '../../support/reviewing.ts';

const DAY = 24 * 60;

describe('a review', () => {
  test('asks, shows the answer, and says when each rating brings it back, in one message', async () => {
    const { ann, rated } = await reviewWorld();
    const front = await ann.say('review');
    const back = await ann.press(front, 'Show answer');
    expect(buttonsOf(back).map(({ label }) => label)).toEqual(expect.arrayContaining(['Again · 1 day', 'Good · 3 days', 'Easy · 8 days']));
    const second = await rated(front, 'Good');
    expect(textOf(second)).toContain('kubelet: back in 3 days');
    for (const reply of [front, back, second]) {
      expect(reply.replaces).toBe(true);
      expect(overBudget(reply)).toEqual([]);
    }
  });

  test('ends, says when it goes on, and shows nothing twice a day', async () => {
    const { ann, allRated } = await reviewWorld();
    const end = await allRated('review', 'Again');
    expect(end.summary).toBe('That is all for today.');
    expect(textOf(await ann.say('review'))).toContain('Next: Tuesday');
    expect(buttonsOf(await ann.press(end, 'A quiz')).length).toBeGreaterThan(2);
  });

  test('goes on with the next one wherever it was left off, in either language', async () => {
    const { ann, rated, clock } = await reviewWorld();
    const first = await ann.say('review');
    await rated(first, 'Again');
    clock.pass(2 * DAY);
    const asked = (reply: Reply) => buttonsOf(reply)[0]?.intent.args.c;
    const [here, there] = [await ann.say('review'), await ann.say('复习')];
    expect(textOf(here)).toContain('To review: 1');
    expect(asked(there)).toBe(asked(here));
  });

  test('counts a double press once, and says so', async () => {
    const { ann, reviews } = await reviewWorld();
    const back = await ann.press(await ann.say('review'), 'Show answer');
    const label = buttonsOf(back)[2]?.label ?? '';
    await ann.press(back, label);
    const again = await ann.press(back, label);
    expect(textOf(again)).toContain('dealt with already; nothing has changed');
    expect((await reviews.log.since(ANN.id, new Date(0))).lines.length).toBe(1);
    const other = await ann.press(back, buttonsOf(back)[0]?.label ?? '');
    expect(textOf(other)).toContain('dealt with already');
  });

  test('takes the last rating back, once, and asks that card again', async () => {
    const { ann, rated, reviews } = await reviewWorld();
    const first = await ann.say('review');
    const second = await rated(first, 'Easy');
    const undone = await ann.press(second, 'Undo');
    expect(textOf(undone)).toContain('Taken back: kubelet');
    expect(undone.summary).toBe(first.summary);
    expect((await reviews.memories.all(ANN.id)).size).toBe(0);
    expect((await ann.press(second, 'Undo')).summary).toMatch(/nothing of today to take back/);
    expect((await ann.say('undo')).summary).toMatch(/nothing of today/);
    expect((await rated(undone, 'Good')).summary).toBe(second.summary);
  });

  test('takes nothing of yesterday back', async () => {
    const { ann, rated, clock } = await reviewWorld();
    await rated(await ann.say('review'), 'Good');
    clock.pass(DAY);
    expect((await ann.say('undo')).summary).toMatch(/nothing of today/);
  });

  test('leaves out for months what somebody knows', async () => {
    const { ann, clock } = await reviewWorld();
    const next = await ann.press(await ann.say('review'), 'I know this');
    expect(textOf(next)).toMatch(/back in 3\.3 months/);
    clock.pass(60 * DAY);
    expect(textOf(await ann.say('review'))).toContain('New for you: 2');
  });

  test('keeps its place when the language is changed', async () => {
    const { ann } = await reviewWorld();
    const front = await ann.say('review');
    const zh = await ann.press(front, '中文');
    expect(buttonsOf(zh).map(({ label }) => label)).toContain('看答案');
    const back = await ann.press(await ann.press(zh, '看答案'), 'English');
    expect(textOf(back)).toBe(textOf(await ann.press(front, 'Show answer')));
  });

  test('asks with another face the next time', async () => {
    const { ann, rated, clock } = await reviewWorld();
    const first = await ann.say('review');
    await rated(first, 'Again');
    clock.pass(DAY);
    expect((await ann.say('review')).summary).not.toBe(first.summary);
  });

  test('shows what slips away again and again in another way', async () => {
    const { ann, rated, clock } = await reviewWorld();
    await ann.say('limit 1 new 1');
    for (let day = 0; day < 6; day++) {
      await rated(await ann.say('review'), 'Again');
      clock.pass(DAY);
    }
    const leech = await ann.say('review');
    expect(textOf(leech)).toContain('This one slipped away 6 times.');
    expect(textOf(leech)).not.toContain('Undo');
    expect(overBudget(leech)).toEqual([]);
    expect(textOf(await ann.press(leech, 'Ask me now ▸'))).toContain('Show answer');
    expect((await ann.press(leech, 'Later ▸')).summary).not.toBe(leech.summary);
  });

  test('what slips away can be put off, one after the other, and is not lost', async () => {
    const { ann, clock, reviews } = await reviewWorld();
    for (const concept of ['kubelet', 'kube-proxy', 'etcd']) {
      for (let seen = 0; seen < 6; seen++) await reviews.log.learn({ actor: ANN.id, concept, evidence: { kind: 'missed' }, seen });
    }
    clock.pass(DAY);
    const shown = [await ann.say('review')];
    for (let at = 0; at < 2; at++) shown.push(await ann.press(shown.at(-1), 'Later ▸'));
    expect(new Set(shown.map(({ summary }) => summary)).size).toBe(3);
    expect(textOf(shown[1] ?? { summary: '', blocks: [] })).toContain('To review: 2');
    const rated = await ann.press(await ann.press(await ann.press(shown[0], 'Ask me now ▸'), 'Show answer'), 'Again · 1 day');
    expect(textOf(rated)).toContain('This one slipped away 6 times.');
    expect(textOf(await ann.press(rated, 'Undo'))).toMatch(/Taken back: kubelet/);
    const end = await ann.press(shown.at(-1), 'Later ▸');
    expect(textOf(end)).toMatch(/That is all for today\.\n3 more can wait\./);
    expect((await ann.say('review')).summary).toBe(shown[0]?.summary);
  });

  test('a forged or outdated button does no harm', async () => {
    const { ann } = await reviewWorld();
    const forged = (args: Record<string, string>) => ann.send({ command: 'rate', args: { c: 'etcd', n: '0', f: '0', r: 'good', ...args } });
    expect((await forged({ c: 'nothing' })).summary).toMatch(/no longer in the notes/);
    expect((await forged({ r: 'perfect' })).summary).toMatch(/cannot read that/);
    expect((await forged({ n: '7' })).blocks.length).toBeGreaterThan(1);
    expect(textOf(await forged({ f: '99' }))).toContain('etcd: back in');
  });
});
