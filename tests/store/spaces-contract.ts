import { describe, expect, onTestFinished, test } from 'vitest';
import type { ConversationId, SpaceId } from '../../src/core/places.ts';
import type { ActorId } from '../../src/core/turn.ts';
import { openStore } from '../../src/store/store.ts';
import { NOON, type Place } from '../support/databases.ts';
import { arrangement, opening } from '../support/quiz.ts';

const DAY_MS = 24 * 60 * 60_000;
const DAY = '2026-03-02';

/** A space, its channel and somebody there, as a platform calls them. */
interface Team {
  readonly space: SpaceId;
  readonly conversation: ConversationId;
  readonly actor: ActorId;
}

/** Slack's people belong to their workspace. */
const onSlack = (team: string): Team => ({ space: `slack:${team}`, conversation: `slack:${team}:C1`, actor: `slack:${team}:U1` });
/** Discord's are the same in every server. */
const onDiscord = (guild: string): Team => ({ space: `discord:${guild}`, conversation: `discord:${guild}:9`, actor: 'discord:user:7' });

/** What any store must do with spaces that the bot was taken out of. Call it once for each engine. */
export function spacesContract(name: string, newPlace: () => Promise<Place>) {
  const begun = async () => {
    const place = await newPlace();
    let nowMs = NOON.getTime();
    const store = await openStore(place.where, { as: 'tool', now: () => new Date(nowMs) });
    onTestFinished(() => store.close());
    const idsIn = async (table: string, column: string) =>
      (await place.query(`select distinct ${column} as id from ${table} order by 1`)).map(({ id }) => String(id));
    return {
      ...store,
      idsIn,
      pass: (days: number) => {
        nowMs += days * DAY_MS;
      },
      /** Lets a space have a quiz that somebody answered. */
      async livelyAt({ space, conversation, actor }: Team): Promise<void> {
        const { schedules, quizzes } = store.records;
        await store.inviters.remember(conversation, actor);
        await store.sentPictures.keep(space, 'hash', 'F1');
        await store.personalFiles.add(space, 'F2');
        await schedules.save(arrangement({ space, conversation }), { at: NOON, day: DAY });
        const quiz = await quizzes.find((await quizzes.open(opening(DAY, { space, conversation }))) ?? 0);
        if (!quiz) throw new Error('no quiz was opened');
        await quizzes.record({ quiz, position: 1, actor: { id: actor, name: 'Ann' }, choice: 'b', isRight: true });
      },
    };
  };

  describe(`${name}: a space that the bot was taken out of`, () => {
    test('has its quizzes stopped at once, and no other has', async () => {
      const { spaces, records, livelyAt } = await begun();
      for (const team of [onSlack('T1'), onSlack('T11'), onDiscord('1')]) await livelyAt(team);
      await spaces.left('slack:T1');
      await spaces.left('discord:1');
      expect(await records.schedules.find('slack:T1:C1')).toMatchObject({ state: 'paused', remark: 'gone' });
      expect(await records.schedules.find('discord:1:9')).toMatchObject({ state: 'paused', remark: 'gone' });
      expect(await records.schedules.find('slack:T11:C1')).toMatchObject({ state: 'on' });
    });

    test('is forgotten 30 days later with its people, and nothing else is', async () => {
      const { spaces, livelyAt, pass, idsIn } = await begun();
      for (const team of [onSlack('T1'), onSlack('T2'), onSlack('T11')]) await livelyAt(team);
      await spaces.left('slack:T1');
      pass(29);
      await spaces.left('slack:T1');
      await spaces.left('slack:T2');
      expect(await spaces.forgetLeft()).toEqual([]);
      pass(1);
      expect(await spaces.forgetLeft()).toEqual(['slack:T1']);
      expect(await spaces.forgetLeft()).toEqual([]);
      expect(await idsIn('actor', 'id')).toEqual(['slack:T11:U1', 'slack:T2:U1']);
      for (const table of ['schedule', 'quiz', 'sent_picture', 'personal_file'])
        expect(await idsIn(table, 'space')).toEqual(['slack:T11', 'slack:T2']);
      for (const table of ['inviter', 'post']) expect(await idsIn(table, 'conversation')).toEqual(['slack:T11:C1', 'slack:T2:C1']);
      for (const table of ['learner', 'attempt', 'question'])
        expect(await idsIn(table, table === 'learner' ? 'id' : 'quiz')).toHaveLength(2);
      expect((await idsIn('standing', 'scope')).join()).not.toContain('slack:T1:');
      expect(await idsIn('asked', 'scope')).toEqual(['slack:T11:C1', 'slack:T2:C1']);
    });

    test('keeps those of its people who are elsewhere too', async () => {
      const { spaces, livelyAt, pass, idsIn, reviews } = await begun();
      await livelyAt(onDiscord('1'));
      await livelyAt(onDiscord('2'));
      await livelyAt(onSlack('T1'));
      await reviews.people.join('discord:user:7', await reviews.people.offerCode('slack:T1:U1'));
      await spaces.left('discord:1');
      await spaces.left('slack:T1');
      pass(30);
      expect((await spaces.forgetLeft()).toSorted()).toEqual(['discord:1', 'slack:T1']);
      expect(await idsIn('quiz', 'space')).toEqual(['discord:2']);
      expect(await idsIn('actor', 'id')).toEqual(['discord:user:7']);
      expect(await idsIn('learner', 'id')).toHaveLength(1);
      expect((await idsIn('standing', 'scope')).join()).not.toMatch(/discord:1\b|slack/);
    });

    test('is no longer among those where the bot is, until it is back', async () => {
      const { spaces, livelyAt } = await begun();
      for (const team of [onDiscord('1'), onDiscord('2'), onSlack('T1')]) await livelyAt(team);
      await spaces.left('discord:1');
      expect(await spaces.known('discord')).toEqual(['discord:2']);
      await spaces.entered('discord:1');
      expect(await spaces.known('discord')).toEqual(['discord:1', 'discord:2']);
    });

    test('is kept when the bot is back in time', async () => {
      const { spaces, livelyAt, pass, idsIn } = await begun();
      for (const team of [onSlack('T1'), onSlack('T2')]) await livelyAt(team);
      await spaces.left('slack:T1');
      pass(20);
      await Promise.all((['slack:T1', 'slack:T2', 'slack:T1'] as const).map((space) => spaces.entered(space)));
      pass(20);
      expect(await spaces.forgetLeft()).toEqual([]);
      expect(await idsIn('schedule', 'space')).toEqual(['slack:T1', 'slack:T2']);
    });
  });

  describe(`${name}: a visitor's room`, () => {
    test('is forgotten 30 days after nobody can come back to it, unless it is visited before', async () => {
      const { spaces, livelyAt, pass, idsIn } = await begun();
      const until = (days: number) => new Date(NOON.getTime() + days * DAY_MS);
      for (const room of ['a', 'b']) await livelyAt({ space: `web:${room}`, conversation: `web:${room}:team`, actor: `web:${room}:ann` });
      for (const room of ['web:a', 'web:b'] as const) await spaces.visited(room, until(180));
      pass(100);
      await spaces.visited('web:b', until(280));
      pass(109);
      expect(await spaces.forgetLeft()).toEqual([]);
      expect(await idsIn('schedule', 'state')).toEqual(['on']);
      pass(1);
      expect(await spaces.forgetLeft()).toEqual(['web:a']);
      expect(await idsIn('actor', 'id')).toEqual(['web:b:ann']);
      for (const table of ['schedule', 'quiz', 'departure']) expect(await idsIn(table, 'space')).toEqual(['web:b']);
      for (const table of ['learner', 'log_line', 'memory'])
        expect(await idsIn(table, table === 'learner' ? 'id' : 'learner')).toHaveLength(1);
    });

    test('goes with some others, those first that were left longest ago', async () => {
      const { spaces, pass } = await begun();
      for (let n = 0; n < 25; n++) await spaces.visited(`web:${n}`, new Date(NOON.getTime() - n));
      pass(30);
      const gone: (readonly string[])[] = [];
      do gone.push(await spaces.forgetLeft());
      while (gone.at(-1)?.length !== 0);
      expect(gone.map(({ length }) => length)).toEqual([10, 10, 5, 0]);
      expect(gone[0]?.[0]).toBe('web:24');
    });
  });
}
