import { existsSync, readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseEnv } from 'node:util';
import { z } from 'zod';
import type { DiscordSettings } from './adapters/discord/index.ts';
import type { SlackSettings } from './adapters/slack/index.ts';
import { ContentError } from './core/errors.ts';
import type { MemorySettings } from './core/review/memory.ts';
import { findZone } from './core/schedule/zones.ts';
import { editDistance } from './core/search/edit-distance.ts';
import { discordSchema, discordSettings } from './discord-settings.ts';
import { slackSchema, slackSettings } from './slack-settings.ts';

const folder = z.string().trim().min(1, 'name a folder, or leave it out');

/** From nothing at all to everything; only `debug` shows what people wrote. */
const LOG_LEVELS = ['silent', 'error', 'warn', 'info', 'debug'] as const;

/** How many of them FSRS-6 has. */
const WEIGHTS = 21;

/** Whether a password does not end the address early, whose rest would be taken for the host, or for a remark in `.env`. */
function isOneAddress(url: string): boolean {
  const before = url.slice(url.indexOf('//') + 2, url.lastIndexOf('@'));
  // `user:password@/database` has no host, which drivers of PostgreSQL take for a socket.
  return (!url.includes('@') || !/[@#/?]/.test(before)) && URL.canParse(url.replace('@/', '@socket/'));
}

/** The settings that the environment or `.env` may hold; one with nothing behind it counts as absent. */
const schema = z.object({
  CONTENT_DIR: folder.optional(),
  DATA_DIR: folder.default('./data'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'write postgres://user:password@host/database, or leave it out')
    .refine(isOneAddress, 'in user and password, write @ as %40, # as %23, / as %2F, ? as %3F, : as %3A')
    .optional(),
  LOCALE: z.enum(['en', 'zh'], { error: 'write en or zh' }).optional(),
  COMMAND: z
    .string()
    .regex(/^[a-z0-9_-]{1,31}$/, 'small letters, digits, - and _, at most 31')
    .default('k8s'),
  TIME_ZONE: z
    .string()
    .transform(findZone)
    .refine((zone) => zone !== undefined, 'write a name such as Asia/Shanghai, or leave it out')
    .optional(),
  RETENTION: z.coerce
    .number({ error: 'write a number from 0.7 to 0.97' })
    .min(0.7, 'write a number from 0.7 to 0.97')
    .max(0.97, 'write a number from 0.7 to 0.97')
    .default(0.9),
  WEIGHTS: z
    .string()
    .transform((text) => text.split(',').map(Number))
    .refine(
      (weights) => weights.length === WEIGHTS && weights.every(Number.isFinite),
      `write the ${WEIGHTS} numbers that npm run fit-memory prints`,
    )
    .optional(),
  HOST: z.string().trim().min(1, 'name an address of this machine, or leave it out').default('127.0.0.1'),
  PORT: z.coerce.number('write a number from 0 to 65535').int().min(0).max(65_535).optional(),
  WEB_URL: z.url({ protocol: /^https?$/, error: 'write an address such as https://tutor.example.com, or leave it out' }).optional(),
  ...slackSchema.shape,
  ...discordSchema.shape,
  LOG_LEVEL: z.enum(LOG_LEVELS, { error: `write ${LOG_LEVELS.join(', ')}` }).default('info'),
  LC_ALL: z.string().optional(),
  LANG: z.string().optional(),
});

/** How the playground is reached from elsewhere. */
interface WebSettings {
  /** Its address, where that is not this machine's. */
  readonly publicUrl: string | undefined;
  /** What cookies are signed with; without it, something that is made up and kept. */
  readonly secretKey: string | undefined;
}

export interface Config {
  /** A team's own notes, beside the shipped ones. */
  readonly contentDir: string | undefined;
  /** Where the bot keeps what it must remember. */
  readonly dataDir: string;
  /** The PostgreSQL database that is used in its place, when there is one; holds a password. */
  readonly databaseUrl: string | undefined;
  /** The language of those of whom nothing is known. */
  readonly language: 'en' | 'zh';
  /** The slash command's name. */
  readonly command: string;
  /** The time zone of those of whom nothing is known. */
  readonly zone: string;
  /** The recall at which a concept is due for review, and how people forget. */
  readonly memory: MemorySettings;
  /** Where requests are listened for, where any are sent; without a port, only if something needs it. */
  readonly host: string;
  readonly port: number | undefined;
  /** The page on which anyone can try the bot, where it talks on no platform; holds a secret. */
  readonly web: WebSettings;
  /** How much is told of what happens; at `debug`, what people write too. */
  readonly logLevel: (typeof LOG_LEVELS)[number];
  /** Present where the bot is to talk in Slack; holds secrets. */
  readonly slack: SlackSettings | undefined;
  /** Present where the bot is to talk on Discord; holds a secret. */
  readonly discord: DiscordSettings | undefined;
  /** The notes that come with the program. */
  readonly shippedContent: string;
}

/**
 * Reads all settings, once; the only place that looks at the environment.
 *
 * @throws ContentError that lists every wrong setting, or says what is the matter with `.env`.
 */
export function readConfig(): Config {
  if (existsSync('.env')) loadDotEnv();
  const given = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== ''));
  const { error } = schema.safeParse(given);
  const problems = new Map(error?.issues.map(({ path, message }) => [path.join('.'), message]));
  const data = schema.parse(Object.fromEntries(Object.entries(given).filter(([name]) => !problems.has(name))));
  // What is wrong is there all the same, and not missing.
  const present = { ...data, ...Object.fromEntries(Object.entries(given).filter(([name]) => problems.has(name))) };
  const missing: string[] = [];
  const slack = complete(slackSettings(present), missing);
  const discord = complete(discordSettings(present), missing);
  const wrong = [...Array.from(problems, (problem) => problem.join(': ')), ...missing.filter((line) => !problems.has(nameIn(line)))];
  if (wrong.length > 0) throw new ContentError(['These settings are wrong:', ...wrong.map((line) => `  ${line}`)].join('\n'));
  const system = data.LC_ALL ?? data.LANG ?? '';
  return {
    contentDir: data.CONTENT_DIR,
    dataDir: data.DATA_DIR,
    databaseUrl: data.DATABASE_URL,
    language: data.LOCALE ?? (system.startsWith('zh') ? 'zh' : 'en'),
    command: data.COMMAND,
    zone: data.TIME_ZONE ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
    memory: { retention: data.RETENTION, ...(data.WEIGHTS && { weights: data.WEIGHTS }) },
    host: data.HOST,
    port: data.PORT,
    web: { publicUrl: data.WEB_URL, secretKey: data.SECRET_KEY },
    logLevel: data.LOG_LEVEL,
    slack,
    discord,
    shippedContent: fileURLToPath(new URL('../content', import.meta.url)),
  };
}

/** How unlike a setting's name something may be that is surely none of another program. */
const MOST_UNLIKE = 2;
const MOST_UNLIKE_OF_OURS = 6;

/** Names that look like those of settings and are none, each with the setting that may be meant; of `.env` too, once {@link readConfig} has read it. */
export function misspeltSettings(): readonly { readonly name: string; readonly meant: string | undefined }[] {
  const known = Object.keys(schema.shape);
  return Object.keys(process.env).flatMap((name) => {
    if (known.includes(name) || name.length < 2 * MOST_UNLIKE) return [];
    const isOurs = /^(?:SLACK|DISCORD)_/.test(name);
    const limit = isOurs ? MOST_UNLIKE_OF_OURS : MOST_UNLIKE;
    const near = known.map((other) => ({ other, distance: editDistance(name, other, Math.min(limit, other.length / 3)) }));
    const [best] = near.toSorted((a, b) => a.distance - b.distance);
    const meant = best && best.distance <= limit ? best.other : undefined;
    return isOurs || meant ? [{ name, meant }] : [];
  });
}

function loadDotEnv(): void {
  if (statSync('.env').isDirectory()) {
    throw new ContentError(
      `.env is a folder in ${process.cwd()}, and should be a file of settings such as .env.example.\n` +
        'Remove it, or write that file in its place. Docker makes such a folder where it is to mount a file that is not there.',
    );
  }
  try {
    // Node's own loadEnvFile calls every file that it cannot read a missing one.
    const said = parseEnv(readFileSync('.env', 'utf8'));
    for (const [name, value] of Object.entries(said)) process.env[name] ??= value;
  } catch (error) {
    throw new ContentError(
      `.env cannot be read (${error instanceof Error ? error.message : error}). Give it to the user who runs the bot.`,
    );
  }
}

interface Missing {
  readonly missing: readonly string[];
}

/** The settings of one platform; what is missing from them is told with the rest. */
function complete<Settings extends object>(settings: Settings | Missing | undefined, missing: string[]): Settings | undefined {
  if (!settings || !isMissing(settings)) return settings;
  missing.push(...settings.missing);
  return undefined;
}

const isMissing = (settings: object): settings is Missing => 'missing' in settings;

/** The setting of which a line tells. */
const nameIn = (line: string): string => line.slice(0, line.indexOf(':'));
