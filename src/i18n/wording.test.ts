import { describe, expect, it } from 'vitest';
import { blockLabels } from './block-labels.ts';
import type { Language } from './languages.ts';
import { fill, wording } from './wording.ts';

const languages: Language[] = ['en', 'de', 'fr', 'es', 'ru', 'ar', 'zh'];
const moment = '2024-01-30T00:50:00.000Z';

/** Every text of a catalogue with its path: `list.articles.one`. */
function texts(value: object, path = ''): [string, string][] {
  return Object.entries(value).flatMap(([key, inner]): [string, string][] =>
    typeof inner === 'string' ? [[`${path}${key}`, inner]] : texts(inner, `${path}${key}.`),
  );
}
const places = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([place]) => place).sort();
const isPlural = (value: unknown): value is Record<string, string> =>
  typeof value === 'object' && value !== null && 'other' in value;

/** Every text that counts something. */
function plurals(value: object, path = ''): [string, Record<string, string>][] {
  return Object.entries(value).flatMap(([key, inner]): [string, Record<string, string>][] =>
    typeof inner === 'string' ? [] : isPlural(inner) ? [[`${path}${key}`, inner]] : plurals(inner, `${path}${key}.`),
  );
}

describe.each(languages)('the catalogue %s', (language) => {
  const words = wording({ language, timeZone: 'UTC' });
  const english = wording({ language: 'en', timeZone: 'UTC' });

  it('has no empty text, and none with blanks at its ends', () => {
    expect(texts(words.text).filter(([, text]) => text.trim() === '' || text.trim() !== text)).toEqual([]);
  });

  it('fills the same places as the English one', () => {
    const own = new Map(texts(words.text));
    const plural = new Set(plurals(words.text).map(([path]) => path));
    for (const [path, text] of texts(english.text)) {
      const parent = path.replace(/\.\w+$/, '');
      if (!plural.has(parent)) expect([path, places(own.get(path) ?? '')]).toEqual([path, places(text)]);
    }
  });

  it('has the plural forms that its language has, each with its number where the form is for many', () => {
    const forms = new Intl.PluralRules(words.tag).resolvedOptions().pluralCategories.toSorted();
    expect(plurals(words.text).length).toBeGreaterThan(3);
    for (const [path, record] of plurals(words.text)) {
      expect([path, Object.keys(record).sort()]).toEqual([path, forms]);
      expect([path, places(record['other'] ?? '')]).toEqual([path, ['{count}']]);
    }
  });

  it('leaves no place open in any date, count or label', () => {
    const written = [
      words.day(moment),
      words.shortDay(moment),
      words.moment(moment),
      words.date('2024-01-30'),
      words.edition('2024-01-30'),
      words.month(2024, 1),
      words.count(words.text.list.articles, 5),
      blockLabels({ language, timeZone: 'UTC' }).backTo(2),
    ];
    for (const text of written) expect(text).toMatch(/^[^{}]+$/);
  });

  it('says its dates in its own words', () => {
    expect({
      moment: words.moment(moment),
      short: words.shortDay(moment),
      edition: words.edition('2024-02-29'),
      month: words.month(2024, 5),
      monthName: words.monthName(9, 'abbreviated'),
      week: words.week.names.map(({ narrow }) => narrow).join(' '),
      articles: [0, 1, 2, 3, 11, 1234].map((value) => words.count(words.text.list.articles, value)),
      names: words
        .list(['A', 'B', 'C'])
        .map(({ value }) => value)
        .join(''),
    }).toMatchSnapshot();
  });
});

describe('dates', () => {
  const site = (timeZone: string, language: Language = 'en') => wording({ language, timeZone });

  it('are shown in the zone of the site, which is named', () => {
    expect(site('UTC').moment(moment)).toBe('30 January 2024, 00:50\u00a0UTC');
    expect(site('America/New_York').moment(moment)).toBe('29 January 2024, 19:50\u00a0EST');
    expect(site('Europe/Berlin', 'de').moment('2024-07-01T10:00:00.000Z')).toBe(
      '1. Juli 2024, 12:00\u00a0Uhr\u00a0MESZ',
    );
    expect(site('Europe/Berlin').moment(moment)).toBe('30 January 2024, 01:50\u00a0CET');
    expect(site('America/Sao_Paulo').moment(moment)).toBe('29 January 2024, 21:50\u00a0GMT-3');
    expect(site('Asia/Kolkata').calendarDay('2024-01-29T20:00:00.000Z')).toBe('2024-01-30');
  });

  it('keep a calendar day what it is in every zone', () => {
    for (const zone of ['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'UTC']) {
      expect(site(zone).date('2024-01-29')).toBe('29 January 2024');
      expect(site(zone).edition('2024-01-29')).toBe('Monday, 29 January 2024');
    }
  });

  it('begin the week where the language does', () => {
    expect(site('UTC').week.names[0]?.wide).toBe('Monday');
    expect(site('UTC', 'ar').week.first).toBe(6);
  });
});

describe('fill', () => {
  it('puts values into their places, literally, and leaves the others', () => {
    expect(fill('{a} of {b}', { a: '$&', b: '{a}' })).toBe('$& of {a}');
    expect(fill('{a} {c}', { a: '1' })).toBe('1 {c}');
  });
});
