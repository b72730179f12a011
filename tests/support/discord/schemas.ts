import { isDeepStrictEqual } from 'node:util';
import {
  ApplicationCommandAutocompleteCallbackRequestSchema,
  ApplicationCommandUpdateRequestSchema,
  CreateMessageInteractionCallbackRequestSchema,
  CreatePrivateChannelRequestSchema,
  IncomingWebhookInteractionRequestSchema,
  IncomingWebhookUpdateRequestPartialSchema,
  MessageCreateRequestSchema,
  MessageEditRequestPartialSchema,
  ModalInteractionCallbackRequestSchema,
  PongInteractionCallbackRequestSchema,
  UpdateMessageInteractionCallbackRequestSchema,
} from 'discord-api-spec/zod';
import { z } from 'zod';
import { invalidForm } from './refused.ts';

/** What each kind of request may hold: Discord's own OpenAPI description, as zod schemas. */
const BODIES = {
  callback: z.union([
    PongInteractionCallbackRequestSchema,
    CreateMessageInteractionCallbackRequestSchema,
    UpdateMessageInteractionCallbackRequestSchema,
    ApplicationCommandAutocompleteCallbackRequestSchema,
    ModalInteractionCallbackRequestSchema,
  ]),
  commands: z.array(ApplicationCommandUpdateRequestSchema),
  directMessage: CreatePrivateChannelRequestSchema,
  followUp: IncomingWebhookInteractionRequestSchema,
  editFollowUp: IncomingWebhookUpdateRequestPartialSchema,
  message: MessageCreateRequestSchema,
  editMessage: MessageEditRequestPartialSchema,
} as const;

export type BodyKind = keyof typeof BODIES;

/** Holds a body against Discord's own description of it; a field that is not in there is a mistake too. */
export function checkBody(kind: BodyKind, body: unknown): void {
  const { success, data, error } = z.safeParse(BODIES[kind], body);
  if (!success) throw invalidForm(`${kind}: ${error.message}`);
  // discord.js sends this with every message, though the description lacks it.
  const rest = JSON.parse(JSON.stringify(body, (key, value) => (key === 'enforce_nonce' && value === false ? undefined : value)));
  if (!isDeepStrictEqual(data, rest)) throw invalidForm(`${kind}: only ${JSON.stringify(data)} is known of ${JSON.stringify(body)}`);
}
