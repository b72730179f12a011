import { createHmac, randomBytes } from 'node:crypto';
import { Pool } from 'undici';
import { SECRET } from './parts.ts';

/** What a server did under load. */
export interface Load {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
}

let commands = 0;

/** A number that counts up, one of the workspace, and some signs: https://docs.slack.dev/interactivity/implementing-slash-commands#app_command_handling */
const triggerId = () => `${13_345_224_609 + ++commands}.738474920.${randomBytes(16).toString('hex')}`;

/** A command as Slack sends it, each one new. */
function command(): { readonly body: string; readonly headers: Record<string, string> } {
  const fields = { command: '/k8s', text: 'what is kubelet', team_id: 'T1', channel_id: 'C1', channel_name: 'general', user_id: 'U1', user_name: 'ann', api_app_id: 'A1', is_enterprise_install: 'false', trigger_id: triggerId(), response_url: 'http://127.0.0.1:9/none' }; // biome-ignore format: a form
  const body = new URLSearchParams(fields).toString();
  const at = Math.floor(Date.now() / 1_000);
  const signature = createHmac('sha256', SECRET).update(`v0:${at}:${body}`).digest('hex');
  const headers = { 'x-slack-request-timestamp': String(at), 'x-slack-signature': `v0=${signature}` };
  return { body, headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers } };
}

/**
 * Sends commands for a while, the next one on a connection when the last one was answered.
 *
 * @throws Error when one is not answered with 200.
 */
export async function load(port: number, connections: number, until: Promise<unknown>): Promise<number[]> {
  const pool = new Pool(`http://127.0.0.1:${port}`, { connections, pipelining: 1 });
  const times: number[] = [];
  let isOver = false;
  void until.then(() => {
    isOver = true;
  });
  const one = async () => {
    while (!isOver) {
      const begun = performance.now();
      await said(pool);
      times.push(performance.now() - begun);
    }
  };
  await Promise.all(Array.from({ length: connections }, one));
  await pool.close();
  return times;
}

/** What is answered to one command. */
export async function answered(port: number): Promise<string> {
  const pool = new Pool(`http://127.0.0.1:${port}`);
  const text = await said(pool);
  await pool.close();
  return text;
}

async function said(pool: Pool): Promise<string> {
  const { body, headers } = command();
  const response = await pool.request({ path: '/slack/events', method: 'POST', body, headers });
  const text = await response.body.text();
  if (response.statusCode !== 200 || text === '') throw new Error(`answered with ${response.statusCode} ${text}`);
  return text;
}

/** The middle and the slow end of times in milliseconds. */
export function summed(times: readonly number[], seconds: number): Load {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(Math.floor(sorted.length * share), sorted.length - 1)] ?? 0;
  return { perSecond: times.length / seconds, p50: at(0.5), p99: at(0.99) };
}
