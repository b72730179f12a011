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
