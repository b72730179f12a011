import { describe, expect, test } from 'vitest';
import { parseSchedule } from '../../../src/core/schedule/parse-schedule.ts';
import { AMBIGUOUS, PLACES } from '../../../src/core/schedule/places.ts';
import { findZone } from '../../../src/core/schedule/zones.ts';

const now = new Date('2026-07-10T00:00:00Z');
const read = (text: string, language: 'en' | 'zh' = 'en', zone?: string) => parseSchedule(text, { now, language, zone });
const zoneIn = (text: string) => ({ kind: 'schedule', schedule: { zone: text }, unreadable: [] });

describe('a zone that is typed', () => {
  test.each([
    ['asia/shanghai', 'Asia/Shanghai'],
    ['AMERICA/ARGENTINA/BUENOS_AIRES', 'America/Argentina/Buenos_Aires'],
    ['America/Port-au-Prince', 'America/Port-au-Prince'],
    ['Asia/Calcutta', 'Asia/Kolkata'],
    ['new york', 'America/New_York'],
    ['in New_York', 'America/New_York'],
    ['Buenos Aires', 'America/Argentina/Buenos_Aires'],
    ['sao paulo', 'America/Sao_Paulo'],
    ['Boise', 'America/Boise'],
    ['Beijing time', 'Asia/Shanghai'],
    ['北京时间', 'Asia/Shanghai'],
    ['臺北', 'Asia/Taipei'],
    ['紐約', 'America/New_York'],
    ['洛杉矶', 'America/Los_Angeles'],
    ['Pacific Time', 'America/Los_Angeles'],
    ['JST', 'Asia/Tokyo'],
    ['UTC', 'UTC'],
    ['gmt', 'UTC'],
    ['Etc/GMT+3', 'Etc/GMT+3'],
    ['UTC+8', 'Etc/GMT-8'],
    ['GMT-3', 'Etc/GMT+3'],
    ['UTC +08:00', 'Etc/GMT-8'],
    ['utc+0800', 'Etc/GMT-8'],
    ['utc8', 'Etc/GMT-8'],
    ['东八区', 'Etc/GMT-8'],
    ['西五区', 'Etc/GMT+5'],
  ])('is found: %s', (text, zone) => {
    expect(read(text)).toEqual(zoneIn(zone));
  });

  test('is found by all names of the table, in both languages', () => {
    for (const { zone, names } of PLACES) {
      for (const name of [...names.en, ...names.zh]) expect(read(name)).toEqual(zoneIn(zone));
    }
  });

  test('is found by the name of any zone that the machine knows', () => {
    for (const name of Intl.supportedValuesOf('timeZone')) {
      const zone = findZone(name);
      expect(read(name.toLowerCase())).toEqual(zoneIn(zone ?? 'none'));
    }
  });

  test.each(['Troll', 'easter', 'center', 'Asia/Atlantis', 'poland/warsaw'])('is not seen where there is none: %s', (text) => {
    expect(read(text)).not.toHaveProperty('candidates');
  });
});

describe('an abbreviation that several zones use', () => {
  test.each(Object.keys(AMBIGUOUS))('is asked back: %s', (text) => {
    expect(read(`9:00 ${text.toUpperCase()} weekdays`)).toEqual({
      kind: 'ambiguous zone',
      said: text.toUpperCase(),
      candidates: expect.toSatisfy((zones: string[]) => zones.length > 1 && zones.every((zone) => findZone(zone) === zone)),
    });
  });

  test('offers first what is likely in the language, and one’s own zone before all', () => {
    expect(read('CST', 'en')).toMatchObject({ candidates: ['America/Chicago', 'Asia/Shanghai', 'Asia/Taipei', 'America/Havana'] });
    expect(read('CST', 'zh')).toMatchObject({ candidates: ['Asia/Shanghai', 'Asia/Taipei', 'America/Chicago', 'America/Havana'] });
    expect(read('CST', 'en', 'America/Havana')).toMatchObject({
      candidates: ['America/Havana', 'America/Chicago', 'Asia/Shanghai', 'Asia/Taipei'],
    });
  });

  test('is settled by the distance to UTC beside it', () => {
    expect(read('EST UTC-5')).toEqual(zoneIn('America/Panama'));
    expect(read('IST UTC+5:30')).toEqual(zoneIn('Asia/Kolkata'));
    expect(read('Berlin (UTC+2)')).toEqual(zoneIn('Europe/Berlin'));
    expect(read('CST UTC+8')).toMatchObject({ candidates: ['Asia/Shanghai', 'Asia/Taipei'] });
    expect(read('Berlin (UTC+8)')).toMatchObject({ kind: 'ambiguous zone', said: 'Berlin (UTC+8' });
  });

  test('two places are asked back too', () => {
    expect(read('Berlin or Tokyo')).toMatchObject({
      kind: 'ambiguous zone',
      said: 'Berlin or Tokyo',
      candidates: ['Europe/Berlin', 'Asia/Tokyo'],
    });
  });

  test('a distance to UTC that no zone keeps gives the zones that have it now', () => {
    expect(read('UTC+5:30')).toMatchObject({ kind: 'ambiguous zone', said: 'UTC+5:30', candidates: ['Asia/Kolkata', 'Asia/Colombo'] });
    expect(read('UTC+20')).toEqual({ kind: 'ambiguous zone', said: 'UTC+20', candidates: [] });
  });
});
