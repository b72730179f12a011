import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { describeLoad, describeMachine } from '../bench/report.ts';
import { time } from '../bench/units.ts';
import { addressOf, startPostgres } from '../tests/support/postgres.ts';
import { type CrashOutcome, type CrashPlan, crash } from './crash/run.ts';

/**
 * Kills bots with SIGKILL while they post what is due:
 * `npm run sim:crash [-- --conversations 10000 --kills 24 --gap 1]`.
 *
 * Prints how many quizzes were lost and doubled, and ends with 1 when one was
 * lost, or doubled where one can look.
 */

const { values } = parseArgs({
  options: {
    conversations: { type: 'string', default: '10000' },
    sqlite: { type: 'string', default: '2000' },
    kills: { type: 'string', default: '24' },
    gap: { type: 'string', default: '1' },
    seed: { type: 'string', default: '1' },
  },
});

const shared = { kills: Number(values.kills), gapMs: Number(values.gap), seed: values.seed };
print(describeMachine());
print(
  `Posts to one space are ${shared.gapMs} ms apart, which is far closer than any platform allows: it is not pacing that is measured.\n` +
    'The two kinds of platform are tried at the same time, on one machine. What a dead worker held is looked for once others have seen it in its hands for 60 seconds.',
);
const outcomes = [...(await onPostgres()), ...(await onSqlite())];
const isFlawless = outcomes.every(({ plan, channels, doubled }) => channels === plan.conversations && (doubled === 0 || !plan.canLook));
print(`load at the end ${describeLoad()}`);
process.exitCode = isFlawless ? 0 : 1;

/** Both kinds of platform at once: most of the time, one waits for what the dead held. */
async function onPostgres(): Promise<CrashOutcome[]> {
  return Promise.all(
    [true, false].map(async (canLook) => {
      const server = await startPostgres();
      try {
        const where = addressOf(server.socketDir, 'postgres');
        return await told({ ...shared, store: 'PostgreSQL', where, canLook, workers: 2, conversations: Number(values.conversations) });
      } finally {
        await server.stop();
      }
    }),
  );
}

async function onSqlite(): Promise<CrashOutcome[]> {
  return Promise.all(
    [true, false].map(async (canLook) => {
      const where = mkdtempSync(join(tmpdir(), 'kubetutor-crash-'));
      try {
        return await told({ ...shared, store: 'SQLite', where, canLook, workers: 1, conversations: Number(values.sqlite) });
      } finally {
        rmSync(where, { recursive: true, force: true });
      }
    }),
  );
}

async function told(plan: CrashPlan): Promise<CrashOutcome> {
  const outcome = await crash(plan);
  const { channels, doubled, kills, mostMs, allMs } = outcome;
  const { store, workers, canLook, conversations } = plan;
  print(
    [
      `${store}, ${workers} worker${workers === 1 ? '' : 's'}, ${canLook ? 'the platform can be asked' : 'one cannot look'}`,
      `  due ${conversations}, posted ${channels}, lost ${conversations - channels}, doubled ${doubled}, kills ${kills}`,
      `  99 % after ${time(mostMs)}, all after ${time(allMs)}`,
    ].join('\n'),
  );
  return outcome;
}

function print(text: string): void {
  process.stdout.write(`${text}\n\n`);
}
