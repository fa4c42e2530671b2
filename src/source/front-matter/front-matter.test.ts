import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readFrontMatter } from './front-matter.ts';
import { keys, meanings } from '../facts.ts';
import { distance, nearest } from './nearest.ts';
import { splitSource } from './split.ts';

const read = (yaml: string) => readFrontMatter('a.md', splitSource('a.md', `---\n${yaml}\n---\nText.\n`));
const complaints = (yaml: string) => {
  const { problems, warnings } = read(yaml);
  return [...problems, ...warnings].sort((a, b) => a.line - b.line).map(String);
};

describe('front matter is taken off a text', () => {
  test('with the line on which the body begins', () => {
    expect(splitSource('a.md', '---\nheadline: One\n---\nText.')).toEqual({
      frontMatter: 'headline: One\n',
      syntax: 'yaml',
      frontMatterLine: 2,
      body: 'Text.',
      bodyLine: 4,
    });
  });
  test('an empty one, one closed by three full stops, none at all', () => {
    expect(splitSource('a.md', '---\n---\nText.')).toMatchObject({ frontMatter: '', body: 'Text.', bodyLine: 3 });
    expect(splitSource('a.md', '--- \na: b\n...\nText.')).toMatchObject({ body: 'Text.', bodyLine: 4 });
    expect(splitSource('a.md', 'Text.\n---\n')).toMatchObject({ frontMatter: null, body: 'Text.\n---\n', bodyLine: 1 });
    expect(splitSource('a.md', '----\nText.')).toMatchObject({ frontMatter: null });
  });
  test.each(['---\nheadline: One\nText.', '---', '---\n'])('one that is never closed is an error: %j', (text) => {
    expect(() => splitSource('a.md', text)).toThrow('never closed');
  });
});

describe('front matter is read', () => {
  test('every key, under every name it may have', () => {
    const { values, problems } = read(
      [
        'title: 1984',
        'pubDate: 2024-01-30',
        'publishedText: Jan 30',
        'updated: 2024-01-31',
        'section: World',
        'tags: Harbour, Trade',
        'author: By Ann Lee and Bo Berg',
        'source: https://example.com/a',
        'lang: pt-BR',
        'draft: true',
        'standfirst: "A line: with a colon"',
        'image: { src: a.jpg, alt: A boat }',
        'dateline: KYIV',
        'rights: quoted',
        'aliases: /2019/old/',
        'repairs:',
        '  - { rule: label, lines: [3, 4], removed: Share }',
      ].join('\n'),
    );
    expect(problems).toEqual([]);
    expect(values).toEqual({
      headline: '1984',
      published: '2024-01-30',
      publishedText: 'Jan 30',
      updated: '2024-01-31',
      section: 'World',
      topics: ['Harbour', 'Trade'],
      authors: 'By Ann Lee and Bo Berg',
      source: { name: null, url: 'https://example.com/a' },
      language: 'pt-BR',
      draft: true,
      standfirst: 'A line: with a colon',
      image: { src: 'a.jpg', alt: 'A boat', caption: '' },
      dateline: 'KYIV',
      rights: 'quoted',
      aliases: ['/2019/old/'],
      repairs: [{ rule: 'label', lines: [3, 4], removed: 'Share' }],
    });
  });

  test('an empty value states nothing', () => {
    expect(read('headline: One\nsection:\ntopics: ~\nauthors: null').values).toEqual({ headline: 'One' });
    expect(read('').values).toEqual({});
    expect(read('# a comment').problems).toEqual([]);
  });

  test('values have their places', () => {
    expect(read('headline: One\nimage:\n  src: a.jpg').positions).toEqual({
      headline: { line: 2, column: 11 },
      image: { line: 4, column: 3 },
    });
  });

  test('mistakes say where, what and how to mend it, all at once', () => {
    expect(
      complaints(
        'headlin: One\nsection: [a]\nlanguage: English\ndraft: maybe\nrights: mine\naliases: [old]\nauthors: {a: b}\nimage: {file: a.jpg}\nsource: {url: ftp://a}',
      ),
    ).toMatchInlineSnapshot(`
      [
        "a.md:2:1  warning: The front matter has no key "headlin": it is kept, and shown nowhere.
          Did you mean "headline"?",
        "a.md:4:11  warning: "language" is not a language tag: the article appears without it.
          Write a BCP 47 tag, such as en, pt-BR or ar.",
        "a.md:5:8  "draft" is neither true nor false.
          Write true to hide the article, or leave the key out.",
        "a.md:6:9  "rights" is not one of open, quoted, restricted.
          Write "quoted" for somebody else's text, "restricted" to publish headline, source and link alone.",
        "a.md:8:10  warning: "authors" is not a list of names: the article appears without it.
          Write a list, such as [Ann Lee, Bo Berg].",
        "a.md:10:9  warning: "source" is not a publication: the article appears without it.
          Write its name, its http(s) address, or both: {name: The Harbour Post, url: https://example.com/article}.",
      ]
    `);
    expect(complaints('- a\n- b')).toMatchInlineSnapshot(`[]`);
    expect(complaints('just words')).toMatchInlineSnapshot(`[]`);
    expect(complaints('headline: One: two')).toMatchInlineSnapshot(`
      [
        "a.md:2:11  warning: The value of "headline" is no YAML as it stands, since it has a colon in it: it was read as plain words.
          Put quotes around it: headline: 'One: two'",
      ]
    `);
    expect(complaints('headline: One\nheadline: Two')).toMatchInlineSnapshot(`
      [
        "a.md:3:1  warning: The front matter names "headline" a second time: the first one counts.
          Keep one of the two.",
      ]
    `);
    expect(complaints('headline: One\ntitle: Two')).toMatchInlineSnapshot(`[]`);
    expect(complaints('headline: "One')).toMatchInlineSnapshot(`
      [
        "a.md:3:1  The front matter is not YAML: Missing closing "quote.
          Close the quotation mark that opens the value of "headline".",
      ]
    `);
  });

  test('aliases are read, a bomb of them is refused', () => {
    expect(read('section: &s World\ntopics: [*s]').values).toMatchObject({ section: 'World', topics: ['World'] });
    const levels = Array.from(
      { length: 12 },
      (_, i) =>
        `${keys[i]}: &l${i} [${Array(9)
          .fill(i ? `*l${i - 1}` : 'x')
          .join(', ')}]`,
    );
    expect(read(levels.join('\n')).problems.map(({ rule }) => rule)).toEqual(['alias-bomb']);
  });

  test('any text between the lines gives values or problems, and never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...'a:-[]{}&*!|>\n \'"#%@,?') })), (yaml) => {
        fc.pre(!/^(---|\.\.\.)\s*$/m.test(yaml));
        const { problems, values } = read(yaml);
        expect(Array.isArray(problems) && typeof values === 'object').toBe(true);
      }),
    );
  });
});

describe('the nearest known key', () => {
  test.each([
    ['headlin', 'headline'],
    ['publised', 'published'],
    ['autor', 'author'],
    ['descripton', 'description'],
    ['laguage', 'language'],
    ['mood', null],
    ['dates', null],
    ['layout', null],
    ['x-colour', null],
    ['excerpts_of_letters', null],
  ])('%s → %s', (written, expected) => expect(nearest(written, meanings.keys())).toEqual(expected));

  test('distance is the same both ways, and nothing between a word and itself', () => {
    const word = fc.string({ maxLength: 8 });
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(distance(a, b)).toBe(distance(b, a));
        expect(distance(a, b) === 0).toBe(a === b);
      }),
    );
  });
});
