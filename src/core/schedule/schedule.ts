/** A day of the week as ISO 8601 counts: Monday is 1, Sunday is 7. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** A day of the calendar, `YYYY-MM-DD`. In which zone it is meant, stands beside it. */
export type Day = `${number}-${number}-${number}`;

/** When something happens again and again by the clocks of one place. */
export interface Schedule {
  /** Minutes from midnight on the clock of the zone: 570 is 09:30. */
  readonly minuteOfDay: number;
  /** The IANA name of the time zone. */
  readonly zone: string;
  readonly days: readonly Weekday[];
  /** Minutes from midnight at which what has begun ends, on the same day or, where that is earlier, the next; absent where it lasts until it begins again. */
  readonly closes?: number;
  /** Days that are left out although their weekday is in `days`. */
  readonly holidays?: readonly Day[];
  /** Days that are added although their weekday is not in `days`; a day in both lists is a make-up day. */
  readonly makeUpDays?: readonly Day[];
}

/** Monday to Sunday. */
export const EVERY_DAY: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

/** Monday to Friday. */
export const WORKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5];

/** Saturday and Sunday. */
export const WEEKEND: readonly Weekday[] = [6, 7];
