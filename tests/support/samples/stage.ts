import type { SourceFile } from '../../../src/core/content/problem.ts';
import type { Language } from '../../../src/core/content/schema.ts';
import { wordsIn } from '../../../src/core/i18n/words.ts';
import type { Reply } from '../../../src/core/reply.ts';
import type { Account, Actor } from '../../../src/core/turn.ts';
import { personCalled } from '../bot.ts';
import type { AtEnd } from '../databases.ts';
import { createTeam } from '../team.ts';

/** Something that people see of the bot, by the name of its golden files. */
export interface Sample {
  readonly name: string;
  /** The command that answered; absent of what was posted by itself. */
  readonly command?: string | undefined;
  readonly typed?: string | undefined;
  readonly reply: Reply;
}

/** A story in which people meet the bot, in either language; what they see on the way are samples. */
export interface Scene {
  readonly title: string;
  play(language: Language, atEnd?: AtEnd): Promise<readonly Sample[]>;
}

/** The notes that a scene is played on. */
interface Notes {
  readonly shipped?: readonly SourceFile[];
  readonly own?: readonly SourceFile[];
}

export type Stage = Awaited<ReturnType<typeof openStage>>;

export const scene = (title: string, tell: (stage: Stage) => Promise<unknown>, notes: Notes = {}): Scene => ({
  title,
  async play(language, atEnd) {
    const stage = await openStage(language, notes, atEnd);
    await tell(stage);
    return stage.samples;
  },
});

/** A team whose accounts are in a language, with a bot that remembers and really searches. It is Monday, 2 March 2026, 09:00 in Shanghai. */
async function openStage(language: Language, { shipped, own }: Notes, atEnd?: AtEnd) {
  const { startBot, ...team } = await createTeam(atEnd);
  const bot = await startBot(shipped, own);
  const samples: Sample[] = [];
  const person = (name: string, account?: Account): Actor => ({ ...personCalled(name, account), locale: language });
  const keep = (sample: Sample): Reply => {
    samples.push({ ...sample, name: `${sample.name}.${language}` });
    return sample.reply;
  };
  return {
    ...{ ...team, ...bot, language, samples, person, words: wordsIn(language) },
    ann: person('Ann'),
    boss: person('Boss', { canManage: true, zone: 'Asia/Shanghai' }),
    /** What one types, in the language of the scene. */
    either: (en: string, zh: string): string => (language === 'en' ? en : zh),
    /** An answer that is a sample. */
    async seen(name: string, answered: Promise<Reply>): Promise<Reply> {
      const reply = await answered;
      const { intent, typed } = bot.turns.at(-1)?.turn ?? {};
      return keep({ name, reply, command: intent?.command, typed });
    },
    /** What stands in a conversation now, by the number of the message. */
    posted(name: string, at = 0): Reply {
      const reply = team.platform.shows(at);
      if (!reply) throw new Error(`no message ${at} was posted`);
      return keep({ name, reply });
    },
    /** Lets somebody meet concepts, as if in an earlier quiz. */
    async met(actor: Actor, concepts: readonly string[], kind: 'missed' | 'known'): Promise<void> {
      for (const concept of concepts) await bot.store.reviews.log.learn({ actor: actor.id, concept, evidence: { kind }, seen: 0 });
    },
  };
}
