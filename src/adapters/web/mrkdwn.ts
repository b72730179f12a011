import type { Piece } from './protocol.ts';

/**
 * One mark at a time: a link or mention, code, or text between two signs that
 * stand at the edges of words, as Slack reads them.
 * https://docs.slack.dev/messaging/formatting-message-text#basic-formatting
 */
const MARK =
  /<(?<inside>[^<>]+)>|`(?<code>[^`\n]+)`|(?<![\p{L}\p{N}])(?:\*(?<bold>\S(?:[^*\n]*\S)?)\*|_(?<italic>\S(?:[^_\n]*\S)?)_|~(?<strike>\S(?:[^~\n]*\S)?)~)(?![\p{L}\p{N}])/u;

/** Draws Slack's own mark-up; a mention is shown as it is written, so that one sees what would have called others. */
export function drawMrkdwn(text: string): Piece[] {
  const found = MARK.exec(text);
  if (!found) return text === '' ? [] : [unescaped(text)];
  const { inside, code, bold, italic, strike } = found.groups ?? {};
  const before = text.slice(0, found.index);
  return [
    ...(before === '' ? [] : [unescaped(before)]),
    ...(inside === undefined ? [] : [drawAngled(inside)]),
    ...(code === undefined ? [] : [{ tag: 'code', children: [unescaped(code)] } as const]),
    ...(bold === undefined ? [] : [{ tag: 'strong', children: drawMrkdwn(bold) } as const]),
    ...(italic === undefined ? [] : [{ tag: 'em', children: drawMrkdwn(italic) } as const]),
    ...(strike === undefined ? [] : [{ tag: 's', children: drawMrkdwn(strike) } as const]),
    ...drawMrkdwn(text.slice(found.index + found[0].length)),
  ];
}

/** What stands in angle brackets: an address with or without a label, else a mention. */
function drawAngled(inside: string): Piece {
  const [address = '', label] = inside.split('|', 2);
  if (!/^https?:/.test(address)) return { tag: 'span', class: 'mention', children: [unescaped(`<${inside}>`)] };
  const href = unescaped(address);
  return { tag: 'a', href, children: [label === undefined ? href : unescaped(label)] };
}

/** The three signs that Slack wants escaped: https://docs.slack.dev/messaging/formatting-message-text#escaping */
const unescaped = (text: string): string => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
