import fc from 'fast-check';
import { toString } from 'mdast-util-to-string';
import { describe, expect, test } from 'vitest';
import { SourceErrors } from '../source/error.ts';
import { parseArticle, parseText } from './parse.ts';

const options = { timeZone: 'UTC', language: 'en' };
const utf8 = (text: string) => new TextEncoder().encode(text);

function complaints(path: string, text: string): string[] {
  try {
    return parseArticle(path, utf8(text), options).warnings.map(String);
  } catch (error) {
    if (error instanceof SourceErrors) return error.problems.map(String);
    throw error;
  }
}

describe('a Markdown article', () => {
  test('has its facts in front matter', () => {
    const parsed = parseText(
      'a.md',
      '---\ntitle: The harbour\ndate: 2024-01-30 12:50\nupdated: 31 January 2024\nauthor: By Ann Lee and Bo Berg\nsource: The Harbour Post\ntags: [Boats]\n---\n# The harbour\n\nText.',
      options,
    );
    expect(parsed).toMatchObject({
      headline: 'The harbour',
      published: { instant: '2024-01-30T12:50:00.000Z', precision: 'minute', text: '2024-01-30 12:50' },
      updated: { instant: '2024-01-31T00:00:00.000Z', precision: 'day' },
      authors: ['Ann Lee', 'Bo Berg'],
      source: { name: 'The Harbour Post', url: null },
      topics: ['Boats'],
      repairs: [{ rule: 'doubled-headline', removed: 'The harbour' }],
    });
    expect(parsed.root.children.map((node) => toString(node))).toEqual(['Text.']);
  });

  test('may have its headline in the body, and the words of its date alone', () => {
    const parsed = parseText('a.md', '---\npublishedText: Jan 30/2024 12:50AM\n---\n# The *harbour*\n\nText.', options);
    expect(parsed.headline).toBe('The harbour');
    expect(parsed.published).toEqual({
      instant: '2024-01-30T00:50:00.000Z',
      precision: 'minute',
      text: 'Jan 30/2024 12:50AM',
    });
  });

  test('is left alone inside :::prose', () => {
    const parsed = parseText(
      'a.md',
      '# One\n\n:::prose\n> Hi.\n>\n> — Ann Lee (@annlee) January 29, 2024\n:::\n',
      options,
    );
    expect(parsed.root.children.map(({ type }) => type)).toEqual(['blockquote']);
  });

  test('CRLF and a byte order mark make no difference', () => {
    const text = '---\nheadline: One\n---\nText.\n\n> quoted\n';
    const one = parseArticle('a.md', utf8(text), options);
    expect(parseArticle('a.md', utf8(`\uFEFF${text.replaceAll('\n', '\r\n')}`), options)).toEqual(one);
  });
});

describe('mistakes', () => {
  test('all of a file are told at once', () => {
    expect(complaints('a.md', '---\nheadlin: One\npublished: 2023-02-30\nupdated: soon\ndraft: perhaps\n---\nText.'))
      .toMatchInlineSnapshot(`
        [
          "a.md:5:8  "draft" is neither true nor false.
            Write true to hide the article, or leave the key out.",
        ]
      `);
  });
  test('a date that a paste announces', () => {
    expect(complaints('a.txt', 'Harbour stays open, council says\nPost At: Jan 32/2024 12:50AM\n\nText.'))
      .toMatchInlineSnapshot(`
        [
          "a.txt:2:1  warning: The date "Jan 32/2024 12:50AM" does not exist: the calendar has no such day, or the clock no such time.
            Write it as one of: 2024-01-30T12:50:00Z; 2024-01-30 12:50; 30 January 2024, 12:50 GMT; Jan 30, 2024.",
          "a.txt:1:1  warning: The article has no date: it is shown as undated. Tried lines 1 to 4 and the last ones: none is a date.
            Write a line "Post At: Jan 30/2024 12:50AM" below the headline, if you know it.",
        ]
      `);
    expect(complaints('a.txt', 'Harbour stays open, council says\nPublished: Smarch 3, 2024\n\nText.'))
      .toMatchInlineSnapshot(`
        [
          "a.txt:2:12  warning: The date "Smarch 3, 2024" can't be read. Tried: ISO 8601, day month year, month day year, with a time and a zone, month names in 29 languages.
            Write it as one of: 2024-01-30T12:50:00Z; 2024-01-30 12:50; 30 January 2024, 12:50 GMT; Jan 30, 2024.",
          "a.txt:1:1  warning: The article has no date: it is shown as undated. Tried lines 1 to 4 and the last ones: none is a date.
            Write a line "Post At: Jan 30/2024 12:50AM" below the headline, if you know it.",
        ]
      `);
    expect(complaints('a.txt', 'Harbour stays open, council says\nPosted 2 hours ago\n\nText.')).toMatchInlineSnapshot(`
      [
        "a.txt:2:1  warning: The article has no date: it is shown as undated. Tried line 2, which names no day and year.
          Write a line "Post At: Jan 30/2024 12:50AM" below the headline, if you know it.",
      ]
    `);
    expect(complaints('a.txt', 'Harbour stays open, council says\n\nText.')).toMatchInlineSnapshot(`
      [
        "a.txt:1:1  warning: The article has no date: it is shown as undated. Tried lines 1 to 3 and the last ones: none is a date.
          Write a line "Post At: Jan 30/2024 12:50AM" below the headline, if you know it.",
      ]
    `);
    expect(
      complaints(
        'a.txt',
        '---\npublished: 2024-01-30\n---\nHarbour stays open, council says\nPost At: Jan 32/2024\n\nText.',
      ),
    ).toEqual([]);
  });
  test('a time that summer time skips', () => {
    expect(complaints('a.md', '---\nheadline: One\npublished: March 10, 2024 2:30 AM ET\n---\nText.'))
      .toMatchInlineSnapshot(`
        [
          "a.md:3:12  warning: The time "March 10, 2024 2:30 AM ET" does not exist: the clocks of that zone were put forward over it.
            Write it as one of: 2024-01-30T12:50:00Z; 2024-01-30 12:50; 30 January 2024, 12:50 GMT; Jan 30, 2024.",
          "a.md:5:1  warning: The article has no date: it is shown as undated.
            Write "published: 2024-01-30" in the front matter, if you know it.",
        ]
      `);
  });
  test('no headline', () => {
    expect(complaints('2024-11-20-trams-return.md', '---\ntags: x\n---\nText.')[0]).toContain(
      'stands for it, "Trams return".',
    );
    expect(complaints('Notes/River pilots.txt', 'https://example.com/a')[0]).toContain('"River pilots"');
    expect(complaints('---.md', '---\ntags: x\n---\nText.')[0]).toContain('The article has no headline.');
  });
  test('nesting beyond all reason is an error, not a crash', () => {
    expect(complaints('a.md', `# One\n\n${'>'.repeat(20_000)} a`).join()).toContain('too deeply');
    expect(complaints('a.md', `---\nheadline: ${'['.repeat(20_000)}\n---\nText.`).length).toBeGreaterThan(0);
  });
});

test('any file gives an article or mistakes, and the same ones every time', () => {
  const line = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.constantFrom(
      '---',
      'headline: One',
      '# Two',
      'Post At: Jan 30/2024 12:50AM',
      ':::tweet{name=a}',
      ':::',
      '> — A (@b) May 1, 2020',
      '<blockquote class="twitter-tweet">',
      '',
      'By Ann Lee',
    ),
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 12 }), fc.constantFrom('a.md', 'a.txt'), (lines, path) => {
      const bytes = utf8(lines.join('\n'));
      const read = () => {
        try {
          return JSON.stringify(parseArticle(path, bytes, options));
        } catch (error) {
          if (error instanceof SourceErrors && error.problems.length > 0) return String(error);
          throw error;
        }
      };
      expect(read()).toBe(read());
    }),
    { numRuns: 250 },
  );
});
