import { z } from 'zod';
import { type Context, defineCommand, languageArg, withoutArguments } from '../command.ts';
import { UserError } from '../errors.ts';
import type { Reply } from '../reply.ts';
import { localDay } from '../schedule/calendar.ts';
import { reviewsOf } from './review-room.ts';

const FORGET = 'forget';

/** Gives a person all that is stored of them, as JSON. */
export const exportOwn = defineCommand({
  name: 'export',
  typed: ['export my data', 'export', '导出我的数据', '导出', '導出', '匯出'],
  audience: 'actor',
  args: z.object({ lang: languageArg }),
  read: withoutArguments,
  run: async (_args, context): Promise<Reply> => {
    const { words, turn, services } = context;
    const dossier = await reviewsOf(context).people.dossier(turn.actor.id);
    const name = `kubetutor-${localDay(services.now(), services.zone)}.json`;
    return {
      summary: words.exported,
      blocks: [
        { kind: 'prose', text: words.exported },
        { kind: 'file', name, text: `${JSON.stringify(dossier, undefined, 2)}\n` },
      ],
    };
  },
});

/** Deletes all that is stored of a person, once they have confirmed it. */
export const forget = defineCommand({
  name: FORGET,
  typed: ['forget me', '忘记我', '忘記我', '忘了我'],
  audience: 'actor',
  args: z.object({ id: z.string().max(40).optional(), lang: languageArg }),
  read: withoutArguments,
  run: ({ id }, context): Promise<Reply> => (id === undefined ? askFirst(context) : forgetNow(id, context)),
});

async function askFirst(context: Context): Promise<Reply> {
  const { words, turn, language } = context;
  const { people } = reviewsOf(context);
  const id = await people.ask(turn.actor.id, FORGET);
  const accounts = (await people.accounts(turn.actor.id)).length;
  return {
    summary: words.forgetSure,
    blocks: [
      { kind: 'heading', text: words.forgetSure },
      { kind: 'prose', text: words.forgetWhat(accounts) },
      {
        kind: 'buttons',
        buttons: [
          { label: words.forgetYes, intent: { command: FORGET, args: { id, lang: language } } },
          { label: words.forgetExport, intent: { command: 'export', args: { lang: language } } },
        ],
      },
    ],
  };
}

async function forgetNow(id: string, context: Context): Promise<Reply> {
  const { words, turn } = context;
  const { people } = reviewsOf(context);
  if ((await people.confirm(turn.actor.id, id)) !== FORGET) throw new UserError(() => words.forgetAgain);
  const rows = await people.forget(turn.actor.id);
  const of = (...tables: readonly string[]) => tables.reduce((sum, table) => sum + (rows[table] ?? 0), 0);
  const list = [
    words.forgotAccounts(of('actor')),
    words.forgotReviews(of('log_line')),
    words.forgotMemories(of('memory')),
    words.forgotQuizzes(of('quiz')),
    words.forgotArranged(of('schedule', 'digest')),
    words.forgotChoices(of('preference', 'hold', 'reminder', 'look_up', 'face', 'verdict')),
  ];
  return {
    summary: words.forgotten,
    replaces: true,
    blocks: [
      { kind: 'prose', text: [words.forgotten, ...list.map((line) => `- ${line}`)].join('\n') },
      { kind: 'caption', text: words.forgetStays },
    ],
  };
}
