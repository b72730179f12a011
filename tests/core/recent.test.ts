import { describe, expect, test } from 'vitest';
import { createRecent } from '../../src/core/recent.ts';
import type { ActorId } from '../../src/core/turn.ts';
import { answer, personCalled, tutorFor } from '../support/bot.ts';

const [ANN, BOB] = [personCalled('Ann'), personCalled('Bob')];

describe('what one has looked up last', () => {
  test('is offered first, newest first, to that person alone and until it is forgotten', async () => {
    const { bot, say } = tutorFor({ findings: { one: answer('secret'), two: answer('pod'), 'the thing': answer() } });
    const offered = (who = ANN) => bot.suggest('', who, 'test:space').map(({ text }) => text);
    const before = offered();
    for (const question of ['one', 'two', 'one', 'nothing']) await say(question);
    expect(offered().slice(0, 2)).toEqual(['Secret', 'Pod']);
    expect(new Set(offered()).size).toBe(offered().length);
    expect(offered(BOB)).toEqual(before);
    expect(bot.suggest('no', ANN, 'test:space')[0]?.text).toBe('no');
    await say('forget me');
    expect(offered()).toEqual(before);
  });

  test('is five concepts of five thousand people at most', () => {
    const recent = createRecent();
    for (const concept of ['a', 'b', 'c', 'd', 'e', 'f', 'b']) recent.add(ANN.id, concept);
    expect(recent.of(ANN.id)).toEqual(['b', 'f', 'e', 'd', 'c']);
    for (let n = 0; n < 5_000; n++) recent.add(`test:${n}` as ActorId, 'a');
    expect(recent.of(ANN.id)).toEqual([]);
    expect(recent.of('test:0')).toEqual(['a']);
  });
});
