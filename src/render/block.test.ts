import { describe, expect, it } from 'vitest';
import type { Block, Image } from '../article/schema.ts';
import { renderBlock } from './block.ts';
import { labels } from './fixtures/labels.ts';

const show = (block: Block, pictureHosts: string[] = []): string => renderBlock(block, { labels, pictureHosts });
const kept: Image = {
  src: '/pictures/a-960.webp',
  alt: 'A harbour',
  width: 960,
  height: 640,
  renditions: [
    { src: '/pictures/a-480.webp', width: 480 },
    { src: '/pictures/a-960.webp', width: 960 },
  ],
};

describe('a tweet', () => {
  const tweet: Block = {
    type: 'tweet',
    author: { name: 'Ada Lovelace', handle: 'ada' },
    date: '2024-01-29',
    html: '<p>Look. pic.twitter.com/abc</p>',
    url: 'https://x.com/ada/status/1',
  };
  it('is a quotation with name, handle, day, text and a note that nothing is loaded', () => {
    expect(show(tweet)).toMatchInlineSnapshot(
      `"<blockquote class="tweet h-cite"><footer class="tweet-by p-author h-card"><span class="tweet-name p-name"><bdi>Ada Lovelace</bdi></span> <span class="tweet-handle p-nickname"><bdi>@ada</bdi></span></footer><div class="tweet-text e-content" dir="auto"><p>Look. <span class="tweet-media" title="Media, not kept">pic.twitter.com/abc</span></p></div><p class="tweet-note"><a class="u-url" href="https://x.com/ada/status/1" rel="noopener noreferrer"><time class="dt-published tweet-date" datetime="2024-01-29">day 2024-01-29</time></a> Saved as text. Not loaded from X.</p></blockquote>"`,
    );
  });
  it('of which only the address was kept says so', () => {
    const html = show({ ...tweet, html: '' });
    expect(html).toContain('link-card');
    expect(html).toContain('Only the address was kept.');
    expect(html).toContain('href="https://x.com/ada/status/1"');
  });
  it('shows a hostile name as the text it is', () => {
    expect(show({ ...tweet, author: { name: '<img src=x onerror=alert(1)>', handle: '"><script>' } })).toContain(
      '&#x3C;img src=x onerror=alert(1)>',
    );
  });
});

describe('a figure', () => {
  it('links to its largest picture and has its size, so that nothing shifts', () => {
    const html = show({ type: 'figure', image: kept, caption: 'Dusk.', credit: ['Jo Doe', 'Reuters'] });
    expect(html).toContain('<a class="figure-open" href="/pictures/a-960.webp">');
    expect(html).toContain('srcset="/pictures/a-480.webp 480w, /pictures/a-960.webp 960w"');
    expect(html).toContain('width="960" height="640"');
    expect(html).toContain('alt="A harbour"');
    expect(html).toMatch(
      /<span class="caption" dir="auto">Dusk\.<\/span> <span class="credit"><span class="credit-person"><bdi>Jo Doe<\/bdi><\/span> \/ <span class="credit-agency"><bdi>Reuters<\/bdi><\/span><\/span>/,
    );
  });
  it('without a picture keeps caption and credit and marks the place', () => {
    const html = show({ type: 'figure', image: null, caption: 'Dusk.', credit: ['Reuters'] });
    expect(html).toContain('figure-textonly');
    expect(html).toContain('Picture not available');
    expect(html).not.toContain('<img');
  });
  it('with several pictures shows them all', () => {
    expect(
      show({ type: 'figure', image: kept, more: [kept, kept], caption: '', credit: [] }).match(/<img/g),
    ).toHaveLength(3);
  });
  it('loads nothing from elsewhere: a remote picture is a link, unless the settings name its host', () => {
    const remote: Block = {
      type: 'figure',
      image: { src: 'https://i.example/a.png', alt: 'Cat', width: null, height: null, renditions: [] },
      caption: '',
      credit: [],
    };
    expect(show(remote)).toContain('<a href="https://i.example/a.png" rel="noopener noreferrer">Cat</a>');
    expect(show(remote)).not.toContain('<img');
    expect(show(remote, ['i.example'])).toContain('<img class="u-photo" src="https://i.example/a.png"');
  });
});

describe('every block passes the gate', () => {
  const bad = '<p onclick="x">a<script>alert(1)</script></p><iframe src="//e"></iframe>';
  it.each<Block>([
    { type: 'tweet', author: { name: 'A', handle: 'a' }, date: null, html: bad, url: null },
    { type: 'figure', image: null, caption: 'a', captionHtml: bad, credit: [] },
    { type: 'notice', kind: 'tip', html: bad },
  ])('$type', (block) => {
    const html = show(block);
    expect(html).not.toMatch(/onclick|<script|alert|<iframe/);
    expect(html).toContain('a');
  });
});

it('a notice says what it is', () => {
  expect(show({ type: 'notice', kind: 'tip', html: '<p>Write to us.</p>' })).toBe(
    '<aside class="notice notice-tip" aria-label="Tip line"><p>Write to us.</p></aside>',
  );
});
