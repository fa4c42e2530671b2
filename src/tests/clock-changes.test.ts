import { afterEach, describe, expect, it } from 'vitest';
import { readArticle } from '../build/articles/read-article.ts';
import { site as settings, type Site } from '../site.ts';
import { SourceErrors } from '../source/error.ts';

/**
 * A time that stands in an article, in an hour that clocks skip or show twice, is one instant or a mistake:
 * whatever the form of the file, and whatever zone the machine is in. The days are those of the IANA time
 * zone database, 2024; the one who judges is Intl, not the code under test.
 */

interface Change {
  zone: string;
  /** Minutes by which clocks are put. */
  minutes: number;
  /** The local day on which they are put forward, and the first minute that is not on the clock. */
  gap: [day: string, minute: string];
  /** The day on which they are put back, and the first minute that is on it twice. */
  overlap: [day: string, minute: string];
  /** Instants of the last minute before the gap, the first after it, and of the first minute of the overlap. */
  instants: [before: string, after: string, first: string];
}

const changes: Change[] = [
  {
    zone: 'America/New_York',
    minutes: 60,
    gap: ['2024-03-10', '02:00'],
    overlap: ['2024-11-03', '01:00'],
    instants: ['2024-03-10T06:59:00.000Z', '2024-03-10T07:00:00.000Z', '2024-11-03T05:00:00.000Z'],
  },
  {
    zone: 'Europe/Berlin',
    minutes: 60,
    gap: ['2024-03-31', '02:00'],
    overlap: ['2024-10-27', '02:00'],
    instants: ['2024-03-31T00:59:00.000Z', '2024-03-31T01:00:00.000Z', '2024-10-27T00:00:00.000Z'],
  },
  {
    // Half an hour, on the other side of the world: its summer is in January.
    zone: 'Australia/Lord_Howe',
    minutes: 30,
    gap: ['2024-10-06', '02:00'],
    overlap: ['2024-04-07', '01:30'],
    instants: ['2024-10-05T15:29:00.000Z', '2024-10-05T15:30:00.000Z', '2024-04-06T14:30:00.000Z'],
  },
];

/** Ways in which a date stands in a file. */
const forms: Record<string, (day: string, minute: string) => [path: string, text: string]> = {
  'front matter': (day, minute) => ['a.md', `---\nheadline: A\npublished: ${day} ${minute}\n---\nText.\n`],
  'front matter, as ISO 8601': (day, minute) => [
    'a.md',
    `---\nheadline: A\npublished: ${day}T${minute}:00\n---\nText.\n`,
  ],
  'pasted text': (day, minute) => [
    'a.txt',
    `A headline of some words\n\nPost At: ${inWords(day, minute)}\n\nThe text of it.\n`,
  ],
};

/** `Mar 10/2024 2:30AM` */
function inWords(day: string, minute: string): string {
  const [year, month, date] = day.split('-').map(Number);
  const [hour = 0, rest = ''] = [Number(minute.slice(0, 2)), minute.slice(2)];
  const name = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')[(month ?? 1) - 1];
  return `${name} ${date}/${year} ${hour % 12 || 12}${rest}${hour < 12 ? 'AM' : 'PM'}`;
}

/** @returns the instant; what is told of the date where it can't be one */
async function published([path, text]: [string, string], zone: string): Promise<string> {
  const site: Site = { ...settings, timeZone: zone, language: 'en' };
  try {
    const { record, warnings } = await readArticle('/nowhere', path, new TextEncoder().encode(text), site);
    // Front matter's is told, and the article is shown without it.
    const told = warnings.find(({ rule }) => rule === 'impossible-date');
    return told ? `${told.rule}: ${told.message}` : (record.article.published ?? 'none');
  } catch (error) {
    if (!(error instanceof SourceErrors)) throw error;
    return error.problems.map(({ rule, message }) => `${rule}: ${message}`).join();
  }
}

const clock = (minute: string, later: number): string => {
  const at = Number(minute.slice(0, 2)) * 60 + Number(minute.slice(3)) + later;
  return `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`;
};

/** What a clock of the zone shows at an instant. */
const shown = (instant: number, zone: string): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' }).format(instant);

const machine = process.env['TZ'];
afterEach(() => {
  if (machine === undefined) delete process.env['TZ'];
  else process.env['TZ'] = machine;
});

describe.each(changes)('in $zone', ({ zone, minutes, gap, overlap, instants }) => {
  describe.each(Object.entries(forms))('%s', (_form, file) => {
    it('that names a time which clocks skip is a mistake that says so', async () => {
      for (const later of [0, 1, minutes / 2, minutes - 1])
        expect(await published(file(gap[0], clock(gap[1], later)), zone)).toMatch(
          /^impossible-date: The time ".+" does not exist: the clocks of that zone were put forward over it\.$/,
        );
    });

    it('that names the minutes around it is read as they are', async () => {
      expect(await published(file(gap[0], clock(gap[1], -1)), zone)).toBe(instants[0]);
      expect(await published(file(gap[0], clock(gap[1], minutes)), zone)).toBe(instants[1]);
    });

    it('that names a time which clocks show twice means the first', async () => {
      expect(await published(file(...overlap), zone)).toBe(instants[2]);
      for (const later of [0, 1, minutes / 2, minutes - 1]) {
        const [day, minute] = [overlap[0], clock(overlap[1], later)];
        const instant = Date.parse(await published(file(day, minute), zone));
        expect(shown(instant, zone)).toBe(`${day} ${minute}`);
        expect(shown(instant + minutes * 60_000, zone)).toBe(`${day} ${minute}`);
      }
    });

    it('gives one answer whatever zone the machine is in', async () => {
      const answers = new Set<string>();
      for (const of of ['UTC', 'America/New_York', 'Europe/Berlin', 'Australia/Lord_Howe', 'Pacific/Apia']) {
        process.env['TZ'] = of;
        answers.add(await published(file(...overlap), zone));
        answers.add(await published(file(gap[0], clock(gap[1], minutes)), zone));
      }
      expect([...answers]).toEqual([instants[2], instants[1]]);
    });
  });

  it('a time with its own offset is that instant, in the gap too', async () => {
    const written = `${gap[0]}T${gap[1]}:00Z`;
    expect(await published(['a.md', `---\nheadline: A\npublished: ${written}\n---\nText.\n`], zone)).toBe(
      new Date(written).toISOString(),
    );
  });

  it('"updated" is held to the same', async () => {
    const file = `---\nheadline: A\npublished: 2024-01-01\nupdated: ${gap[0]} ${gap[1]}\n---\nText.\n`;
    expect(await published(['a.md', file], zone)).toMatch(/^impossible-date/);
  });

  it('every minute of both days is one instant that shows it, or a mistake', async () => {
    for (const [day, wrong] of [
      [gap[0], minutes],
      [overlap[0], 0],
    ] as const) {
      let mistakes = 0;
      for (let minute = 0; minute < 300; minute += 1) {
        const written = clock('00:00', minute);
        const told = await published(['a.md', `---\nheadline: A\npublished: ${day} ${written}\n---\nText.\n`], zone);
        if (told.startsWith('impossible-date')) mistakes += 1;
        else expect(shown(Date.parse(told), zone)).toBe(`${day} ${written}`);
      }
      expect(mistakes).toBe(wrong);
    }
  });
});

it('the machine’s zone does change in these tests', () => {
  const offsets = ['UTC', 'Australia/Lord_Howe'].map((zone) => {
    process.env['TZ'] = zone;
    return new Date(2024, 0, 1).getTimezoneOffset();
  });
  expect(offsets).toEqual([0, -660]);
});
