import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { answered, type Load, load, summed } from './slack/load.ts';

/**
 * Compares the bot in Slack with the bare framework, in one run: a command over
 * HTTP with signature check, and then answers while a thousand posts go out.
 */
const CONNECTIONS = 50;
const FEW = 5;
const ROUND_MS = 3_000;
const ROUNDS = 3;

const children: ChildProcess[] = [];
process.on('exit', () => {
  for (const child of children) child.kill();
});

async function started(script: string, ...args: string[]): Promise<{ readonly child: ChildProcess; readonly port: number }> {
  const child = fork(fileURLToPath(new URL(`slack/${script}`, import.meta.url)), args);
  children.push(child);
  const [{ port }] = (await once(child, 'message')) as [{ port: number }];
  return { child, port };
}

/** How much processor time a process has taken until now, in microseconds. */
async function cpuOf(child: ChildProcess): Promise<number> {
  const said = once(child, 'message');
  child.send('cpu');
  const [{ cpuUs }] = (await said) as [{ cpuUs: number }];
  return cpuUs;
}

const during = (port: number, connections: number) => load(port, connections, wait(ROUND_MS));
const print = (line: string): void => void process.stdout.write(`${line}\n`);
const row = (name: string, { perSecond, p50, p99 }: Load, more = '') =>
  print(
    `${name.padEnd(36)} ${perSecond.toFixed(0).padStart(7)}/s   p50 ${p50.toFixed(1).padStart(6)} ms   p99 ${p99.toFixed(1).padStart(6)} ms${more}`,
  );
const goal = (text: string, value: number, isMet: boolean) => print(`${isMet ? 'met    ' : 'not met'} ${text}: ${value.toFixed(2)}`);

const api = await started('api.ts');
const echo = await started('echo.ts');
const bot = await started('bot.ts', `http://127.0.0.1:${api.port}/api/`);
// What the framework itself takes for an answer of this size, found and drawn beforehand.
const ready = await started('echo.ts', await answered(bot.port));
for (const { port } of [echo, ready, bot]) await during(port, CONNECTIONS);

// In turns, so that whatever else the machine does hits both.
const seconds = (ROUNDS * ROUND_MS) / 1_000;
const measured = {
  echo: { times: [] as number[], cpuUs: 0 },
  ready: { times: [] as number[], cpuUs: 0 },
  bot: { times: [] as number[], cpuUs: 0 },
};
for (let round = 0; round < ROUNDS; round++) {
  for (const [server, found] of [
    [echo, measured.echo],
    [ready, measured.ready],
    [bot, measured.bot],
  ] as const) {
    const before = await cpuOf(server.child);
    found.times.push(...(await during(server.port, CONNECTIONS)));
    found.cpuUs += (await cpuOf(server.child)) - before;
  }
}
const shown = (name: string, { times, cpuUs }: typeof measured.bot): Load => {
  const found = summed(times, seconds);
  row(name, found, `   ${(cpuUs / times.length).toFixed(0)} µs of processor time each`);
  return found;
};
const bare = shown(`bare Bolt echo, ${CONNECTIONS} connections`, measured.echo);
shown('the same with the answer’s bytes', measured.ready);
const whole = shown(`/k8s what is kubelet, ${CONNECTIONS} connections`, measured.bot);

const idle = summed(await during(bot.port, FEW), ROUND_MS / 1_000);
const posted = once(bot.child, 'message');
const begun = performance.now();
bot.child.send('post');
const busy = await load(bot.port, FEW, posted);
const fanOut = summed(busy, (performance.now() - begun) / 1_000);
row(`answers alone, ${FEW} connections`, idle);
row('answers while 1,000 posts go out', fanOut);
const [{ posted: count }] = (await posted) as [{ posted: number }];
print(`${count} posts in ${((performance.now() - begun) / 1_000).toFixed(1)} s\n`);

goal('throughput ≥ 0.85 of the echo’s', whole.perSecond / bare.perSecond, whole.perSecond >= 0.85 * bare.perSecond);
goal('p99 ≤ 1.5 × the echo’s', whole.p99 / bare.p99, whole.p99 <= 1.5 * bare.p99);
goal('p99 during a fan-out ≤ 2 × alone', fanOut.p99 / idle.p99, fanOut.p99 <= 2 * idle.p99);
process.exit();
