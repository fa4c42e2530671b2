import type { Element, ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import fc from 'fast-check';
import { visit } from 'unist-util-visit';
import { describe, expect, it } from 'vitest';
import { gate, toSafeHtml } from '../render/gate.ts';
import { takeAway } from './addresses.ts';

const away = { origin: 'https://echo.example', page: 'https://echo.example/news/articles/a/' };

/** The same on the tree from which the HTML is written: slower, and plainly right. */
function onTheTree(children: ElementContent[]): string {
  const tree = gate({ type: 'root', children });
  visit(tree, 'element', ({ tagName, properties }) => {
    for (const name of ['href', 'src', 'cite']) {
      const value = properties[name];
      if (typeof value !== 'string') continue;
      if (value.startsWith('#')) properties[name] = name === 'src' ? value : away.page + value;
      else if (value.startsWith('/')) properties[name] = away.origin + value;
    }
    if (tagName === 'img') for (const name of ['srcSet', 'sizes', 'loading', 'decoding']) delete properties[name];
  });
  return toHtml(tree, { omitOptionalTags: false });
}

const address = fc.oneof(
  fc.constantFrom('/news/a/', '#note', 'https://else.example/?a=1&b=2', 'mailto:a@b.example', '/x"y', '/<a href="/b">'),
  fc.webUrl(),
);
const words = fc.oneof(fc.string(), fc.constantFrom('<a href="/no">', 'href="/no"', '>', '"', '&lt;', 'src="/x"'));
const { tree: element } = fc.letrec<{ tree: ElementContent }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small' },
    words.map((value): ElementContent => ({ type: 'text', value })),
    fc
      .tuple(fc.constantFrom('p', 'em', 'blockquote', 'span'), fc.array(tie('tree'), { maxLength: 4 }))
      .map(([tagName, children]): Element => ({ type: 'element', tagName, properties: {}, children })),
    fc.tuple(address, words, fc.array(tie('tree'), { maxLength: 2 })).map(([href, title, children]): Element => ({
      type: 'element',
      tagName: 'a',
      properties: { href, title },
      children,
    })),
    fc.tuple(words, words).map(([alt, title]): Element => ({
      type: 'element',
      tagName: 'img',
      children: [],
      properties: {
        src: '/pictures/a-960.webp',
        srcSet: '/pictures/a-480.webp 480w, /pictures/a-960.webp 960w',
        sizes: '100vw',
        alt,
        title,
        loading: 'lazy',
        decoding: 'async',
      },
    })),
  ),
}));

describe('addresses of a text that leaves its page', () => {
  it('are changed as they would be on the tree', () => {
    fc.assert(
      fc.property(fc.array(element, { maxLength: 5 }), (children) => {
        const html = toSafeHtml({ type: 'root', children });
        expect(takeAway(html, away)).toBe(onTheTree(children));
      }),
      { numRuns: 1000 },
    );
  });

  it('are absolute, and leave fragments on the page they are of', () => {
    expect(
      takeAway(
        '<p><a href="/news/b/">b</a> <a href="#fn">1</a> <a href="https://else.example/">e</a> href="/x"</p>',
        away,
      ),
    ).toBe(
      '<p><a href="https://echo.example/news/b/">b</a> <a href="https://echo.example/news/articles/a/#fn">1</a> <a href="https://else.example/">e</a> href="/x"</p>',
    );
  });

  it('can put a picture into the text', () => {
    const picture = (path: string) => (path === '/p.webp' ? 'data:image/webp;base64,AA==' : undefined);
    expect(
      takeAway('<img src="/p.webp" srcset="/p.webp 1w" alt=""><img src="/q.webp" alt="">', { ...away, picture }),
    ).toBe('<img src="data:image/webp;base64,AA==" alt=""><img src="https://echo.example/q.webp" alt="">');
  });
});
