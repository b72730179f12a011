import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { ContentError } from '../core/errors.ts';

/** Makes secrets unreadable to whoever has the database and not the key. */
export interface Seal {
  /** @param owner - what the secret belongs to; it can be opened for no other. */
  close(secret: string, owner: string): string;
  /** @throws ContentError when it was closed with another key, for another owner, or was changed. */
  open(sealed: string, owner: string): string;
}

const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** @param secretKey - from the settings; any text that nobody can guess. */
export function createSeal(secretKey: string): Seal {
  const key = Buffer.from(hkdfSync('sha256', secretKey, '', 'kubetutor installations', 32));
  return {
    close(secret, owner) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv(CIPHER, key, nonce).setAAD(Buffer.from(owner));
      const closed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), closed]).toString('base64');
    },
    open(sealed, owner) {
      const bytes = Buffer.from(sealed, 'base64');
      const tagAt = NONCE_BYTES + TAG_BYTES;
      try {
        const decipher = createDecipheriv(CIPHER, key, bytes.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES })
          .setAAD(Buffer.from(owner))
          .setAuthTag(bytes.subarray(NONCE_BYTES, tagAt));
        return Buffer.concat([decipher.update(bytes.subarray(tagAt)), decipher.final()]).toString('utf8');
      } catch (error) {
        throw new ContentError(
          `The token of ${owner} cannot be read: SECRET_KEY is not the one that it was kept with. Set that one, or install the app there again.`,
          { cause: error },
        );
      }
    },
  };
}
