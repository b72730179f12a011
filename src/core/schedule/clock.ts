import { type SaidTime, timeOfNumber } from './clock-words.ts';
import { HOUR_ALONE, HOUR_IN } from './day-parts.ts';
import { type Item, itemsOf } from './items.ts';
import { isSeparator } from './left-over.ts';
import { type Typed, tokensOf } from './tokens.ts';

/** What is wrong with a time: no clock shows it, the part of the day contradicts it, there are two, or its hour is missing. */
export type Unclear = 'no such time' | 'contradiction' | 'two times' | 'no hour';

/** A time of day, or what is unclear about it; `said` is what was typed. */
export type ClockReading =
  | { readonly kind: 'clock'; readonly minuteOfDay: number }
  | { readonly kind: 'unclear time'; readonly said: string; readonly why: Unclear };

/**
 * Reads a time alone, in English or Chinese: `18:00`, `9 pm`, `下午3点一刻`, `9`.
 *
 * `undefined` where there is more or something else in the text.
 */
export function parseClock(text: string): ClockReading | undefined {
  const typed = tokensOf(text);
  const isSilent = ({ kind, from, to }: Item) => kind === 'filler' || (kind === 'sign' && isSeparator(typed.textOf(from, to)));
  const items = itemsOf(typed.tokens).filter((item) => !isSilent(item));
  return items.every(isClockItem) ? clockOf(items.map(asTime), typed) : undefined;
}

const isClockItem = ({ kind }: Item): boolean => kind === 'time' || kind === 'dotted' || kind === 'part' || kind === 'number';

/** A number or a dotted time taken for a time; everything else as it is. */
export function asTime(item: Item): Item {
  if (item.kind === 'dotted') return { ...item, kind: 'time' };
  if (item.kind !== 'number') return item;
  return { kind: 'time', ...timeOfNumber(item.value), from: item.from, to: item.to };
}

/** The time that times and parts of the day say together; `undefined` where there are none. */
export function clockOf(items: readonly Item[], typed: Typed): ClockReading | undefined {
  const times = items.filter((item) => item.kind === 'time');
  const parts = items.filter((item) => item.kind === 'part');
  if (times.length + parts.length === 0) return undefined;
  const said = [...times, ...parts];
  const from = Math.min(...said.map((item) => item.from));
  const to = Math.max(...said.map((item) => item.to));
  const unclear = (why: Unclear): ClockReading => ({ kind: 'unclear time', said: typed.textOf(from, to), why });
  if (times.length > 1 || new Set(parts.map(({ part }) => part)).size > 1) return unclear('two times');
  const [time, part] = [times[0], parts[0]?.part];
  if (!time) {
    const hour = part && HOUR_ALONE[part];
    return hour === undefined ? unclear('no hour') : { kind: 'clock', minuteOfDay: hour * 60 };
  }
  if (!isOnClocks(time)) return unclear('no such time');
  const hour = part ? HOUR_IN[part](time.hour) : time.hour % 24;
  return hour === undefined ? unclear('contradiction') : { kind: 'clock', minuteOfDay: hour * 60 + time.minute };
}

/** 24:00 is midnight; 24:01 is nothing. */
const isOnClocks = ({ hour, minute }: SaidTime): boolean => hour >= 0 && minute >= 0 && minute < 60 && hour * 60 + minute <= 24 * 60;
