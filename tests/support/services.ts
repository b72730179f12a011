import type { Services } from '../../src/core/ports.ts';
import { createMemoryModel } from '../../src/core/review/memory.ts';

/** What every bot of a test is given that has nothing of its own to say on it; no luck in it. */
export const usualServices = () =>
  ({ model: createMemoryModel(), wake: () => {}, random: () => 0, fallbackLanguage: 'en', commandName: 'k8s' }) satisfies Partial<Services>;
