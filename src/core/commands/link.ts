import { z } from 'zod';
import { defineCommand, languageArg, withoutArguments } from '../command.ts';
import { UserError } from '../errors.ts';
import type { Reply } from '../reply.ts';
import { reviewsOf } from './review-room.ts';

/** Eight letters and digits, with or without a gap. */
const CODE = /^[a-z0-9]{4}[\s-]?[a-z0-9]{4}$/i;

/** Makes one learner of the same person's accounts: gives a code, or takes one. */
export const link = defineCommand({
  name: 'link',
  typed: ['link', '关联', '關聯', '绑定'],
  audience: 'actor',
  args: z.object({ code: z.string().regex(CODE).optional(), lang: languageArg }),
  read: (rest) => {
    if (rest === '') return {};
    return CODE.test(rest.normalize('NFKC')) ? { code: rest.normalize('NFKC') } : undefined;
  },
  run: async ({ code }, context): Promise<Reply> => {
    const { words, turn, services } = context;
    const { people } = reviewsOf(context);
    if (code === undefined) {
      const offered = await people.offerCode(turn.actor.id);
      const typed = `/${services.commandName} link ${offered.slice(0, 4)}-${offered.slice(4)}`;
      return {
        summary: words.linkTitle,
        blocks: [
          { kind: 'heading', text: words.linkTitle },
          { kind: 'code', language: 'text', text: typed },
          { kind: 'caption', text: words.linkHow },
        ],
      };
    }
    const joined = await people.join(turn.actor.id, code);
    if (joined === 'too many tries') throw new UserError(() => words.linkTooMany);
    if (joined === 'no such code') throw new UserError(() => words.linkUnknown);
    const accounts = (await people.accounts(turn.actor.id)).length;
    // Whoever has one account has said the code where they got it.
    if (joined === 'same already') return notice(accounts === 1 ? words.linkOwn : words.linkAlready);
    return notice(words.linked(accounts));
  },
});

/** Takes this account out again, with what was done by it. */
export const unlink = defineCommand({
  name: 'unlink',
  typed: ['unlink', '解除关联', '取消关联', '解绑'],
  audience: 'actor',
  args: z.object({ lang: languageArg }),
  read: withoutArguments,
  run: async (_args, context): Promise<Reply> => {
    const { words, turn } = context;
    const parted = await reviewsOf(context).people.part(turn.actor.id);
    return notice(parted === 'kept' ? words.unlinked : words.notLinked);
  },
});

const notice = (text: string): Reply => ({ summary: text, blocks: [{ kind: 'prose', text }] });
