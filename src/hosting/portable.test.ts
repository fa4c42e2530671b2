import { describe, expect, it } from 'vitest';
import { portablePage, relativeTo } from './portable.ts';

describe('an address of the site', () => {
  it.each([
    ['articles/2024/harbour/index.html', '/', '/', '../../../index.html'],
    ['articles/2024/harbour/index.html', '/', '/topics/sea/?q=1#a', '../../../topics/sea/index.html?q=1#a'],
    ['index.html', '/', '/pictures/a-480.webp', './pictures/a-480.webp'],
    ['search/index.html', '/news/', '/news/search/', '../search/index.html'],
    ['index.html', '/news/', '/other/', '/other/'],
    ['index.html', '/', '//example.org/a', '//example.org/a'],
    ['index.html', '/', 'https://example.org/', 'https://example.org/'],
    ['index.html', '/', '#top', '#top'],
  ])('from %s below %s: %s is %s', (file, base, address, wanted) => {
    expect(relativeTo(file, base)(address)).toBe(wanted);
  });
});

const page = (body: string) =>
  `<!doctype html><html lang="en"><head><meta http-equiv="Content-Security-Policy" content="default-src 'none'"><link rel="manifest" href="/manifest.webmanifest"><link rel="icon" href="/icon.svg"><style>@font-face{src:url(/_astro/a.woff2)}</style></head><body>${body}</body></html>`;
const made = (body: string, file = 'articles/a/index.html') =>
  portablePage(page(body), {
    file,
    base: '/',
    policy: 'ROOM',
    script: (module) => ('src' in module ? `_astro/of-${module.src.slice(7)}` : '_astro/of-text.js'),
    search: ['search/words.js'],
  });

describe('a page for a folder', () => {
  it('has relative addresses in links, pictures, forms and styles, and says where the top is', () => {
    const { html } = made(
      '<a href="/">Home</a><img src="/pictures/a.webp" srcset="/pictures/a.webp 480w, /pictures/b.webp 960w" alt=""><form action="/search/"></form>',
    );
    expect(html).toContain('<html lang="en" data-root="../../">');
    expect(html).toContain('<a href="../../index.html">');
    expect(html).toContain('srcset="../../pictures/a.webp 480w, ../../pictures/b.webp 960w"');
    expect(html).toContain('<form action="../../search/index.html">');
    expect(html).toContain('url(../../_astro/a.woff2)');
    expect(html).toContain('content="ROOM"');
    expect(html).not.toContain('manifest');
    expect(html).toContain('href="../../icon.svg"');
  });

  it('has plain scripts in place of modules, and those of the search before its own', () => {
    const scripts = '<script type="module" src="/_astro/x.js"></script><script type="module">let a = 1</script>';
    expect(made(scripts).html).toContain(
      '<script defer src="../../_astro/of-x.js"></script><script defer src="../../_astro/of-text.js"></script>',
    );
    expect(made('<script type="module" src="/_astro/x.js"></script>', 'search/index.html').html).toContain(
      '<script defer src="../search/words.js"></script><script defer src="../_astro/of-x.js"></script>',
    );
  });

  it('leaves words alone that look like addresses', () => {
    const { html } = made('<p>href="/"</p><script type="application/ld+json">{"url":"/x/"}</script>');
    expect(html).toContain('<p>href="/"</p>');
    expect(html).toContain('{"url":"/x/"}');
  });

  it('tells the search what stands in an article', () => {
    const { entry } = made(
      '<article data-article-id="a" lang="de"><p class="kicker"><a class="p-category" href="/sections/world/">Welt</a></p><h1 class="p-name">Hafen</h1><time class="dt-published" datetime="2024-01-30">30</time><a class="p-author h-card">Ada</a><div class="story e-content"><p>Erste Worte.</p></div><a class="p-category" rel="tag">See</a></article>',
    );
    expect(entry).toEqual({
      path: '/articles/a/',
      title: 'Hafen',
      date: '2024-01-30',
      language: 'de',
      section: 'Welt',
      topics: ['See'],
      authors: ['Ada'],
      text: 'Erste Worte.',
    });
  });
});
