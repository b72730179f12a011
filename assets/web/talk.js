/** @import { PageEvent, PersonId, Place } from '../../src/adapters/web/protocol.ts' */
/** @import { Form } from '../../src/core/form.ts' */

/**
 * What one is told when one enters.
 *
 * @typedef {object} Entered
 * @property {'en' | 'zh'} language
 * @property {{ readonly id: PersonId, readonly name: string }[]} people
 * @property {Record<'en' | 'zh', Record<string, string>>} words what stands around the messages
 */

/** How long to wait before one tries again to be let in. */
const AGAIN_MS = 3_000;
/** @type {readonly PageEvent['name'][]} */
const EVENTS = ['room', 'message', 'removed', 'notice', 'language'];

/**
 * @param {string} path
 * @param {object} body
 */
const post = (path, body) => fetch(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });

/**
 * Enters one's room; it is known again by a cookie.
 *
 * @returns {Promise<Entered>}
 */
export async function enter() {
  const response = await post('/web/enter', { zone: Intl.DateTimeFormat().resolvedOptions().timeZone });
  if (!response.ok) throw new Error(`one is not let in: ${response.status}`);
  return response.json();
}

/**
 * Hears of all that happens in one's room, over a connection that is made anew when it is lost.
 *
 * @param {{ onEvent(event: PageEvent): void, onLost(): void }} listener
 */
export function listen({ onEvent, onLost }) {
  const source = new EventSource('/web/events');
  for (const name of EVENTS) {
    source.addEventListener(name, ({ data }) => onEvent({ ...JSON.parse(data), name }));
  }
  source.addEventListener('error', () => {
    onLost();
    // The browser tries again by itself, unless it was refused: then one's cookie is not known any more.
    if (source.readyState === EventSource.CLOSED) setTimeout(() => again({ onEvent, onLost }), AGAIN_MS);
  });
}

/** @param {Parameters<typeof listen>[0]} listener */
async function again(listener) {
  try {
    await enter();
    listen(listener);
  } catch {
    setTimeout(() => again(listener), AGAIN_MS);
  }
}

/** A key by which a turn that is sent twice is taken once; not `randomUUID`, which browsers keep for HTTPS. */
const newKey = () => Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => byte.toString(16).padStart(2, '0')).join('');

/**
 * Says or presses something; resolves to whether it was taken, or to what is to be written first.
 *
 * @param {{ as: PersonId, place: Place } & ({ text: string } | { press: string, message?: string, filled?: string })} turn
 * @returns {Promise<boolean | Form>}
 */
export async function take(turn) {
  try {
    const response = await post('/web/turn', { key: newKey(), ...turn });
    return response.status === 200 ? await response.json() : response.ok;
  } catch {
    return false;
  }
}
