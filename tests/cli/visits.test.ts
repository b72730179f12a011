import { expect, test } from 'vitest';
import { withVisits } from '../../src/cli/visits.ts';
import type { Spaces } from '../../src/core/ports.ts';
import { personCalled, ROOM, tutorFor } from '../support/bot.ts';

const DAY_MS = 24 * 60 * 60_000;
const BEGUN_MS = Date.parse('2026-03-02T12:00:00Z');

/** A bot at work in rooms, and what it is told to keep of them. */
function visiting(visited: Spaces['visited'] = async () => {}) {
  let nowMs = BEGUN_MS;
  const told: string[] = [];
  const incidents: unknown[] = [];
  const bot = withVisits(tutorFor().bot, {
    spaces: {
      visited: (space, until) => {
        told.push(`${space} until ${until.toISOString().slice(0, 10)}`);
        return visited(space, until);
      },
    },
    log: { incident: (_id, error) => void incidents.push(error) },
    now: () => new Date(nowMs),
  });
  return {
    told,
    incidents,
    pass: (days: number) => {
      nowMs += days * DAY_MS;
    },
    ask: (space: `web:${string}`) =>
      bot.reply({
        ...{ id: 'turn', actor: personCalled('Ann'), typed: 'help', intent: { command: 'help', args: {} } },
        conversation: { ...ROOM, space },
      }),
  };
}

test('a room is kept for half a year from when somebody last did something there, and the store is told so once a day', async () => {
  const { told, ask, pass } = visiting();
  for (const space of ['web:a', 'web:a', 'web:b', 'web:a'] as const) await ask(space);
  pass(1);
  await ask('web:a');
  expect(told).toEqual(['web:a until 2026-08-29', 'web:b until 2026-08-29', 'web:a until 2026-08-30']);
});

test('where the store is away, visitors are answered all the same', async () => {
  const away = new Error('away');
  const { incidents, ask } = visiting(() => Promise.reject(away));
  expect((await ask('web:a')).blocks).not.toEqual([]);
  expect(incidents).toEqual([away]);
});
