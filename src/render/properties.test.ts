import fc from 'fast-check';
import { expect, it } from 'vitest';
import { articleSchema, type Article } from '../article/schema.ts';
import { SourceErrors } from '../source/error.ts';
import { activeParts, reparse } from './fixtures/active.ts';
import { markupOf } from './fixtures/markup.ts';
import { pipeline } from './fixtures/pipeline.ts';
import { toSafeHtml } from './gate.ts';

/** Milliseconds that one small file may take on a busy machine. */
const MOST = 4000;

const names = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 20 }),
  fc.constantFrom(
    '</script><script>',
    '"><img src=x onerror=alert(1)>',
    "'; --",
    '\u202Eabc',
    'a\u2028b',
    '${7*7}',
    '{{7*7}}',
    '__proto__',
    'constructor',
    '../../etc',
    '&lt;b&gt;',
    ']]>',
    '%00',
    '\ud800',
  ),
);
const markdown = fc.constantFrom(
  '# ', '## ', '> ', '- ', '1. ', '* ', '**', '_', '~~', '`', '```\n', '~~~', '| a | b |\n|---|---|\n', '|', '\n\n', '\n', '  \n', '    ', '[a](', ')', '![', '][', ']', '[^1]', '\n\n[^1]: ', '\n\n[a]: ', '<', '>', 'https://e.org/', 'javascript:', 'www.e.org', 'a@e.org', ':::tweet{name="N" handle="h"}\n', '\n:::\n', ':::figure{credit="A/B"}\n', ':::tip\n', ':::prose\n', '— Name (@handle) January 29, 2024', 'pic.twitter.com/abcdefghij', 'https://x.com/a/status/1234567890123456789', 'KYIV (AP) — ', 'Photo: ', '- [ ] ', '---\n', '***', '\\', '&amp;', '&#x6a;',
); // prettier-ignore
const html = fc.constantFrom(
  '<p>', '</p>', '<div class="tweet">', '</div>', '<a href="', '">', '<b>', '</b>', '<button>', '</button>', '<table>', '<tr>', '<td>', '</table>', '<svg>', '<math>', '<mtext>', '<style>', '</style>', '<script>', '</script>', '<!--', '-->', '<![CDATA[', '<?', '<template>', '<noscript>', '<iframe srcdoc="', '<img src=x onerror=a()>', '<img src="a.png" srcset="//e 1x">', '<form action=x>', '<input autofocus>', '<select>', '<option>', '<li>', '<ruby><rt>', '<details open ontoggle=a()>', '<summary>', '<h1 id="x">', '<p id=location name=x style="a:b" onclick=a()>', '<plaintext>', '<frameset>', '<body onload=a()>', '<base href=//e>', '<blockquote class="twitter-tweet">', '<figure>', '<figcaption>', '<br>', '<hr>', '<textarea>', '<title>', '<nobr>', '<font color=red>', '<center>',
); // prettier-ignore
const lines = fc.constantFrom(
  'By Ann Lee', 'Post At: Jan 30/2024 12:50AM', 'War', 'Advertisement', 'Share', 'Follow @a', '—', '…', 'Disclaimer: words', 'Ann Lee/AFP/Getty Images', 'A caption of it... A caption of it all. ANN LEE/AFP', '© 2024', 'Read more: words', '12:50 AM · Jan 30, 2024', '(@', '@handle', '·', '   ', '\t',
); // prettier-ignore
const text = (...of: fc.Arbitrary<string>[]) =>
  fc.array(fc.oneof(...of, fc.string({ unit: 'grapheme', maxLength: 12 })), { maxLength: 40 });

const yaml = (value: string): string => JSON.stringify(value);
const file = fc.oneof(
  fc
    .record({
      headline: names,
      author: names,
      topic: names,
      source: names,
      body: text(markdown, html).map((parts) => parts.join('')),
    })
    .map(({ headline, author, topic, source, body }): [string, string] => [
      'a.md',
      `---\nheadline: ${yaml(headline)}\nauthors: [${yaml(author)}]\ntopics: [${yaml(topic)}]\nsource: { name: ${yaml(source)}, url: ${yaml(source)} }\n---\n${body}`,
    ]),
  text(markdown, html, lines).map((parts): [string, string] => ['a.md', `---\n${parts.join('\n')}`]),
  text(html).map((parts): [string, string] => ['a.md', `# H\n\n${parts.join('')}`]),
  text(lines, markdown, html).map((parts): [string, string] => ['a.txt', parts.join('\n')]),
);

/** What a file gives: its entry and HTML, or the mistakes in it. Anything else that is thrown fails the test. */
function given(path: string, content: string): { article: Article; html: string } | { mistakes: string } {
  const begun = process.cpuUsage();
  try {
    const { entry, html } = pipeline(path, content);
    articleSchema.parse(entry.article);
    return { article: entry.article, html };
  } catch (error) {
    if (!(error instanceof SourceErrors)) throw error;
    expect(error.problems.length).toBeGreaterThan(0);
    for (const problem of error.problems)
      expect(problem).toMatchObject({ path, name: 'SourceError', hint: expect.stringMatching(/\w/) as string });
    return { mistakes: String(error) };
  } finally {
    expect(process.cpuUsage(begun).user / 1000).toBeLessThan(MOST);
  }
}

it('whatever is in a file: an entry that fits its schema and has nothing active in it, or mistakes with their place; the same each time', () => {
  let shown = 0;
  fc.assert(
    fc.property(file, ([path, content]) => {
      const once = given(path, content);
      expect(given(path, content)).toEqual(once);
      if (!('html' in once)) return;
      shown++;
      expect(activeParts(reparse(once.html))).toEqual([]);
      // What is published as data is as safe as what the page shows.
      for (const html of once.article.blocks.flatMap(markupOf)) expect(activeParts(reparse(html))).toEqual([]);
      expect(toSafeHtml(reparse(once.html), 'block')).toBe(once.html);
    }),
    { numRuns: 600 },
  );
  expect(shown).toBeGreaterThan(100);
});

it('bytes that are no text are mistakes, or text', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 80 }), fc.constantFrom('a.md', 'a.txt'), (bytes, path) => {
      try {
        expect(activeParts(reparse(pipeline(path, bytes).html))).toEqual([]);
      } catch (error) {
        expect(error).toBeInstanceOf(SourceErrors);
      }
    }),
    { numRuns: 300 },
  );
});
