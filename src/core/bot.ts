import type { Audience, Command, Context } from './command.ts';
import { COMMANDS } from './commands/index.ts';
import { LANGUAGES, type Language } from './content/schema.ts';
import { StoreError, UserError } from './errors.ts';
import { type Form, isFilled, mustTake } from './form.ts';
import { hashOf } from './hash.ts';
import { languageOf, wordsIn } from './i18n/words.ts';
import type { Intent } from './intent.ts';
import { inSpace } from './knowledge.ts';
import type { SpaceId } from './places.ts';
import type { Log, Services, TurnOutcome } from './ports.ts';
import { createRecent } from './recent.ts';
import type { Reply } from './reply.ts';
import { createSuggest, type Suggestion } from './suggest.ts';
import type { Actor, Turn } from './turn.ts';

/** The tutor: one function from what a person asked to what the bot says. */
export interface Bot {
  /** Answers a turn. Never rejects: this is the one place where errors end. */
  reply(turn: Turn): Promise<Reply>;
  /** Who is to see the answer to an intent; known before there is an answer. */
  audienceOf(intent: Intent): Audience;
  /** What is to be written before a turn is answered; known without asking anyone, since a platform waits for it. */
  formFor(turn: Pick<Turn, 'intent' | 'actor'>): Form | undefined;
  /** Completes what a person is typing, likeliest first; in milliseconds, since nobody waits for it. */
  suggest(text: string, actor: Actor, space: SpaceId): readonly Suggestion[];
}

export function createBot(services: Services): Bot {
  const suggest = createSuggest(COMMANDS);
  const recent = createRecent();
  return {
    async reply(turn) {
      const begunAt = services.now();
      let language = turn.actor.locale ?? services.fallbackLanguage;
      let outcome: TurnOutcome = 'answered';
      try {
        language = await languageFor(turn, services);
        const here = inSpace(turn.conversation.space, services);
        const context: Context = { turn, services: here, knowledge: here.knowledge(), language, words: wordsIn(language) };
        const command = commandFor(turn.intent);
        mustTake(command.form?.(turn.intent.args, context.words), turn.intent.args);
        if (command.name === 'forget') recent.forget(turn.actor.id);
        const reply = await command.run(turn.intent.args, context);
        if (reply.outcome?.kind === 'unknown') outcome = 'unknown';
        const [found] = reply.outcome?.kind === 'answer' ? reply.outcome.concepts : [];
        if (found !== undefined) recent.add(turn.actor.id, found);
        return withinSight({ language, ...reply }, command, turn);
      } catch (error) {
        outcome = error instanceof UserError ? 'refused' : 'failed';
        return { language, ...apology(error, language, turn, services), isPrivate: true };
      } finally {
        // The clock may be set back meanwhile.
        const ms = Math.max(0, services.now().getTime() - begunAt.getTime());
        safely(() => services.log.turn?.({ id: incidentId(turn.id), turn, outcome, ms }));
      }
    },
    audienceOf: (intent) => COMMANDS.find(({ name }) => name === intent.command)?.audience ?? 'actor',
    formFor({ intent, actor }) {
      const command = COMMANDS.find(({ name }) => name === intent.command);
      const language = askedIn(intent) ?? actor.locale ?? services.fallbackLanguage;
      return isFilled(intent) ? undefined : command?.form?.(intent.args, wordsIn(language));
    },
    suggest: (text, actor, space) =>
      suggest(text, languageOf(text) ?? actor.locale ?? services.fallbackLanguage, services.knowledge(space), recent.of(actor.id)),
  };
}

/** What others see is changed only by commands that are for everyone: what else is pressed there is answered to the one who pressed. */
function withinSight(reply: Reply, { audience }: Command, { pressed }: Turn): Reply {
  const { replaces, ...beside } = reply;
  return replaces && pressed?.isPublic && audience === 'actor' ? beside : reply;
}

function commandFor(intent: Intent): Command {
  const command = COMMANDS.find(({ name }) => name === intent.command);
  if (!command) throw new UserError((words) => words.unknownButton);
  return command;
}

/** The language that a button asks for. */
const askedIn = ({ args }: Intent): Language | undefined => LANGUAGES.find((language) => language === args.lang);

/** The language that a button asks for, else the person's own setting, else that of what they typed, else that of their account. */
async function languageFor(turn: Turn, services: Services): Promise<Language> {
  const { intent, typed, actor } = turn;
  return (
    askedIn(intent) ??
    (await chosenLanguage(turn, services)) ??
    languageOf(typed ?? intent.args.q ?? '') ??
    actor.locale ??
    (await actor.account()).locale ??
    services.fallbackLanguage
  );
}

/** The person's own setting; while the store fails, an answer in another language is better than none. */
async function chosenLanguage({ id, actor }: Turn, { preferences, log }: Services): Promise<Language | undefined> {
  try {
    return await preferences.languageOf(actor.id);
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    tell(log, incidentId(id), error);
    return undefined;
  }
}

/**
 * What a person can mend is told in their words. Anything else is logged; they
 * are told to try again where that may help, else given an apology with the
 * number to ask after.
 */
function apology(error: unknown, language: Language, turn: Turn, { log }: Services): Reply {
  const words = wordsIn(language);
  if (error instanceof UserError) return notice(error.say(words));
  const incident = incidentId(turn.id);
  tell(log, incident, error);
  if (error instanceof StoreError && error.retry) return notice(words.notSaved);
  return { summary: words.incidentSummary, blocks: [{ kind: 'caption', text: words.incident(incident) }] };
}

const notice = (text: string): Reply => ({ summary: text, blocks: [{ kind: 'caption', text }] });

/** Logs what went wrong; a log that cannot be written to must not cost the person the answer. */
const tell = (log: Log, incident: string, error: unknown): void => safely(() => log.incident(incident, error));

function safely(write: () => void): void {
  try {
    write();
  } catch {
    // There is nowhere left to tell it.
  }
}

/** A short id of the turn that failed, so that the same delivery has the same number in every log. */
const incidentId = (turnId: string): string => hashOf(turnId).toString(36).padStart(7, '0');
