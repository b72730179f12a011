import { describe, expect, test } from 'vitest';
import { overBudget } from '../../../src/core/reply.ts';
import { ROOM, textOf } from '../../support/bot.ts';
import { ANN, BOSS, quizWorld } from '../../support/quiz-world.ts';

describe('a quiz for oneself', () => {
  test('asks one question after another, and says what is right and why', async () => {
    const ann = (await quizWorld()).as(ANN, ROOM);
    const first = await ann.say('quiz 2');
    expect(textOf(first)).toContain('Quiz: question 1 of 2');
    const feedback = await ann.press(first, 'B');
    expect(textOf(feedback)).toMatch(/Not quite[\s\S]*It is: C\. kubelet[\s\S]*You chose: B\. kube-proxy/);
    expect(feedback.replaces).toBe(true);
    const second = await ann.press(feedback, 'Next question ▸');
    const last = await ann.press(second, 'I don’t know');
    expect(textOf(last)).toContain('That was all: 0 of 2 right.');
    for (const reply of [first, feedback, second, last]) expect(overBudget(reply)).toEqual([]);
  });

  test('is about the topic that is asked for', async () => {
    const ann = (await quizWorld()).as(ANN, ROOM);
    expect((await ann.say('quiz masters')).summary).toContain('state of the cluster');
    expect((await ann.say('测验 3 主节点')).blocks.length).toBe(5);
    expect((await ann.say('quiz 2 gardening')).summary).toMatch(/no topic “gardening”/);
  });

  test.each([
    ['quiz 9', 'one to five questions'],
    ['quiz 0 nodes', 'one to five questions'],
    ['测验 10', '一到五题'],
    ['quiz whales', 'no topic “whales”'],
  ])('says what it can be, when that is not asked for: %s', async (text, said) => {
    const ann = (await quizWorld()).as(ANN, ROOM);
    expect((await ann.say(text)).summary).toContain(said);
  });

  test('asks nothing again until all has been asked', async () => {
    const ann = (await quizWorld()).as(ANN, ROOM);
    const stems: string[] = [];
    for (let round = 0; round < 12; round++) stems.push((await ann.say('quiz')).summary);
    const first = stems.findIndex((stem, at) => stems.indexOf(stem) < at);
    expect(new Set(stems.slice(0, first)).size).toBe(new Set(stems).size);
    expect(stems.slice(0, 3).every((stem, at) => at === 0 || stem !== stems[at - 1])).toBe(true);
  });

  test.each([
    ['b', 'B'],
    ['Ｂ', 'B'],
    ['answer 2', 'B'],
    ['答 b', 'B'],
    ['answer (b)', 'B'],
  ])('takes “%s” for its choice %s', async (typed, letter) => {
    const world = await quizWorld();
    const ann = world.as(ANN, ROOM);
    await ann.say('lang en');
    await ann.say('quiz');
    const told = await ann.say(typed);
    expect((await world.records.quizzes.chosenBy(ANN.id, 1)).get(1)).toBe(letter.toLowerCase());
    expect(told.summary).toMatch(/Not quite|right/);
  });

  test('takes the text of a choice, and asks for a letter where it is none', async () => {
    const ann = (await quizWorld()).as(ANN, ROOM);
    await ann.say('quiz');
    expect((await ann.say('answer the purple one')).summary).toMatch(/Type the letter/);
    expect((await ann.say('answer kubelet')).summary).toMatch(/right|Not quite/);
    expect((await ann.say('a')).summary).toMatch(/No question of yours is open/);
  });

  test('counts the first answer, and says so kindly to a second one', async () => {
    const ann = (await quizWorld()).as(ANN, ROOM);
    const first = await ann.say('quiz');
    await ann.press(first, 'A');
    const again = await ann.press(first, 'B');
    expect(textOf(again)).toContain('the first answer counts');
    expect(textOf(again)).not.toContain('You chose: B');
  });

  test('is nobody else’s to answer', async () => {
    const world = await quizWorld();
    const first = await world.as(ANN, ROOM).say('quiz');
    expect((await world.as(BOSS, ROOM).press(first, 'A')).summary).toMatch(/somebody else’s/);
  });

  test('that is gone, and a choice that never was, are told so', async () => {
    const ann = (await quizWorld()).as(ANN, ROOM);
    await ann.say('quiz');
    const forged = (args: Record<string, string>) => ann.send({ command: 'answer', args: { quiz: '1', q: '1', choice: 'a', ...args } });
    expect((await forged({ quiz: '99' })).summary).toMatch(/not there any more/);
    expect((await forged({ q: '4' })).summary).toMatch(/do not know this button/);
    expect((await forged({ choice: 'z' })).summary).toMatch(/do not know this button/);
    expect((await forged({ quiz: '-1' })).summary).toMatch(/cannot read that/);
  });

  test('is a question where the words behind it are no quiz', async () => {
    const ann = (await quizWorld()).as(ANN, ROOM);
    expect((await ann.say('quiz me on how the scheduler decides about nodes')).outcome?.kind).toBe('unknown');
  });
});

describe('the quiz of a channel', () => {
  const opened = async (questions = 1) => {
    const world = await quizWorld();
    await world.as(BOSS).say(`daily 9:30 shanghai ${questions} questions`);
    world.clock.pass(30);
    await world.pass();
    return world;
  };

  test('shows in each of its states what everyone may see', async () => {
    const { platform, clock, pass, as } = await opened();
    const shows = () => textOf(platform.shows() ?? { summary: '', blocks: [] });
    expect(shows()).toContain('Nobody has answered yet');
    await as(ANN).pressPublic(platform.shows(), 'A');
    await as(BOSS).pressPublic(platform.shows(), 'B');
    clock.pass(1);
    await pass();
    expect(shows()).toContain('2 people have answered');
    clock.pass(24 * 60);
    await pass();
    expect(shows()).toMatch(/It is: C\. kubelet[\s\S]*0 of 2 answered right/);
    for (const reply of platform.messages.flatMap(({ shown }) => shown)) expect(overBudget(reply)).toEqual([]);
  });

  test('tells the answer to the one who pressed, and never to the others', async () => {
    const { platform, clock, pass, as } = await opened();
    const told = await as(ANN).pressPublic(platform.shows(), 'A');
    expect(told.replaces).toBeUndefined();
    clock.pass(1);
    await pass();
    expect(textOf(platform.shows() ?? told)).not.toMatch(/It is:|right|You chose/);
  });

  test('is read in one’s own language by its button', async () => {
    const { platform, as } = await opened();
    const chinese = await as(ANN).pressPublic(platform.shows(), '中文');
    expect(textOf(chinese)).toContain('哪个组件启动本节点上的 Pod？');
    expect((await as(ANN).press(chinese, 'A')).language).toBe('zh');
  });

  test('of several questions begins with Start and goes on in private', async () => {
    const { platform, clock, pass, as } = await opened(3);
    expect(textOf(platform.shows() ?? { summary: '', blocks: [] })).toContain('3 questions, in private.');
    let reply = await as(ANN).pressPublic(platform.shows(), 'Start ▸');
    for (let at = 1; at <= 3; at++) {
      expect(textOf(reply)).toContain(`question ${at} of 3`);
      reply = await as(ANN).press(reply, 'A');
      if (at < 3) reply = await as(ANN).press(reply, 'Next question ▸');
    }
    expect(textOf(reply)).toMatch(/\d of 3 right/);
    expect(textOf(await as(ANN).pressPublic(platform.shows(), 'Start ▸'))).toContain('You have answered all');
    clock.pass(24 * 60);
    await pass();
    const second = await as(ANN).pressPublic(platform.shows(), 'Question 2');
    expect(second.summary).toMatch(/The quiz is over/);
  });

  test('tells late answers so, and counts them not', async () => {
    const { platform, clock, pass, as, records } = await opened();
    const open = platform.shows();
    clock.pass(24 * 60);
    await pass();
    expect(textOf(await as(ANN).pressPublic(open, 'A'))).toContain('This quiz is over');
    expect(await records.standings.people({ space: 'test:space' }, 'all')).toBe(0);
  });

  test('stays as it was when the notes change while it is open', async () => {
    const { platform, as, records } = await opened();
    const quiz = await records.quizzes.find(1);
    // The tutor of this person knows none of the concepts.
    const told = await as(ANN).pressPublic(platform.shows(), 'A');
    expect(textOf(told)).toContain(quiz?.questions[0]?.item.explanation.en);
  });
});

describe('the leaderboard', () => {
  test('names those who asked for it, and tells one’s own place', async () => {
    const world = await quizWorld();
    await world.as(BOSS).say('daily 9:30 shanghai');
    await world.as(ANN).say('name on');
    world.clock.pass(30);
    await world.pass();
    await world.as(ANN).pressPublic(world.platform.shows(), 'A');
    await world.as(BOSS).pressPublic(world.platform.shows(), 'B');
    expect(textOf(await world.as(ANN).say('top'))).toMatch(/1\. Ann 0 of 1 right\n1\. someone 0 of 1 right[\s\S]*You: place 1 of 2/);
    const week = await world.as(ANN).press(await world.as(ANN).say('top'), 'This week');
    expect(textOf(week)).toContain('This channel: this week');
    expect(textOf(await world.as(ANN).press(week, 'All channels'))).toContain('All channels: this week');
    const hidden = await world.as(ANN).press(week, 'Hide my name');
    expect(hidden.summary).toMatch(/“someone”/);
  });

  test('tells the streaks of a person and of the team', async () => {
    const { as, clock, platform, pass } = await quizWorld();
    await as(BOSS).say('daily 9:30 shanghai');
    for (let day = 2; day <= 6; day++) {
      clock.set(`2026-03-0${day}T01:31:00Z`);
      await pass();
      if (day !== 4) await as(ANN).pressPublic(platform.shows(day - 2), 'A', `test:${day - 1}`);
      else await as(BOSS).pressPublic(platform.shows(day - 2), 'A', `test:${day - 1}`);
    }
    const board = textOf(await as(ANN).say('top'));
    expect(board).toContain('Your streak: 4 days, with 1 missed and forgiven.');
    expect(board).toContain('Somebody here has answered on 5 days in a row.');
    expect(textOf(platform.shows(3) ?? { summary: '', blocks: [] })).toContain('on 4 days in a row');
  });

  test('is empty before the first answer, and keeps scores to oneself where it is quiet', async () => {
    const world = await quizWorld();
    expect(textOf(await world.as(ANN).say('top all'))).toContain('Nobody has answered');
    await world.as(BOSS).say('daily 9:30 shanghai');
    await world.as(BOSS).say('daily quiet');
    world.clock.pass(30);
    await world.pass();
    await world.as(ANN).pressPublic(world.platform.shows(), 'A');
    await world.as(BOSS).pressPublic(world.platform.shows(), 'A');
    const board = await world.as(ANN).say('top');
    expect(board.blocks.some(({ kind }) => kind === 'picture')).toBe(false);
    expect(textOf(board)).toContain('place 1 of 2');
    world.clock.pass(24 * 60);
    await world.pass();
    expect(textOf(world.platform.shows() ?? board)).not.toMatch(/answered right|of 1 right/);
  });
});
