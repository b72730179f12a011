import { generateKeyPairSync, sign } from 'node:crypto';

/** The name under which a raw Ed25519 key stands behind its 12 bytes of DER. */
const DER_PREFIX = 12;

/**
 * Delivers interactions over HTTP, signed as Discord signs them:
 * https://docs.discord.com/developers/interactions/overview#setting-up-an-endpoint-validating-security-request-headers
 */
export function createWebhook(now: () => number) {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  return {
    publicKey: publicKey.export({ type: 'spki', format: 'der' }).subarray(DER_PREFIX).toString('hex'),
    /** Posts a payload; the answer is the first response. */
    async post(url: string, payload: object, { forged = false } = {}): Promise<Response> {
      const body = JSON.stringify(payload);
      const timestamp = String(Math.floor(now() / 1_000));
      const signature = sign(undefined, Buffer.from(timestamp + (forged ? 'x' : '') + body), privateKey).toString('hex');
      const headers = { 'content-type': 'application/json', 'x-signature-ed25519': signature, 'x-signature-timestamp': timestamp };
      return fetch(url, { method: 'POST', headers, body });
    },
  };
}
