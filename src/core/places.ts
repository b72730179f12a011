/** A channel, thread or direct message on one platform: `slack:T123:C456`, `discord:789:456`, `terminal:local`. What is before the first colon names the platform. */
export type ConversationId = `${string}:${string}`;

/** The platform that something is on, by its id: a conversation's, an account's, a space's. */
export const platformOf = (id: `${string}:${string}`): string => id.slice(0, id.indexOf(':'));

/** A Slack workspace, a Discord server, a terminal: `slack:T123`. */
export type SpaceId = `${string}:${string}`;

/** Where one message of ours stands; only its own platform reads it. At most 200 characters. */
export type MessageRef = string;
