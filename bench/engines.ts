import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';
import { buildIndex, type SearchEntry } from '../src/core/search/build.ts';
import { ask } from '../src/core/search/search.ts';

/** What an engine shows first. */
export interface Hit {
  /** `undefined` where it shows nothing. */
  readonly id: string | undefined;
  /** Whether it says that this is the answer. The others cannot say no: whatever they find is one. */
  readonly isAnswer: boolean;
}

/** A way to search, made ready with `build`. */
export interface Engine {
  readonly name: EngineName;
  build(entries: readonly SearchEntry[]): (question: string) => Hit;
}

export type EngineName = 'kubetutor' | 'MiniSearch' | 'fuse.js';

/** This project's search, indexed as `createKnowledge` does it: a team's own notes and the shipped ones apart. */
const kubetutor: Engine = {
  name: 'kubetutor',
  build(entries) {
    const tiers = [entries.filter(({ isOwn }) => isOwn), entries.filter(({ isOwn }) => !isOwn)].filter((tier) => tier.length > 0);
    const building = buildIndex(tiers);
    let step = building.next();
    while (!step.done) step = building.next();
    const index = step.value;
    return (question) => {
      const { kind, ids } = ask(index, question);
      return { id: ids[0], isAnswer: kind === 'answer' };
    };
  },
};

/** MiniSearch as its manual sets it up for typed text (longer words may be misspelt or unfinished), over names, ways to ask and definitions. */
const miniSearch: Engine = {
  name: 'MiniSearch',
  build(entries) {
    const index = new MiniSearch<SearchEntry>({
      fields: ['names', 'asks', 'definitions'],
      extractField: (entry, field) => {
        const value = entry[field as keyof SearchEntry];
        return Array.isArray(value) ? value.join('\n') : String(value);
      },
      tokenize: tokenizeBoth,
      searchOptions: { fuzzy: (term) => isLong(term) && 0.2, prefix: isLong, boost: { names: 3 } },
    });
    index.addAll(entries);
    return (question) => firstHit(index.search(question)[0]?.id);
  },
};

/** fuse.js as most use it: the list, the keys, nothing else. */
const plainFuse: Engine = {
  name: 'fuse.js',
  build(entries) {
    const index = new Fuse(entries, { keys: ['names', 'definitions'] });
    return (question) => firstHit(index.search(question, { limit: 3 })[0]?.item.id);
  },
};

/** In the order of the report's columns. */
export const ENGINES: readonly Engine[] = [kubetutor, miniSearch, plainFuse];

const isLong = (term: string): boolean => term.length > 3;

const firstHit = (id: string | undefined): Hit => ({ id, isAnswer: id !== undefined });

const cutWords = MiniSearch.getDefault('tokenize') as (text: string) => string[];
const HAN_OR_NOT = /[\u3400-\u4dbf\u4e00-\u9fff]+|[^\u3400-\u4dbf\u4e00-\u9fff]+/g;
const FIRST_HAN = 0x3400;

/** MiniSearch's own words, with Chinese in pairs of characters: as it comes, it takes a Chinese sentence for one word. */
function tokenizeBoth(text: string): string[] {
  return cutWords(text).flatMap((word) =>
    (word.match(HAN_OR_NOT) ?? []).flatMap((run) => (run.charCodeAt(0) >= FIRST_HAN ? pairsOf(run) : run)),
  );
}

function pairsOf(run: string): string[] {
  if (run.length === 1) return [run];
  return Array.from({ length: run.length - 1 }, (_, at) => run.slice(at, at + 2));
}
