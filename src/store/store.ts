import { ContentError, StoreError } from '../core/errors.ts';
import type { Digests } from '../core/inbox/digests.ts';
import type { Inbox } from '../core/inbox/records.ts';
import type { Budget, Clearing, Installations, Inviters, PersonalFiles, Preferences, Seen, SentPictures, Spaces } from '../core/ports.ts';
import type { QuizRecords } from '../core/quiz/records.ts';
import { createMemoryModel, type MemoryModel } from '../core/review/memory.ts';
import type { ReviewRecords } from '../core/review/records.ts';
import { createBudget } from './budget.ts';
import { createClearing } from './clearing.ts';
import { checkDatabase, databaseFile } from './database-file.ts';
import { createDigests } from './digests.ts';
import type { Engine } from './engine.ts';
import { createGreetings } from './greetings.ts';
import { createHabits } from './habits.ts';
import { createInbox } from './inbox.ts';
import { createInstallations } from './installations.ts';
import { createInviters } from './inviters.ts';
import { createKnownConcepts, type KnownConcepts } from './known-concepts.ts';
import { takeLease } from './lease.ts';
import { createLookUps } from './look-ups.ts';
import { createMemories } from './memories.ts';
import { migrate } from './migrate.ts';
import { createPeople } from './people.ts';
import { createPersonalFiles } from './personal-files.ts';
import { createPosts } from './posts.ts';
import { createPreferences } from './preferences.ts';
import type { Presence } from './presence.ts';
import { createQuizzes } from './quizzes.ts';
import { createReminders } from './reminders.ts';
import { createReviewLog } from './review-log.ts';
import { createSchedules } from './schedules.ts';
import { createSeal } from './seal.ts';
import { createSeen } from './seen.ts';
import { createSentPictures } from './sent-pictures.ts';
import { createSpaces } from './spaces.ts';
import { openSqlite } from './sqlite.ts';
import { createStandings } from './standings.ts';

/** All that the bot must remember. */
export interface Store {
  readonly preferences: Preferences;
  readonly knownConcepts: KnownConcepts;
  readonly records: QuizRecords;
  readonly reviews: ReviewRecords;
  readonly seen: Seen;
  readonly inviters: Inviters;
  readonly inbox: Inbox;
  readonly spaces: Spaces;
  readonly sentPictures: SentPictures;
  readonly personalFiles: PersonalFiles;
  readonly budget: Budget;
  readonly digests: Digests;
  readonly clearing: Clearing;
  /** @param secretKey - what tokens are encrypted with. */
  installations(secretKey: string): Installations;
  close(): Promise<void>;
}

export interface StoreOptions extends Remembering {
  /** A bot stays, and is the only one on a file; a tool does its work beside it and goes. */
  readonly as: 'bot' | 'tool';
}

interface Remembering {
  readonly now: () => Date;
  /** Milliseconds by a clock that nobody sets; left out, the process's own. */
  readonly steady?: () => number;
  /** Left out, that of most people, with a recall of 90 %. */
  readonly model?: MemoryModel;
}

/** Whether a store's address is that of a PostgreSQL server; else it is a folder. */
export const isPostgres = (where: string): boolean => /^postgres(ql)?:\/\//.test(where);

/**
 * Opens the store, and brings its tables up to date.
 *
 * @param where - `postgres://…`, or the data folder, in which `kubetutor.db` is kept.
 * @throws ContentError when there is no opening it: what is the matter and what to do. It is left as it was.
 */
export async function openStore(where: string, options: StoreOptions): Promise<Store> {
  return isPostgres(where) ? openOnPostgres(where, options) : openOnFile(databaseFile(where), options);
}

async function openOnPostgres(url: string, options: StoreOptions): Promise<Store> {
  // A bot on a file need not load the client.
  const [{ openPostgres, withoutSecrets }, { takePresence }] = await Promise.all([import('./postgres.ts'), import('./presence.ts')]);
  const where = withoutSecrets(url);
  let presence: Presence | undefined;
  const open = async () => {
    if (options.as === 'bot') presence = await takePresence(url, { as: options.as, where });
    return openPostgres(url);
  };
  const release = async () => presence?.release();
  return releasing(openTables(open, { ...options, where, mend: 'Look at DATABASE_URL, and whether the server runs.' }), release);
}

async function openOnFile(file: string, options: StoreOptions): Promise<Store> {
  checkDatabase(file);
  const lease = options.as === 'bot' ? takeLease(file, { purpose: 'a bot', now: options.now }) : undefined;
  const opening = openTables(() => openSqlite(file), { ...options, where: file, mend: 'Then start again.' });
  return releasing(opening, async () => lease?.release());
}

/** Gives up what was taken for a store once it is closed, or could not be opened. */
async function releasing(opening: Promise<Store>, release: () => Promise<void>): Promise<Store> {
  try {
    const store = await opening;
    return {
      ...store,
      async close() {
        await store.close();
        await release();
      },
    };
  } catch (error) {
    await release();
    throw error;
  }
}

interface Opening extends Remembering {
  readonly where: string;
  /** What the operator may do when there is no opening it. */
  readonly mend: string;
}

async function openTables(open: () => Promise<Engine>, { where, mend, ...options }: Opening): Promise<Store> {
  try {
    const engine = await open();
    try {
      await migrate(engine, { where, now: options.now });
    } catch (error) {
      await engine.close();
      throw error;
    }
    return storeOn(engine, options);
  } catch (error) {
    if (error instanceof StoreError) throw new ContentError(`${error.message}\n${mend}`, { cause: error });
    throw error;
  }
}

/** The store on an engine whose tables are up to date. */
export function storeOn(engine: Engine, { now, steady = () => performance.now(), model = createMemoryModel() }: Remembering): Store {
  const lookUps = createLookUps(engine, now);
  return {
    preferences: createPreferences(engine, now),
    knownConcepts: createKnownConcepts(engine, now),
    records: {
      schedules: createSchedules(engine, now),
      quizzes: createQuizzes(engine, now, model),
      posts: createPosts(engine, now, steady),
      standings: createStandings(engine),
      greetings: createGreetings(engine, now),
    },
    reviews: {
      log: createReviewLog(engine, now, model),
      memories: createMemories(engine),
      habits: createHabits(engine, now),
      lookUps,
      reminders: createReminders(engine, now),
      people: createPeople(engine, now, model),
    },
    seen: createSeen(engine, now),
    inviters: createInviters(engine, now),
    inbox: createInbox(engine, now),
    spaces: createSpaces(engine, now),
    sentPictures: createSentPictures(engine, now),
    personalFiles: createPersonalFiles(engine, now),
    budget: createBudget(engine, now),
    digests: createDigests(engine, now),
    clearing: createClearing(engine, now),
    installations: (secretKey) => createInstallations(engine, now, createSeal(secretKey)),
    async close() {
      await lookUps.settle();
      await engine.close();
    },
  };
}
