import { z } from 'zod';
import { type Context, defineCommand, languageArg, notTyped } from '../command.ts';
import { nameIn } from '../content/concept.ts';
import { UserError } from '../errors.ts';
import { FILLED, type Form } from '../form.ts';
import type { Words } from '../i18n/words.ts';
import { LONGEST_REASON, scrub } from '../inbox/scrub.ts';
import { fingerprintOf } from '../inbox/stock.ts';
import type { Button, Reply } from '../reply.ts';
import { shorten, withoutMarks } from '../reply.ts';
import { inboxOf } from './gaps.ts';

const LONGEST_NAME = 60;

/** Takes what a person thinks of an answer; what they say last counts. */
export const judge = defineCommand({
  ...notTyped,
  name: 'judge',
  audience: 'actor',
  args: z.object({ concept: z.string(), is: z.enum(['right', 'wrong']).optional(), [FILLED]: z.string().optional(), lang: languageArg }),
  form: ({ is }, words) => (is === 'wrong' ? whatIsWrong(words) : undefined),
  run: async ({ concept: id, is, [FILLED]: written = '' }, context): Promise<Reply> => {
    const { knowledge, turn, words, language } = context;
    const concept = knowledge.library.concepts.get(id);
    if (!concept) throw new UserError((said) => said.unknownConcept);
    if (is === undefined) {
      const text = words.judgeAsk(shorten(nameIn(concept, language), LONGEST_NAME));
      const button = (label: string, verdict: string): Button => ({
        label,
        intent: { command: 'judge', args: { concept: id, is: verdict, lang: language } },
      });
      return {
        summary: withoutMarks(text),
        blocks: [
          { kind: 'prose', text },
          { kind: 'buttons', buttons: [button(words.judgeHelped, 'right'), button(words.judgeWrong, 'wrong')] },
        ],
      };
    }
    const { space } = turn.conversation;
    const isWrong = is === 'wrong';
    const reason = scrub(written, LONGEST_REASON) || undefined;
    await inboxOf(context).judge(turn.actor.id, { space, concept: id, fingerprint: fingerprintOf(concept), isWrong, reason });
    const text = isWrong ? words.judgedWrong : words.judgedHelped;
    return { summary: text, blocks: [{ kind: 'caption', text }], replaces: true };
  },
});

const whatIsWrong = (words: Words): Form => ({
  title: words.reasonTitle,
  label: words.reasonLabel,
  hint: words.reasonHint,
  longest: LONGEST_REASON,
  isOptional: true,
  send: words.formSend,
  cancel: words.formCancel,
});

/** The way to say what one thinks of an answer; nothing where nobody would hear of it. */
export const judgeButtons = ({ services, words, language }: Context, concept: string): Button[] =>
  services.inbox ? [{ label: words.judge, intent: { command: 'judge', args: { concept, lang: language } } }] : [];
