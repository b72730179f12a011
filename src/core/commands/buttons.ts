import type { Context } from '../command.ts';
import { type Language, otherLanguage } from '../content/schema.ts';
import { wordsIn } from '../i18n/words.ts';
import type { Button } from '../reply.ts';

/** A command's arguments, but for page and language. */
type Here = Readonly<Record<string, string>>;

/** Asks for the same thing in the other language. */
export function languageButton(language: Language, command: string, here: Here = {}): Button {
  const lang = otherLanguage(language);
  return { label: wordsIn(lang).inThisLanguage, intent: { command, args: { ...here, lang } } };
}

/** Shows an answer to everyone in the conversation, or takes it away where they see it already; nothing where nobody else is there. */
export function shareButtons({ turn, language, words }: Context, what: Here): Button[] {
  if (turn.conversation.isDirect) return [];
  if (turn.isOpen) return [deleteButton({ turn, words })];
  return [{ label: words.share, intent: { command: 'share', args: { ...what, lang: language } } }];
}

/** Takes away what everyone sees; it carries who may. */
export const deleteButton = ({ turn, words }: Pick<Context, 'turn' | 'words'>): Button => ({
  label: words.deleteShared,
  intent: { command: 'unshare', args: { by: turn.actor.id } },
});

/** A part of a list, and where in the list it is; pages are counted from 1. */
export interface Page<Item> {
  readonly page: number;
  readonly pages: number;
  readonly shown: readonly Item[];
}

/** The page that was asked for, or the last one, where there are fewer by now. */
export function pageOf<Item>(all: readonly Item[], asked: number, size: number): Page<Item> {
  const pages = Math.ceil(all.length / size);
  const page = Math.min(asked, pages);
  return { page, pages, shown: all.slice((page - 1) * size, page * size) };
}

/** The ways to the page before and the page behind, where there are such. */
export function pageButtons({ page, pages }: Page<unknown>, language: Language, command: string, here: Here = {}): Button[] {
  const words = wordsIn(language);
  const to = (target: number, label: string): Button => ({
    label,
    intent: { command, args: { ...here, page: String(target), lang: language } },
  });
  return [...(page > 1 ? [to(page - 1, words.back)] : []), ...(page < pages ? [to(page + 1, words.more)] : [])];
}
