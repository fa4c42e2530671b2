import { expect, it } from 'vitest';
import { absolute, at } from './at.ts';

it('puts paths below the base of the site', () => {
  expect(at({ base: '/' }, '/articles/harbour/')).toBe('/articles/harbour/');
  expect(at({ base: '/news/' }, '/articles/harbour/')).toBe('/news/articles/harbour/');
  expect(at({ base: '/news/' }, '/')).toBe('/news/');
  expect(absolute({ base: '/news/', url: 'https://example.org' }, '/feed')).toBe('https://example.org/news/feed');
});
