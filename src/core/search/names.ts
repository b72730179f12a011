import { nameKey, type Unit } from './text.ts';

/** Where a name stands among the units of a question: from `from` up to, not including, `to`. */
export interface Span {
  readonly from: number;
  readonly to: number;
  /** The entries that bear this name; more than one when it is ambiguous. */
  readonly entries: readonly number[];
  /** Whether it is a listed misspelling. */
  readonly isMisspelt: boolean;
}

/** Finds entries by name, whatever the spelling of case, spaces and hyphens, in constant time. */
export interface Names {
  /** The entries that bear the name with this key, or `undefined`. */
  find(key: string): readonly number[] | undefined;
  /** The names in a question, longest first at each place, none overlapping. */
  spot(units: readonly Unit[]): Span[];
}

const LONGEST_NAME = 10;

/** One number where a name has one bearer, which nearly all have: at 100,000 entries, arrays would cost 20 MB. */
type Bearers = Map<string, number | number[]>;

export function createNames(): Names & { add(name: string, entry: number): void; addMisspelling(name: string, entry: number): void } {
  const right: Bearers = new Map();
  const misspelt: Bearers = new Map();
  const find = (key: string) => bearersOf(right, key) ?? bearersOf(misspelt, key);
  return {
    find,
    add: (name, entry) => addBearer(right, nameKey(name), entry),
    addMisspelling: (name, entry) => addBearer(misspelt, nameKey(name), entry),
    spot(units) {
      const spans: Span[] = [];
      for (let from = 0; from < units.length; ) {
        const span = longestAt(units, from, find);
        if (span) spans.push({ ...span, isMisspelt: !right.has(span.key) && !right.has(singular(span.key)) });
        from = span?.to ?? from + 1;
      }
      return spans;
    },
  };
}

function addBearer(bearers: Bearers, key: string, entry: number): void {
  const known = bearers.get(key);
  if (key === '' || known === entry) return;
  if (known === undefined) bearers.set(key, entry);
  else if (typeof known === 'number') bearers.set(key, [known, entry]);
  else if (!known.includes(entry)) known.push(entry);
}

function bearersOf(bearers: Bearers, key: string): readonly number[] | undefined {
  const known = bearers.get(key) ?? bearers.get(singular(key));
  return typeof known === 'number' ? [known] : known;
}

function longestAt(units: readonly Unit[], from: number, find: Names['find']): (Omit<Span, 'isMisspelt'> & { key: string }) | undefined {
  let key = '';
  let found: (Omit<Span, 'isMisspelt'> & { key: string }) | undefined;
  for (let to = from; to < units.length && to < from + LONGEST_NAME; ) {
    key += units[to]!.text;
    to += 1;
    const entries = find(key);
    if (entries) found = { from, to, entries, key };
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

/** How a name stands in the question, its words set apart. */
export const wordsOf = ({ from, to }: Span, units: readonly Unit[]): string =>
  units
    .slice(from, to)
    .map(({ text }) => text)
    .join(' ');
