import { request } from 'node:http';
import { connect } from 'node:net';
import { describe, expect, test } from 'vitest';
import { MOST_BYTES } from '../../../src/adapters/web/app.ts';
import { wordsIn } from '../../../src/core/i18n/words.ts';
import { MOST_TURNS } from '../../../src/core/rate-guard.ts';
import { botOnWeb } from '../../support/web/bot-on-web.ts';
import { visit } from '../../support/web/visitor.ts';

/** What a browser, or somebody who pretends to be one, is answered; unlike `fetch`, with any headers. */
const asked = (address: string, path: string, { method = 'GET', headers = {}, body = '' }: Asked = {}) =>
  new Promise<{ status: number | undefined; headers: Record<string, unknown>; text: string }>((resolve, reject) => {
    const sent = request(`${address}${path}`, { method, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk;
      });
      response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, text }));
    });
    sent.on('error', reject);
    sent.end(body);
  });

interface Asked {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

describe('the page', () => {
  test('comes with a policy that lets in no other script, style, page or request', async () => {
    const { address } = await botOnWeb();
    const { status, headers, text } = await asked(address, '/');
    expect(status).toBe(200);
    expect(headers).toMatchObject({ 'x-frame-options': 'DENY', 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' });
    expect(String(headers['content-security-policy']).split('; ')).toEqual(
      expect.arrayContaining([
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "connect-src 'self'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
        "require-trusted-types-for 'script'",
      ]),
    );
    expect(text).not.toMatch(/<script(?![^>]*\bsrc=)|<style|\bstyle=|\bon[a-z]+=|https?:/);
  });

  test('gives out its own files and nothing beside them', async () => {
    const { address } = await botOnWeb();
    const { text } = await asked(address, '/');
    for (const [, path = ''] of text.matchAll(/(?:src|href)="(\/[^"]+)"/g)) expect((await asked(address, path)).status).toBe(200);
    expect((await asked(address, '/web/../../package.json')).status).toBe(404);
    expect((await asked(address, '/web/..%2f..%2fpackage.json')).status).toBe(404);
  });

  test('is in the language that the browser asks for', async () => {
    const { address } = await botOnWeb();
    expect((await asked(address, '/', { headers: { 'accept-language': 'zh-CN,zh;q=0.9,en;q=0.8' } })).text).toContain(
      '<html lang="zh-CN">',
    );
    expect((await asked(address, '/', { headers: { 'accept-language': 'fr' } })).text).toContain('<html lang="en">');
  });

  test('sets no cookie, so that coming from elsewhere, without one’s own, costs nobody their room', async () => {
    const { address } = await botOnWeb();
    expect((await asked(address, '/', { headers: { 'sec-fetch-site': 'cross-site' } })).headers['set-cookie']).toBeUndefined();
  });
});

describe('under which name it is asked', () => {
  const statusAt = async (host: string, settings = {}) =>
    (await asked((await botOnWeb({ web: settings })).address, '/', { headers: { host } })).status;

  test.each(['localhost:3000', '127.0.0.1', '[::1]:3000', '192.168.1.5:3000', 'tutor.localhost'])('%s is this machine’s', async (host) => {
    expect(await statusAt(host)).toBe(200);
  });

  test.each(['evil.example', '127.0.0.1.evil.example', 'localhost.evil.example', 'evil.example:3000', 'a b'])(
    '%s is somebody else’s, who may have made it mean this machine',
    async (host) => {
      expect(await statusAt(host)).not.toBe(200);
    },
  );

  test('is what WEB_URL says', async () => {
    expect(await statusAt('tutor.example.com', { publicUrl: 'https://tutor.example.com' })).toBe(200);
    expect(await statusAt('other.example.com', { publicUrl: 'https://tutor.example.com' })).toBe(421);
  });
});

describe('from where it is asked', () => {
  const json = { 'content-type': 'application/json' };
  const turn = JSON.stringify({ key: 'abcdefgh', as: 'ann', place: 'team', text: 'help' });

  test.each([
    ['another page', { origin: 'https://evil.example' }],
    ['a page at another port', { origin: 'http://127.0.0.1:1' }],
    ['a page that hides where it is', { origin: 'null' }],
    ['nowhere', {}],
  ])('%s is not let in, even with a cookie', async (_where, from) => {
    const { address } = await botOnWeb();
    const { cookie, sees } = await visit(address);
    for (const path of ['/web/turn', '/web/enter']) {
      const { status, headers } = await asked(address, path, { method: 'POST', headers: { ...json, ...from, cookie }, body: turn });
      expect([path, status, headers['set-cookie']]).toEqual([path, 403, undefined]);
    }
    expect(sees('ann')).toEqual([]);
  });

  test('no other page hears what happens in a room', async () => {
    const { address } = await botOnWeb();
    const { cookie } = await visit(address);
    expect((await asked(address, '/web/events', { headers: { cookie, 'sec-fetch-site': 'cross-site' } })).status).toBe(403);
    expect((await asked(address, '/web/events', { headers: { cookie, 'sec-fetch-site': 'same-site' } })).status).toBe(403);
  });
});

describe('a visitor', () => {
  const room = (headers: Headers) => headers.get('set-cookie') ?? '';

  test('is known by a cookie that no script and no other page can use', async () => {
    const { address } = await botOnWeb();
    const { entered } = await visit(address);
    expect(room(entered.headers)).toMatch(/^kubetutor_room=[\w-]{22}\.[\w%]+; Max-Age=\d+; Path=\/; HttpOnly; SameSite=Strict$/);
  });

  test('has a cookie for HTTPS only where people come that way', async () => {
    const { address } = await botOnWeb({ web: { publicUrl: 'https://tutor.example.com' } });
    expect(room((await visit(address)).entered.headers)).toContain('; Secure');
  });

  test('comes back to the same room, also after a restart', async () => {
    const { address, dataDir, stop } = await botOnWeb();
    const first = await visit(address);
    await stop();
    const again = await visit((await botOnWeb({ dataDir })).address, { cookie: first.cookie });
    expect(again.room).toBe(first.room);
  });

  test.each([
    ['of another room', (cookie: string) => cookie.replace(/=..../, '=AAAA')],
    ['without its signature', (cookie: string) => cookie.replace(/\..*/, '')],
    ['of another signature', (cookie: string) => cookie.replace(/\..{8}/, '.AAAAAAAA')],
  ])('cannot use a cookie %s', async (_what, forge) => {
    const { address } = await botOnWeb();
    const { cookie, room: own } = await visit(address);
    const forged = forge(cookie);
    expect((await asked(address, '/web/events', { headers: { cookie: forged } })).status).toBe(403);
    expect((await visit(address, { cookie: forged })).room).not.toBe(own);
  });

  test('opens six pages at most', async () => {
    const { address } = await botOnWeb();
    const { cookie } = await visit(address);
    for (let page = 2; page <= 6; page++) await visit(address, { cookie });
    expect((await asked(address, '/web/events', { headers: { cookie } })).status).toBe(503);
  });
});

describe('what is sent', () => {
  test.each([
    ['is no JSON', '{'],
    ['is nothing', ''],
    ['is by nobody whom we know', { as: 'root' }],
    ['is nowhere', { place: 'moon' }],
    ['says nothing', { text: '   ' }],
    ['says too much', { text: 'x'.repeat(4001) }],
    ['says and presses at once', { press: 'help' }],
    ['has more than we know of', { isAdmin: true }],
    ['has no key', { key: '' }],
  ])('and %s is refused', async (_what, wrong) => {
    const { address } = await botOnWeb();
    const { cookie, sees } = await visit(address);
    const whole = { key: 'abcdefgh', as: 'ann', place: 'team', text: 'help' };
    const body = typeof wrong === 'string' ? wrong : JSON.stringify({ ...whole, ...wrong });
    const headers = { cookie, origin: address, 'content-type': 'application/json' };
    expect((await asked(address, '/web/turn', { method: 'POST', headers, body })).status).toBe(400);
    expect(sees('ann')).toEqual([]);
  });

  test('as a form is refused, since any page may send those', async () => {
    const { address } = await botOnWeb();
    const { cookie } = await visit(address);
    const headers = { cookie, origin: address, 'content-type': 'text/plain' };
    const body = JSON.stringify({ key: 'abcdefgh', as: 'ann', place: 'team', text: 'help' });
    expect((await asked(address, '/web/turn', { method: 'POST', headers, body })).status).toBe(400);
  });

  test('and is too long is not read to its end', async () => {
    const { address } = await botOnWeb();
    const { cookie } = await visit(address);
    const headers = { cookie, origin: address, 'content-type': 'application/json' };
    const body = 'x'.repeat(MOST_BYTES + 1);
    expect((await asked(address, '/web/turn', { method: 'POST', headers, body })).status).toBe(413);
    const inParts = { ...headers, 'transfer-encoding': 'chunked' };
    expect((await asked(address, '/web/turn', { method: 'POST', headers: inParts, body })).status).toBe(413);
  });

  test('too slowly is cut off', async () => {
    const { address } = await botOnWeb({ slowestRequestMs: 100 });
    const { cookie } = await visit(address);
    const socket = connect(Number(new URL(address).port), '127.0.0.1');
    const head = ['POST /web/turn HTTP/1.1', 'Host: localhost', 'Origin: http://localhost', `Cookie: ${cookie}`, 'Content-Length: 100'];
    socket.write(`${head.join('\r\n')}\r\nContent-Type: application/json\r\n\r\n{`);
    let answered = '';
    for await (const text of socket.setEncoding('utf8')) answered += text;
    expect(answered).toMatch(/^HTTP\/1\.1 408 /);
  });

  test('too often is answered with a kind no', async () => {
    const { address } = await botOnWeb();
    const { says, seesText, until } = await visit(address);
    const { tooFast, languageSet } = wordsIn('en');
    for (let turn = 0; turn <= MOST_TURNS; turn++) await says('ann', 'lang en');
    await until('ann', tooFast);
    await says('bob', 'lang en');
    await until('bob', languageSet);
    expect(seesText('bob')).not.toContain(tooFast);
  });
});
