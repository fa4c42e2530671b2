import { describe, expect, test } from 'vitest';
import { parseArticle } from '../parse.ts';
import type { Parsed } from '../parsed-article.ts';
import { nodeText } from '../text/left-over.ts';

/** What markup of pages says, and what becomes of it: one pair each. */

const options = { timeZone: 'Europe/London', language: 'en' };
const read = (html: string): Parsed => parseArticle('page.html', new TextEncoder().encode(html), options);
const story = [
  '<p>There are eleven boats left on the marsh, and nine of them leak, which is two more than in the year before last.</p>',
  '<p>Their owners meet on the first of May, and talk of paint until it is dark, and nobody has ever mended anything there.</p>',
  '<p>The council has asked three times for a list of the boats, and has been given three lists, of which no two are alike.</p>',
];
const page = (inside: string, { head = '', above = '<h1>Boats of the marsh</h1>' } = {}) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8">${head}</head><body><article>${above}<div class="story-text">${story[0]}${inside}${story[1]}${story[2]}</div></article></body></html>`;
/** Types and words of the blocks between the first paragraph and the last two. */
const between = (html: string) =>
  read(page(html))
    .root.children.slice(1, -2)
    .map((node) => `${node.type}: ${nodeText(node).replace(/\s+/g, ' ').trim()}`);

describe('blocks', () => {
  test.each<[string, string, string[]]>([
    [
      'a gallery of figures, each with its caption',
      '<figure class="gallery"><ul><li><figure><img src="https://p.example/1.jpg" alt=""><figcaption>The first boat</figcaption></figure></li><li><figure><img src="https://p.example/2.jpg" alt=""><figcaption>The second boat</figcaption></figure></li></ul></figure>',
      ['figure: The first boat', 'figure: The second boat'],
    ],
    [
      'a caption whose picture is not to be had',
      '<figure><img src="data:image/svg+xml,x" alt="Boats"><figcaption>Nine of the eleven leak <span class="image-source">Jo Reed</span></figcaption></figure>',
      ['figure: Jo Reed Nine of the eleven leak'],
    ],
    [
      'an agency behind the credit',
      '<figure><img src="https://p.example/1.jpg" alt=""><figcaption><span class="credit">Photo by Jo Reed</span> /Getty Images</figcaption></figure>',
      ['figure: Jo Reed Getty Images'],
    ],
    [
      'a picture in boxes without names',
      '<div class="x1"><div><div><img src="https://p.example/1.jpg" width="900"></div></div><div class="x2">Nine of them leak</div><div class="x3">Cora Lamb</div></div>',
      ['figure: Cora Lamb Nine of them leak'],
    ],
    [
      'a caption that is hidden from those who have heard the alternative text',
      '<figure><img src="https://p.example/1.jpg" alt="Nine of them leak."><figcaption><span class="image-caption" aria-hidden="true">Nine of them leak.</span></figcaption></figure>',
      ['figure: Nine of them leak. Nine of them leak.'],
    ],
    [
      'a subhead with the id that a table of contents leads to',
      `<h2 id="toc_1">Nobody mends</h2>${story[1]!.replace('May', 'June')}`,
      ['heading: Nobody mends', expect.stringContaining('paragraph:') as string],
    ],
    [
      'a subhead that is bold in pieces',
      `<p><strong>G</strong><strong>ranny</strong><strong> (78)</strong><strong> rows on</strong></p>${story[1]!.replace('May', 'June')}`,
      ['heading: Granny (78) rows on', expect.stringContaining('paragraph:') as string],
    ],
    [
      'a picture that grows when it is pressed',
      '<div role="button"><figure><img src="https://p.example/1.jpg" alt=""><figcaption>The first boat</figcaption></figure></div>',
      ['figure: The first boat'],
    ],
    [
      'a question of an FAQ',
      '<div itemscope itemtype="https://schema.org/Question"><h3 itemprop="name">Do they leak?</h3><div itemprop="acceptedAnswer"><p>Nine of them do.</p></div></div>',
      ['qa: Do they leak? Nine of them do.'],
    ],
    [
      'a post of Bluesky',
      '<blockquote class="bluesky-embed" data-bluesky-uri="at://did:plc:abc/app.bsky.feed.post/3kxyz"><p lang="en">Paint is here.</p>&mdash; Boat Club (<a href="https://bsky.app/profile/did:plc:abc">@boats.example</a>) <a href="https://bsky.app/profile/did:plc:abc/post/3kxyz">May 7, 2025 at 8:00 AM</a></blockquote>',
      ['post: Boat Club @boats.example May 7 2025 Paint is here.'],
    ],
    [
      'a post of Threads that has only its link',
      '<blockquote class="text-post-media" data-text-post-permalink="https://www.threads.net/@boats/post/C8abcdefghi"><a href="https://www.threads.net/@boats/post/C8abcdefghi">Post by @boats</a><div>View on Threads</div></blockquote>',
      ['post: boats @boats'],
    ],
    [
      'a post of Telegram, by its script and the frame that this has made',
      '<script async src="https://telegram.org/js/telegram-widget.js?22" data-telegram-post="boats/42"></script><iframe id="telegram-post-boats-42" src="https://t.me/boats/42?embed=1&amp;userpic=true"></iframe>',
      ['post: boats @boats'],
    ],
    [
      'a post of Instagram',
      '<blockquote class="instagram-media" data-instgrm-permalink="https://www.instagram.com/p/C8abcdefghi/?utm_source=ig_embed"><div><a href="https://www.instagram.com/p/C8abcdefghi/?utm_source=ig_embed">View this post on Instagram</a><p><a href="https://www.instagram.com/p/C8abcdefghi/">A post shared by Boat Club (@boatclub)</a></p></div></blockquote>',
      ['post: Boat Club @boatclub'],
    ],
    [
      'a post of Reddit',
      '<blockquote class="reddit-embed-bq"><a href="https://www.reddit.com/r/boats/comments/1abcde/paint_is_here/">Paint is here</a><br> by<a href="https://www.reddit.com/user/boatclub/">u/boatclub</a> in<a href="https://www.reddit.com/r/boats/">boats</a></blockquote>',
      ['post: boatclub @boatclub Paint is here'],
    ],
    [
      'a frame of LinkedIn',
      '<iframe src="https://www.linkedin.com/embed/feed/update/urn:li:share:7000000000000000001" height="500"></iframe>',
      ['post: @'],
    ],
    [
      'a film of YouTube',
      '<iframe data-src="//www.youtube-nocookie.com/embed/abcdefghijk" title="Boats at dawn"></iframe>',
      ['video: Boats at dawn'],
    ],
    [
      'a post of X whose frame its script has named',
      '<div class="twitter-tweet twitter-tweet-rendered"><iframe id="twitter-widget-0" data-tweet-id="1920000000000000000" src="https://platform.twitter.com/embed/Tweet.html?id=1920000000000000000"></iframe></div>',
      ['paragraph: https://x.com/i/status/1920000000000000000'],
    ],
    ['a frame of something else', '<iframe src="https://ads.example/frame?id=1" title="Advertising"></iframe>', []],
    [
      'a post of Mastodon that only its frame names',
      '<iframe src="https://boats.example/@club/113000000000000001/embed" class="mastodon-embed"></iframe>',
      ['post: club@boats.example @club@boats.example August Aug 21 2024'],
    ],
  ])('%s', (_, html, blocks) => {
    expect(between(html)).toEqual(blocks);
  });

  test('updates of a live blog with their times and titles', () => {
    const update = (time: string, title: string, words: string) =>
      `<article class="liveblog-entry"><time datetime="2031-05-04T${time}:00+01:00">${time}</time><h3>${title}</h3><p>${words}</p></article>`;
    const { root } = read(
      page(
        `${update('14:32', 'The ferry sails', 'She left the quay with nobody on board but the master and a dog.</p><blockquote class="twitter-tweet"><p>Paint!</p>— Boat (@boat) <a href="https://x.com/boat/status/1920000000000000000">May 7, 2025</a></blockquote><p>')}${update('14:05', 'Bells', 'All the bells of the town are ringing, one of them by mistake.')}`,
      ),
    );
    expect(root.children.filter(({ type }) => type === 'liveblog')).toMatchObject([
      { time: '14:32', published: '2031-05-04T13:32:00.000Z', title: 'The ferry sails' },
      { time: '14:05', published: '2031-05-04T13:05:00.000Z', title: 'Bells' },
    ]);
    expect(root.children.filter(({ type }) => type === 'heading')).toEqual([]);
    expect(root.children.filter(({ type }) => type === 'tweet')).toHaveLength(1);
  });

  test('an interview, whose questions are set bold', () => {
    const pair = (number: number) =>
      `<p><strong>Is boat ${number} still afloat?</strong></p><p>It was on Sunday, when I last looked at it from the bridge.</p>`;
    const { root } = read(page([1, 2, 3, 4].map(pair).join('')));
    const questions = root.children.flatMap((node) => (node.type === 'qa' ? [node.children.map(nodeText)] : []));
    expect(questions).toHaveLength(4);
    expect(questions[0]).toEqual([
      'Is boat 1 still afloat?',
      'It was on Sunday, when I last looked at it from the bridge.',
    ]);
  });

  test('three bold questions are no interview', () => {
    const pair = `<p><strong>Is it afloat?</strong></p><p>It was on Sunday, when I last looked at it from the bridge.</p>`;
    expect(read(page(pair.repeat(3))).root.children.some(({ type }) => type === 'qa')).toBe(false);
  });
});

describe('facts', () => {
  test('a kicker that stands in the heading is no part of the headline', () => {
    const found = read(
      page('', {
        above:
          '<h1><span class="kicker">Saltmarsh</span><span aria-hidden="true"> - </span><span>Boats leak</span></h1>',
      }),
    );
    expect(found).toMatchObject({ headline: 'Boats leak', kicker: 'Saltmarsh' });
  });

  test('the heading that shows is the headline, not the one in the menu', () => {
    const found = read(
      page('', {
        head: '<meta property="og:title" content="Boats leak">',
        above: '<nav><h1>Saltmarsh: boats leak</h1></nav><h2>Boats leak</h2>',
      }),
    );
    expect(found.headline).toBe('Boats leak');
  });

  test.each([
    ['that no other voice says', 'Leaks', 'Boats, and their leaks', 'Boats of the marsh'],
    ['that its title says as well', 'Boats of the marsh', 'Leaks', 'Boats of the marsh'],
    ['for which its data has another wording', 'Leaks on the marsh', 'Leaks on the marsh', 'Boats of the marsh'],
  ])('a headline %s', (_, title, data, headline) => {
    const head = `<meta property="og:title" content="${title}"><script type="application/ld+json">{"@type":"NewsArticle","headline":"${data}","datePublished":"2031-05-04"}</script>`;
    expect(read(page('', { head })).headline).toBe(headline);
  });

  test('a standfirst of several lines, as the description has them', () => {
    const found = read(
      page('', {
        head: '<meta name="description" content="Nine of the boats leak badly. The council wants a list of them. Nobody has written one down.">',
        above:
          '<h1>Boats of the marsh</h1><div class="summary"><p>Nine of the boats leak badly.</p><p>The council wants a list of them.</p><p>Nobody has written one down.</p></div>',
      }),
    );
    expect(found.standfirst).toBe(
      'Nine of the boats leak badly. The council wants a list of them. Nobody has written one down.',
    );
  });

  test.each([
    [
      'without its zone in one place, and with it in another',
      '<script type="application/ld+json">{"@type":"NewsArticle","headline":"Boats of the marsh","datePublished":"2031-05-04 18:11:01.0"}</script><meta name="date" content="2031-05-04T18:11:01+02:00">',
      '',
      '2031-05-04T16:11:01.000Z',
    ],
    ['behind a label', '', '<ul><li><strong>Datum</strong> 04.05.2031</li></ul>', '2031-05-03T23:00:00.000Z'],
  ])('a date %s', (_, head, inside, instant) => {
    expect(read(page(inside, { head })).published?.instant).toBe(instant);
  });

  test('an author behind a label', () => {
    expect(read(page('<ul><li><strong>Author</strong> Ada Quill</li></ul>')).authors).toEqual(['Ada Quill']);
  });

  test('what is for those who pay is told', () => {
    const head = '<meta property="article:content_tier" content="locked">';
    expect(read(page('', { head })).warnings.map(({ rule }) => rule)).toContain('paid');
    expect(read(page('')).warnings.map(({ rule }) => rule)).not.toContain('paid');
  });
});
