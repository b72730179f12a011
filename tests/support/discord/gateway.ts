import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { GatewayIntentBits, GatewayOpcodes } from 'discord-api-types/v10';
import { type WebSocket, WebSocketServer } from 'ws';
import { guildPayload } from './application.ts';
import type { World } from './world.ts';

/** https://docs.discord.com/developers/events/gateway#privileged-intents */
const PRIVILEGED = GatewayIntentBits.GuildMembers | GatewayIntentBits.GuildPresences | GatewayIntentBits.MessageContent;

interface Session {
  readonly id: string;
  readonly intents: number;
  readonly shard: number;
  readonly shards: number;
  readonly events: { readonly t: string; readonly s: number; readonly d: unknown }[];
  socket: WebSocket | undefined;
}

/** Something that happened, for the sessions that may know of it. */
export interface Event {
  readonly name: string;
  readonly payload: unknown;
  /** Events of direct messages have none, and go to shard 0. */
  readonly guildId?: string;
  /** The intents without which a session is not told. */
  readonly intents: number;
}

/** Discord's gateway: https://docs.discord.com/developers/events/gateway */
export function createGateway({ world, token, url }: { world: World; token: string; url: () => string }) {
  const server = new WebSocketServer({ noServer: true });
  const sessions = new Map<string, Session>();
  let identified = 0;
  let resumed = 0;
  let isMute = false;
  let ignored = 0;
  const send = (socket: WebSocket | undefined, op: GatewayOpcodes, d: unknown, rest: object = {}) =>
    socket?.send(JSON.stringify({ op, d, s: null, t: null, ...rest }));

  function dispatch(session: Session, t: string, d: unknown): void {
    const event = { t, s: session.events.length + 1, d };
    session.events.push(event);
    send(session.socket, GatewayOpcodes.Dispatch, d, event);
  }

  // https://docs.discord.com/developers/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes
  function identify(socket: WebSocket, d: { token: string; intents: number; shard?: [number, number] }): Session | undefined {
    if (d.token !== token) return void socket.close(4004, 'Authentication failed.');
    if (d.intents & PRIVILEGED) return void socket.close(4014, 'Disallowed intent(s).');
    const [shard, shards] = d.shard ?? [0, 1];
    const session: Session = { id: world.snowflake(), intents: d.intents, shard, shards, events: [], socket };
    sessions.set(session.id, session);
    identified += 1;
    const guilds = [...world.guilds.values()].filter(({ id }) => shardOf(id, shards) === shard);
    dispatch(session, 'READY', {
      v: 10,
      user: world.application,
      guilds: guilds.map(({ id }) => ({ id, unavailable: true })),
      session_id: session.id,
      resume_gateway_url: url(),
      shard: [shard, shards],
      application: { id: world.application.id, flags: 0 },
    });
    if (d.intents & GatewayIntentBits.Guilds) for (const guild of guilds) dispatch(session, 'GUILD_CREATE', guildPayload(world, guild));
    return session;
  }

  function resume(socket: WebSocket, d: { token: string; session_id: string; seq: number }): Session | undefined {
    const session = sessions.get(d.session_id);
    if (d.token !== token) return void socket.close(4004, 'Authentication failed.');
    if (!session) return void send(socket, GatewayOpcodes.InvalidSession, false);
    session.socket = socket;
    resumed += 1;
    for (const event of session.events.filter(({ s }) => s > d.seq)) send(socket, GatewayOpcodes.Dispatch, event.d, event);
    dispatch(session, 'RESUMED', {});
    return session;
  }

  function attend(socket: WebSocket): void {
    if (isMute) {
      ignored += 1;
      world.changed();
      return;
    }
    let session: Session | undefined;
    send(socket, GatewayOpcodes.Hello, { heartbeat_interval: 45_000 });
    socket.on('message', (data) => {
      const { op, d } = JSON.parse(String(data));
      if (op === GatewayOpcodes.Heartbeat) send(socket, GatewayOpcodes.HeartbeatAck, null);
      else if (session) socket.close(4005, 'Already authenticated.');
      else if (op === GatewayOpcodes.Identify) session = identify(socket, d);
      else if (op === GatewayOpcodes.Resume) session = resume(socket, d);
      else socket.close(4003, 'Not authenticated.');
      world.changed();
    });
    socket.on('close', (code) => {
      if (session?.socket === socket) session.socket = undefined;
      // "When you close the connection with close code 1000 or 1001, your session will be invalidated."
      if (session && (code === 1000 || code === 1001)) sessions.delete(session.id);
      world.changed();
    });
  }

  const connected = () => [...sessions.values()].flatMap(({ socket }) => socket ?? []);
  return {
    accept: (request: IncomingMessage, socket: Duplex, head: Buffer) => server.handleUpgrade(request, socket, head, attend),
    /** Tells every session of the right shard that asked for such events; those that have lost their connection hear of it when they resume. */
    tell({ name, payload, guildId, intents }: Event): void {
      for (const session of sessions.values()) {
        const isMine = (guildId === undefined ? 0 : shardOf(guildId, session.shards)) === session.shard;
        if (isMine && (session.intents & intents) === intents) dispatch(session, name, payload);
      }
    },
    /** Breaks every connection, as happens every few hours; the sessions can be resumed. */
    drop: () => connected().forEach((socket) => void socket.terminate()),
    /** Breaks every connection, and from now on says nothing to those who connect. */
    fallSilent(): void {
      isMute = true;
      for (const socket of connected()) socket.terminate();
    },
    /** Asks every connection to identify anew: https://docs.discord.com/developers/events/gateway-events#invalid-session */
    invalidate(): void {
      const sockets = connected();
      sessions.clear();
      for (const socket of sockets) send(socket, GatewayOpcodes.InvalidSession, false);
    },
    /** Closes every connection for good, for a reason of Discord's: https://docs.discord.com/developers/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes */
    shutOut: (code: number) => connected().forEach((socket) => void socket.close(code)),
    counts: () => ({ identified, resumed, ignored, connected: connected().length }),
    close(): void {
      for (const socket of server.clients) socket.terminate();
      server.close();
    },
  };
}

/** https://docs.discord.com/developers/events/gateway#sharding */
const shardOf = (guildId: string, shards: number): number => Number((BigInt(guildId) >> 22n) % BigInt(shards));
