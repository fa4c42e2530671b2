import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FeedValues } from '../edition/feed-values.ts';
import type { ArticleRecord } from '../edition/record.ts';
import { makeFeed } from './feed.ts';
import { record, site } from './fixtures/record.ts';
import { all, one, readXml } from './fixtures/strict-xml.ts';

const feed: FeedValues = { name: null, page: '/', self: '/feed.xml', archive: null };
const top = 'https://echo.example/news';

const tweet =
  '<blockquote class="tweet h-cite"><p>A post &#x3C;3 <a href="https://t.co/a?b=1&#x26;c=2">link</a></p></blockquote>';
const figure =
  '<figure><img src="/news/pictures/a-960.webp" srcset="/news/pictures/a-480.webp 480w" alt=""><figcaption>The caption</figcaption></figure>';
const rich = record('2024/rich', {
  headline: 'Ships & "boats" <b>',
  description: 'A summary',
  topics: ['Sea'],
  authors: ['Ada', 'Bo'],
  updated: '2024-02-01T10:00:00.000Z',
  source: { name: 'The Paper', url: 'https://paper.example/a' },
  language: 'de',
  image: { src: '/news/pictures/lead-960.webp', alt: 'Lead', width: 960, height: 540, renditions: [] },
  story: `<p>See <a href="/news/articles/b/">b</a>.</p>${tweet}${figure}`,
  notices: '<aside class="notice"><p>Corrected.</p></aside>',
});
const restricted = record('secret', {
  rights: 'restricted',
  description: 'Only this',
  story: '<p>Hidden words</p>',
  authors: ['Cy'],
});
const records = [rich, restricted];
const whole = `<p><img src="${'https://echo.example'}/news/pictures/lead-960.webp" alt="Lead" width="960" height="540"></p>
<p>See <a href="https://echo.example/news/articles/b/">b</a>.</p>${tweet}<figure><img src="https://echo.example/news/pictures/a-960.webp" alt=""><figcaption>The caption</figcaption></figure>
<hr><aside class="notice"><p>Corrected.</p></aside>`;

const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

describe('RSS 2.0', () => {
  const rss = (given: readonly ArticleRecord[]) => readXml(makeFeed('rss', feed, given, site));
  const [channel] = rss(records).children;
  const items = channel ? all(channel, 'item') : [];

  it('has the whole text with posts and captions, and addresses that are absolute', () => {
    expect(items[0] && one(items[0], 'content:encoded')).toBe(whole);
    expect(items[0] && one(items[0], 'title')).toBe('Ships & "boats" <b>');
    expect(items[0] && one(items[0], 'link')).toBe(`${top}/articles/2024/rich/`);
    expect(items[0] && all(items[0], 'dc:creator').map(({ text }) => text)).toEqual(['Ada', 'Bo']);
    expect(items[0] && all(items[0], 'category').map(({ text }) => text)).toEqual(['World', 'Sea']);
  });

  it('gives a restricted article by its summary alone', () => {
    expect(items[1] && one(items[1], 'description')).toBe('Only this');
    expect(items[1] && one(items[1], 'content:encoded')).toBeUndefined();
    expect(makeFeed('rss', feed, records, site)).not.toContain('Hidden words');
  });

  it('has what the specification asks of a channel and an item', () => {
    if (!channel) throw new Error('no channel');
    expect(one(channel, 'title')).toBe('The Echo & Sons');
    expect(one(channel, 'description')).toBe('All <that> was');
    expect(one(channel, 'link')).toBe(`${top}/`);
    expect(one(channel, 'lastBuildDate')).toBe('Thu, 01 Feb 2024 10:00:00 GMT');
    expect(all(channel, 'atom:link')[0]?.attributes).toMatchObject({ rel: 'self', href: `${top}/feed.xml` });
    for (const item of items) {
      expect(one(item, 'pubDate')).toMatch(
        /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT$/,
      );
      expect(all(item, 'guid')[0]?.attributes['isPermaLink']).toBe('true');
      expect(one(item, 'author')).toBeUndefined();
    }
  });

  it('asks no clock: a feed without articles has no time', () => {
    expect(makeFeed('rss', feed, [], site)).not.toContain('lastBuildDate');
  });
});

describe('Atom', () => {
  const values: FeedValues = {
    ...feed,
    self: '/atom.xml',
    archive: { archived: false, current: '/atom.xml', previous: '/archive/2024/01/atom.xml', next: null },
  };
  const atom = readXml(makeFeed('atom', values, records, site));
  const links = (rel: string) =>
    all(atom, 'link')
      .filter((link) => link.attributes['rel'] === rel)
      .map((link) => link.attributes['href']);

  it('has what RFC 4287 asks of a feed and an entry', () => {
    expect(atom.attributes['xmlns']).toBe('http://www.w3.org/2005/Atom');
    expect(one(atom, 'id')).toBe(`${top}/atom.xml`);
    expect(one(atom, 'updated')).toBe('2024-02-01T10:00:00.000Z');
    expect(links('self')).toEqual([`${top}/atom.xml`]);
    for (const entry of all(atom, 'entry')) {
      expect(one(entry, 'id')).toMatch(/^https:/);
      expect(one(entry, 'title')).not.toBe('');
      expect(one(entry, 'updated')).toMatch(instant);
      expect(one(entry, 'published')).toMatch(instant);
      expect(all(entry, 'link').some((link) => link.attributes['rel'] === 'alternate')).toBe(true);
      expect(all(entry, 'author').length).toBeGreaterThan(0);
    }
  });

  it('has the whole text, the source and the language of an entry', () => {
    const [entry] = all(atom, 'entry');
    if (!entry) throw new Error('no entry');
    expect(one(entry, 'content')).toBe(whole);
    expect(all(entry, 'content')[0]?.attributes['type']).toBe('html');
    expect(entry.attributes['xml:lang']).toBe('de');
    expect(all(entry, 'link').find((link) => link.attributes['rel'] === 'via')?.attributes['href']).toBe(
      'https://paper.example/a',
    );
  });

  it('gives a restricted article by its summary alone', () => {
    const entry = all(atom, 'entry')[1];
    expect(entry && one(entry, 'content')).toBeUndefined();
    expect(entry && one(entry, 'summary')).toBe('Only this');
  });

  it('leads to the newest archive, and an archive to its neighbours and to the feed (RFC 5005)', () => {
    expect(links('prev-archive')).toEqual([`${top}/archive/2024/01/atom.xml`]);
    expect(all(atom, 'fh:archive')).toEqual([]);
    const archive = readXml(
      makeFeed(
        'atom',
        {
          name: '2023-12',
          page: '/archive/2023/12/',
          self: '/archive/2023/12/atom.xml',
          archive: { archived: true, current: '/atom.xml', previous: null, next: '/archive/2024/01/atom.xml' },
        },
        records,
        site,
      ),
    );
    const rels = Object.fromEntries(
      all(archive, 'link').map((link) => [link.attributes['rel'], link.attributes['href']]),
    );
    expect(rels).toEqual({
      self: `${top}/archive/2023/12/atom.xml`,
      alternate: `${top}/archive/2023/12/`,
      current: `${top}/atom.xml`,
      'next-archive': `${top}/archive/2024/01/atom.xml`,
    });
    expect(all(archive, 'fh:archive')).toHaveLength(1);
    expect(one(archive, 'title')).toBe('December 2023 – The Echo & Sons');
  });
});

describe('JSON Feed', () => {
  const json = JSON.parse(
    makeFeed('json', { ...feed, name: 'Sea', self: '/topics/sea/feed.json', page: '/topics/sea/' }, records, site),
  );

  it('has what version 1.1 asks, and nothing of version 1', () => {
    expect(json).toMatchObject({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'Sea – The Echo & Sons',
      home_page_url: `${top}/topics/sea/`,
      feed_url: `${top}/topics/sea/feed.json`,
      language: 'en',
    });
    expect(json).not.toHaveProperty('author');
    for (const item of json.items) {
      expect(typeof item.id).toBe('string');
      expect(item.date_published).toMatch(instant);
      expect(['content_html', 'content_text'].filter((key) => key in item)).toHaveLength(1);
      for (const tag of item.tags) expect(typeof tag).toBe('string');
      for (const author of item.authors ?? []) expect(Object.keys(author).length).toBeGreaterThan(0);
    }
  });

  it('has the whole text, and of a restricted article the summary', () => {
    expect(json.items[0]).toMatchObject({
      content_html: whole,
      image: `${top}/pictures/lead-960.webp`,
      external_url: 'https://paper.example/a',
      date_modified: '2024-02-01T10:00:00.000Z',
      tags: ['World', 'Sea'],
      authors: [{ name: 'Ada' }, { name: 'Bo' }],
      language: 'de',
    });
    expect(json.items[1]).toMatchObject({ content_text: 'Only this', summary: 'Only this' });
  });
});

describe('any feed', () => {
  it('is well-formed whatever the words of an article', () => {
    const words = fc.string({ unit: 'binary' });
    fc.assert(
      fc.property(words, words, words, (headline, name, topic) => {
        const hostile = record('h', {
          headline: headline || 'h',
          authors: [name],
          topics: [topic],
          description: topic,
          story: '<p>\u0008</p>',
        });
        readXml(makeFeed('rss', feed, [hostile], site));
        readXml(makeFeed('atom', feed, [hostile], site));
        JSON.parse(makeFeed('json', feed, [hostile], site));
      }),
    );
  });

  it('refuses an article without a date rather than invent one', () => {
    expect(() => makeFeed('atom', feed, [record('u', { published: null })], site)).toThrow(/no date/);
  });
});
