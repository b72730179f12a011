import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseClock } from '../../../src/core/schedule/clock.ts';
import { clockLabel } from '../../../src/core/schedule/describe.ts';

const CLOCKS: readonly (readonly [clock: string, texts: readonly string[]])[] = [
  ['00:00', ['0:00', '24:00', '12am', '12 midnight', 'midnight', '零点', '午夜', '晚上12点', '凌晨十二点', '0点整']],
  ['00:30', ['12:30 am', '凌晨12点半', '0:30']],
  ['02:00', ['2', '2am', '凌晨两点', '晚上2点', '2 at night']],
  ['08:45', ['quarter to nine', '差一刻九点', '九点差一刻', '8點三刻', '8:45:00']],
  ['08:55', ['九点差五分', '差5分钟九点']],
  ['09:00', ['9', 'at 9', 'at nine', '9am', '9 a.m.', "9 o'clock", '９点', '早上九点', '早9点', '9点钟', '上午9时']],
  ['09:05', ['9点5分', '九点零五', '9点05', '9点过5分', '9:05']],
  ['09:30', ['09:30', '9.30', '0930', '930', '9:30am', 'half past nine', 'nine thirty', '上午9点半', '９：３０', '九点三十分']],
  ['10:00', ['十点', '上午十点', '10 in the morning']],
  ['12:00', ['noon', '12 noon', '12pm', '中午', '正午', '上午12点', '中午十二点']],
  ['12:30', ['12:30', '12:30 pm', '中午12点半', '下午12:30']],
  ['13:00', ['1pm', '中午一点', '下午一点', '13:00 pm']],
  ['15:15', ['下午3点一刻', '三点一刻 下午', 'quarter past 3 pm', '15时15分', '下午15点15分']],
  ['20:00', ['晚上8点', '晚八点', '8 p.m.', '8 in the evening', '20点']],
  ['21:05', ['21点05分', '二十一点零五分', '9:05 PM']],
  ['23:59', ['23:59', '11:59pm', '晚上11点59分']],
];

describe('a time that is typed', () => {
  test.each(CLOCKS.flatMap(([clock, texts]) => texts.map((text) => [text, clock] as const)))('%s is %s', (text, clock) => {
    const reading = parseClock(text);
    expect(reading?.kind === 'clock' && clockLabel(reading.minuteOfDay)).toBe(clock);
  });

  test.each([
    ['25:00', 'no such time'],
    ['24:01', 'no such time'],
    ['9:75', 'no such time'],
    ['9:5', 'no such time'],
    ['26点', 'no such time'],
    ['99', 'no such time'],
    ['15:00 am', 'contradiction'],
    ['凌晨9点', 'contradiction'],
    ['中午5点', 'contradiction'],
    ['晚上14点', 'contradiction'],
    ['9:00 10:00', 'two times'],
    ['上午9点 下午', 'two times'],
    ['下午', 'no hour'],
    ['in the evening', 'no hour'],
  ])('%s is unclear: %s', (text, why) => {
    expect(parseClock(text)).toEqual({ kind: 'unclear time', said: text, why });
  });

  test.each(['', 'docker', '9:00 Berlin', 'tomorrow at 9', '9:00 3题', '三容器'])('“%s” is no time alone', (text) => {
    expect(parseClock(text)).toBeUndefined();
  });

  test('every minute of the day is read as it is shown, in four ways', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1439 }), (minuteOfDay) => {
        const [hour, minute] = [Math.floor(minuteOfDay / 60), minuteOfDay % 60];
        const half = `${hour % 12 || 12}:${String(minute).padStart(2, '0')} ${hour < 12 ? 'am' : 'pm'}`;
        for (const text of [clockLabel(minuteOfDay), half, `${hour}点${minute}分`, `${hour}時${minute}分`]) {
          expect(parseClock(text)).toEqual({ kind: 'clock', minuteOfDay });
        }
      }),
    );
  });
});
