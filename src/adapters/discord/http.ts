import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { type APIInteraction, InteractionResponseType, InteractionType } from 'discord-api-types/v10';
import { verifyKey } from 'discord-interactions';
import type { Acknowledge, FirstResponse } from './answer.ts';

/** The path to give in Discord's developer portal, behind the address under which this server is reached. */
export const INTERACTIONS_PATH = '/discord/interactions';

/** Larger ones are not from Discord, whose messages have at most some thousand characters. */
const MOST_BYTES = 1_000_000;

/** Deferrals are given by the API, which answers when they hold: what follows must not overtake them. */
const DEFERRALS = [InteractionResponseType.DeferredChannelMessageWithSource, InteractionResponseType.DeferredMessageUpdate];

export interface EndpointOptions {
  /** As the developer portal shows it, in hex. */
  readonly publicKey: string;
  readonly handle: (interaction: APIInteraction, acknowledge: Acknowledge) => Promise<void>;
  readonly acknowledgeByRest: (interaction: APIInteraction) => Acknowledge;
}

/**
 * Takes interactions over HTTP, and answers in the response itself:
 * https://docs.discord.com/developers/interactions/overview#setting-up-an-endpoint
 */
export function createEndpoint(options: EndpointOptions): RequestListener {
  return async (request, response) => {
    try {
      await attend(request, response, options);
    } catch {
      // Whoever handles interactions has told what went wrong; Discord tells the person that nothing came.
      if (!response.headersSent) response.writeHead(500);
      response.end();
    }
  };
}

async function attend(request: IncomingMessage, response: ServerResponse, options: EndpointOptions): Promise<void> {
  if (request.method !== 'POST') return void response.writeHead(405).end();
  const body = await bodyOf(request);
  if (!body) return void response.writeHead(413).end();
  if (!(await isFromDiscord(request, body, options.publicKey))) return void response.writeHead(401).end();
  const interaction = JSON.parse(body.toString()) as APIInteraction;
  if (interaction.type === InteractionType.Ping) return send(response, { type: InteractionResponseType.Pong });
  await options.handle(interaction, async (first) => {
    if (!DEFERRALS.includes(first.type)) return send(response, first);
    await options.acknowledgeByRest(interaction)(first);
    response.writeHead(202).end();
  });
  if (!response.writableEnded) response.writeHead(202).end();
}

async function bodyOf(request: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > MOST_BYTES) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

async function isFromDiscord({ headers }: IncomingMessage, body: Buffer, publicKey: string): Promise<boolean> {
  const signature = headers['x-signature-ed25519'];
  const timestamp = headers['x-signature-timestamp'];
  return typeof signature === 'string' && typeof timestamp === 'string' && verifyKey(body, signature, timestamp, publicKey);
}

/** Files go beside the JSON in a form: https://docs.discord.com/developers/reference#uploading-files */
async function send(response: ServerResponse, { files = [], ...first }: FirstResponse): Promise<void> {
  if (files.length === 0) {
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(first));
    return;
  }
  const form = new FormData();
  form.set('payload_json', JSON.stringify(first));
  for (const [index, { name, data, contentType: type = 'text/plain' }] of files.entries()) {
    const bytes = data instanceof Uint8Array ? new Uint8Array(data) : String(data);
    form.set(`files[${index}]`, new Blob([bytes], { type }), name);
  }
  const encoded = new Response(form);
  response.writeHead(200, Object.fromEntries(encoded.headers)).end(Buffer.from(await encoded.arrayBuffer()));
}
