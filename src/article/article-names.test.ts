import { describe, expect, test } from 'vitest';
import { ArticleNames } from './article-names.ts';

const article = (path: string, address: string, names: string[] = [], fragments: string[] = []) => ({ path, address, names, fragments }); // prettier-ignore
const names = new ArticleNames([
  article('articles/news/tide.md', '/articles/news/tide/', ['The tide turns'], ['results', 'fn-1']),
  article('articles/old/tide.md', '/articles/old/tide/'),
  article('articles/old/wave.txt', '/articles/wave-of-the-year/', ['Wave'], []),
  article('_posts/2024-11-20-storm.md', '/articles/2024/11/20/storm/'),
  article('articles/harbour/index.md', '/articles/harbour/'),
  article('articles/Caf\u00e9.md', '/articles/cafe/'),
  article('articles/Who is it?.md', '/articles/who-is-it/', [], ['answer']),
  article('articles/Hit #1.md', '/articles/hit-1/'),
]);

test('an old address leads to the page of today', () => {
  const moved = new ArticleNames([{ ...article('a/tide.md', '/articles/tide/'), aliases: ['/articles/2019/Tide/'] }]);
  expect(moved.find('b.md', '/articles/2019/tide/')).toBe('/articles/tide/');
});

describe('a link leads to the article', () => {
  test.each([
    ['tide.md', '/articles/news/tide/'],
    ['./tide', '/articles/news/tide/'],
    ['tide.md?x=1#Results', '/articles/news/tide/#user-content-results'],
    ['../old/wave.txt', '/articles/wave-of-the-year/'],
    ['/articles/news/tide.md', '/articles/news/tide/'],
    ['/news/tide.md', '/articles/news/tide/'],
    ['/articles/wave-of-the-year/', '/articles/wave-of-the-year/'],
    ['/articles/old/wave', '/articles/wave-of-the-year/'],
    ['The Tide Turns.md', '/articles/news/tide/'],
    ['storm', '/articles/2024/11/20/storm/'],
    ['2024-11-20-storm.md', '/articles/2024/11/20/storm/'],
    ['../harbour/', '/articles/harbour/'],
    ['harbour/index.md', '/articles/harbour/'],
    ['Cafe\u0301.md', '/articles/cafe/'],
    ['Who is it?.md', '/articles/who-is-it/'],
    ['Who is it?.md#answer', '/articles/who-is-it/#user-content-answer'],
    ['Hit #1.md', '/articles/hit-1/'],
  ])('%s', (written, address) => {
    expect(names.find('articles/news/boat.md', written)).toBe(address);
  });
  test('of several the nearest', () => {
    expect(names.find('articles/old/boat.md', 'tide')).toBe('/articles/old/tide/');
    expect(names.find('elsewhere/boat.md', 'tide')).toBe('/articles/old/tide/');
  });
});

test('a fragment that its page does not have is left out, and no article is none', () => {
  expect(names.find('articles/news/boat.md', 'tide.md#nothing')).toBe('/articles/news/tide/');
  expect(names.find('articles/news/boat.md', 'nothing.md')).toBe('');
});
