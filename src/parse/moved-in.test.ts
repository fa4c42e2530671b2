import { describe, expect, test } from 'vitest';
import { SourceErrors } from '../source/error.ts';
import { parseArticle, parseText } from './parse.ts';

/** Files as other programs write them. */
const read = (text: string, path = 'story.md') => parseText(path, text, { timeZone: 'UTC', language: 'en' });
const yaml = (lines: string, path?: string) => read(`---\n${lines}\n---\n\nThe tide turned at noon.\n`, path);
const html = (text: string) =>
  parseArticle('_posts/2012-03-04-tide.html', new TextEncoder().encode(text), { timeZone: 'UTC', language: 'en' });
const rules = (text: string, path?: string) => read(text, path).warnings.map(({ rule }) => rule);

describe('a draft stays one, however it is told', () => {
  const body = '\n\nThe tide turned at noon.\n';
  test.each([
    ['after blank lines', `\n\n---\ntitle: Tide\ndraft: true\n---${body}`],
    ['after a space', ` ---\ntitle: Tide\ndraft: true\n---${body}`],
    ['after blank lines and a byte order mark', `\n\uFEFF---\ntitle: Tide\ndraft: true\n---${body}`],
    ['indented as a whole', `  ---\n  title: Tide\n  draft: true\n  ---${body}`],
    ['in TOML', `+++\ntitle = "Tide"\ndraft = true\n+++${body}`],
    ['in TOML after a blank line', `\n+++\ndraft = true\ntitle = "Tide"\n+++${body}`],
    ['in JSON', `{\n  "title": "Tide",\n  "draft": true\n}${body}`],
    ['in JSON with a comma too many', `{"title": "Tide", "draft": true,}${body}`],
    ['between fences that name their syntax', `---toml\ntitle = "Tide"\ndraft = true\n---${body}`],
    ['in capitals', `---\nTitle: Tide\nDraft: TRUE\n---${body}`],
    ['by a word', `---\ntitle: Tide\ndraft: yes\n---${body}`],
    ['by a number', `---\ntitle: Tide\ndraft: 1\n---${body}`],
    ['as Jekyll has it', `---\ntitle: Tide\npublished: false\n---${body}`],
    ['as a status', `---\ntitle: Tide\nstatus: Draft\n---${body}`],
    ['as Obsidian publishes', `---\ntitle: Tide\npublish: false\n---${body}`],
    ['as Eleventy has it', `---\ntitle: Tide\npermalink: false\n---${body}`],
    ['beside values that go on at the margin', `---\ntitle: "Tide\nand time"\ndraft: true\n---${body}`],
    ['beside values that are no YAML', `---\ntitle: [Opinion] Tide\ndraft: true\n---${body}`],
    ['twice, and once not', `---\ntitle: Tide\ndraft: false\nDraft: true\n---${body}`],
    ['below a closing line that is too long', `---\ntitle: Tide\ndraft: true\n-----${body}`],
  ])('%s', (_, text) => {
    expect(read(text).draft).toBe(true);
  });

  test('in a folder of drafts', () => {
    expect(yaml('title: Tide', 'Drafts/tide.md').draft).toBe(true);
  });

  test.each([
    ['as Jekyll has it', '---\ntitle: Tide\npublished: false\n---\n<p>The tide turned at noon.</p>\n'],
    ['as Hugo has it', '+++\ntitle = "Tide"\ndraft = true\n+++\n<p>The tide turned at noon.</p>\n'],
  ])('in HTML below front matter, %s', (_, text) => {
    expect(html(text)).toMatchObject({ headline: 'Tide', draft: true });
  });

  test.each([
    ['a word that is neither', 'draft: perhaps'],
    ['a slip of the key', 'drfat: true'],
    ['a slip of the rights', 'rigths: restricted'],
  ])('%s stops the file', (_, line) => {
    expect(() => yaml(`title: Tide\n${line}`)).toThrow(SourceErrors);
  });
});

describe('front matter of other programs', () => {
  test('above HTML, whose indents mean nothing', () => {
    const body = '<div>\n\n    <h3>Noon</h3>\n\n    <p>The tide <b>turned</b>.</p>\n\n<pre>\n    two\n</pre>\n</div>';
    const parsed = html(`---\ntitle: "Tide &amp; time"\ncategories: [Town]\n---\n${body}\n`);
    expect(parsed).toMatchObject({ headline: 'Tide & time', section: 'Town', published: { precision: 'day' } });
    expect(parsed.root.children.some(({ type }) => type === 'code')).toBe(false);
    expect(JSON.stringify(parsed.root)).toContain('    two');
  });

  test('the address tells the day where nothing else does, with a slash before it or without', () => {
    const body = '+++\n\nThe tide turned at noon.\n';
    expect(read(`+++\ntitle = "Tide"\npath = "2014/12/03/tide-1.0"\n${body}`)).toMatchObject({
      published: { instant: '2014-12-03T00:00:00.000Z', precision: 'day' }, address: ['2014', '12', '03', 'tide-1.0'],
    }); // prettier-ignore
    expect(yaml('title: Tide\npermalink: /2014/12/03/tide/').published).toMatchObject({ precision: 'day' });
    expect(yaml('title: Tide\npath: src/posts/tide.md').address).toBeNull();
  });

  test('a place in the world is no address of a page', () => {
    for (const place of ['Remote', '"Oslo, Norway"', 'Harbour Road 5'])
      expect(yaml(`title: Tide\naddress: ${place}`)).toMatchObject({
        address: null,
        extra: { address: place.replaceAll('"', '') },
      });
    expect(yaml('title: Tide\naddress: high-tide').address).toEqual(['high-tide']);
  });

  test('names with a slash in them are other names, not addresses', () => {
    const parsed = yaml(
      'title: Tide\ndate: 2024-11-20\naliases: [50/30/20 rule, AC/DC currents, "#sea/tide", old/tide/]',
    );
    expect(parsed).toMatchObject({ aliases: ['/old/tide/'], warnings: [] });
  });

  test('AstroPaper', () => {
    const parsed = yaml(
      'author: Ann Lee\npubDatetime: 2022-09-23T15:22:00Z\nmodDatetime: 2025-06-13T16:52:45.934Z\ntitle: Tide\nslug: high-tide\nfeatured: true\ndraft: false\ntags:\n  - docs\nogImage: ""\ndescription: Of water.\ncanonicalURL: https://example.org/x\ntimezone: "Asia/Bangkok"',
    );
    expect(parsed).toMatchObject({
      headline: 'Tide', authors: ['Ann Lee'], topics: ['docs'], description: 'Of water.', draft: false, image: null,
      published: { instant: '2022-09-23T15:22:00.000Z' }, updated: { instant: '2025-06-13T16:52:45.000Z' },
      source: { name: null, url: 'https://example.org/x' }, address: ['high-tide'], featured: 1, foreign: [],
      extra: { timezone: 'Asia/Bangkok' },
    }); // prettier-ignore
    expect(parsed.warnings).toEqual([]);
  });

  test('Hugo', () => {
    const parsed = read(
      '+++\ntitle = "Mayor\'s race opens"\ndate = 2024-11-20T08:00:00+01:00\nlastmod = 2024-11-21\nsummary = "Five people."\ncategories = ["Politics", "Town"]\naliases = ["/old/race/", "posts/race.html"]\nweight = 10\n[cover]\nimage = "cover.jpg"\nalt = "A hall"\nrelative = true\n[params]\nx = 1\n+++\n\nFive people want to be mayor.\n',
    );
    expect(parsed).toMatchObject({
      headline: "Mayor's race opens", published: { instant: '2024-11-20T07:00:00.000Z', precision: 'minute' },
      updated: { precision: 'day' }, description: 'Five people.', section: 'Politics', topics: ['Town'], featured: 10,
      aliases: ['/old/race/', '/posts/race.html'], image: { src: 'cover.jpg', alt: 'A hall' }, foreign: [],
    }); // prettier-ignore
    expect(parsed.warnings).toEqual([]);
  });

  test('Jekyll', () => {
    const parsed = yaml(
      'layout: post\ntitle:  "Trams return"\ncategories: town transport\npermalink: /2024/trams/\nredirect_from:\n  - /trams/\nlast_modified_at: 2024-11-21 09:00:00 -4',
      '_posts/2024-11-20-trams-return.md',
    );
    expect(parsed).toMatchObject({
      published: { instant: '2024-11-20T00:00:00.000Z', precision: 'day' }, section: 'town', topics: ['transport'],
      updated: { instant: '2024-11-21T13:00:00.000Z' }, address: ['2024', 'trams'], aliases: ['/trams/', '/2024/trams/'],
    }); // prettier-ignore
    expect(parsed.warnings).toEqual([]);
  });

  test('Obsidian’s clipper', () => {
    const parsed = yaml(
      'title: "Pilots"\nsource: "https://example.org/pilots"\nauthor:\n  - "[[Mara Quist]]"\n  - "[[people/Jon Reed|Jon]]"\npublished: 2024-11-12\ncreated: 2024-11-13\ntags:\n  - "#clippings"\n  - "[[Rivers]]"\naliases:\n  - River pilots\nmood: calm',
    );
    expect(parsed).toMatchObject({
      authors: ['Mara Quist', 'Jon'], published: { instant: '2024-11-12T00:00:00.000Z' }, topics: ['clippings', 'Rivers'],
      aliases: [], extra: { aliases: ['River pilots'], mood: 'calm' }, foreign: [{ name: 'mood', line: 14 }],
    }); // prettier-ignore
    expect(yaml('title: Pilots\ncreated: 2024-11-13').published?.instant).toBe('2024-11-13T00:00:00.000Z');
    expect(yaml('title: Pilots\nauthor: [[Mara Quist]]').authors).toEqual(['Mara Quist']);
  });

  test('Ghost, Eleventy, Zola and others', () => {
    expect(yaml('title: T\nfeature_image: a.jpg\npublished_at: 2024-11-20T08:00:00.000Z\nexcerpt: E').image?.src).toBe(
      'a.jpg',
    );
    expect(yaml('title: T\nauthors:\n  - name: Ann Lee\n    url: https://example.org/ann').authors).toEqual([
      'Ann Lee',
    ]);
    expect(read('+++\ntitle = "T"\n[extra]\nauthor = "Ann Lee"\n+++\nText.').authors).toEqual(['Ann Lee']);
    expect(read('+++\ntitle = "T"\n[taxonomies]\ntags = ["a"]\n+++\nText.').topics).toEqual(['a']);
    expect(yaml('title: T\nlocale: en_US').language).toBe('en-US');
    expect(yaml('title: T\nimage: "![[A boat.jpg|300]]"').image?.src).toBe('A boat.jpg');
    expect(yaml('title: T\nkicker: K\nstandfirst: S')).toMatchObject({
      kicker: 'K',
      standfirst: 'S',
      description: 'S',
    });
    expect(yaml('title: T\npublication: The Post\nurl: https://example.org/t').source).toEqual({
      name: 'The Post',
      url: 'https://example.org/t',
    });
  });

  test.each([
    ['2024-11-20 08:00:00 -4', '2024-11-20T12:00:00.000Z'],
    ['2024-11-20T08:00:00-0400', '2024-11-20T12:00:00.000Z'],
    ['2024-11-20T08:00-04', '2024-11-20T12:00:00.000Z'],
    ['1732089600', '2024-11-20T08:00:00.000Z'],
    ['1732089600000', '2024-11-20T08:00:00.000Z'],
    ['20241120', '2024-11-20T00:00:00.000Z'],
    ['20241120083000', '2024-11-20T08:30:00.000Z'],
    ['on Wednesday, November 20th, 2024', '2024-11-20T00:00:00.000Z'],
    ['Wed Nov 20 2024 08:00:00 GMT+0100 (Central European Standard Time)', '2024-11-20T07:00:00.000Z'],
    ['2024-11-20T08:00:00+01:00[Europe/Berlin]', '2024-11-20T07:00:00.000Z'],
    ['2024/11/20', '2024-11-20T00:00:00.000Z'],
  ])('the date %s', (written, instant) => {
    expect(yaml(`title: T\ndate: ${written}`).published?.instant).toBe(instant);
  });
});

describe('values as people write them', () => {
  test.each([
    ['title: We are #1 at chess', 'We are #1 at chess'],
    ['title: "Smith &amp; Sons win at Queen&#8217;s &lt;Court&gt;"', 'Smith & Sons win at Queen’s <Court>'],
    ['title: [Opinion] The quay is ours', '[Opinion] The quay is ours'],
    ['title: "Never" again, says mayor', '"Never" again, says mayor'],
    ['title: @averill leaves the platform', '@averill leaves the platform'],
    ['title: Storm: the night', 'Storm: the night'],
    ['title: "a\\u0001b"', 'ab'],
    ['title: "Long words\nthat go on"', 'Long words that go on'],
  ])('%s', (line, headline) => {
    expect(yaml(`${line}\ndate: 2024-11-20`).headline).toBe(headline);
  });

  test('a mended value is told with its place and how to write it', () => {
    const [told] = yaml('date: 2024-11-20\ntitle: [Opinion] The quay is ours').warnings;
    expect(String(told)).toBe(
      'story.md:3:8  warning: The value of "title" is no YAML as it stands, since words follow its bracket: it was read as plain words.\n' +
        "    Put quotes around it: title: '[Opinion] The quay is ours'",
    );
    expect(yaml('title: T\ntags:\n\t- harbour').topics).toEqual(['harbour']);
  });

  test('empty values are none', () => {
    const parsed = yaml(
      'title: T\ndate: 2024-11-20\ntags:\nauthor: ""\ndescription: ""\nimage: ""\ncover: { image: "" }\nmood:',
    );
    expect(parsed).toMatchObject({ topics: [], authors: [], description: null, image: null, extra: {}, warnings: [] });
  });

  test('what is of the wrong kind is told, and the article appears without it', () => {
    const { topics, warnings, extra } = yaml('title: T\ndate: 2024-11-20\ntopics: {a: b}');
    expect([topics, extra, warnings.map(({ rule, line, column }) => [rule, line, column])]).toEqual([
      [],
      { topics: { a: 'b' } },
      [['wrong-value', 4, 9]],
    ]);
  });

  test('numbers and truth values are what they were', () => {
    expect(yaml('title: T\nmood: { x: 1, y: true, z: "1", v: 1.10, n: null }').extra).toEqual({
      mood: { x: 1, y: true, z: '1', v: '1.10', n: null },
    });
  });
});

describe('what the path of a file says', () => {
  const bare = 'The tide turned at noon, and the boats came home again on the evening of the same day.\n';
  test('a section, but no year, month or habit', () => {
    expect(read(`---\ntitle: T\n---\n${bare}`, 'harbour-news/2024/11/tide.md').section).toBe('Harbour news');
    for (const path of ['2024/11/tide.md', 'articles/2024-11/tide.md', '_posts/tide.md', 'articles/tide/index.md'])
      expect(read(`---\ntitle: T\n---\n${bare}`, path).section).toBeNull();
    expect(read(`---\ntitle: T\nsection: World\n---\n${bare}`, 'town/tide.md').section).toBe('World');
  });
  test('a rule above a text is no front matter', () => {
    expect(read(`---\n${bare}\n---\n\nMore.\n`).root.children.map(({ type }) => type)).toContain('thematicBreak');
    expect(rules(`---\n${bare}`)).toContain('headline-of-file-name');
  });
});
