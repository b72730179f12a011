import { createHash, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { scrub } from '../../../src/core/inbox/scrub.ts';

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const from = (alphabet: string, minLength: number, maxLength = minLength) =>
  fc.array(fc.constantFrom(...alphabet), { minLength, maxLength }).map((characters) => characters.join(''));
const word = from('abcdefghijklmnopqrstuvwxyz', 3, 10);
const digits = (length: number) => from('0123456789', length);
const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length }).map((array) => Buffer.from(array));
/** Something random, and never so by accident that it is made of words. */
const random = (encoding: BufferEncoding, length: number) =>
  bytes(length)
    .map((array) => array.toString(encoding))
    .filter((text) => (text.match(/\d/g) ?? []).length > 1);
const password = fc.tuple(word, digits(4)).map((parts) => parts.join(''));

/** What nobody may find in the inbox, by what it is. */
const SECRETS: Readonly<Record<string, fc.Arbitrary<string>>> = {
  'a key in hexadecimal': random('hex', 16),
  'a key in Base64': random('base64', 24),
  'a token for addresses': random('base64url', 20),
  'a UUID': fc.uuid(),
  'a token of GitHub': from(`${letters}0123456789`, 30).map((rest) => `ghp_1${rest}`),
  'a token of Slack': fc.tuple(digits(11), digits(12), from(letters, 24)).map(([team, bot, rest]) => `xoxb-${team}-${bot}-${rest}`),
  'a key of AWS': from('ABCDEFGHIJKLMNOPQRSTUVWXYZ234567', 16).map((rest) => `AKIA2${rest}`),
  'a web token': fc
    .tuple(random('base64url', 20), random('base64url', 40), random('base64url', 32))
    .map((parts) => `eyJ1${parts.join('.')}`),
  'a password in an address': fc.tuple(word, word, word).map(([user, secret, host]) => `postgres://${user}:${secret}@${host}/db`),
  'a password that is named': password.map((secret) => `password: ${secret}`),
  'a password in an option': word.map((secret) => `--password=${secret}`),
  'a password in Chinese': password.map((secret) => `密码是${secret}`),
  'an e-mail address': fc.tuple(word, word).map(([name, host]) => `${name}@${host}.com`),
  'an IPv4 address': fc.ipV4(),
  'an IPv6 address': fc.ipV6().filter((address) => /[0-9a-f]{2}/.test(address)),
  'a telephone number': fc.tuple(digits(2), digits(3), digits(4), digits(3)).map(([land, ...rest]) => `+${land} ${rest.join(' ')}`),
  'a code of six digits': digits(6),
  'a mobile number': digits(10).map((rest) => `1${rest}`),
};

const AROUND = [
  (secret: string) => `why does kubectl login with ${secret} fail`,
  (secret: string) => `${secret}`,
  (secret: string) => `我用 ${secret} 登录，为什么不行`,
  (secret: string) => `为什么（${secret}）连不上？`,
  (secret: string) => `docker login:\n${secret}`,
  (secret: string) => `IS THIS RIGHT: "${secret}"?`,
];

/** The parts of a secret that tell something by themselves: what stands behind its name, in pieces. */
const tellingParts = (secret: string): string[] =>
  secret
    .replace(/^(?:password: |--password=|密码是)/, '')
    .split(/[\s.:/@-]+/)
    .filter((part) => part.length >= 4 && !/^(?:postgres|xoxb)$/.test(part));

describe('a question for authors holds no', () => {
  test.each(Object.entries(SECRETS))('%s', (_what, secrets) => {
    fc.assert(
      fc.property(secrets, fc.constantFrom(...AROUND), (secret, around) => {
        const kept = scrub(around(secret));
        for (const part of tellingParts(secret)) expect(kept).not.toContain(part.toLowerCase());
      }),
      { numRuns: 300 },
    );
  });

  test('mention of somebody', () => {
    expect(scrub('why did <@U0123ABC> restart the pod')).toBe('why did … restart the pod');
    expect(scrub('@ann why is the pod pending')).toBe('why is the pod pending');
  });
});

describe('what authors need stays as it was asked', () => {
  test.each([
    ['How do I install Helm on Arch Linux?', 'how do i install helm on arch linux'],
    ['networking.k8s.io/v1 Ingress: which pathType', 'networking.k8s.io/v1 ingress: which pathtype'],
    ['what is MutatingAdmissionWebhook vs CustomResourceDefinition', 'what is mutatingadmissionwebhook vs customresourcedefinition'],
    ['kube-controller-manager --leader-elect', 'kube-controller-manager --leader-elect'],
    ['port 10250 on my server, x86 or amd64, IPv6 and sha256', 'port 10250 on my server, x86 or amd64, ipv6 and sha256'],
    ['Kubernetes 1.29.3 到 1.30 怎么升级？', 'kubernetes 1.29.3 到 1.30 怎么升级'],
    ['ｄｏｃｋｅｒ 怎麼設定記憶體', 'docker 怎么设置内存'],
  ])('%s', (question, kept) => {
    expect(scrub(question)).toBe(kept);
  });

  test('on one line, and no longer than a line of notes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 600 }), (text) => {
        const kept = scrub(text);
        expect(kept.length).toBeLessThanOrEqual(160);
        expect(kept).not.toMatch(/[\n\r]/);
        expect(kept.isWellFormed()).toBe(true);
      }),
    );
  });

  test('a text that is all secret leaves nothing', () => {
    const key = createHash('sha256').update(randomBytes(8)).digest('hex');
    expect(scrub(`1${key}`)).toBe('');
  });
});
