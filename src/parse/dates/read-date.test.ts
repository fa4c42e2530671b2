import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDate, statedDay, dateExamples } from './read-date.ts';
import { findDates } from './find-dates.ts';
import { instantOf } from './time-zones.ts';

const say = (text: string, language = 'en', zone = 'UTC') => {
  const reading = readDate(text, zone, language);
  return reading.ok ? `${reading.date.instant.slice(0, 16)}Z ${reading.date.precision}` : reading.reason;
};

describe('dates as publishers print them', () => {
  test.each([
    ['Jan 30/2024 12:50AM', '2024-01-30T00:50Z minute'],
    ['Jan 29, 2024 at 11:32 AM EST', '2024-01-29T16:32Z minute'],
    ['11/13/19 at 4:00 PM EST', '2019-11-13T21:00Z minute'],
    ['Wed, Nov 20 2019 4:29 AM EST', '2019-11-20T09:29Z minute'],
    ['January 30, 2024, 12:50 a.m. ET', '2024-01-30T05:50Z minute'],
    ['November 19, 2019 12:04AM ET', '2019-11-19T05:04Z minute'],
    ['Nov. 20, 2019, 9:28 AM UTC', '2019-11-20T09:28Z minute'],
    ['Sept. 3, 2019', '2019-09-03T00:00Z day'],
    ['30 January 2024, 12:50 GMT', '2024-01-30T12:50Z minute'],
    ['Thu 6 Jun 2013 11.05 BST', '2013-06-06T10:05Z minute'],
    ['19 November 2019 • 1:16pm', '2019-11-19T13:16Z minute'],
    ['November 20th, 2019 - 07:29 GMT', '2019-11-20T07:29Z minute'],
    ['10:48, Tue, Nov 19, 2019', '2019-11-19T10:48Z minute'],
    ['22:00, 11 July 2021 BST', '2021-07-11T21:00Z minute'],
    ['1:23 PM ET, Fri December 16, 2016', '2016-12-16T18:23Z minute'],
    ['0339 GMT (1139 HKT) November 19, 2019', '2019-11-19T03:39Z minute'],
    ['December 19, 2016: 1:32 PM ET', '2016-12-19T18:32Z minute'],
    ['Nov 8, 2023 / 04:43 PM CST', '2023-11-08T22:43Z minute'],
    ['Mar 18 20199:29 AM EDT', '2019-03-18T13:29Z minute'],
    ['December 19, 2016 4:02\u202fPM', '2016-12-19T16:02Z minute'],
    ['2024-01-30T00:50:00.000Z', '2024-01-30T00:50Z minute'],
    ['2024-01-30T00:50:00-05:00', '2024-01-30T05:50Z minute'],
    ['2024-01-30 00:50', '2024-01-30T00:50Z minute'],
    ['2024-01-30', '2024-01-30T00:00Z day'],
    ['2025.12.17', '2025-12-17T00:00Z day'],
    ['19-DEC-2025', '2025-12-19T00:00Z day'],
    ['25. September 2018', '2018-09-25T00:00Z day'],
    ['Dienstag, 5. Mai 2020 um 14 Uhr', '2020-05-05T14:00Z minute'],
    ['30 janvier 2024 à 12h50', '2024-01-30T12:50Z minute'],
    ['1er février 2024', '2024-02-01T00:00Z day'],
    ['30 de enero de 2024', '2024-01-30T00:00Z day'],
    ['05 DE MAYO DE 2022', '2022-05-05T00:00Z day'],
    ['12 marzo 2019', '2019-03-12T00:00Z day'],
    ['8. ledna 2020 15:51', '2020-01-08T15:51Z minute'],
    ['8 января 2020 г., 15:51', '2020-01-08T15:51Z minute'],
    ['8 stycznia 2020', '2020-01-08T00:00Z day'],
    ['20 mrt. 2019 om 06:00', '2019-03-20T06:00Z minute'],
    ['2025年12月27日 0:23', '2025-12-27T00:23Z minute'],
    ['2016年12月20日 17時24分', '2016-12-20T17:24Z minute'],
    ['2020年1月8日 下午3:51', '2020-01-08T15:51Z minute'],
    ['2020년 1월 8일 15:51', '2020-01-08T15:51Z minute'],
    ['٨ يناير ٢٠٢٠', '2020-01-08T00:00Z day'],
  ])('%s', (text, expected) => expect(say(text)).toBe(expected));

  test('an order that two readings allow follows language and marks', () => {
    expect(say('3/4/2024', 'en')).toBe('2024-03-04T00:00Z day');
    expect(say('3/4/2024', 'en-GB')).toBe('2024-04-03T00:00Z day');
    expect(say('3/4/2024', 'fr')).toBe('2024-04-03T00:00Z day');
    expect(say('3.4.2024', 'en')).toBe('2024-04-03T00:00Z day');
    expect(say('20/3/2024', 'en')).toBe('2024-03-20T00:00Z day');
  });

  test.each([
    '1 day ago',
    'Updated Nov 19, 6:55 AM',
    'yesterday',
    'January 2024',
    '2024',
    'March 18 at 3:57 PM',
    '5 min read',
    'version 10.15.7 of it',
  ])('refuses %s', (text) => expect(say(text)).toBe('unreadable'));

  test.each(['Feb 30, 2024', '2023-02-29', '31 April 2024', '2024-13-01', '2024-01-30 25:10'])(
    '%s does not exist',
    (text) => expect(say(text)).toBe('impossible'),
  );

  test('every example that a message offers is read', () => {
    for (const example of dateExamples) expect(readDate(example, 'UTC', 'en').ok, example).toBe(true);
  });

  test('a day keeps its day in any zone', () => {
    for (const zone of ['UTC', 'Asia/Tokyo', 'America/Los_Angeles', 'Pacific/Kiritimati']) {
      const reading = readDate('30 January 2024', zone, 'en');
      expect(reading.ok && statedDay(reading.date, 'en')).toBe('2024-01-30');
    }
  });
});

describe('a date that is glued to the word before it', () => {
  const days = (text: string) => findDates(text).map(({ wall }) => `${wall.year}-${wall.month + 1}-${wall.day}`);
  test('is found where a small letter runs into a capital, and after a script without capitals', () => {
    expect(days('Featured ColumnistOctober 4, 2018')).toEqual(['2018-10-4']);
    expect(days('송고시간2022-03-16 17:20')).toEqual(['2022-3-16']);
    expect(days('12 בינואר 2022')).toEqual(['2022-1-12']);
  });
  test('is none inside a word', () => {
    expect(days('to their dismay 3, 2020')).toEqual([]);
    expect(days('model X2022-03-16')).toEqual([]);
  });
});

describe('the hours that summer time skips and repeats', () => {
  test('a time that clocks are put forward over does not exist', () => {
    expect(say('March 10, 2024 2:30 AM ET')).toBe('skipped');
    expect(say('31 March 2024, 02:30', 'en', 'Europe/Berlin')).toBe('skipped');
  });
  test('of a time that clocks show twice the first is meant', () => {
    expect(say('November 3, 2024 1:30 AM ET')).toBe('2024-11-03T05:30Z minute');
    expect(say('27 October 2024, 02:30', 'en', 'Europe/Berlin')).toBe('2024-10-27T00:30Z minute');
  });
  test('a day whose midnight is skipped begins when it begins', () => {
    expect(say('8 September 2024', 'en', 'America/Santiago')).toBe('2024-09-08T04:00Z day');
  });
});

test('any day and minute comes back from the forms of the press', () => {
  const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
  const moment = fc.date({ min: new Date('1970-01-02'), max: new Date('2069-12-30'), noInvalidDate: true });
  fc.assert(
    fc.property(moment, (date) => {
      const iso = date.toISOString().slice(0, 16);
      const [y, m, d, h, min] = [
        date.getUTCFullYear(),
        date.getUTCMonth(),
        date.getUTCDate(),
        date.getUTCHours(),
        iso.slice(14),
      ];
      const clock = `${h % 12 || 12}:${min}${h < 12 ? 'AM' : 'PM'}`;
      for (const text of [
        `${months[m]} ${d}/${y} ${clock}`,
        `${d} ${months[m]} ${y}, ${iso.slice(11)}`,
        `${iso}Z`,
        `${clock} UTC, ${months[m]} ${d}, ${y}`,
      ])
        expect(say(text), text).toBe(`${iso}Z minute`);
    }),
  );
});

test('the reading does not hang on the zone of the machine', () => {
  const before = process.env['TZ'];
  try {
    for (const zone of ['Asia/Kolkata', 'America/New_York', 'Pacific/Apia']) {
      process.env['TZ'] = zone;
      expect(instantOf({ year: 2024, month: 2, day: 31, hour: 2, minute: 30, second: 0 }, 'Europe/Berlin')).toBeNull();
      expect(say('Jan 30/2024 12:50AM')).toBe('2024-01-30T00:50Z minute');
    }
  } finally {
    if (before === undefined) delete process.env['TZ'];
    else process.env['TZ'] = before;
  }
});

test('looking for dates takes no longer than the text', () => {
  for (const text of [
    '1'.repeat(20_000),
    '1/'.repeat(10_000),
    'Mon '.repeat(5_000),
    '12:34 '.repeat(4_000),
    'May 1, '.repeat(3_000),
  ]) {
    const before = process.cpuUsage();
    findDates(text);
    expect(process.cpuUsage(before).user / 1000, text.slice(0, 8)).toBeLessThan(1500);
  }
});
