import { createCache, findOrMake } from '../cache.ts';
import type { Language } from '../content/schema.ts';
import { AMBIGUOUS, LIKELY_ZONES, PLACES } from './places.ts';
import { type Phrases, phrases } from './tokens.ts';

/** Today's names of zones that JavaScript engines still call by a former one, or will call so: https://github.com/tc39/proposal-canonical-tz */
const RENAMED: Readonly<Record<string, string>> = {
  'Africa/Asmera': 'Africa/Asmara',
  'America/Buenos_Aires': 'America/Argentina/Buenos_Aires',
  'America/Catamarca': 'America/Argentina/Catamarca',
  'America/Coral_Harbour': 'America/Atikokan',
  'America/Cordoba': 'America/Argentina/Cordoba',
  'America/Godthab': 'America/Nuuk',
  'America/Indianapolis': 'America/Indiana/Indianapolis',
  'America/Jujuy': 'America/Argentina/Jujuy',
  'America/Louisville': 'America/Kentucky/Louisville',
  'America/Mendoza': 'America/Argentina/Mendoza',
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Atlantic/Faeroe': 'Atlantic/Faroe',
  'Europe/Kiev': 'Europe/Kyiv',
  'Pacific/Enderbury': 'Pacific/Kanton',
  'Pacific/Ponape': 'Pacific/Pohnpei',
  'Pacific/Truk': 'Pacific/Chuuk',
};

/** Cities of IANA that are first of all everyday words: nobody means them in a topic. */
const NOT_CITIES = new Set(['center', 'christmas', 'easter', 'jersey', 'knox', 'oral', 'reunion', 'troll', 'wake']);

/**
 * The name of a zone as IANA has it today, from a name in any case.
 *
 * `undefined` for what is no zone, and for abbreviations (`EST`) and countries
 * (`PRC`) that engines take as zones for history's sake.
 */
export function findZone(name: string): string | undefined {
  if (/^(?:etc\/)?(?:utc|gmt)$/i.test(name)) return 'UTC';
  if (!/^[a-z]+\/[a-z0-9_+/-]{1,40}$/i.test(name)) return undefined;
  try {
    const { timeZone } = new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions();
    return RENAMED[timeZone] ?? timeZone;
  } catch {
    return undefined;
  }
}

/** Whether a zone keeps one distance to UTC for ever, and so knows no summer time. */
export const isFixedOffset = (zone: string): boolean => zone === 'UTC' || zone.startsWith('Etc/');

/** As many as all zones have in some minutes. */
const MOST_OFFSETS = 5_000;
const offsets = createCache<number>(MOST_OFFSETS);

/** How many minutes the clocks of a zone are ahead of UTC at an instant; below 0 when behind. */
export function offsetMinutes(zone: string, at: Date): number {
  // No clocks are changed inside of a minute. All zones are asked for where only a distance to UTC was said.
  return findOrMake(offsets, `${zone} ${Math.floor(at.getTime() / 60_000)}`, () => readOffset(zone, at));
}

function readOffset(zone: string, at: Date): number {
  const parts = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' }).formatToParts(at);
  const [, sign, hours = 0, minutes = 0] = /([+-])(\d\d):(\d\d)/.exec(parts.find(({ type }) => type === 'timeZoneName')?.value ?? '') ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) || 0;
}

/** The zone of a distance to UTC in whole hours; IANA has them from UTC−12 to UTC+14, and writes the sign the other way round. */
export function fixedZone(minutes: number): string | undefined {
  const hours = minutes / 60;
  if (!Number.isInteger(hours) || hours < -12 || hours > 14) return undefined;
  if (hours === 0) return 'UTC';
  return `Etc/GMT${hours > 0 ? '-' : '+'}${Math.abs(hours)}`;
}

/** A short list of zones to choose from, by where those who write in a language are likely to be; at most 20. */
export const zoneChoices = (language: Language): readonly string[] => LIKELY_ZONES[language];

/** The same list behind the zone of the bot's machine, where most of its people are. */
export const zonesToOffer = (here: string, language: Language): readonly string[] => [...new Set([here, ...zoneChoices(language)])];

/** Zones in the order in which to offer them: one's own, the language's likely ones, the rest as they were. */
export function likeliestFirst(zones: readonly string[], own: string | undefined, language: Language): string[] {
  const likely = zoneChoices(language);
  const rank = (zone: string) => {
    if (zone === own) return -1;
    return likely.includes(zone) ? likely.indexOf(zone) : likely.length;
  };
  return zones.toSorted((a, b) => rank(a) - rank(b));
}

/** Zones whose clocks have a distance to UTC at an instant, at most one screen of them. */
export const zonesAt = (minutes: number, at: Date): string[] =>
  Intl.supportedValuesOf('timeZone')
    .filter((zone) => offsetMinutes(zone, at) === minutes)
    .map((zone) => RENAMED[zone] ?? zone)
    .slice(0, 5);

const cityOf = (zone: string): string => zone.slice(zone.lastIndexOf('/') + 1);

const isCity = (zone: string): boolean => !zone.startsWith('Antarctica/') && !NOT_CITIES.has(cityOf(zone).toLowerCase());

const CITIES = Intl.supportedValuesOf('timeZone')
  .map((zone) => RENAMED[zone] ?? zone)
  .filter(isCity);

/** Cities, countries and abbreviations, with the zones that each may mean. */
export const ZONE_NAMES: Phrases<readonly string[]> = phrases<readonly string[]>([
  ...CITIES.map((zone) => [[cityOf(zone)], [zone]] as const),
  ...PLACES.map(({ zone, names }) => [[...names.en, ...names.zh], [zone]] as const),
  ...Object.entries(AMBIGUOUS).map(([name, zones]) => [[name], zones] as const),
]);
