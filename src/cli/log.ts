import pino from 'pino';
import type { Config } from '../config.ts';
import { PlatformError } from '../core/errors.ts';
import type { Log } from '../core/ports.ts';

/** Where a running bot writes down what happens. */
export interface RunLog extends Log {
  /** How it is going, in a sentence for whoever runs the bot. */
  tell(line: string): void;
}

export interface LogOptions {
  readonly level: Config['logLevel'];
  /** What must never be written, wherever it turns up. */
  readonly secrets: readonly string[];
  /** Takes one line of JSON, with its end. */
  readonly write: (line: string) => void;
}

/** A log of lines of JSON. */
export function createLog({ level, secrets, write }: LogOptions): RunLog {
  const hide = hiding(secrets);
  const log = pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime, formatters: { level: (label) => ({ level: label }) } },
    { write: (line: string) => write(hide(line)) },
  );
  return {
    tell: (line) => log.info(line),
    incident: (id, error) => log.error({ turn: id, error: describe(error) }, `incident ${id}`),
    turn({ id, turn, outcome, ms }) {
      const { intent, conversation, actor, typed } = turn;
      const told = { turn: id, command: intent.command, outcome, ms, space: conversation.space };
      log.info(told, 'turn');
      log.debug({ turn: id, delivery: turn.id, actor: actor.id, typed, args: intent.args }, 'what was asked');
    },
  };
}

/** The settings' secrets, as they might turn up in an error. */
export function secretsOf({ slack, discord, web, databaseUrl }: Config): readonly string[] {
  const all = [...Object.values({ ...slack?.access, ...slack?.transport }), discord?.token, web.secretKey, ...passwordsIn(databaseUrl)];
  return all.filter((text): text is string => text !== undefined && text.length >= SHORTEST_SECRET);
}

/** A password as its address writes it and as it is meant, which may end up in an error either way. */
function passwordsIn(databaseUrl: string | undefined): readonly (string | undefined)[] {
  if (databaseUrl === undefined || !URL.canParse(databaseUrl)) return [];
  const { password, searchParams } = new URL(databaseUrl);
  // As a query it is read by the same rules, and never throws at a stray per cent sign.
  const meant = new URLSearchParams(`password=${password.replaceAll('+', '%2B')}`).get('password');
  return [password, meant ?? undefined, searchParams.get('password') ?? undefined];
}

/** What is shorter may stand in any sentence: the kinds of access, for one. */
const SHORTEST_SECRET = 8;

/** Tokens of Slack's, such as those of workspaces that installed the app: https://docs.slack.dev/authentication/tokens */
const SLACK_TOKEN = /\bx(?:ox[a-z]|app)-[\w-]+/g;

function hiding(secrets: readonly string[]): (line: string) => string {
  // As JSON writes them, without the quotes.
  const written = secrets.map((secret) => JSON.stringify(secret).slice(1, -1));
  return (line) => written.reduce((text, secret) => text.replaceAll(secret, '[secret]'), line).replace(SLACK_TOKEN, '[secret]');
}

/** What is told of an error: its own words, and none of the requests and headers that libraries hang on it. */
function describe(error: unknown): object {
  if (!(error instanceof Error)) return { message: String(error) };
  const { name, message, stack, cause } = error;
  return {
    ...{ name, message, stack },
    ...(error instanceof PlatformError && { refusal: error.refusal.kind }),
    ...(cause !== undefined && { cause: describe(cause) }),
  };
}

/** Writes lines of JSON to standard error, and plain ones where a person looks on. */
export function toStandardError(line: string): void {
  process.stderr.write(process.stderr.isTTY ? plain(line) : line);
}

function plain(line: string): string {
  const { msg, error, ...told } = JSON.parse(line) as { msg: string; error?: { stack?: string }; [field: string]: unknown };
  const { level: _, time: __, ...fields } = told;
  const details = Object.entries(fields).map(([name, value]) => `${name}=${typeof value === 'string' ? value : JSON.stringify(value)}`);
  return `${[msg, ...details].join(' ')}\n${error?.stack ? `${error.stack}\n` : ''}`;
}
