import { phrases } from './tokens.ts';

/** A part of the day that is said beside an hour, and decides which of its two hours is meant. */
export type DayPart = 'am' | 'dawn' | 'morning' | 'noon' | 'afternoon' | 'evening' | 'midnight';

/** How each part of the day is said. */
export const DAY_PARTS = phrases<DayPart>([
  [['am'], 'am'],
  [['凌晨', '拂晓'], 'dawn'],
  [['morning', 'mornings', 'in the morning', '上午', '早上', '早晨', '清晨', '清早', '早'], 'morning'],
  [['noon', 'midday', '中午', '正午'], 'noon'],
  [['pm', 'afternoon', 'afternoons', 'in the afternoon', '下午', '午后', '傍晚'], 'afternoon'],
  [['evening', 'evenings', 'in the evening', 'night', 'at night', '晚上', '夜晚', '晚间', '夜里', '半夜', '深夜', '晚'], 'evening'],
  [['midnight', '午夜', '子夜'], 'midnight'],
]);

/** What is meant by a part of the day without an hour, in hours; the others leave the hour open. */
export const HOUR_ALONE: Readonly<Partial<Record<DayPart, number>>> = { noon: 12, midnight: 0 };

/** The hour (0–23) that is meant by an hour (0–24) in a part of the day; `undefined` where the two contradict each other. */
export const HOUR_IN: Readonly<Record<DayPart, (hour: number) => number | undefined>> = {
  am: (hour) => (hour <= 12 ? hour % 12 : undefined),
  dawn: (hour) => (hour <= 7 ? hour : midnight(hour)),
  // 上午12点 is noon.
  morning: (hour) => (hour <= 12 ? hour : undefined),
  noon: (hour) => {
    if (hour >= 10 && hour <= 14) return hour;
    return hour === 1 || hour === 2 ? hour + 12 : undefined;
  },
  afternoon: (hour) => {
    if (hour < 12) return hour + 12;
    return hour < 24 ? hour : undefined;
  },
  // 晚上12点 is midnight, 晚上2点 and "2 at night" come after it.
  evening: (hour) => {
    if (hour <= 4) return hour;
    if (hour <= 11) return hour + 12;
    return hour >= 17 && hour < 24 ? hour : midnight(hour);
  },
  midnight: (hour) => midnight(hour),
};

const midnight = (hour: number): number | undefined => (hour % 12 === 0 ? 0 : undefined);
