import fc from 'fast-check';
import { HtmlValidate } from 'html-validate';
import { describe, expect, it } from 'vitest';
import { record, site } from '../feeds/fixtures/record.ts';
import { wholeArticle } from './one-file.ts';

const rendition = (width: number) => ({ src: `/news/pictures/a-${width}.webp`, width });
const image = {
  src: '/news/pictures/a-1600.webp',
  alt: 'A harbour',
  width: 1600,
  height: 900,
  renditions: [rendition(480), rendition(960), rendition(1600)],
};
const story = `<p>See <a href="/news/articles/b/">b</a> and <a href="#user-content-note">below</a>.</p><figure><img src="${image.src}" srcset="${image.src} 1600w" alt="A harbour"></figure>`;
const kept = {
  ...record('2024/a', {
    headline: 'Ships & <sails>',
    story,
    notices: '<aside><p>Corrected.</p></aside>',
    authors: ['Ada'],
    source: { name: 'The Paper', url: 'https://paper.example/a' },
  }),
  pictures: [{ file: 'a.jpg', image }],
};
const asked: string[] = [];
const picture = (path: string) => {
  asked.push(path);
  return new Uint8Array([1, 2, 3]);
};
const html = wholeArticle(kept, site, picture);

describe('an article as one file', () => {
  it('has its pictures inside, none wider than a text', () => {
    expect(asked).toEqual(['/news/pictures/a-960.webp']);
    expect(html).toContain('<img src="data:image/webp;base64,AQID" alt="A harbour">');
    expect(html).not.toMatch(/srcset|src="\/|src="http/);
  });

  it('leads to where it came from, and its fragments stay inside', () => {
    expect(html).toContain('href="https://echo.example/news/articles/b/"');
    expect(html).toContain('href="#user-content-note"');
    expect(html).toContain('<link rel="canonical" href="https://paper.example/a">');
  });

  it('runs and loads nothing: a policy says so, and there is no script', () => {
    expect(html.replaceAll('&#x27;', "'")).toMatch(
      /default-src 'none'; style-src 'sha256-[\w+/]+={0,2}'; img-src data:/,
    );
    expect(html).not.toContain('<script');
  });

  it('has the whole text, escaped where it is no markup', () => {
    expect(html).toContain('<h1 class="p-name">Ships &#x26; &#x3C;sails></h1>');
    expect(html).toContain('Corrected.');
    expect(html).toContain('By Ada');
  });

  it('shows the lead picture once', () => {
    const lead = { ...kept, article: { ...kept.article, image } };
    expect(wholeArticle(lead, site, picture).match(/data:image/g)).toHaveLength(1);
    expect(wholeArticle({ ...lead, story: '<p>Words</p>' }, site, picture).match(/data:image/g)).toHaveLength(1);
  });

  it('is valid HTML whatever the words', async () => {
    const validator = new HtmlValidate({ extends: ['html-validate:standard', 'html-validate:document'] });
    const word = fc.string({ minLength: 1, maxLength: 40 }).filter((text) => text.trim() !== '');
    await fc.assert(
      fc.asyncProperty(word, word, async (headline, section) => {
        const report = await validator.validateString(
          wholeArticle(record('x', { headline, section, description: section, authors: [headline] }), site, picture),
        );
        expect(
          report.results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`)),
        ).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });
});
