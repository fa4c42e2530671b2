import { expect, it } from 'vitest';
import { noon, site, summary } from './fixtures/summaries.ts';
import { openEdition } from './edition.ts';
import { searchEntries } from './search-entries.ts';

it("tells the search index each article by the names that the lists have, and its year in the site's zone", () => {
  const articles = [
    summary('a', { published: '2023-12-31T23:30:00.000Z', section: 'World', topics: ['Sea', 'sea', 'Ships'] }),
    summary('b', { published: noon('2024-05-05'), section: 'world', topics: ['SEA'] }),
    summary('c'),
  ];
  const entries = searchEntries(openEdition(articles, { ...site, timeZone: 'Europe/Berlin' }), [
    ['/imprint/', { title: 'Imprint', words: 'Averill Press', language: 'en' }],
  ]);
  expect(entries.map(({ id, section, topics, year }) => ({ id, section, topics, year }))).toEqual([
    { id: 'b', section: 'world', topics: ['SEA'], year: '2024' },
    { id: 'a', section: 'world', topics: ['SEA', 'Ships'], year: '2024' },
    { id: 'c', section: null, topics: [], year: null },
    { id: '/imprint/', section: null, topics: [], year: null },
  ]);
});
