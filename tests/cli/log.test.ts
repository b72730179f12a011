import { describe, expect, test } from 'vitest';
import { createLog, type LogOptions, secretsOf } from '../../src/cli/log.ts';
import type { Turn } from '../../src/core/turn.ts';
import { configFor } from '../support/config.ts';

function logging(options: Partial<LogOptions> = {}) {
  const lines: string[] = [];
  const log = createLog({ level: 'info', secrets: [], write: (line) => lines.push(line), ...options });
  return { log, lines, last: () => JSON.parse(lines.at(-1) ?? '') as Record<string, unknown> };
}

const turn: Turn = {
  id: 'delivery-1',
  intent: { command: 'ask', args: { q: 'is our merger secret' } },
  typed: 'is our merger secret',
  actor: { id: 'slack:T1:U1', name: 'Ann', locale: undefined, account: async () => ({ canManage: false }) },
  conversation: { id: 'slack:T1:C1', space: 'slack:T1', isDirect: false },
};
const told = { id: 'abc1234', turn, outcome: 'answered', ms: 3 } as const;

describe('the log', () => {
  test('has a line of JSON for each turn, with its number and without what anybody wrote or who it was', () => {
    const { log, lines, last } = logging();
    log.turn?.(told);
    expect(last()).toMatchObject({ level: 'info', turn: 'abc1234', command: 'ask', outcome: 'answered', ms: 3, space: 'slack:T1' });
    expect(lines).toHaveLength(1);
    expect(lines.join()).not.toMatch(/merger|Ann|U1/);
  });

  test('shows what was asked at debug, for whoever looks for a fault with everybody’s consent', () => {
    const { log, last } = logging({ level: 'debug' });
    log.turn?.(told);
    expect(last()).toMatchObject({ level: 'debug', turn: 'abc1234', typed: 'is our merger secret' });
  });

  test('has the number that the person was told, and the causes, of an incident', () => {
    const { log, last } = logging();
    log.incident('abc1234', new Error('no answer', { cause: new TypeError('x is undefined') }));
    expect(last()).toMatchObject({ level: 'error', turn: 'abc1234', error: { message: 'no answer', cause: { name: 'TypeError' } } });
  });

  test('leaves out what libraries hang on their errors', () => {
    const { log, lines } = logging();
    log.incident('x', Object.assign(new Error('401'), { config: { headers: { Authorization: 'Bearer abc' } } }));
    expect(lines.join()).not.toContain('Bearer');
  });

  test('never holds a secret of the settings or a token of Slack’s, wherever it turns up', () => {
    const databaseUrl = 'postgres://me:pass%2Bword%22@host/db';
    const discord = {
      token: 'MTIz.abc.def',
      publicKey: undefined,
      guild: undefined,
      shards: 'auto',
      apiUrl: 'https://discord.com/api',
    } as const;
    const secrets = secretsOf({ ...configFor({ dataDir: '' }), databaseUrl, discord });
    const { log, lines } = logging({ secrets });
    log.tell('xoxb-12-abc and MTIz.abc.def');
    log.incident('x', new Error('cannot reach postgres://me:pass%2Bword%22@host/db with pass+word"'));
    expect(lines.join('')).not.toMatch(/12-abc|MTIz|pass/);
    expect(lines.join('').match(/\[secret\]/g)?.length).toBeGreaterThanOrEqual(4);
  });

  test('says nothing at silent', () => {
    const { log, lines } = logging({ level: 'silent' });
    log.tell('Ready.');
    log.turn?.(told);
    expect(lines).toEqual([]);
  });
});
