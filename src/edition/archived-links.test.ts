import { describe, expect, it } from 'vitest';
import { summary } from './fixtures/summaries.ts';
import { cachedAt, archivedLinksOf, normalAddress } from './archived-links.ts';

const own = (path: string) => `https://e.org/news${path}`;
const story = summary('story', {
  source: { name: 'Paper', url: 'https://www.paper.example/2024/story/?id=7&utm_source=feed' },
});
const front = summary('front', { source: { name: 'Paper', url: 'https://paper.example/' } });

describe('links to what is kept here', () => {
  it.each([
    ['https://www.paper.example/a/', 'http://paper.example/a#part'],
    ['https://paper.example/a?utm_medium=x&fbclid=1', 'https://paper.example/a'],
    ['https://paper.example/a?b=2&a=1', 'https://paper.example/a?a=1&b=2'],
    ['https://PAPER.example/a', 'https://paper.example/a'],
  ])('%s and %s are one page', (one, other) => {
    expect(normalAddress(one)).toBe(normalAddress(other));
  });

  it.each([
    ['https://paper.example/a?id=1', 'https://paper.example/a?id=2'],
    ['https://paper.example/a', 'https://paper.example/A'],
    ['https://paper.example:8080/a', 'https://paper.example/a'],
    ['https://paper.example/a', 'https://blog.paper.example/a'],
  ])('%s and %s are not', (one, other) => {
    expect(normalAddress(one)).not.toBe(normalAddress(other));
  });

  it("are found by the source, and by this site's own address", () => {
    const kept = cachedAt([story, front], own);
    expect(kept('http://paper.example/2024/story?id=7#comments')?.id).toBe('story');
    expect(kept('https://e.org/news/articles/front/')?.id).toBe('front');
    expect(kept('https://paper.example')).toBeNull();
    expect(kept('mailto:a@b.example')).toBeNull();
    expect(kept('nonsense')).toBeNull();
  });

  it('lead from an article to others, never to itself', () => {
    const kept = cachedAt([story], own);
    const links = ['https://paper.example/2024/story?id=7', 'https://else.example/'];
    expect(archivedLinksOf(summary('other', { links }), kept)).toEqual({ [links[0]!]: '/articles/story/' });
    expect(archivedLinksOf({ ...story, links }, kept)).toEqual({});
  });
});
