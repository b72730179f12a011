import { nameKey, type Unit } from './text.ts';

/** Where a name stands among the units of a question: from `from` up to, not including, `to`. */
export interface Span {
  readonly from: number;
  readonly to: number;
  /** The entries that bear this name; more than one when it is ambiguous. */
  readonly entries: readonly number[];
}

/** Finds entries by name, whatever the spelling of case, spaces and hyphens, in constant time. */
export interface Names {
  /** The entries that bear the name with this key, or `undefined`. */
  find(key: string): readonly number[] | undefined;
  /** The names in a question, longest first at each place, none overlapping. */
  spot(units: readonly Unit[]): Span[];
}

const LONGEST_NAME = 8;

export function createNames(): Names & { add(name: string, entry: number): void } {
  // One number where a name has one bearer, which nearly all have: at 100,000 entries the arrays would cost 20 MB.
  const bearers = new Map<string, number | number[]>();
  const add = (key: string, entry: number) => {
    const known = bearers.get(key);
    if (known === undefined) bearers.set(key, entry);
    else if (typeof known === 'number') {
      if (known !== entry) bearers.set(key, [known, entry]);
    } else if (!known.includes(entry)) known.push(entry);
  };
  const find = (key: string) => {
    const known = bearers.get(key);
    return typeof known === 'number' ? [known] : known;
  };
  return {
    find,
    add(name, entry) {
      const key = nameKey(name);
      if (key === '') return;
      add(key, entry);
    },
    spot(units) {
      const spans: Span[] = [];
      for (let from = 0; from < units.length; ) {
        const span = longestAt(units, from, find);
        if (span) spans.push(span);
        from = span?.to ?? from + 1;
      }
      return spans;
    },
  };
}

function longestAt(units: readonly Unit[], from: number, find: Names['find']): Span | undefined {
  let key = '';
  let found: Span | undefined;
  for (let to = from; to < units.length && to < from + LONGEST_NAME; ) {
    key += units[to]!.text;
    to += 1;
    const entries = find(key) ?? find(singular(key));
    if (entries) found = { from, to, entries };
  }
  return found;
}

/** `pods` → `pod`, `proxies` → `proxy`, `ingresses` → `ingress`; a word that is no plural comes back as it is. */
export function singular(key: string): string {
  if (key.length < 4 || !key.endsWith('s') || key.endsWith('ss')) return key;
  if (key.endsWith('ies')) return `${key.slice(0, -3)}y`;
  if (/(?:ss|x|ch|sh)es$/.test(key)) return key.slice(0, -2);
  return key.slice(0, -1);
}
