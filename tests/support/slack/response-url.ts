import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { type createFaults, meet } from './faults.ts';
import { refusedPictures } from './files.ts';
import type { World } from './methods.ts';
import { brokenByMessage, type Payload } from './rules.ts';
import { bodyOf } from './web-api.ts';
import { BOT } from './workspace.ts';

/** Where an answer is to go: https://docs.slack.dev/interactivity/handling-user-interaction#message_responses */
export interface Origin {
  readonly channel: string;
  readonly user: string;
  /** The message whose button was pressed. */
  readonly message?: string | undefined;
}

interface Said extends Payload {
  readonly response_type?: 'in_channel' | 'ephemeral';
  readonly replace_original?: boolean;
  readonly delete_original?: boolean;
  readonly thread_ts?: string;
}

const MAX_USES = 5;
const LIVES_MS = 30 * 60_000;

/** Addresses at which an answer is taken five times within 30 minutes. */
export function createResponseUrls(world: World, faults: ReturnType<typeof createFaults>, now: () => number) {
  const known = new Map<string, Origin & { uses: number; readonly madeAt: number }>();

  return {
    open(origin: Origin): string {
      const id = randomUUID();
      known.set(id, { ...origin, uses: 0, madeAt: now() });
      return `${world.address}/response/${id}`;
    },

    async answer(id: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
      const origin = known.get(id);
      const said = JSON.parse(await bodyOf(request)) as Said;
      const refuse = (error: string) => {
        world.violated(`response_url: ${error}`);
        response.writeHead(404).end(JSON.stringify({ ok: false, error }));
      };
      if (!origin || now() - origin.madeAt > LIVES_MS) return refuse('expired_url');
      if (origin.uses >= MAX_USES) return refuse('used_url');
      const act = () => {
        origin.uses += 1;
        return sayAt(origin, said, world);
      };
      if (await meet(faults.take('response_url'), request, response, act)) return;
      const error = act();
      response.writeHead(error ? 400 : 200).end(error ?? 'ok');
    },
  };
}

/** Does what was asked by a response, or inside an acknowledgement; what is wrong with it, where something is. */
export function sayAt({ channel, user, message }: Origin, said: Said, world: World): string | undefined {
  const { workspace, violated } = world;
  if (said.delete_original) {
    if (message !== undefined) workspace.remove(channel, message);
    return undefined;
  }
  const { response_type, replace_original, delete_original: _none, thread_ts, ...content } = said;
  const broken = brokenByMessage(content);
  for (const { rule, details } of broken) violated(rule, details);
  const refused = broken[0]?.error ?? refusedPictures(content, world);
  if (refused) return refused;
  if (replace_original && message !== undefined) workspace.change(channel, message, content);
  else workspace.add({ ...content, channel, user: BOT.user, thread_ts, onlyFor: response_type === 'in_channel' ? undefined : user });
  return undefined;
}
