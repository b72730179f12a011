import { describe, expect, test } from 'vitest';
import { addDays, daysBetween } from '../../../src/core/schedule/calendar.ts';
import { parseDates } from '../../../src/core/schedule/parse-dates.ts';
import type { Day } from '../../../src/core/schedule/schedule.ts';

const TODAY = '2026-03-10';
const read = (text: string, language: 'en' | 'zh' = 'en', today: Day = TODAY) => parseDates(text, today, language);
const from = (first: Day, last: Day) => Array.from({ length: daysBetween(first, last) + 1 }, (_, at) => addDays(first, at));

describe('days that are typed', () => {
  test.each<[string, Day[]]>([
    ['2026-10-01', ['2026-10-01']],
    ['2026/10/1', ['2026-10-01']],
    ['2026-10-01..2026-10-07', from('2026-10-01', '2026-10-07')],
    ['2026-10-01 to 2026-10-03', from('2026-10-01', '2026-10-03')],
    ['2026-10-01..03', from('2026-10-01', '2026-10-03')],
    ['10月1日-7日', from('2026-10-01', '2026-10-07')],
    ['10月1-7日', from('2026-10-01', '2026-10-07')],
    ['１０月１日至１０月３日', from('2026-10-01', '2026-10-03')],
    ['2027年2月5号～7号', from('2027-02-05', '2027-02-07')],
    ['Oct 1-3', from('2026-10-01', '2026-10-03')],
    ['1-3 October 2027', from('2027-10-01', '2027-10-03')],
    ['October 1st, 2026', ['2026-10-01']],
    ['25 Dec', ['2026-12-25']],
    ['30 Dec - 2 Jan', from('2026-12-30', '2027-01-02')],
    ['2026-12-25, 2026-12-26', from('2026-12-25', '2026-12-26')],
    ['2026-05-02 2026-05-01 2026-05-02', from('2026-05-01', '2026-05-02')],
    ['5月1日、10月1日到2日', ['2026-05-01', '2026-10-01', '2026-10-02']],
    ['Oct 1, 2026-10-05', ['2026-10-01', '2026-10-05']],
  ])('are understood: %s', (text, days) => {
    expect(read(text)).toEqual({ kind: 'dates', days });
  });

  test('without a year are the next ones, today included; a range may have begun', () => {
    expect(read('Mar 10')).toEqual({ kind: 'dates', days: ['2026-03-10'] });
    expect(read('Mar 9')).toEqual({ kind: 'dates', days: ['2027-03-09'] });
    expect(read('2月29日')).toEqual({ kind: 'dates', days: ['2028-02-29'] });
    expect(read('Mar 8-12')).toEqual({ kind: 'dates', days: from('2026-03-08', '2026-03-12') });
    expect(read('30 Dec - 2 Jan', 'en', '2027-01-01')).toEqual({ kind: 'dates', days: from('2026-12-30', '2027-01-02') });
  });

  test('with a slash are read in Chinese only, where the month comes first', () => {
    expect(read('10/1-10/3', 'zh')).toEqual({ kind: 'dates', days: from('2026-10-01', '2026-10-03') });
    expect(read('10/1', 'en')).toEqual({ kind: 'unclear dates', said: '10/1' });
  });

  test.each([
    ['', ''],
    ['hello', 'hello'],
    ['2026-10-01, whenever', 'whenever'],
    ['2026-02-30', '2026-02-30'],
    ['13月1日', '13月1日'],
    ['2026-10-07..2026-10-01', '2026-10-07..2026-10-01'],
    ['2026-01-01..2026-12-31', '2026-01-01..2026-12-31'],
    ['Oct', 'Oct'],
  ])('are asked back where they name none: %s', (text, said) => {
    expect(read(text)).toEqual({ kind: 'unclear dates', said });
  });
});
