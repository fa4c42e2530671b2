import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pipeline } from '../render/fixtures/pipeline.ts';
import { SourceErrors } from '../source/error.ts';

/**
 * A word of a Markdown file is in its entry, in its repairs or in a warning, whatever marks stand around it. Each word
 * of these files is of its own, so that it can't be found by chance.
 */
let number = 0;
const word = fc.constant(null).map(() => `wrd${(number += 1).toString(36)}x`);
const words = fc.array(word, { minLength: 1, maxLength: 4 }).map((all) => all.join(' '));

const inline: fc.Arbitrary<string> = fc.oneof(
  words,
  words.map((text) => `*${text}*`),
  words.map((text) => `**${text}**`),
  words.map((text) => `~~${text}~~`),
  words.map((text) => `==${text}==`),
  words.map((text) => `\`${text}\``),
  words.map((text) => `[${text}](https://example.org/a)`),
  words.map((text) => `[[note|${text}]]`),
  word.map((text) => `[[${text}]]`),
  words.map((text) => `![${text}](a.png)`),
  words.map((text) => `<b>${text}</b>`),
  word.map((text) => `<${text}>`),
  word.map((text) => `</${text}>`),
  words.map((text) => `<span title="a">${text}</span>`),
  words.map((text) => `<button>${text}</button>`),
  words.map((text) => `<audio>${text}</audio> ${text.replace(/wrd/g, 'sec')}`),
  words.map((text) => `<video src="films/a.mp4"></video> ${text}`),
  words.map((text) => `<img src="a.png" alt="x" title="${text}">`),
  words.map((text) => `<input placeholder="${text}">`),
  words.map((text) => `[x](a.pdf "${text}")`),
  words.map((text) => `{{</* ${text} */>}}`),
  words.map((text) => `{{< tab "${text}" >}}${text.replace(/wrd/g, 'sec')}{{< /tab >}}`),
  words.map((text) => `<iframe src="https://example.org/a">${text}</iframe>`),
  words.map((text) => `{{< ${text} >}}`),
  words.map((text) => `{% ${text} %}`),
  words.map((text) => `{{ ${text} }}`),
  word.map((text) => `#${text}`),
  word.map((text) => `^${text}`),
  words.map((text) => `"${text}" © ${text.split(' ')[0]}`),
);
const sentence = fc.array(inline, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(' '));
const block = fc.oneof(
  { weight: 4, arbitrary: sentence },
  sentence.map((text) => `## ${text}`),
  sentence.map((text) => `- ${text}\n- ${text.replace(/wrd/g, 'sec')}`),
  sentence.map((text) => `> ${text}`),
  words.map((text) => `> [!warning] ${text}\n> ${text.replace(/wrd/g, 'sec')}`),
  word.map((text) => `> [!${text}]\n> Words.`),
  words.map((text) => `\`\`\`js\n${text}\n\`\`\``),
  words.map((text) => `| a | b |\n|---|---|\n| ${text.split(' ').join(' | ')} |`),
  words.map((text) => `[^${text.split(' ')[0]}]: ${text}`),
  words.map((text) => `<div>\n${text}\n</div>`),
  words.map((text) => `<figure><img src="a.png" alt="x"><figcaption>${text}</figcaption></figure>`),
  words.map((text) => `<video src="https://example.org/a.mp4">${text}</video>`),
  words.map((text) => `<details><summary>${text}</summary>Words</details>`),
  words.map((text) => `{{< figure src="a.png" caption="${text}" >}}`),
  words.map((text) => `{{% notice tip %}}\n${text}\n{{% /notice %}}`),
  words.map((text) => `{{% notice "${text}" %}}\n${text.replace(/wrd/g, 'sec')}\n{{% /notice %}}`),
  words.map((text) => `{{< youtube id="w7Ft2ymGmfc" title="${text}" >}}`),
  words.map((text) => `\`\`\`js title="${text}"\ncode\n\`\`\``),
  words.map((text) => `<Callout title="${text}">${text.replace(/wrd/g, 'sec')}</Callout>`),
  words.map((text) => `<![CDATA[${text}]]>`),
  words.map((text) => `<?php ${text} ?>`),
  words.map((text) => `:::tip\n${text}\n:::`),
  words.map((text) => `:::${text.split(' ')[0]}\n${text}\n:::`),
  words.map((text) => `Text.\n{: .${text.split(' ')[0]}}`),
);

describe('no word of a Markdown text is lost', () => {
  test.each(['a.md', 'a.mdx'])('whatever marks stand around it: %s', (path) => {
    fc.assert(
      fc.property(fc.array(block, { minLength: 1, maxLength: 6 }), (blocks) => {
        const body = blocks.join('\n\n');
        const file = `---\nheadline: The tide\npublished: 2024-11-20\n---\n${body}\n`;
        try {
          const { parsed, entry } = pipeline(path, file, 'every');
          const { article, warnings } = entry;
          const shown = article.blocks.map((each) => JSON.stringify(each)).join('\n');
          const told = [
            ...article.repairs.map(({ removed }) => removed),
            ...article.topics,
            ...[...warnings, ...parsed.warnings].map(String),
          ];
          const all = `${shown}\n${told.join('\n')}`.toLowerCase();
          expect(body.match(/(?:wrd|sec)\w+x/g)?.filter((each) => !all.includes(each)) ?? []).toEqual([]);
        } catch (error) {
          if (!(error instanceof SourceErrors)) throw error;
        }
      }),
      { numRuns: 400 },
    );
  });
});
