import { createServer } from 'node:http';
import type { SlackSettings } from '../adapters/slack/index.ts';
import type { Config, misspeltSettings } from '../config.ts';
import { ContentError } from '../core/errors.ts';
import { offsetMinutes } from '../core/schedule/zones.ts';
import { isReadable, readFolder } from '../files/read-folder.ts';
import { inspectStore } from '../store/inspect.ts';
import { askDiscord, askForSocket, askSlack } from './doctor-platforms.ts';
import { USUAL_PORT } from './serve.ts';
import { openTutor } from './tutor.ts';

/** What came of one check: what is so, or what is wrong and how to mend it. */
export interface Finding {
  readonly check: string;
  readonly isFine: boolean;
  readonly said: string;
}

interface DoctorOptions {
  /** @throws ContentError that lists every wrong setting. */
  readonly readConfig: () => Config;
  /** Names that look like those of settings and are none. */
  readonly misspelt: typeof misspeltSettings;
  readonly json?: boolean;
}

/** Checks all that a bot needs, changes nothing, and names each fault with its mend. The exit code is 1 where there is one. */
export async function doctor({ json, ...settings }: DoctorOptions): Promise<void> {
  const findings = await examine(settings);
  if (findings.some(({ isFine }) => !isFine)) process.exitCode = 1;
  process.stdout.write(json ? `${JSON.stringify(findings)}\n` : findings.map(inWords).join(''));
}

const inWords = ({ check, isFine, said }: Finding): string =>
  `${isFine ? 'ok   ' : 'FAULT'} ${check}: ${said.replaceAll('\n', '\n      ')}\n`;

async function examine({ readConfig, misspelt }: Pick<DoctorOptions, 'readConfig' | 'misspelt'>): Promise<readonly Finding[]> {
  let config: Config | undefined;
  const settings = await look('settings', () => {
    config = readConfig();
    const strange = misspelt();
    if (strange.length > 0) throw new ContentError(strange.map(strangeInWords).join('\n'));
    return platformsOf(config);
  });
  const first = [await look('node', checkNode), settings, await look('time zones', checkZones)];
  return config ? [...first, ...(await Promise.all(checksOf(config)))] : first;
}

function checksOf(config: Config): Promise<Finding>[] {
  const { slack, discord } = config;
  const takesRequests = slack?.transport.kind === 'http' || slack?.access.kind === 'oauth' || discord?.publicKey !== undefined;
  const port = config.port ?? (takesRequests ? USUAL_PORT : undefined);
  return [
    look('store', () => checkStore(config)),
    look('content', () => checkContent(config)),
    ...(port === undefined ? [] : [look('port', () => checkPort(config.host, port))]),
    ...(slack ? [look('slack', () => askSlack(slack))] : []),
    ...(slack ? socketOf(slack) : []),
    ...(discord ? [look('discord', () => askDiscord(discord, config.command))] : []),
  ];
}

const strangeInWords = ({ name, meant }: ReturnType<typeof misspeltSettings>[number]): string =>
  `${name} is no setting${meant === undefined ? '; .env.example lists all.' : `: is ${meant} meant?`} It was passed over.`;

const socketOf = ({ apiUrl, transport }: SlackSettings): Promise<Finding>[] =>
  transport.kind === 'socket' ? [look('slack socket', () => askForSocket(apiUrl, transport.appToken))] : [];

/** Makes a finding of a check, which says what is so or throws what is wrong. */
async function look(check: string, run: () => string | Promise<string>): Promise<Finding> {
  try {
    return { check, isFine: true, said: await run() };
  } catch (error) {
    return { check, isFine: false, said: error instanceof Error ? error.message : String(error) };
  }
}

const OLDEST_NODE = 24;

function checkNode(): string {
  if (Number(process.versions.node.split('.')[0]) >= OLDEST_NODE) return process.version;
  throw new ContentError(`${process.version} is too old; install Node ${OLDEST_NODE} or newer: https://nodejs.org/en/download`);
}

/** Says which platforms the settings lead to. */
function platformsOf({ slack, discord }: Config): string {
  const names = [...(slack ? ['Slack'] : []), ...(discord ? ['Discord'] : [])];
  return names.length > 0 ? `for ${names.join(' and ')}` : 'for the terminal and the playground; tokens of Slack or Discord lead there';
}

/** A summer and a winter in two zones, which a Node with little or old data gets wrong. */
function checkZones(): string {
  const found = ['2026-01-01T00:00:00Z', '2026-07-01T00:00:00Z'].flatMap((at) => {
    const date = new Date(at);
    return [offsetMinutes('Asia/Shanghai', date), offsetMinutes('America/New_York', date)];
  });
  if (found.join() === '480,-300,480,-240') return `data of ${process.versions.tz}`;
  throw new ContentError('This Node has no or wrong data of time zones. Install one from nodejs.org (full ICU), and unset NODE_ICU_DATA.');
}

async function checkStore({ databaseUrl, dataDir }: Config): Promise<string> {
  const { where, freeBytes, isNearlyFull } = await inspectStore(databaseUrl ?? dataDir);
  if (freeBytes === undefined) return where;
  const free = `${Math.floor(freeBytes / 1e6)} MB free`;
  if (isNearlyFull) throw new ContentError(`${where}: only ${free}. Make room on that disk, else answers cannot be kept.`);
  return `${where}, ${free}`;
}

async function checkContent(config: Config): Promise<string> {
  const tutor = await openTutor(config);
  const errors = tutor.problems().filter(({ severity }) => severity === 'error').length;
  if (errors > 0)
    throw new ContentError(
      `${errors} ${errors === 1 ? 'problem' : 'problems'} in ${config.contentDir}. To list them: kubetutor check ${config.contentDir}`,
    );
  const count = `${tutor.knowledge().library.concepts.size} concepts`;
  if (config.contentDir === undefined) return count;
  const { files } = await readFolder(config.contentDir);
  const notes = files.filter(({ path }) => isReadable(path)).length;
  if (notes > 0) return `${count}, ${notes} ${notes === 1 ? 'file' : 'files'} of your own`;
  throw new ContentError(
    `There is no note in ${config.contentDir}. Notes end in .yaml, .md, .csv or .tsv; look whether it is the right folder.`,
  );
}

async function checkPort(host: string, port: number): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) =>
      reject(
        new ContentError(
          `One cannot listen on ${host}:${port} (${error.message}). Unless that is this bot, running, choose another PORT or HOST.`,
        ),
      ),
    );
    server.listen(port, host, resolve);
  });
  await new Promise((resolve) => server.close(resolve));
  return `${host}:${port} is free`;
}
