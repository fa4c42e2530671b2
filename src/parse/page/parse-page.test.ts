import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import type { RootContent } from 'mdast';
import { describe, expect, test } from 'vitest';
import { embeddedPicture } from '../../html/files/embedded.ts';
import { SourceErrors } from '../../source/error.ts';
import { parseArticle } from '../parse.ts';
import type { Parsed } from '../parsed-article.ts';
import { nodeText } from '../text/left-over.ts';

const options = { timeZone: 'Europe/London', language: 'en' };
const encode = (text: string) => new TextEncoder().encode(text);
const read = (html: string, name = 'page.html'): Parsed => parseArticle(name, encode(html), options);
const blocks = ({ root }: Parsed) =>
  root.children.map((node) => `${node.type}: ${nodeText(node).replace(/\s+/g, ' ')}`);
const only = <Type extends RootContent['type']>({ root }: Parsed, type: Type) =>
  root.children.filter((node): node is Extract<RootContent, { type: Type }> => node.type === type);

/** A page with a story of three paragraphs, and whatever is put into it. */
const page = (inside: string, head = '<title>Boats</title>') =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8">${head}</head><body><article><h1>Boats of the marsh</h1>
<p>There are eleven boats left on the marsh, and nine of them leak, which is two more than in the year before last.</p>
${inside}
<p>Their owners meet on the first of May, and talk of paint until it is dark, and nobody has ever mended anything there.</p>
<p>The council has asked three times for a list of the boats, and has been given three lists, of which no two are alike.</p></article></body></html>`;

describe('a saved page', () => {
  const harbour = parseArticle(
    'harbour.html',
    readFileSync(new URL('fixtures/harbour.html', import.meta.url)),
    options,
  );

  test('gives what its data and its head say', () => {
    expect(harbour).toMatchObject({
      headline: 'Harbour bridge opens after nine years',
      description: 'The first cars crossed at dawn, and the ferry made its last trip an hour later.',
      authors: ['Ada Quill', 'Ben Marsh'],
      section: 'Local',
      topics: ['Bridges'],
      language: 'en-GB',
      published: { instant: '2031-05-04T08:30:00.000Z', precision: 'minute' },
      updated: { instant: '2031-05-04T10:00:00.000Z' },
      source: { name: 'The Saltmarsh Courier', url: 'https://courier.example/news/2031/05/harbour-bridge-opens' },
    });
  });

  test('gives its story, and nothing that stands around it', () => {
    expect(blocks(harbour)).toEqual([
      expect.stringContaining('figure: A white bridge over grey water'),
      expect.stringContaining('paragraph: The harbour bridge opened on Sunday'),
      expect.stringContaining('paragraph: “Nobody slept,” said the mayor'),
      'heading: What it cost',
      expect.stringContaining('paragraph: The council paid 41 million'),
      'list: Cars pay two crowns Bicycles pay nothing',
      expect.stringContaining('tweet: Saltmarsh Council @saltmarsh'),
      'heading: The last ferry',
      expect.stringContaining('paragraph: The ferry Constance'),
      'table: Year Passengers 2029 410,000 2030 395,000',
      expect.stringContaining('paragraph: Her captain'),
    ]);
  });

  test('gives captions, credits, posts and links as the markup sets them', () => {
    expect(only(harbour, 'figure')).toMatchObject([
      {
        images: [{ src: 'https://courier.example/pictures/bridge-1200.jpg' }],
        credit: ['Cora Lamb', 'Saltmarsh Pictures'],
      },
    ]);
    expect(only(harbour, 'tweet')).toMatchObject([
      {
        author: { name: 'Saltmarsh Council', handle: 'saltmarsh' },
        date: '2025-05-04',
        url: 'https://twitter.com/saltmarsh/status/1920000000000000000',
      },
    ]);
    expect(JSON.stringify(harbour.root)).toContain('https://courier.example/people/mayor');
  });
});

describe('what stands in a page', () => {
  test.each([
    [
      'a frame of a post',
      '<iframe src="https://platform.twitter.com/embed/Tweet.html?id=1920000000000000000"></iframe>',
      'paragraph',
      '1920000000000000000',
    ],
    [
      'a custom element',
      '<amp-twitter data-tweetid="1920000000000000000"></amp-twitter>',
      'paragraph',
      '1920000000000000000',
    ],
    [
      'a post in noscript',
      '<noscript><blockquote class="twitter-tweet"><p>Paint!</p>— Boat (@boat) <a href="https://x.com/boat/status/1920000000000000000">May 7, 2025</a></blockquote></noscript>',
      'tweet',
      'Paint!',
    ],
    [
      'a quotation',
      '<blockquote><p>No two are alike, and none is right.</p></blockquote>',
      'blockquote',
      'No two are alike',
    ],
    [
      'a lazy picture',
      '<img src="data:image/gif;base64,R0lGOD" data-src="https://pictures.example/boat.jpg" alt="A boat" width="800">',
      'figure',
      'A boat',
    ],
    [
      'a picture in noscript',
      '<figure><img class="lazy" alt="A boat"><noscript><img src="https://pictures.example/boat.jpg" alt="A boat"></noscript></figure>',
      'figure',
      'A boat',
    ],
    [
      'a caption beside its picture',
      '<img src="https://pictures.example/boat.jpg" alt=""><p class="caption">Nine leak</p>',
      'figure',
      'Nine leak',
    ],
    ['a subhead', '<h3>Paint</h3>', 'heading', 'Paint'],
  ])('%s', (_, html, type, words) => {
    const found = read(
      page(
        `<p>The paint is blue, as it was when the marsh was a harbour and the harbour was full of boats.</p>${html}`,
      ),
    );
    const said = found.root.children.filter((node) => node.type === type).map((node) => JSON.stringify(node));
    expect(said.join(' ')).toContain(words);
  });

  test('words that a page has twice, or hides, or gives to its readers do not come along', () => {
    const text = blocks(
      read(
        page(
          '<p hidden>Hidden words</p><p class="share-buttons">Share this</p><div class="comments"><p>I have a boat too, and it leaks as much as any of the others that you write about.</p></div>',
        ),
      ),
    ).join('\n');
    expect(text).not.toMatch(/Hidden words|Share this|I have a boat too/);
  });
});

describe('a page by its bytes', () => {
  test('in the encoding that it names', () => {
    const html = page('<p>Caf\xe9</p>', '<meta charset="iso-8859-1"><title>Boats</title>').replace(
      '<meta charset="utf-8">',
      '',
    );
    const bytes = Uint8Array.from(html, (sign) => sign.charCodeAt(0));
    expect(blocks(parseArticle('page.htm', bytes, options)).join('\n')).toContain('Café');
  });

  test('with its pictures inside, which are named by their number', () => {
    const bytes = Uint8Array.from({ length: 1500 }, (_, at) => (at * 7) % 251);
    const data = `data:image/png;base64,${btoa(String.fromCharCode(...bytes))}`;
    const html = page(`<figure><img src="${data}" alt="A boat" width="600"></figure>`);
    expect(only(read(html), 'figure')[0]?.images[0]?.src).toBe('page.html#picture-1');
    expect(embeddedPicture('page.html', encode(html), 1)).toEqual(bytes);
    expect(embeddedPicture('page.html', encode(html), 2)).toBeNull();
  });

  test('as MHTML', () => {
    const html = page('<figure><img src="https://courier.example/boat.png" alt="A boat"></figure>').replaceAll(
      '=',
      '=3D',
    );
    const picture = btoa('\x89PNG not really');
    const archive = [
      'From: <Saved by Blink>', 'Snapshot-Content-Location: https://courier.example/boats', 'MIME-Version: 1.0',
      'Content-Type: multipart/related; type="text/html"; boundary="--b"', '', '----b', 'Content-Type: text/html; charset=utf-8',
      'Content-Transfer-Encoding: quoted-printable', 'Content-Location: https://courier.example/boats', '', html, '----b',
      'Content-Type: image/png', 'Content-Transfer-Encoding: base64', 'Content-Location: https://courier.example/boat.png', '', picture, '----b--', '',
    ].join('\r\n'); // prettier-ignore
    const found = parseArticle('page.mhtml', encode(archive), options);
    expect(found).toMatchObject({ headline: 'Boats of the marsh', source: { url: 'https://courier.example/boats' } });
    expect(only(found, 'figure')[0]?.images[0]?.src).toBe('page.mhtml#picture-2');
    expect(embeddedPicture('page.mhtml', encode(archive), 2)).toEqual(
      Uint8Array.from('\x89PNG not really', (sign) => sign.charCodeAt(0)),
    );
  });

  test('from a clipboard, with the head that Windows writes', () => {
    const html =
      '<html><body><!--StartFragment--><h2>Boats</h2><p>Eleven boats are left, and nine of them leak.</p><!--EndFragment--></body></html>';
    const found = read(`Version:0.9\r\nStartHTML:0000\r\nEndHTML:0000\r\n${html}`);
    expect(found.headline).toBe('Boats');
    expect(blocks(found)).toEqual(['paragraph: Eleven boats are left, and nine of them leak.']);
  });
});

describe('no page breaks the reader', () => {
  const tags = [
    'div',
    'p',
    'a',
    'b',
    'table',
    'tr',
    'td',
    'ul',
    'li',
    'figure',
    'figcaption',
    'img',
    'blockquote',
    'h1',
    'h2',
    'iframe',
    'noscript',
    'pre',
    'svg',
    'form',
  ];
  const piece = fc.oneof(
    fc.constantFrom(
      ...tags.flatMap((tag) => [`<${tag}>`, `</${tag}>`, `<${tag} class="caption" src=x href=javascript:1>`]),
    ),
    fc.string({ maxLength: 20 }),
    fc.constant(
      '<script type="application/ld+json">{"@type":"NewsArticle","author":[{"name":[1,null]}],"datePublished":{}}</script>',
    ),
  );

  test('any soup gives an article or says why not', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        try {
          expect(read(pieces.join('')).headline).not.toBe('');
        } catch (error) {
          expect(error).toBeInstanceOf(SourceErrors);
        }
      }),
      { numRuns: 150 },
    );
  });

  test('elements nested without end are a mistake with a place', () => {
    expect(() => read('<div>'.repeat(5000))).toThrow(/more than 400 levels/);
  });
});
