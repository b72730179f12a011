import type { Bot } from './bot.ts';
import { createCache } from './cache.ts';
import type { Language } from './content/schema.ts';
import { languageOf, wordsIn } from './i18n/words.ts';
import type { Reply } from './reply.ts';
import type { ActorId, Turn } from './turn.ts';

/** So many turns may one person take within {@link WINDOW_MS}. */
export const MOST_TURNS = 20;
export const WINDOW_MS = 10_000;
/** So many people are watched; of more, the one who was quiet longest is forgotten. */
const MOST_PEOPLE = 10_000;

/** What is said to a person's next turn; `still no` where they were told since they last went on. */
export type Verdict = 'go on' | 'no' | 'still no';

/** Tells whether a person may take another turn, and counts it if so. */
export type RateGuard = (actor: ActorId, now: Date) => Verdict;

/** Counts turns in memory that stays small however many people there are. */
export function createRateGuard(): RateGuard {
  const people = createCache<{ readonly turns: readonly number[]; readonly isTold: boolean }>(MOST_PEOPLE);
  return (actor, now) => {
    const { turns = [], isTold = false } = people.find(actor) ?? {};
    const recent = turns.filter((at) => now.getTime() - at < WINDOW_MS);
    const mayGoOn = recent.length < MOST_TURNS;
    people.keep(actor, { turns: mayGoOn ? [...recent, now.getTime()] : recent, isTold: !mayGoOn });
    if (mayGoOn) return 'go on';
    return isTold ? 'still no' : 'no';
  };
}

/**
 * A bot on which many people call at once: whoever calls too often gets a kind
 * no, so that the others do not wait. It keeps the promise never to reject.
 */
export function withRateGuard(bot: Bot, fallbackLanguage: Language, now: () => Date): Bot {
  const guard = createRateGuard();
  return {
    ...bot,
    async reply(turn) {
      const verdict = guard(turn.actor.id, now());
      if (verdict === 'go on') return bot.reply(turn);
      return { ...tooFast(turn, fallbackLanguage), isRepeated: verdict === 'still no' };
    },
  };
}

/** Nothing is asked for this, not even the person's own setting. */
function tooFast({ intent, typed, actor }: Turn, fallbackLanguage: Language): Reply {
  const asked = intent.args.lang === 'en' || intent.args.lang === 'zh' ? intent.args.lang : undefined;
  const language = asked ?? languageOf(typed ?? '') ?? actor.locale ?? fallbackLanguage;
  const text = wordsIn(language).tooFast;
  return { language, summary: text, blocks: [{ kind: 'caption', text }], isPrivate: true };
}
