/** Makes a text plain where Slack reads marks: https://docs.slack.dev/messaging/formatting-message-text#escaping */
export const escapeMrkdwn = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const unescapeMrkdwn = (text: string): string => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

const MENTION_OF_PERSON = /<[@!][^>]*>/g;
const LINK_WITH_LABEL = /<[^>|]*\|([^>]*)>/g;
const BARE_LINK = /<([^>]*)>/g;

/** What a person typed, as they saw it: without mentions, and with the labels of links and channels. */
export function typedText(text: string): string {
  return unescapeMrkdwn(text.replace(MENTION_OF_PERSON, ' ').replace(LINK_WITH_LABEL, '$1').replace(BARE_LINK, '$1')).trim();
}

/** What of a part of a message is read by people: https://docs.slack.dev/reference/block-kit/blocks and https://docs.slack.dev/tools/node-slack-sdk/reference/web-api/interfaces/MessageAttachment */
const READ = new Set(['text', 'title', 'pretext', 'fallback']);

/** The texts in a message's blocks and attachments: where an app wrote it, they may be all of it. */
export function textsIn(part: unknown): readonly string[] {
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([key, value]) => (typeof value === 'string' ? (READ.has(key) ? [value] : []) : textsIn(value)));
}
