/** @import { PageEvent, PersonId, Place, ShownMessage, View } from '../../src/adapters/web/protocol.ts' */
import { sayIn, tabs, themes } from './choices.js';
import { drawMessage, make } from './draw.js';
import { fillIn } from './form.js';
import { enter, listen, take } from './talk.js';

/** @param {string} id */
const byId = (id) => {
  const element = document.getElementById(id);
  if (!element) throw new Error(`the page has no #${id}`);
  return element;
};
const [said, list, status, notice] = ['said', 'messages', 'status', 'notice'].map(byId);
const text = /** @type {HTMLTextAreaElement} */ (byId('text'));

themes(byId('theme'));
const { people, words: allWords, language: first } = await enter();
const names = new Map(people.map(({ id, name }) => [/** @type {string} */ (id), name]));

/** What is shown. */
const now = {
  language: first,
  view: /** @type {View} */ ('slack'),
  place: /** @type {Place} */ ('team'),
  person: /** @type {PersonId} */ ('ann'),
  messages: /** @type {Map<string, ShownMessage>} */ (new Map()),
  isLost: false,
};
const words = () => allWords[now.language];

/** @param {ShownMessage} message */
const isSeen = ({ place, to }) => place === now.place && (to === undefined || to === now.person);
/** @param {ShownMessage} message */
const draw = (message) => drawMessage(message, { view: now.view, words: words(), names, onPress: press });
/** @param {string} id */
const drawn = (id) =>
  /** @type {HTMLElement | undefined} */ ([...list.children].find((each) => each instanceof HTMLElement && each.dataset.id === id));

function drawAll() {
  list.replaceChildren(...[...now.messages.values()].filter(isSeen).map(draw));
  byId('welcome').hidden = list.children.length > 0;
  list.lastElementChild?.scrollIntoView({ block: 'nearest' });
}

/** @param {ShownMessage} message */
function show(message) {
  now.messages.set(message.id, message);
  if (!isSeen(message)) return;
  byId('welcome').hidden = true;
  const element = draw(message);
  const before = drawn(message.id);
  if (before) replace(before, element);
  else list.append(element);
  bringIntoView(element);
  if (message.from === 'bot') announce(message);
}

/**
 * What is taller than the window is read from its beginning, which is the question.
 *
 * @param {HTMLElement} element
 */
function bringIntoView(element) {
  const before = element.previousElementSibling;
  const top = before instanceof HTMLElement && !before.classList.contains('from-bot') ? before : element;
  const isTall = element.getBoundingClientRect().bottom - top.getBoundingClientRect().top > said.clientHeight;
  if (isTall) top.scrollIntoView({ block: 'start' });
  else element.scrollIntoView({ block: 'nearest' });
}

/**
 * Puts a message into the place of another; whoever was in it by keyboard stays in it.
 *
 * @param {HTMLElement} before
 * @param {HTMLElement} after
 */
function replace(before, after) {
  const focused = document.activeElement;
  const wasInside = before.contains(focused);
  before.replaceWith(after);
  if (!wasInside) return;
  const same = [...after.querySelectorAll('button')].find(({ textContent }) => textContent === focused?.textContent);
  (same ?? after).focus({ preventScroll: true });
}

/** @param {ShownMessage} message */
function announce({ summary, language }) {
  status.lang = language === 'zh' ? 'zh-CN' : 'en';
  // A new element is told even where it says the same as the last one.
  status.replaceChildren(make('span', undefined, [summary]));
}

/** @param {readonly string[]} lines */
function tell(lines) {
  notice.replaceChildren(...lines.map((line) => make('span', undefined, [line])));
  notice.hidden = lines.length === 0;
}

/** @param {string} id */
function remove(id) {
  now.messages.delete(id);
  const element = drawn(id);
  const wasInside = element?.contains(document.activeElement);
  element?.remove();
  if (wasInside) text.focus();
}

/** @param {'en' | 'zh'} language */
function speak(language) {
  now.language = language;
  sayIn(language, words());
  byId('language').lang = language === 'zh' ? 'en' : 'zh-CN';
  const examples = (words().examples ?? '').split('\n').map((example) => {
    const button = make('button', undefined, [example]);
    button.addEventListener('click', () => {
      text.focus();
      void send({ text: example });
    });
    return make('li', undefined, [button]);
  });
  byId('examples').replaceChildren(...examples);
  drawAll();
}

/** @param {PageEvent} event */
function hear(event) {
  switch (event.name) {
    case 'room':
      now.messages = new Map(event.messages.map((message) => [message.id, message]));
      if (now.isLost) tell([words().back ?? '']);
      now.isLost = false;
      return drawAll();
    case 'message':
      return show(event.message);
    case 'removed':
      return remove(event.id);
    case 'notice':
      return tell(event.lines);
    case 'language':
      return speak(event.language);
  }
}

/** @param {{ text: string } | { press: string, message?: string, filled?: string }} what */
async function send(what) {
  tell([]);
  const by = { as: now.person, place: now.place };
  const isTaken = await take({ ...by, ...what });
  if (typeof isTaken === 'object') {
    const filled = await fillIn(isTaken);
    // Whoever it was that pressed, they have written it.
    const isSent = filled === undefined || (await take({ ...by, ...what, filled }));
    if (!isSent) tell([words().refused ?? '']);
    return isSent;
  }
  if (!isTaken) tell([words().refused ?? '']);
  return isTaken;
}

/**
 * @param {string} press
 * @param {string} message
 */
function press(press, message) {
  void send({ press, message });
}

byId('ask').addEventListener('submit', async (event) => {
  event.preventDefault();
  const typed = text.value.trim();
  if (typed === '') return;
  text.value = '';
  // What was not taken can be sent again.
  if (!(await send({ text: typed })) && text.value === '') text.value = typed;
});
text.addEventListener('keydown', (event) => {
  // While Chinese is being composed, Enter ends the composition.
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  /** @type {HTMLFormElement} */ (byId('ask')).requestSubmit();
});
tabs(byId('views'), (tab) => {
  now.view = /** @type {View} */ (tab.id.replace('view-', ''));
  said.dataset.view = now.view;
  said.setAttribute('aria-labelledby', tab.id);
  drawAll();
});
byId('language').addEventListener('click', () => send({ press: `lang?to=${now.language === 'en' ? 'zh' : 'en'}` }));
for (const [id, name] of /** @type {const} */ ([
  ['places', 'place'],
  ['people', 'person'],
])) {
  byId(id).addEventListener('change', ({ target }) => {
    Object.assign(now, { [name]: /** @type {HTMLInputElement} */ (target).value });
    drawAll();
  });
}

said.dataset.view = now.view;
speak(first);
listen({
  onEvent: hear,
  onLost() {
    if (!now.isLost) tell([words().lost ?? '']);
    now.isLost = true;
  },
});
document.documentElement.dataset.isReady = 'true';
