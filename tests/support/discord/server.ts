import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { guildPayload } from './application.ts';
import { createFaults } from './faults.ts';
import { createGateway } from './gateway.ts';
import { acknowledge } from './interactions.ts';
import { createLimits, type Limits } from './limits.ts';
import { readSent } from './payloads.ts';
import { createPeople } from './people.ts';
import { createRest } from './rest.ts';
import { createWebhook } from './webhook.ts';
import { createWorld, type Guild, type GuildGiven, type Interaction } from './world.ts';

export interface DiscordOptions {
  /** Discord's own clock, in milliseconds since 1970. */
  readonly now?: () => number;
  readonly limits?: Limits;
  /** How many shards Discord recommends. */
  readonly shards?: number;
  /** Told the address of each request as soon as it comes in. */
  readonly onRequest?: (url: string) => void;
}

/** A Discord of our own that keeps the documented rules. */
export type Discord = Awaited<ReturnType<typeof openDiscord>>;

/** The bot's token there. */
export const TOKEN = 'loopback.token';

/** https://docs.discord.com/developers/events/gateway-events#guild-create */
const GUILDS_INTENT = 1;

/** Opens a Discord on this machine, with nobody on it but the bot. */
export async function openDiscord({ now = Date.now, limits, shards = 1, onRequest }: DiscordOptions = {}) {
  const world = createWorld(now);
  const faults = createFaults();
  const webhook = createWebhook(now);
  world.endpoint.publicKey = webhook.publicKey;
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const gateway = createGateway({ world, token: TOKEN, url: () => `ws://127.0.0.1:${port}` });
  const rest = createRest({
    ...{ world, token: TOKEN, faults, limits: createLimits(now, limits) },
    gateway: () => ({ url: `ws://127.0.0.1:${port}`, remaining: 1_000 - gateway.counts().identified, shards }),
  });
  server.on('request', (request, response) => {
    onRequest?.(request.url ?? '');
    void answer(rest, request, response);
  });
  server.on('upgrade', gateway.accept);
  async function overHttp(interaction: Interaction, payload: object, url: string): Promise<void> {
    const response = await webhook.post(url, payload);
    if (response.status === 202) return;
    if (!response.ok) throw new Error(`the endpoint answered ${response.status}`);
    // An answer to what has been answered is passed over.
    if (interaction.ack !== undefined) return;
    const { id, token } = interaction;
    acknowledge(world, id, token, await readSent(new Request(url, { method: 'POST', ...(await bodyOf(response)) })));
  }

  const people = createPeople(
    world,
    (interaction, payload, guildId) => {
      if (world.endpoint.url !== null) void overHttp(interaction, payload, world.endpoint.url);
      else gateway.tell({ name: 'INTERACTION_CREATE', payload, intents: 0, ...(guildId !== undefined && { guildId }) });
    },
    gateway.tell,
  );

  return {
    world,
    faults,
    people,
    gateway,
    webhook,
    log: rest.log,
    /** For `DISCORD_API_URL`. */
    api: `http://127.0.0.1:${port}/api`,
    /** From now on, interactions are posted there. */
    sendInteractionsTo: (url: string) => {
      world.endpoint.url = url;
    },
    /** The bot is asked into a server that was not there before. */
    invite(name: string, given: GuildGiven = {}, arrange: (guild: Guild) => void = () => {}) {
      const added = world.addGuild(name, { joinedAt: world.now(), ...given });
      arrange(added.guild);
      gateway.tell({ name: 'GUILD_CREATE', payload: guildPayload(world, added.guild), guildId: added.guild.id, intents: GUILDS_INTENT });
      return added;
    },
    /** The bot is shown the door. */
    expel({ id }: Guild): void {
      world.guilds.delete(id);
      gateway.tell({ name: 'GUILD_DELETE', payload: { id }, guildId: id, intents: GUILDS_INTENT });
    },
    async close(): Promise<void> {
      gateway.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function bodyOf(response: Response): Promise<RequestInit> {
  return { body: await response.arrayBuffer(), headers: { 'content-type': response.headers.get('content-type') ?? '' } };
}

async function answer(rest: ReturnType<typeof createRest>, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const hasBody = incoming.method !== 'GET' && incoming.method !== 'DELETE';
  const request = new Request(`http://127.0.0.1${incoming.url}`, {
    method: incoming.method ?? 'GET',
    headers: Object.entries(incoming.headers).map(([name, value]): [string, string] => [name, String(value)]),
    ...(hasBody && { body: Readable.toWeb(incoming) as ReadableStream, duplex: 'half' }),
  });
  const answered = await rest.answer(request);
  if (answered.kind === 'broken') return void incoming.socket.destroy();
  const { response } = answered;
  outgoing.writeHead(response.status, Object.fromEntries(response.headers));
  outgoing.end(Buffer.from(await response.arrayBuffer()));
}
