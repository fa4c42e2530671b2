import { describe, expect, test } from 'vitest';
import { parseArticle } from '../parse.ts';
import type { Parsed } from '../parsed-article.ts';

const options = { timeZone: 'UTC', language: 'en' };

interface Parts {
  head?: string;
  /** What stands above the story, headline and all. */
  above?: string;
  below?: string;
}

/** A page whose head and data are given, with a story of four paragraphs. */
const read = ({ head = '', above = '<h1>Ferry runs aground off the marsh</h1>', below = '' }: Parts): Parsed =>
  parseArticle(
    'page.html',
    new TextEncoder().encode(`<!doctype html><html lang="en"><head><meta charset="utf-8">${head}</head><body>
<header><a href="/">The Saltmarsh Courier</a></header><main><article>${above}<div class="story">
<p>The ferry Constance ran aground at six in the morning, with forty people and a piano on board, and no one was hurt.</p>
<p>Her captain said that the sandbank had not been there on Tuesday, and that the chart had been drawn by his uncle.</p>
<p>The harbour master sent two tugs, of which one ran aground as well, and the other went home for want of coal.</p>
<p>By noon the tide had lifted all three, and the piano was played on the quay until the band of the fire brigade came.</p>
</div>${below}</article></main></body></html>`),
    options,
  );

const linked = (data: object) =>
  `<script type="application/ld+json">${JSON.stringify({ '@context': 'https://schema.org', '@type': 'NewsArticle', ...data })}</script>`;
const meta = (name: string, content: string) => `<meta property="${name}" content="${content}">`;

describe('the headline of a page', () => {
  test('is what its first heading says, where its data has another wording for search engines', () => {
    const other = 'Constance aground: ferry and tug stuck on marsh sandbank';
    const head = `<title>${other} | The Saltmarsh Courier</title>${meta('og:title', other)}`;
    expect(read({ head, above: '<h1>Ferry and tug aground off the marsh</h1>' }).headline).toBe(
      'Ferry and tug aground off the marsh',
    );
  });

  test('is the shorter one, where the data adds a part that the page does not show', () => {
    const head = `<title>Ferry runs aground off the marsh — Harbour diary</title>${meta('og:title', 'Ferry runs aground off the marsh — Harbour diary')}`;
    expect(read({ head }).headline).toBe('Ferry runs aground off the marsh');
  });

  test.each([
    ['before', '<h1><span>Live</span> Ferry runs aground off the marsh</h1>'],
    ['behind', '<h1>Ferry runs aground off the marsh <small>Updated</small></h1>'],
    ['around', '<h1><b>Ferry runs aground off the marsh</b> Harbour</h1>'],
  ])('is without a label that stands %s it in the same heading', (_, above) => {
    const head = `<title>Ferry runs aground off the marsh</title>${meta('og:title', 'Ferry runs aground off the marsh')}`;
    expect(read({ head, above }).headline).toBe('Ferry runs aground off the marsh');
  });

  test.each([
    ['a bar of East Asia', 'Ferry runs aground off the marsh ｜ Saltmarsh Courier'],
    ['its address', 'Ferry runs aground off the marsh - courier.example.com'],
    ['a colon', '沼地の沖でフェリーが座礁：Saltmarsh Courier', '沼地の沖でフェリーが座礁'],
    ['a colon without a space', '沼地の沖でフェリーが「座礁」:Saltmarsh Courier', '沼地の沖でフェリーが「座礁」'],
  ])("is without the site's name behind %s", (_, title, wanted = 'Ferry runs aground off the marsh') => {
    const head = `<title>${title}</title>${meta('og:title', title)}${meta('og:site_name', 'Saltmarsh Courier')}`;
    expect(read({ head, above: '' }).headline).toBe(wanted);
  });

  test('is not the masthead, though that is a heading of the first level', () => {
    const head = `<title>Aground! | The Courier of the Marsh</title>${meta('og:site_name', 'The Courier of the Marsh')}`;
    const above = '<h1>The Courier of the Marsh</h1><h1>Aground!</h1>';
    expect(read({ head, above }).headline).toBe('Aground!');
  });

  test('keeps the dots that it was written with', () => {
    const title = 'Aground on the marsh, and then…';
    const head = `<title>${title}</title>${meta('og:title', title)}${linked({ headline: title })}`;
    expect(read({ head, above: `<h1>${title}</h1>` }).headline).toBe(title);
  });
});

describe('the authors of a page', () => {
  const heading = '<h1>Ferry runs aground off the marsh</h1>';

  test.each([
    ['a label glued to the name', '<a class="author"><span>By</span>Ada Quill</a>', ['Ada Quill']],
    ['a label that stands twice', '<p class="byline"><i>By</i>by ADA QUILL, BEN MARSH and CORA LAMB</p>', ['ADA QUILL', 'BEN MARSH', 'CORA LAMB']], // prettier-ignore
    ['a date on the next line', '<p class="byline">by Ada Quill<br>Monday, May 4, 2031</p>', ['Ada Quill']],
    ['name, house and date in parts of one element', '<div class="byline"><b>Ada Quill</b><b>Marsh Today</b><b>Published 2:16 AM May 4, 2031</b></div>', ['Ada Quill']], // prettier-ignore
    ['who drew the pictures', '<p class="byline">Ada Quill Illustrations by Ben Marsh</p>', ['Ada Quill']],
    ['a link to the page of the author, whatever it is called', '<div class="x1f"><a class="k2" href="/author/ada-quill">Ada Quill</a></div>', ['Ada Quill']], // prettier-ignore
    ['a link beside that leads elsewhere', '<p class="byline"><a href="/author/ada">Ada Quill</a> · <a href="/rules">House Rules Explained</a></p>', ['Ada Quill']], // prettier-ignore
    ['an author of one name', '<p class="byline"><a href="/author/ada/">Ada</a> May 4, 2031</p>', ['Ada']],
    ['a card for address books', '<address class="vcard"><a rel="author">Ada Quill</a></address>', ['Ada Quill']],
    ['each author in an element', '<ul><li class="author">Ada Quill</li><li class="author">Ben Marsh</li></ul>', ['Ada Quill', 'Ben Marsh']], // prettier-ignore
  ])('in a byline with %s', (_, byline, authors) => {
    const head = '<link rel="canonical" href="https://www.marshtoday.example/ferry">';
    expect(read({ head, above: `${heading}${byline}` }).authors).toEqual(authors);
  });

  test('are those of the byline, not of what else there is to read', () => {
    const below = '<div><p class="author">Dan Reed</p></div><aside><p class="author">Eve Sedge</p></aside>';
    expect(read({ above: `${heading}<p class="author">Ada Quill</p>`, below }).authors).toEqual(['Ada Quill']);
  });

  test('are found where the frame of the page is called what cards are', () => {
    const above = `<div class="story-card">${heading}<p class="byline">Ada Quill</p></div>`;
    expect(read({ above }).authors).toEqual(['Ada Quill']);
  });

  test.each([
    ['an office', 'Ada Quill, Courier National Writer', ['Ada Quill']],
    ['degrees', 'Ada Quill, MS, RDN', ['Ada Quill']],
    ['what the article is', 'Analysis by Ada Quill', ['Ada Quill']],
    ['the house behind the last name', 'By Ada Quill, Ben Marsh, and Cora Lamb, The Courier', ['Ada Quill', 'Ben Marsh', 'Cora Lamb']], // prettier-ignore
  ])('in its data with %s', (_, said, authors) => {
    const head = `<meta name="author" content="${said}">${meta('og:site_name', 'The Courier')}`;
    expect(read({ head }).authors).toEqual(authors);
  });

  test('are told by the label that links show, where no byline does', () => {
    const head = '<meta name="twitter:label1" content="Written by"><meta name="twitter:data1" content="Ada Quill">';
    expect(read({ head }).authors).toEqual(['Ada Quill']);
    expect(read({ head, above: `${heading}<p class="byline">By Ben Marsh</p>` }).authors).toEqual(['Ben Marsh']);
  });

  test('are not whoever keeps the site', () => {
    expect(read({ head: '<meta name="author" content="admin">' }).authors).toEqual([]);
  });
});

describe('the date of a page', () => {
  test.each([
    ['without its zone, which its words name', '', '<p><time datetime="2031-05-04 04:30:10">5/4/2031 04:30 AM EDT</time></p>'], // prettier-ignore
    ['of a page that its data calls no article', '<script type="application/ld+json">{"@graph":[{"@type":"WebPage","name":"Ferry - The Courier","datePublished":"2031-05-04T08:30:00+00:00"}]}</script>', ''], // prettier-ignore
    ['under the name of the program that wrote it', meta('tool:article_published_time', '2031-05-04T08:30:00Z'), ''],
    ['in an element with a name of two words', '', '<p class="documentPublished">4 May 2031, 08:30</p>'],
    ['beside who put it in', '', '<div class="submitted">Put in by ada, 4 May 2031, 08:30</div>'],
  ])('%s', (_, head, line) => {
    const found = read({ head, above: `<h1>Ferry runs aground off the marsh</h1>${line}` });
    expect(found.published?.instant).toBe('2031-05-04T08:30:00.000Z');
    expect(found.headline).toBe('Ferry runs aground off the marsh');
  });
});

describe('the pictures of a page', () => {
  const figure = (file: string, caption: string) =>
    `<figure><img src="https://courier.example/${file}.jpg" width="800" alt=""><figcaption>${caption}</figcaption></figure>`;
  const figures = (below: string) =>
    read({ above: `<h1>Ferry runs aground off the marsh</h1>${below}` }).root.children.filter(
      ({ type }) => type === 'figure',
    );

  test('stand once where the page has them twice, for wide screens and for narrow ones', () => {
    const caption = 'The ferry Constance on the sandbank, with the second tug behind her';
    expect(figures(figure('wide', caption) + figure('narrow', caption))).toHaveLength(1);
  });

  test('stand each where only their label is the same', () => {
    expect(figures(figure('ferry', 'File picture') + figure('tug', 'File picture'))).toHaveLength(2);
  });

  test('come along in what a page builder calls a widget', () => {
    const widget = `<div class="builder-widget widget-image"><div class="widget-container">${figure('ferry', 'The Constance')}</div></div>`;
    expect(figures(widget)).toHaveLength(1);
  });
});
