import type { Config } from '../config.ts';
import type { Remembered } from '../core/content/notes/remembered.ts';
import type { Language } from '../core/content/schema.ts';
import { ContentError, StoreError } from '../core/errors.ts';
import { wordsIn } from '../core/i18n/words.ts';
import type { Preferences } from '../core/ports.ts';
import type { QuizRecords } from '../core/quiz/records.ts';
import { createMemoryModel } from '../core/review/memory.ts';
import type { ReviewRecords } from '../core/review/records.ts';
import type { ActorId } from '../core/turn.ts';
import type { Store } from '../store/store.ts';
import { notice } from './notice.ts';

/**
 * Opens what must be remembered, beside a bot that may run on it.
 *
 * @throws ContentError when there is no opening it.
 */
export async function openMemory({ databaseUrl, dataDir, memory }: Config): Promise<Store> {
  // Whoever only asks a question need not wait for the database's code.
  const { openStore } = await import('../store/store.ts');
  return openStore(databaseUrl ?? dataDir, { as: 'tool', now: () => new Date(), model: createMemoryModel(memory) });
}

/** What went wrong with the memory, for whoever runs the program; every other error is thrown on. */
function reasonOf(error: unknown): string {
  if (error instanceof ContentError || error instanceof StoreError) return error.message;
  throw error;
}

/** What is remembered of people; without `records`, nothing can be kept but what they choose, and that for as long as the program runs. */
export interface Memory {
  readonly preferences: Preferences;
  readonly records?: QuizRecords;
  readonly reviews?: ReviewRecords;
  close(): Promise<void>;
}

/** Opens what is remembered of people or, with a warning, goes without. */
export async function openMemories(config: Config): Promise<Memory> {
  try {
    return await openMemory(config);
  } catch (error) {
    notice(wordsIn(config.language).choicesNotKept(reasonOf(error)));
    return { preferences: createPassingPreferences(), close: async () => {} };
  }
}

/** What people choose, for as long as the program runs. */
export function createPassingPreferences(): Preferences {
  const languages = new Map<ActorId, Language>();
  const named = new Set<ActorId>();
  return {
    isNamed: async (actor) => named.has(actor),
    setNamed: async ({ id }, isNamed) => void (isNamed ? named.add(id) : named.delete(id)),
    languageOf: async (actor) => languages.get(actor),
    setLanguage: async (actor, language) => void languages.set(actor, language),
  };
}

/**
 * Works with the concepts that are remembered of a folder or note, and
 * remembers those that come of it. Where that cannot be done, it warns, and
 * works with those that were known last.
 *
 * @param scope - the folder or note whose concepts are remembered together.
 */
export async function reviseKnownConcepts<Result extends { readonly remembered: readonly Remembered[] }>(
  config: Config,
  scope: string,
  revise: (remembered: readonly Remembered[]) => Result,
  lastKnown: readonly Remembered[] = [],
): Promise<Result> {
  try {
    const store = await openMemory(config);
    try {
      return await store.knownConcepts.revise(scope, revise);
    } finally {
      await store.close();
    }
  } catch (error) {
    notice(wordsIn(config.language).idsNotKept(reasonOf(error)));
    return revise(lastKnown);
  }
}
