import { type APIInteractionResponse, InteractionResponseType } from 'discord-api-types/v10';
import { messagePayload, type Sent } from './payloads.ts';
import { invalidForm, Refused } from './refused.ts';
import { checkMessage, checkModal, type Shown } from './rules.ts';
import { checkBody } from './schemas.ts';
import { type Interaction, isEphemeral, type Message, type Modal, type World } from './world.ts';

// https://docs.discord.com/developers/interactions/receiving-and-responding#followup-messages:
// "you must send an initial response within 3 seconds", "tokens are valid for 15 minutes".
const FIRST_RESPONSE_MS = 3_000;
const TOKEN_MS = 15 * 60_000;

/** https://docs.discord.com/developers/interactions/application-commands#autocomplete */
const MOST_CHOICES = 25;

/** Keeps the first response to an interaction: one only, and in time. */
export function acknowledge(world: World, id: string, token: string, { body, files }: Sent): void {
  const interaction = [...world.interactions.values()].find((one) => one.id === id && one.token === token);
  if (!interaction || world.now() - interaction.sentAt > FIRST_RESPONSE_MS) throw new Refused(404, 10062, 'Unknown interaction');
  if (interaction.ack !== undefined) throw new Refused(400, 40060, 'Interaction has already been acknowledged.');
  checkBody('callback', body);
  respond(world, interaction, body as APIInteractionResponse, files);
  interaction.ack = (body as APIInteractionResponse).type;
  world.changed();
}

function respond(world: World, interaction: Interaction, response: APIInteractionResponse, files: Sent['files']): void {
  // What was written into the modal of a press may update its message, as the press might.
  const isPress = interaction.kind === 'component' || interaction.pressed !== undefined;
  switch (response.type) {
    case InteractionResponseType.ChannelMessageWithSource:
      interaction.originalId = post(world, interaction, response.data as Shown, files).id;
      return;
    case InteractionResponseType.DeferredChannelMessageWithSource:
      interaction.isLoading = true;
      interaction.isEphemeral = isEphemeral(response.data?.flags);
      return;
    case InteractionResponseType.DeferredMessageUpdate:
    case InteractionResponseType.UpdateMessage:
      if (!isPress) throw invalidForm('only a press can update its message');
      interaction.originalId = interaction.pressed ?? '';
      if (response.type === InteractionResponseType.UpdateMessage) edit(world, original(world, interaction), response.data as Shown, files);
      return;
    case InteractionResponseType.Modal:
      // https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-response-object-interaction-callback-type
      if (interaction.kind === 'submission') throw invalidForm('a modal cannot answer a modal');
      if (interaction.kind === 'autocomplete') throw invalidForm('a modal cannot answer what is being typed');
      checkModal(response.data as Modal);
      interaction.modal = response.data as Modal;
      return;
    case InteractionResponseType.ApplicationCommandAutocompleteResult: {
      const choices = (response.data.choices ?? []) as { name: string; value: string }[];
      if (interaction.kind !== 'autocomplete') throw invalidForm('nothing is being completed');
      if (choices.length > MOST_CHOICES) throw invalidForm(`${choices.length} choices`);
      interaction.choices = choices;
      return;
    }
    default:
      throw invalidForm(`a response of type ${response.type}`);
  }
}

function post(world: World, { id, channelId, userId }: Interaction, shown: Shown, files: Sent['files']): Message {
  checkMessage(
    shown,
    files.map(({ name }) => name),
  );
  const visibleTo = isEphemeral(shown.flags) ? { visibleTo: userId } : {};
  return world.put({
    ...shown,
    id: world.snowflake(),
    channelId,
    authorId: world.application.id,
    answers: { id, userId },
    files,
    ...visibleTo,
  });
}

/**
 * Changes what is named and leaves the rest. Files that stood there stay, unless the list of attachments is named
 * without them: https://docs.discord.com/developers/resources/message#edit-message
 */
export function edit(world: World, message: Message, change: Shown, sent: Sent['files']): Message {
  const files = change.attachments ? sent : [...message.files, ...sent];
  const edited = { ...message, ...change, flags: (message.flags ?? 0) | (change.flags ?? 0), files };
  checkMessage(
    edited,
    files.map(({ name }) => name),
  );
  return world.put(edited);
}

function original(world: World, { channelId, originalId }: Interaction): Message {
  const message = world.channels.get(channelId)?.messages.get(originalId ?? '');
  if (!message) throw new Refused(404, 10008, 'Unknown Message');
  return message;
}

/** The interaction that a token belongs to, while it holds; before the first response it opens nothing. */
function interactionOf(world: World, token: string): Interaction {
  const interaction = world.interactions.get(token);
  if (!interaction || interaction.ack === undefined) throw new Refused(404, 10015, 'Unknown Webhook');
  if (world.now() - interaction.sentAt > TOKEN_MS) throw new Refused(401, 50027, 'Invalid Webhook Token');
  return interaction;
}

/** https://docs.discord.com/developers/interactions/receiving-and-responding#edit-original-interaction-response */
export function editOriginal(world: World, token: string, { body, files }: Sent) {
  const interaction = interactionOf(world, token);
  checkBody('editFollowUp', body);
  const message = interaction.isLoading
    ? finish(world, interaction, body as Shown, files)
    : edit(world, original(world, interaction), body as Shown, files);
  return messagePayload(world, message);
}

/** What was "thinking…" becomes a message, of the audience that it was announced to. */
function finish(world: World, interaction: Interaction, shown: Shown, files: Sent['files']): Message {
  const flags = (shown.flags ?? 0) | (interaction.isEphemeral ? 64 : 0);
  const message = post(world, interaction, { ...shown, flags }, files);
  interaction.isLoading = false;
  interaction.originalId = message.id;
  return message;
}

/** https://docs.discord.com/developers/interactions/receiving-and-responding#delete-original-interaction-response */
export function deleteOriginal(world: World, token: string): void {
  world.remove(original(world, interactionOf(world, token)));
}

/** https://docs.discord.com/developers/interactions/receiving-and-responding#create-followup-message */
export function followUp(world: World, token: string, { body, files }: Sent) {
  const interaction = interactionOf(world, token);
  checkBody('followUp', body);
  return messagePayload(world, post(world, interaction, body as Shown, files));
}
