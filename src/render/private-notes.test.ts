import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pipeline } from './fixtures/pipeline.ts';
import { toMarkdown } from './markdown/markdown.ts';
import { articleText } from './plain.ts';

/** A word that nobody but the author is to see, in every form in which a note can be written. */
const secret = 'zzsecretzz';
const inner = fc.constantFrom(secret, `${secret} and more`, `a\n${secret}\nb`, `a *${secret}* [x](y.md)`, `it's ${secret}`, `a\n\n${secret}`, `![${secret}](no.png)`, '# ' + secret); // prettier-ignore
const oneLine = fc.constantFrom(secret, `a ${secret} b`, `a *${secret}*`);
const inline = fc.oneof(
  inner.map((words) => `<!-- ${words} -->`),
  inner.map((words) => `<!--${words}-->`),
  inner.map((words) => `%%${words}%%`),
  inner.map((words) => `{% comment %}${words}{% endcomment %}`),
  oneLine.map((words) => `{{/* ${words} */}}`),
  oneLine.map((words) => `{/* ${words} */}`),
  oneLine.map((words) => `{# ${words} #}`),
  oneLine.map((words) => `{::comment}${words}{:/comment}`),
);
const block = fc.oneof(
  inner.map((words) => `<!--\n${words}\n-->`),
  inner.map((words) => `%%\n${words}\n%%`),
  oneLine.map((words) => `[//]: # (${words})`),
  oneLine.map((words) => `[//]: # "${words}"`),
  oneLine.map((words) => `[//]: # ${words}`),
  oneLine.map((words) => `[comment]: <> (${words})`),
);
const words = fc.constantFrom('The tide turned', 'a *word*', '**two** words', '`code`', 'a [link](b.md)', '5%', 'x', '“Quoted,” she said', 'a \\ b', '<b>bold</b>'); // prettier-ignore
const lead = fc.constantFrom('', '', '- ', '> ', '1. ', '# ', '- [ ] ', '| ');
const sentence = fc
  .tuple(lead, words, inline, fc.constantFrom(' ', ''), words)
  .map(([mark, before, note, gap, after]) => `${mark}${before}${gap}${note}${gap}${after}`);
const start = fc.tuple(lead, inline, words).map(([mark, note, after]) => `${mark}${note} ${after}`);
const plain = fc.constantFrom('A plain paragraph.', '```\ncode\n```', '<div>raw</div>', '- one\n- two', '> quoted', '| a | b |\n|---|---|\n| 1 | 2 |', '![x](a.png)', ':::tip\nA tip\n:::', '---'); // prettier-ignore
const part = fc.oneof(sentence, start, block, plain);
const head = fc.constantFrom('', `# ${secret}\n`, `section: World # ${secret}\n`, `topics:\n  # ${secret}\n  - Tide\n`, `description: Tides <!-- ${secret} --> and boats\n`); // prettier-ignore

test.each(['a.md', 'a.txt'])('no note leaves in any form of an article: %s', (path) => {
  fc.assert(
    fc.property(
      head,
      fc.array(part, { minLength: 1, maxLength: 8 }),
      fc.constantFrom('\n\n', '\n'),
      (keys, parts, gap) => {
        const text = `---\nheadline: Tides\npublished: 2024-11-20\n${keys}---\n\n${parts.join(gap)}\n\nThe end.\n`;
        const { parsed, entry, html } = pipeline(path, text, 'every');
        const out = [JSON.stringify(entry), html, toMarkdown(parsed), articleText(entry), JSON.stringify(parsed)];
        for (const form of out) expect(form).not.toContain(secret);
      },
    ),
    { numRuns: 250 },
  );
});

test('words and places around a note are those of the file', () => {
  const { parsed, entry } = pipeline(
    'a.md',
    '---\nheadline: Tides\npublished: 2024-11-20\n---\n%%a%% One <!-- b\nc --> **two** and\nthree <!-- d --> [no](javascript:x).\n\n%%e%% ![x](a.png)\n',
  );
  expect(entry.article.blocks[0]).toEqual({
    type: 'prose',
    html: '<p>One\n<strong>two</strong> and\nthree no.</p>',
  });
  expect(parsed.root.children[1]).toMatchObject({ type: 'figure', images: [{ line: 9, column: 7 }] });
  expect(parsed.shown.split('\n').slice(4)).toEqual([
    'One',
    '**two** and',
    'three [no](javascript:x).',
    '',
    '![x](a.png)',
    '',
  ]);
});
