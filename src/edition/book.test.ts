import { describe, expect, it } from 'vitest';
import { bookArticles, bookOutput } from './book.ts';
import { site, summary } from './fixtures/summaries.ts';
import { openEdition } from './edition.ts';

describe('the articles of a book', () => {
  const edition = openEdition(
    [
      summary('a', { section: 'World' }),
      summary('b', { section: 'Sport' }),
      summary('c', { section: 'World', rights: 'restricted' }),
    ],
    site,
  );

  it('are the newest, or a section’s, without restricted ones', () => {
    expect(bookArticles(edition, null)?.articles.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(bookArticles(edition, 'WORLD ')).toMatchObject({ name: 'World', articles: [{ id: 'a' }] });
    expect(bookArticles(edition, null, 1)?.articles).toHaveLength(1);
    expect(bookArticles(edition, 'Nowhere')).toBeNull();
    expect(bookOutput(edition)).toEqual({
      path: 'edition.epub',
      articles: ['a', 'b'],
      work: { generator: 'book', name: null },
    });
  });
});
