import { describe, expect, test } from 'vitest';
import { carriedMarkdown } from '../../html/own-page.ts';
import { parseArticle, parseText } from '../parse.ts';
import type { Parsed } from '../parsed-article.ts';
import { nodeText } from '../text/left-over.ts';

const options = { timeZone: 'UTC', language: 'en', home: 'https://paper.example' };
const markdown = `---
headline: Boats of the marsh
published: 2031-05-04
featured: 1
draft: true
aliases:
  - /old/boats/
---

Eleven boats are left, and nine of them leak.[^1] They lie [below the bridge](bridge.md).

![A boat](boat.jpg)
Nine leak. Cora Lamb/AFP

> Paint is here.
>
> — Boat Club (@boats) May 7, 2025

[^1]: In the year before last there were seven.
`;

/** A page of ours, as far as it is read. */
const page = (carried: string, shown = 'Eleven boats are left, and nine of them leak.') =>
  `<!doctype html><html lang="en"><head><meta property="og:site_name" content="The Paper"></head><body><article class="h-entry">
<data class="u-url" value="https://paper.example/articles/boats/"></data><data class="p-x-markdown" value="${carried.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"></data>
<h1 class="p-name">Boats of the marsh</h1><div class="story e-content"><p>${shown}<sup>1</sup> They lie <a href="/articles/bridge/">below the bridge</a>. Nobody has counted what lies under them, and nobody means to.</p>
<figure class="figure"><a class="figure-open" href="/pictures/boat-1600.webp"><img src="/pictures/boat-800.webp" alt="A boat"></a></figure></div></article></body></html>`;
const read = (html: string, more: Partial<typeof options> = {}): Parsed =>
  parseArticle('saved.html', new TextEncoder().encode(html), { ...options, ...more });
const words = ({ root }: Parsed) => root.children.map((node) => `${node.type} ${nodeText(node)}`);

describe('a page of our own', () => {
  const original = parseText('boats.md', markdown, options);

  test('comes back as the article that it was made from', () => {
    const back = read(page(carriedMarkdown(markdown)));
    expect(words(back)).toEqual(words(original));
    expect(back).toMatchObject({ headline: original.headline, published: original.published, source: null });
  });

  test('names its pictures and links as the page has them', () => {
    const { root } = read(page(carriedMarkdown(markdown)));
    expect(root.children.find(({ type }) => type === 'figure')).toMatchObject({
      images: [{ src: 'https://paper.example/pictures/boat-1600.webp', alt: 'A boat' }],
    });
    expect(JSON.stringify(root)).toContain('"/articles/bridge/"');
  });

  test('does not bring what its owner decided: its place, its addresses, whether it is a draft', () => {
    const back = read(page(carriedMarkdown(markdown)));
    expect(back).toMatchObject({ draft: false, aliases: [], address: null });
    expect(back).not.toHaveProperty('featured');
  });

  test('has the other site as its source, where it comes from one', () => {
    const back = read(page(carriedMarkdown(markdown)), { home: 'https://mine.example' });
    expect(back.source).toEqual({ name: 'The Paper', url: 'https://paper.example/articles/boats/' });
  });

  test.each([
    [
      'shows other words than it carries',
      page(carriedMarkdown(markdown), 'Nobody has a boat here, and nobody wants any boat.'),
    ],
    ['carries what is no Markdown of an article', page('{"a": 1}')],
    ['carries Markdown with a mistake', page(carriedMarkdown('---\nheadline: [\n---\n\nWords.'))],
  ])('that %s is read as it shows', (_, html) => {
    const back = read(html);
    expect(back.headline).toBe('Boats of the marsh');
    expect(words(back).join(' ')).toContain('Nobody has counted what lies under them');
    expect(words(back).join(' ')).not.toContain('seven');
  });
});
