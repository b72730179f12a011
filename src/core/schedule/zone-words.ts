import { readNumber } from './numbers.ts';
import { phrases, type Read, readPhrase, type Token, touches } from './tokens.ts';
import { findZone, fixedZone, ZONE_NAMES } from './zones.ts';

/** A zone as it was said. */
export interface SaidZone {
  /** All that it may mean: none for a distance to UTC that no zone has for ever. */
  readonly zones: readonly string[];
  /** Where a distance to UTC was said: `UTC+8` is 480. */
  readonly offset?: number;
}

type ZoneReader = (tokens: readonly Token[], at: number) => Read<SaidZone> | undefined;

const UTC = phrases<true>([[['utc', 'gmt'], true]]);

/** In the longest name of a zone, `America/Argentina/Buenos_Aires`, and in `Etc/GMT+12`, are no more tokens. */
const LONGEST_NAME = 9;

/** A zone by its IANA name, by a city or country, by an abbreviation, or by its distance to UTC. */
export function readZone(tokens: readonly Token[], at: number): Read<SaidZone> | undefined {
  return readIanaName(tokens, at) ?? readOffset(tokens, at) ?? readHanOffset(tokens, at) ?? readName(tokens, at);
}

const readName: ZoneReader = (tokens, at) => {
  const named = readPhrase(tokens, at, ZONE_NAMES);
  return named && { value: { zones: named.value }, next: named.next };
};

/** `asia/shanghai`: only what is written in one piece. */
const readIanaName: ZoneReader = (tokens, at) => {
  if (tokens[at]?.kind !== 'word' || tokens[at + 1]?.text !== '/') return undefined;
  let end = at + 1;
  while (end - at < LONGEST_NAME && touches(tokens, end)) end++;
  for (; end > at + 2; end--) {
    const name = tokens
      .slice(at, end)
      .map(({ text }) => text)
      .join('');
    const zone = findZone(name);
    if (zone) return { value: { zones: [zone] }, next: end };
  }
  return undefined;
};

/** `UTC`, `UTC+8`, `GMT-03:30`, `UTC +0800`, `utc8`. */
const readOffset: ZoneReader = (tokens, at) => {
  const glued = /^(?:utc|gmt)(\d{1,2})$/.exec(tokens[at]?.text ?? '');
  if (glued) return { value: ofOffset(Number(glued[1]) * 60), next: at + 1 };
  const utc = readPhrase(tokens, at, UTC);
  const sign = tokens[utc?.next ?? tokens.length]?.text;
  if (!utc) return undefined;
  const number = sign === '+' || sign === '-' || sign === '−' ? tokens[utc.next + 1] : undefined;
  if (number?.kind !== 'number' || number.text.length > 4) return { value: ofOffset(0), next: utc.next };
  const isCompact = number.text.length > 2;
  const behind = touches(tokens, utc.next + 2) && touches(tokens, utc.next + 3) ? tokens[utc.next + 3] : undefined;
  const hasMinutes = !isCompact && tokens[utc.next + 2]?.text === ':' && behind?.kind === 'number';
  const hours = isCompact ? Math.floor(Number(number.text) / 100) : Number(number.text);
  const minutes = isCompact ? Number(number.text) % 100 : Number(hasMinutes ? behind.text : 0);
  return { value: ofOffset((hours * 60 + minutes) * (sign === '+' ? 1 : -1)), next: utc.next + (hasMinutes ? 4 : 2) };
};

/** `东八区`, `西5区`. */
const readHanOffset: ZoneReader = (tokens, at) => {
  const side = tokens[at]?.text;
  const hours = side === '东' || side === '西' ? readNumber(tokens, at + 1) : undefined;
  if (!hours || tokens[hours.next]?.text !== '区') return undefined;
  return { value: ofOffset(hours.value * 60 * (side === '东' ? 1 : -1)), next: hours.next + 1 };
};

function ofOffset(offset: number): SaidZone {
  const zone = fixedZone(offset);
  return { zones: zone ? [zone] : [], offset };
}
