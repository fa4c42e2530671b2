import { existsSync, readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import type { BlockContent, PhrasingContent, RootContent } from 'mdast';
import { describe, expect, test } from 'vitest';
import { blockLabels } from '../../i18n/block-labels.ts';
import { parseText } from '../../parse/parse.ts';
import type { FigureImage } from '../../parse/nodes.ts';
import type { Parsed } from '../../parse/parsed-article.ts';
import { toEntry } from '../entry.ts';
import { toFaithfulMarkdown } from './faithful-markdown.ts';
import { bare } from '../fixtures/parsed.ts';
import { toMarkdown } from './markdown.ts';

const options = { timeZone: 'UTC', language: 'en' };
const corpus = '../shared/corpora/pasted';
const hasCorpus = existsSync(corpus);
if (!hasCorpus) console.log(`markdown: skipped the corpus, there is no ${corpus}`);

const files = (folder: string, ending: RegExp) =>
  (readdirSync(folder, { recursive: true }) as string[])
    .filter((file) => ending.test(file))
    .map((file) => `${folder}/${file}`);

/** The published entry. */
function entry(parsed: Parsed, path = '2024/a.md') {
  const labels = blockLabels({ language: 'en', timeZone: 'UTC' });
  return toEntry(parsed, {
    path,
    url: 'https://example.org',
    base: '/',
    pictureHosts: [],
    labels,
    pictures: new Map(),
  }).article;
}

describe('canonical Markdown of a file, read again, is the same entry', () => {
  test.each([...files('content/articles', /\.(?:md|txt)$/), ...(hasCorpus ? files(corpus, /\.txt$/) : [])])(
    '%s',
    (file) => {
      const parsed = parseText(file, readFileSync(file, 'utf8'), options);
      const markdown = toFaithfulMarkdown(parsed, options);
      const again = parseText('a.md', markdown, options);
      const path = file.replace(/^content\/articles\//, '').replace(/^\.\.\/.*\/|\.txt$/g, '');
      expect(entry(again, path)).toEqual(entry(parsed, path));
      // And it is canonical: writing it once more changes nothing.
      expect(toMarkdown(again)).toBe(markdown);
    },
  );
});

describe('the forms', () => {
  const body = (...children: RootContent[]) =>
    toMarkdown({ ...bare, root: { type: 'root', children } }).split('---\n\n')[1];
  const words = (value: string): PhrasingContent[] => [{ type: 'text', value }];
  const says = (value: string): BlockContent => ({ type: 'paragraph', children: words(value) });

  test('a tweet is a quotation that closes with its author and day', () => {
    const author = { name: 'Ann Lee', handle: 'annlee' };
    expect(body({ type: 'tweet', author, date: '2024-01-29', url: null, children: [says('Hello.')] })).toBe(
      '> Hello.\n>\n> — Ann Lee (@annlee) January 29, 2024\n',
    );
    expect(
      body({
        type: 'tweet',
        author,
        date: '2024-01-29',
        url: 'https://x.com/annlee/status/1',
        children: [says('Hello.')],
      }),
    ).toBe('> Hello.\n>\n> — Ann Lee (@annlee) [January 29, 2024](https://x.com/annlee/status/1)\n');
  });

  test('what that can not say is a directive', () => {
    expect(
      body({
        type: 'tweet',
        author: { name: 'Ann (the) Lee', handle: 'annlee' },
        date: null,
        url: null,
        children: [says('Hello.')],
      }),
    ).toBe(':::tweet{name="Ann (the) Lee" handle="annlee"}\nHello.\n:::\n');
  });

  test('figures and notices are directives', () => {
    const image = { src: 'boat.jpg', alt: 'A boat', line: 1, column: 1 };
    expect(body({ type: 'figure', images: [image], children: words('A caption.'), credit: ['Ann Lee', 'AFP'] })).toBe(
      ':::figure{credit="Ann Lee / AFP"}\n![A boat](boat.jpg)\n\nA caption.\n:::\n',
    );
    expect(body({ type: 'notice', kind: 'correction', children: [says('It was another harbour.')] })).toBe(
      ':::correction\nIt was another harbour.\n:::\n',
    );
  });

  test('ordinary colons need no escape', () => {
    expect(body(says('We meet at 10:30. Re:Invent :) was.'))).toBe('We meet at 10:30. Re:Invent :) was.\n');
  });

  test('front matter is complete, and empty keys are left out', () => {
    expect(
      toMarkdown({
        ...bare,
        published: { instant: '2024-01-30T00:50:00.000Z', precision: 'minute', text: 'Jan 30/2024 12:50AM' },
        updated: { instant: '2024-01-31T00:00:00.000Z', precision: 'day', text: 'Jan 31, 2024' },
        authors: ['Ann Lee'],
        source: { name: 'The Harbour Post', url: null },
        repairs: [{ rule: 'label', lines: [3, 3], removed: 'Share' }],
      }),
    ).toMatchInlineSnapshot(`
      "---
      headline: The harbour
      published: 2024-01-30T00:50:00.000Z
      publishedText: Jan 30/2024 12:50AM
      updated: 2024-01-31
      authors:
        - Ann Lee
      source:
        name: The Harbour Post
      language: en
      repairs:
        - rule: label
          lines: [3, 3]
          removed: Share
      ---

      "
    `);
  });
});

/**
 * Texts that Markdown, HTML, YAML or our recognisers could take for something else. Bare addresses are
 * not among them: GFM makes links of them even where they are escaped, and so does the reader of pasted text.
 */
const nasty = fc.constantFrom(
  'The harbour stays open.', '*', '_a_', '**b**', '`c`', '# d', '1. e', '- f', '> g', '<b>', '</div>', '&amp;', '[h](i)', '![j](k)', '\\', '|', '~~l~~',
     ':::tip', '::::', ':smile:', '---', '===', '+', '[^1]', '[ ]', 'x:', 'pic.twitter.com/abc',
  '— Ann Lee (@annlee) January 29, 2024', 'Photograph: Ann Lee/Reuters', '(Ann Lee/AP)', 'Disclaimer: none of it is true.', 'Correction:', 'Image caption, A boat',
  'LONDON (Reuters) - ', '@annlee', '"quoted"', '日本語', 'مرحبا', '👩‍👩‍👧', '\u00a0', 'é', '$1', '%', 
); // prettier-ignore
const phrase = fc.array(nasty, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(' ').trim() || 'x');
const text = phrase.map((value): PhrasingContent => ({ type: 'text', value }));
const inline: fc.Arbitrary<PhrasingContent> = fc.oneof(
  { weight: 4, arbitrary: text },
  {
    weight: 1,
    arbitrary: fc.constant<PhrasingContent>({ type: 'emphasis', children: [{ type: 'text', value: 'stress' }] }),
  },
  {
    weight: 1,
    arbitrary: fc.constant<PhrasingContent>({ type: 'strong', children: [{ type: 'text', value: 'more' }] }),
  },
  { weight: 1, arbitrary: fc.constant<PhrasingContent>({ type: 'inlineCode', value: 'a `b` c' }) },
  {
    weight: 1,
    arbitrary: fc.constant<PhrasingContent>({
      type: 'link',
      url: 'https://example.com/(a)?b=c&d',
      children: [{ type: 'text', value: 'a link' }],
    }),
  },
);
/** Words and marks by turns, parted by spaces, so that no two marks run into one another. */
const phrasing = fc
  .array(inline, { minLength: 1, maxLength: 4 })
  .map((nodes) =>
    nodes.flatMap((node, index): PhrasingContent[] =>
      index === 0 ? [node] : [{ type: 'text', value: ' und ' }, node],
    ),
  );
const paragraph = phrasing.map((children): BlockContent => ({ type: 'paragraph', children }));
const prose: fc.Arbitrary<BlockContent> = fc.oneof(
  { weight: 6, arbitrary: paragraph },
  { weight: 1, arbitrary: phrasing.map((children): BlockContent => ({ type: 'heading', depth: 3, children })) },
  {
    weight: 1,
    arbitrary: fc
      .array(paragraph, { minLength: 1, maxLength: 2 })
      .map((children): BlockContent => ({ type: 'blockquote', children })),
  },
  { weight: 1, arbitrary: phrase.map((value): BlockContent => ({ type: 'code', lang: 'ts', value })) },
  {
    weight: 1,
    arbitrary: fc.array(paragraph, { minLength: 1, maxLength: 3 }).map((items): BlockContent => ({
      type: 'list',
      ordered: false,
      spread: false,
      children: items.map((item) => ({ type: 'listItem', spread: false, children: [item] })),
    })),
  },
);
const handle = fc.string({ unit: fc.constantFrom(...'abcXYZ019_'), minLength: 1, maxLength: 15 });
const name = fc.constantFrom(
  'Ann Lee',
  'BBC News (UK)',
  'Cy*Dahl',
  'Dr. O’Neill, Ph.D.📊',
  'علي',
  '9to5.com',
  '_x_',
  'a "b" c',
  'A & B',
  '<b>',
  '[c]',
);
const day = fc.constantFrom('2024-01-29', '2019-12-31', null);
const block: fc.Arbitrary<RootContent> = fc.oneof(
  { weight: 6, arbitrary: prose },
  {
    weight: 2,
    arbitrary: fc
      .record({ name, handle, day, children: fc.array(paragraph, { minLength: 1, maxLength: 2 }) })
      .map((tweet): RootContent => ({
        type: 'tweet',
        author: { name: tweet.name, handle: tweet.handle },
        date: tweet.day,
        url: null,
        children: tweet.children,
      })),
  },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom('tip', 'disclaimer', 'correction', 'note')
      .chain((kind) =>
        fc
          .array(paragraph, { minLength: 1, maxLength: 2 })
          .map((children): RootContent => ({ type: 'notice', kind, children }) as RootContent),
      ),
  },
  {
    weight: 1,
    arbitrary: fc
      .record({
        children: phrasing,
        credit: fc.constantFrom<string[]>(
          [],
          ['Ann Lee', 'AFP', 'Getty Images'],
          ['Reuters'],
          ['Bo Berg for The Harbour Post'],
          ['Supplied'],
        ),
        images: fc.constantFrom<FigureImage[]>([], [{ src: 'boat.jpg', alt: 'A "boat" [1]', line: 1, column: 1 }]),
      })
      .map((figure): RootContent => ({ type: 'figure', ...figure })),
  },
);

test('any tree, written and read again, gives the same blocks', () => {
  fc.assert(
    fc.property(fc.array(block, { minLength: 1, maxLength: 5 }), phrase, (children, headline) => {
      const parsed: Parsed = { ...bare, headline, root: { type: 'root', children } };
      const again = parseText('a.md', toFaithfulMarkdown(parsed, options), options);
      expect(again.headline).toBe(headline);
      expect(entry(again).blocks).toEqual(entry(parsed).blocks);
    }),
    { numRuns: 200 },
  );
});
