/** @import { Piece, ShownMessage, View } from '../../src/adapters/web/protocol.ts' */
/** @typedef {Record<string, string>} Words what stands around the messages, in one language */

/**
 * What drawing a message takes.
 *
 * @typedef {object} Drawing
 * @property {View} view the platform as which it is shown
 * @property {Words} words
 * @property {ReadonlyMap<string, string>} names of people, by their ids
 * @property {(press: string, message: string) => void} onPress called with what a pressed button carries
 */

const BOT = 'Xiao A · 小A';
/** The elements that a message may be made of; whatever else is asked for becomes a plain one. */
const TAGS = new Set(['p', 'div', 'span', 'strong', 'em', 'u', 's', 'code', 'pre', 'blockquote', 'h2', 'small', 'br', 'hr']);

/**
 * Makes an element. All text goes in as text, so that nothing in it is mark-up.
 *
 * @param {string} tag
 * @param {string | undefined} [className]
 * @param {readonly (Node | string)[]} [children]
 */
export function make(tag, className, children = []) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.append(...children);
  return element;
}

/**
 * Draws a message; a person can be brought to it by the keyboard, and its buttons pressed.
 *
 * @param {ShownMessage} message
 * @param {Drawing} drawing
 */
export function drawMessage(message, drawing) {
  const { view, words, names } = drawing;
  const isBot = message.from === 'bot';
  const name = isBot ? BOT : (names.get(message.from) ?? message.from);
  const head = [make('b', 'name', [name]), ...(isBot ? [make('span', 'badge', [words.appBadge ?? ''])] : [])];
  const body = isBot ? drawAll(message.views?.[view] ?? [], message, drawing) : [make('p', 'typed', [message.text ?? ''])];
  const avatar = make('div', `avatar who-${message.from}`, [isBot ? '' : name.slice(0, 1)]);
  avatar.setAttribute('aria-hidden', 'true');
  const isPrivate = isBot && message.place === 'team' && message.to !== undefined;
  const element = make('li', isBot ? 'message from-bot' : 'message', [
    avatar,
    make('div', 'content', [
      make('p', 'head', head),
      ...(isPrivate ? [make('p', 'mark private', [words.onlyYou ?? ''])] : []),
      make('div', 'body', body),
      ...(message.isAnew ? [make('p', 'mark anew', [words.changed ?? ''])] : []),
    ]),
  ]);
  element.dataset.id = message.id;
  element.lang = message.language === 'zh' ? 'zh-CN' : 'en';
  element.tabIndex = -1;
  return element;
}

/**
 * @param {readonly Piece[]} pieces
 * @param {ShownMessage} message
 * @param {Drawing} drawing
 */
const drawAll = (pieces, message, drawing) => pieces.map((piece) => drawPiece(piece, message, drawing));

/**
 * @param {Piece} piece
 * @param {ShownMessage} message
 * @param {Drawing} drawing
 * @returns {Node | string}
 */
function drawPiece(piece, message, drawing) {
  if (typeof piece === 'string') return piece;
  const inside = (/** @type {readonly Piece[]} */ pieces) => drawAll(pieces, message, drawing);
  switch (piece.tag) {
    case 'a':
      return link(piece.href, inside(piece.children));
    case 'img':
      return picture(piece);
    case 'ul':
    case 'ol':
      return list(
        piece,
        piece.items.map((item) => make('li', undefined, inside(item))),
      );
    case 'button': {
      const button = make('button', piece.class, [piece.label]);
      button.setAttribute('type', 'button');
      button.addEventListener('click', () => drawing.onPress(piece.press, message.id));
      return button;
    }
    case 'file':
      return file(piece.name, piece.text, drawing.words);
    default:
      return make(TAGS.has(piece.tag) ? piece.tag : 'span', piece.class, inside(piece.children ?? []));
  }
}

/**
 * A page elsewhere; anything that is no page is shown and leads nowhere.
 *
 * @param {string} href
 * @param {readonly (Node | string)[]} children
 */
function link(href, children) {
  if (!/^https?:\/\//.test(href)) return make('span', undefined, children);
  const element = document.createElement('a');
  element.href = href;
  element.target = '_blank';
  element.rel = 'noreferrer';
  element.append(...children);
  return element;
}

/** @param {Extract<Piece, { tag: 'img' }>} piece */
function picture({ src, alt, width, height }) {
  const element = document.createElement('img');
  Object.assign(element, { src, alt, width, height });
  // On a phone it is small: by itself it can be enlarged.
  const alone = document.createElement('a');
  Object.assign(alone, { href: src, target: '_blank', rel: 'noreferrer', className: 'picture' });
  alone.append(element);
  return alone;
}

/**
 * @param {{ readonly tag: 'ul' | 'ol', readonly class?: string, readonly start?: number }} piece
 * @param {readonly HTMLElement[]} items
 */
function list({ tag, class: className, start }, items) {
  const element = make(tag, className, items);
  if (start !== undefined) element.setAttribute('start', String(start));
  return element;
}

/**
 * @param {string} name
 * @param {string} text
 * @param {Words} words
 */
function file(name, text, words) {
  const element = document.createElement('a');
  element.className = 'file';
  element.download = name;
  element.href = URL.createObjectURL(new Blob([text]));
  element.append(`${words.saveFile ?? ''} ${name}`);
  return element;
}
