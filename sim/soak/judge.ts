import type { Act, Ledger } from './ledger.ts';
import type { Sample } from './probe.ts';

/** All that is held against the bot. */
export interface Evidence {
  readonly ledger: Ledger;
  /** What the store counts, by the keys of the ledger. */
  readonly counted: ReadonlyMap<string, number>;
  /** How many messages for everyone stand in each channel in which one quiz was due. */
  readonly posts: ReadonlyMap<string, number>;
  /** When the store was made to fail, in milliseconds since 1970. */
  readonly outages: readonly { readonly from: number; readonly to: number }[];
  /** Of one process, in order, from its start to its end. */
  readonly samples: readonly Sample[];
  /** How processes that were told to stop ended. */
  readonly exits: readonly (number | null)[];
}

/** How long after an outage of the store a person may still be told of it. */
const AFTERMATH_MS = 15_000;

/** What is wrong, a line each; nothing where all is well. */
export function judge(evidence: Evidence): string[] {
  return [
    ...lostAnswers(evidence),
    ...inventedAnswers(evidence),
    ...[...evidence.posts].flatMap(([channel, count]) => (count === 1 ? [] : [`${count} posts stand in ${channel}, where one was due`])),
    ...evidence.ledger.acts.flatMap((act) => unkind(act, evidence)),
    ...evidence.exits.flatMap((code) => (code === 0 ? [] : [`a bot ended with ${code}`])),
    ...leaks(evidence.samples),
  ];
}

/** Presses of which the bot said that it has them, and the store knows nothing. */
export function lostAnswers({ ledger, counted }: Pick<Evidence, 'ledger' | 'counted'>): string[] {
  const accepted = idsByKey(ledger.presses.filter(({ isAccepted }) => isAccepted));
  return [...accepted].flatMap(([key, ids]) => {
    const kept = counted.get(key) ?? 0;
    return kept < ids.size ? [`lost: ${key} was acknowledged ${ids.size} × and is counted ${kept} ×`] : [];
  });
}

function inventedAnswers({ ledger, counted }: Evidence): string[] {
  const pressed = idsByKey(ledger.presses);
  return [...counted].flatMap(([key, kept]) => {
    const most = pressed.get(key)?.size ?? 0;
    return kept > most ? [`doubled: ${key} was pressed ${most} × and is counted ${kept} ×`] : [];
  });
}

function idsByKey(presses: Ledger['presses']): Map<string, ReadonlySet<string>> {
  const groups = Map.groupBy(presses, ({ key }) => key);
  return new Map([...groups].map(([key, all]) => [key, new Set(all.map(({ id }) => id))]));
}

function unkind({ said, kind, person, at, tries }: Act, { outages }: Evidence): string[] {
  if (said === 'answered') return [];
  const isDuringOutage = outages.some(({ from, to }) => at >= from && at <= to + AFTERMATH_MS);
  if (said === 'not saved' && isDuringOutage) return [];
  const when = new Date(at).toISOString().slice(11, 19);
  return [`${when} ${person} did a ${kind} and was told: ${said} (${tries} tries, the store ${isDuringOutage ? 'fails' : 'works'})`];
}

/** The share of a process's samples, from its start, that is left out: caches fill. */
const WARM_UP = 0.25;
/** How far the floor may rise from the first third of the rest to the last. */
const MAY_RISE: Readonly<Record<keyof Sample, { readonly share: number; readonly by: number }>> = {
  heap: { share: 0.1, by: 4e6 },
  resident: { share: 0.1, by: 16e6 },
  handles: { share: 0, by: 4 },
  files: { share: 0, by: 4 },
};

/** The smallest figure of the first and of the last third, without the warm-up: what is in flight comes and goes, what leaks raises the floor. */
export function floorsOf(samples: readonly Sample[], figure: keyof Sample): readonly [number, number] {
  const counted = samples.slice(Math.floor(samples.length * WARM_UP)).map((sample) => sample[figure]);
  const third = Math.ceil(counted.length / 3);
  return [Math.min(...counted.slice(0, third)), Math.min(...counted.slice(-third))];
}

/** What grows in a process. */
function leaks(samples: readonly Sample[]): string[] {
  if (samples.length === 0) return ['no process was measured'];
  return Object.entries(MAY_RISE).flatMap(([name, { share, by }]) => {
    const [first, last] = floorsOf(samples, name as keyof Sample);
    return last > first * (1 + share) + by ? [`leak: ${name} rose from ${first} to ${last}`] : [];
  });
}
