import { z } from 'zod';
import { type Context, defineCommand, languageArg, withoutArguments } from '../command.ts';
import { UserError } from '../errors.ts';
import type { Inbox } from '../inbox/records.ts';
import { stockBlocks } from '../inbox/show.ts';
import { skeletonsFor } from '../inbox/skeleton.ts';
import { takeStock } from '../inbox/stock.ts';
import { type Block, type Button, paginate, type Reply, sizeOf } from '../reply.ts';
import { languageButton, pageButtons } from './buttons.ts';

/** Shows those who manage a channel what is lacking in the notes. */
export const gaps = defineCommand({
  name: 'gaps',
  typed: ['gaps', '缺口', '笔记缺口'],
  audience: 'actor',
  args: z.object({ page: z.coerce.number().int().min(1).max(99).default(1), file: z.literal('1').optional(), lang: languageArg }),
  read: withoutArguments,
  run: async ({ page, file }, context): Promise<Reply> => {
    const { services, knowledge, turn, language, words } = context;
    const inbox = inboxOf(context);
    await mustLookAfterNotes(context);
    const stock = await takeStock({ inbox, knowledge, now: services.now(), language, space: turn.conversation.space });
    if (file) return skeletonFile(skeletonsFor(stock.gaps), context);
    const heading: Block = { kind: 'heading', text: words.gapsTitle };
    const blocks = stockBlocks(stock, language, words);
    if (blocks.length === 0) return { summary: words.gapsNone, blocks: [heading, { kind: 'prose', text: words.gapsNone }] };
    const skeletons: Button = { label: words.gapsFile, intent: { command: 'gaps', args: { file: '1', lang: language } } };
    const onEveryPage = sizeOf([heading]);
    const pages = paginate(blocks, { components: onEveryPage.components + 6, characters: onEveryPage.characters });
    const at = Math.min(page, pages.length);
    const buttons = [
      ...pageButtons({ page: at, pages: pages.length, shown: [] }, language, 'gaps'),
      ...(stock.gaps.length > 0 ? [skeletons] : []),
      languageButton(language, 'gaps'),
    ];
    return {
      summary: words.gapsSummary(stock.gaps.length),
      blocks: [heading, ...(pages[at - 1] ?? []), { kind: 'buttons', buttons }],
      replaces: true,
    };
  },
});

/** What is kept for authors; where nobody else is, such as in the terminal, nothing is. */
export function inboxOf({ services }: Context): Inbox {
  if (!services.inbox) throw new UserError((words) => words.gapsNotHere);
  return services.inbox;
}

/**
 * What a whole space asked is not for everybody who is alone with the bot.
 *
 * @throws UserError for whoever does not manage the channel.
 */
export async function mustLookAfterNotes({ turn }: Context): Promise<void> {
  const { conversation, actor } = turn;
  if (conversation.isDirect && conversation.space !== actor.id) throw new UserError((words) => words.gapsElsewhere);
  if (!(await actor.account()).canManage) throw new UserError((words) => words.gapsManagers);
}

const skeletonFile = (text: string, { words }: Context): Reply => ({
  summary: words.gapsFileSaid,
  blocks: [
    { kind: 'prose', text: words.gapsFileSaid },
    { kind: 'file', name: 'gaps.yaml', text: `${text}\n` },
  ],
});
