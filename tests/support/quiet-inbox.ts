import type { Inbox } from '../../src/core/inbox/records.ts';

/** An inbox of authors to whom nothing has come yet, and which keeps nothing. */
export const QUIET_INBOX: Inbox = {
  note: async () => ({ gap: Number.MAX_SAFE_INTEGER, isShown: false }),
  consent: async () => 'told',
  shown: async () => [],
  mended: async () => {},
  judge: async () => {},
  verdicts: async () => [],
  answers: async () => [],
};
