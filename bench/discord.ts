import { COMMANDS } from '../src/core/commands/index.ts';
import { createKnowledge } from '../src/core/knowledge.ts';
import { createSuggest } from '../src/core/suggest.ts';
import { shippedLibrary } from '../tests/support/notes.ts';
import { openBench, summed } from './discord/parts.ts';
import { megabytes, time, times } from './units.ts';

// From the moment at which Discord tells of a question to that at which the answer arrives there, over loopback:
// the whole bot beside the least that discord.js does, in turns, so that both meet the same machine.
const QUESTIONS = [
  'what is kubelet',
  'Secret 和 ConfigMap 的区别',
  'which part decides what machine a Pod lands on',
  'waht is a deploymnet',
];
const ROUNDS = 10;
const IN_A_ROUND = 100;
const SERVERS = 1_000;

const print = (line: string) => process.stdout.write(`${line}\n`);
const shown = ({ p50, p99, count }: ReturnType<typeof summed>) => `p50 ${time(p50)}, p99 ${time(p99)} (${count})`;
const question = (at: number) => QUESTIONS[at % QUESTIONS.length] ?? '';

const bot = await openBench('bot', SERVERS);
const echo = await openBench('echo', SERVERS);
print(
  `Memory with ${SERVERS} servers of 20 channels: bot ${megabytes(await bot.memory())}, bare discord.js ${megabytes(await echo.memory())}`,
);

const [ours, bare]: [number[], number[]] = [[], []];
// The first round is for the compiler.
for (let round = 0; round <= ROUNDS; round++) {
  for (const [bench, found] of [
    [bot, ours],
    [echo, bare],
  ] as const) {
    for (let at = 0; at < IN_A_ROUND; at++) {
      const took = await bench.ask(question(at));
      if (round > 0) found.push(took);
    }
  }
}
const [idle, least] = [summed(ours), summed(bare)];
print(`Question to answer: bot ${shown(idle)}; bare discord.js ${shown(least)}`);
print(
  `  ${times(idle.p50 / least.p50)} its p50 (goal 1.3), ${times(idle.p99 / least.p99)} its p99 (goal 1.5); to find and write the answer takes ${time(await bot.replies())} of it`,
);

let isPosting = true;
const posting = bot.post().finally(() => {
  isPosting = false;
});
const busy: number[] = [];
while (isPosting) busy.push(await bot.ask(question(busy.length)));
const during = summed(busy);
print(`While it posts in ${await posting} channels: ${shown(during)}; ${times(during.p99 / idle.p99)} its p99 when idle (goal 2)`);
await bot.close();
await echo.close();

const knowledge = await createKnowledge(await shippedLibrary(), () => undefined);
const suggest = createSuggest(COMMANDS);
const typing = QUESTIONS.flatMap((text) => Array.from(text, (_, at) => text.slice(0, at + 1)));
suggest('', 'en', knowledge);
const completions = Array.from({ length: 20 }, () => typing)
  .flat()
  .map((text) => {
    const begun = performance.now();
    suggest(text, 'en', knowledge);
    return performance.now() - begun;
  });
print(`Completing what is typed: ${shown(summed(completions))}`);
process.exit();
