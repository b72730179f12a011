import { describe, expect, test } from 'vitest';
import { overBudget, type Reply } from '../../../src/core/reply.ts';
import { buttonsOf, ROOM, textOf } from '../../support/bot.ts';
import { shippedLibrary } from '../../support/notes.ts';
import { ANN, quizWorld } from '../../support/quiz-world.ts';

const DAY = 24 * 60;

const begun = async () => {
  const world = await quizWorld();
  const ann = world.as(ANN, ROOM);
  /** Reviews a card from its front to its rating. */
  const rated = async (front: Reply, rating: string): Promise<Reply> => {
    const back = await ann.press(front, buttonsOf(front)[0]?.label ?? '');
    return ann.press(back, buttonsOf(back).find(({ label }) => label.startsWith(rating))?.label ?? '');
  };
  /** Reviews all that is offered. */
  const allRated = async (text: string, rating: string): Promise<Reply> => {
    let reply = await ann.say(text);
    while (buttonsOf(reply).some(({ label }) => /Show answer|看答案/.test(label))) reply = await rated(reply, rating);
    return reply;
  };
  return { ...world, ann, rated, allRated };
};

describe('a review', () => {
  test('asks, shows the answer, and says when each rating brings it back, in one message', async () => {
    const { ann, rated } = await begun();
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
    const { ann, allRated } = await begun();
    const end = await allRated('review', 'Again');
    expect(end.summary).toBe('That is all for today.');
    expect(textOf(await ann.say('review'))).toContain('Next: Tuesday');
    expect(buttonsOf(await ann.press(end, 'A quiz')).length).toBeGreaterThan(2);
  });

  test('goes on with the next one wherever it was left off, in either language', async () => {
    const { ann, rated, clock } = await begun();
    const first = await ann.say('review');
    await rated(first, 'Again');
    clock.pass(2 * DAY);
    const asked = (reply: Reply) => buttonsOf(reply)[0]?.intent.args.c;
    const [here, there] = [await ann.say('review'), await ann.say('复习')];
    expect(textOf(here)).toContain('To review: 1');
    expect(asked(there)).toBe(asked(here));
  });

  test('counts a double press once, and says so', async () => {
    const { ann, reviews } = await begun();
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
    const { ann, rated, reviews } = await begun();
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
    const { ann, rated, clock } = await begun();
    await rated(await ann.say('review'), 'Good');
    clock.pass(DAY);
    expect((await ann.say('undo')).summary).toMatch(/nothing of today/);
  });

  test('leaves out for months what somebody knows', async () => {
    const { ann, clock } = await begun();
    const next = await ann.press(await ann.say('review'), 'I know this');
    expect(textOf(next)).toMatch(/back in 3\.3 months/);
    clock.pass(60 * DAY);
    expect(textOf(await ann.say('review'))).toContain('New for you: 2');
  });

  test('keeps its place when the language is changed', async () => {
    const { ann } = await begun();
    const front = await ann.say('review');
    const zh = await ann.press(front, '中文');
    expect(buttonsOf(zh).map(({ label }) => label)).toContain('看答案');
    const back = await ann.press(await ann.press(zh, '看答案'), 'English');
    expect(textOf(back)).toBe(textOf(await ann.press(front, 'Show answer')));
  });

  test('asks with another face the next time', async () => {
    const { ann, rated, clock } = await begun();
    const first = await ann.say('review');
    await rated(first, 'Again');
    clock.pass(DAY);
    expect((await ann.say('review')).summary).not.toBe(first.summary);
  });

  test('shows what slips away again and again in another way', async () => {
    const { ann, rated, clock } = await begun();
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
    const { ann, clock, reviews } = await begun();
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
    const { ann } = await begun();
    const forged = (args: Record<string, string>) => ann.send({ command: 'rate', args: { c: 'etcd', n: '0', f: '0', r: 'good', ...args } });
    expect((await forged({ c: 'nothing' })).summary).toMatch(/no longer in the notes/);
    expect((await forged({ r: 'perfect' })).summary).toMatch(/cannot read that/);
    expect((await forged({ n: '7' })).blocks.length).toBeGreaterThan(1);
    expect(textOf(await forged({ f: '99' }))).toContain('etcd: back in');
  });
});

describe('what one can choose about reviews', () => {
  test('how much comes a day', async () => {
    const { ann } = await begun();
    expect((await ann.say('limit 10 new 1')).summary).toMatch(/10 due and 1 new/);
    expect(textOf(await ann.say('review'))).toContain('New for you: 1');
    expect((await ann.say('上限 新 2')).summary).toBe('每天最多复习 10 个，新学 2 个。要改的话：上限 10 新 3');
    expect((await ann.say('limit')).summary).toMatch(/10/);
    expect((await ann.say('limits')).outcome?.kind).toBe('unknown');
    expect((await ann.say('limit ranges of a Pod')).outcome?.kind).toBe('unknown');
    expect((await ann.say('limit 2 CPUs')).outcome?.kind).toBe('unknown');
    for (const text of ['limit 1000', 'limit -1', 'limit 10 new 1.5']) expect((await ann.say(text)).summary).toMatch(/from 0 to 999/);
    expect((await ann.say('上限 1000')).summary).toMatch(/^请用 0 到 999 的整数/);
  });

  test('one more, when the day’s are done', async () => {
    const { ann, allRated } = await begun();
    await ann.say('limit 5 new 1');
    const end = await allRated('review', 'Good');
    expect(textOf(await ann.press(end, 'One more ▸'))).toContain('New for you: 1');
  });

  test.each([
    ['hold until 10 March', 'Wednesday 11 March'],
    ['hold 5-7 March', 'Sunday 8 March'],
    ['假期 到 3月10日', '3 月 11 日（星期三）'],
    ['假期 3月5日到7日', '3 月 8 日（星期日）'],
    ['hold until 10 Jan', 'Monday, 11 January 2027'],
    ['假期 到 1月10日', '2027 年 1 月 11 日（星期一）'],
  ])('a holiday: %s', async (text, back) => {
    const { ann } = await begun();
    expect((await ann.say(text)).summary).toContain(back);
  });

  test('in a holiday nothing is asked, nor grows overdue, and it can be ended', async () => {
    const { ann, allRated, clock } = await begun();
    await allRated('review', 'Again');
    const set = await ann.say('hold until 20 March');
    expect(buttonsOf(set).map(({ label }) => label)).toEqual(['End the holiday']);
    expect(buttonsOf(await ann.say('hold 5-7 March')).map(({ label }) => label)).toEqual(['Review ▸']);
    await ann.say('hold until 20 March');
    clock.pass(5 * DAY);
    const held = await ann.say('review');
    expect(held.summary).toContain('nothing is asked before Saturday 21 March');
    await ann.press(held, 'End the holiday');
    expect(textOf(await ann.say('review'))).toContain('Nothing is due');
    clock.pass(DAY);
    expect(textOf(await ann.say('review'))).toContain('To review: 3');
  });

  test('what is no holiday is asked back, or is a question', async () => {
    const { ann } = await begun();
    expect((await ann.say('hold until 99')).summary).toMatch(/Until when/);
    expect((await ann.say('hold')).summary).toMatch(/Until when/);
    for (const text of ['hold until next friday', 'hold tomorrow', 'hold for a week'])
      expect((await ann.say(text)).summary).toMatch(/Until when/);
    for (const text of ['假期 下周一到下周五', '假期 一周', '休假 到周五']) expect((await ann.say(text)).summary).toMatch(/^到哪天/);
    expect((await ann.say('hold my containers')).outcome?.kind).toBe('unknown');
    expect((await ann.say('hold until 1 March 2020')).summary).toMatch(/Until when/);
  });

  test('not to count when a channel’s quiz is chosen', async () => {
    const { ann, reviews } = await begun();
    expect((await ann.say('opt out')).summary).toMatch(/no longer plays a part/);
    expect((await reviews.habits.of(ANN.id)).isOptedOut).toBe(true);
    expect((await ann.say('参与选题')).summary).toContain('其中也有你');
    expect((await reviews.habits.of(ANN.id)).isOptedOut).toBe(false);
  });

  test.each([
    ['review', '5 now, the other 7 can wait.'],
    ['复习', '先看 5 个，其余 7 个不着急。'],
  ])('after a break five are enough, without a word of blame: %s', async (text, said) => {
    const library = await shippedLibrary();
    const { as, clock, reviews } = await quizWorld(library);
    for (const { id } of [...library.concepts.values()].slice(0, 12)) {
      await reviews.log.learn({ actor: ANN.id, concept: id, evidence: { kind: 'missed' }, seen: 0 });
    }
    clock.pass(20 * DAY);
    expect(textOf(await as(ANN, ROOM).say(text))).toContain(said);
  });

  test('after a break, the greeting stands above what slips away too', async () => {
    const library = await shippedLibrary();
    const { as, clock, reviews } = await quizWorld(library);
    for (const { id } of [...library.concepts.values()].slice(0, 6)) {
      for (let seen = 0; seen < 6; seen++) await reviews.log.learn({ actor: ANN.id, concept: id, evidence: { kind: 'missed' }, seen });
    }
    clock.pass(20 * DAY);
    expect(textOf(await as(ANN, ROOM).say('review'))).toMatch(/5 now, the other one can wait\.\nThis one slipped away 6 times/);
  });

  test('after a break, few that are due are all shown', async () => {
    const { ann, clock, reviews } = await begun();
    for (const concept of ['kubelet', 'kube-proxy', 'etcd']) {
      await reviews.log.learn({ actor: ANN.id, concept, evidence: { kind: 'missed' }, seen: 0 });
    }
    clock.pass(20 * DAY);
    expect(textOf(await ann.say('review'))).toContain('To review: 3');
  });
});
