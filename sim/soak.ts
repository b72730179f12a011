import { parseArgs } from 'node:util';
import { describeLoad, describeMachine } from '../bench/report.ts';
import { judge } from './soak/judge.ts';
import { describeSoak } from './soak/report.ts';
import { soak } from './soak/run.ts';
import { postgresForSoak, sqliteForSoak } from './soak/stores.ts';

/**
 * The real program on both platforms, with people who never rest, while one
 * thing after another goes wrong: `npm run soak [-- --minutes 10 --store postgres|sqlite --seed 1]`.
 *
 * Ends with 1, and says what, when an acknowledged answer is lost, a post is
 * missing or doubled, somebody is not answered, or the process grows.
 */

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '10' },
    store: { type: 'string', default: 'postgres' },
    seed: { type: 'string', default: '1' },
  },
});

const tell = (text: string): void => void process.stdout.write(`${text}\n`);
const store = await (values.store === 'sqlite' ? sqliteForSoak() : postgresForSoak());
tell(`${describeMachine()}\n${store.name}, ${values.minutes} minutes, seed ${values.seed}\n`);
try {
  const soaked = await soak({ store, minutes: Number(values.minutes), seed: values.seed, tell });
  const wrong = judge(soaked);
  tell(`${describeSoak(soaked)}\nload at the end ${describeLoad()}\n`);
  if (wrong.length > 0) tell(`${['In the bot’s log:', ...soaked.incidents.slice(0, 20)].join('\n')}\n`);
  tell(wrong.length === 0 ? 'Nothing is lost, doubled, unanswered or grown.' : ['WRONG', ...wrong].join('\n'));
  process.exitCode = wrong.length === 0 ? 0 : 1;
} finally {
  await store.close();
}
