import { EventEmitter, once } from 'node:events';
import { expect, onTestFinished } from 'vitest';
import type { Element, PageEvent, PersonId, Piece, Place, ShownMessage, View } from '../../../src/adapters/web/protocol.ts';

/** What stands in a part of a message, as text, its buttons in brackets. */
export function textOf(piece: Piece): string {
  if (typeof piece === 'string') return piece;
  switch (piece.tag) {
    case 'ul':
    case 'ol':
      return piece.items.map((item) => item.map(textOf).join('')).join('\n');
    case 'button':
      return `[${piece.label}]`;
    case 'img':
      return piece.alt;
    case 'file':
      return `${piece.name}\n${piece.text}`;
    default:
      return (piece.children ?? []).map(textOf).join(piece.tag === 'div' ? '\n' : '');
  }
}

/** All elements in some pieces, outermost first. */
export const elementsIn = (pieces: readonly Piece[]): Element[] =>
  pieces.flatMap((piece) => {
    if (typeof piece === 'string') return [];
    const inside = 'items' in piece ? piece.items.flat() : 'children' in piece ? (piece.children ?? []) : [];
    return [piece, ...elementsIn(inside)];
  });

type Pressable = Extract<Element, { tag: 'button' }>;

/** What a message shows of itself on one platform. */
export const shows = (message: ShownMessage, view: View = 'slack'): string =>
  message.text ?? (message.views?.[view] ?? []).map(textOf).join('\n');

export const buttonsOf = (message: ShownMessage, view: View = 'slack'): Pressable[] =>
  elementsIn(message.views?.[view] ?? []).filter((element): element is Pressable => element.tag === 'button');

/** Someone who has opened the page in a browser of their own, or comes back to it with a cookie. */
export async function visit(address: string, { cookie: known }: { readonly cookie?: string } = {}) {
  const headers = { origin: address, 'content-type': 'application/json', ...(known && { cookie: known }) };
  const post = (path: string, body: unknown, more: Record<string, string> = {}) =>
    fetch(`${address}${path}`, { method: 'POST', headers: { ...headers, ...more }, body: JSON.stringify(body) });
  const entered = await post('/web/enter', { zone: 'Asia/Shanghai' });
  const cookie = (entered.headers.get('set-cookie') ?? '').split(';', 1)[0] ?? '';

  /** The id of one's room, which the cookie holds before its signature. */
  const room = cookie.slice(cookie.indexOf('=') + 1, cookie.indexOf('.'));

  const messages = new Map<string, ShownMessage>();
  const notices: string[] = [];
  const changed = new EventEmitter().setMaxListeners(0);
  const leaving = new AbortController();
  onTestFinished(() => leaving.abort());
  const hear = (event: PageEvent) => {
    if (event.name === 'room') {
      messages.clear();
      for (const message of event.messages) messages.set(message.id, message);
    }
    if (event.name === 'message') messages.set(event.message.id, event.message);
    if (event.name === 'removed') messages.delete(event.id);
    if (event.name === 'notice') notices.push(...event.lines);
    changed.emit('changed');
  };
  const open = () => fetch(`${address}/web/events`, { headers: { cookie }, signal: leaving.signal });
  /** As browsers do, one comes again when the connection ends; until one leaves, or nobody is there any more. */
  const listen = async (stream: Response) => {
    for (let next = stream; next.ok; next = await open()) await read(next, hear);
  };
  void listen(await open()).catch(() => {});

  const sees = (who: PersonId, place: Place = 'team') =>
    [...messages.values()].filter((message) => message.place === place && (message.to ?? who) === who);
  const seesText = (who: PersonId, place?: Place) =>
    sees(who, place)
      .map((message) => shows(message))
      .join('\n');
  let turns = 0;
  const turn = (as: PersonId, what: object, place: Place = 'team') => {
    turns += 1;
    return { key: `test-turn-${turns}`, as, place, ...what };
  };
  const send = (body: object) => post('/web/turn', body, { cookie });
  const until = async (isSo: () => boolean, otherwise: () => string) => {
    const deadline = AbortSignal.timeout(5_000);
    while (!isSo()) await once(changed, 'changed', { signal: deadline }).catch(() => expect.fail(otherwise()));
  };
  return {
    ...{ cookie, room, entered, notices, sees, seesText, send, turn },
    says: (who: PersonId, text: string, place?: Place) => send(turn(who, { text }, place)),
    /** Presses the newest button with a label that a person sees. */
    async presses(who: PersonId, label: string, place?: Place) {
      const message = sees(who, place).findLast((each) => buttonsOf(each).some((button) => button.label === label));
      const button = message && buttonsOf(message).find((each) => each.label === label);
      if (!button) throw new Error(`${who} sees no button "${label}" in:\n${seesText(who, place)}`);
      return send(turn(who, { press: button.press, message: message.id }, place));
    },
    until: (who: PersonId, text: string, place?: Place) =>
      until(
        () => seesText(who, place).includes(text),
        () => `${who} does not see “${text}”, but:\n${seesText(who, place)}`,
      ),
    untilNotice: (text: string) =>
      until(
        () => notices.join('\n').includes(text),
        () => `nobody is told “${text}”, but:\n${notices.join('\n')}`,
      ),
    leave: () => leaving.abort(),
  };
}

/** Reads server-sent events: https://html.spec.whatwg.org/multipage/server-sent-events.html#parsing-an-event-stream */
async function read({ body }: Response, hear: (event: PageEvent) => void): Promise<void> {
  let rest = '';
  for await (const text of (body ?? new ReadableStream()).pipeThrough(new TextDecoderStream())) {
    const events = `${rest}${text}`.split('\n\n');
    rest = events.pop() ?? '';
    for (const event of events) {
      const { event: name, data } = Object.fromEntries(
        event.split('\n').map((line) => [line.split(': ', 1)[0], line.replace(/^\w+: /, '')]),
      );
      if (data) hear({ ...JSON.parse(data), name });
    }
  }
}
