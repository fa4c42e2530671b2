import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cite } from './citation.ts';
import type { Article } from './schema.ts';

const site = { title: 'Broadsheet', timeZone: 'UTC' };

function article(values: Partial<Article> = {}): Article {
  return {
    id: 'eels',
    url: 'https://example.org/articles/eels/',
    headline: 'The eels come home',
    description: null,
    section: null,
    topics: [],
    authors: ['Jane Q. Doe'],
    language: 'en',
    published: '2024-01-30T00:50:00.000Z',
    publishedPrecision: 'minute',
    publishedText: null,
    updated: null,
    dateline: null,
    source: null,
    rights: 'open',
    image: null,
    blocks: [],
    repairs: [],
    ...values,
  };
}

describe('a citation', () => {
  it('is as the styles have it', () => {
    expect(cite(article(), site)).toEqual({
      apa: 'Doe, J. Q. (2024, January 30). The eels come home. Broadsheet. https://example.org/articles/eels/',
      mla: 'Doe, Jane Q. “The eels come home.” Broadsheet, 30 Jan. 2024, example.org/articles/eels/.',
      bibtex: [
        '@misc{doe2024eels,',
        '  author = {Doe, Jane Q.},',
        '  title = {{The eels come home}},',
        '  howpublished = {Broadsheet},',
        '  year = {2024},',
        '  month = jan,',
        '  day = {30},',
        '  url = {https://example.org/articles/eels/},',
        '}',
      ].join('\n'),
    });
  });

  it('has the day of the site’s zone', () => {
    expect(cite(article(), { ...site, timeZone: 'America/New_York' }).apa).toContain('(2024, January 29)');
  });

  it('names where the article was first published', () => {
    expect(cite(article({ source: { name: 'Example Wire', url: null } }), site).mla).toContain(
      '” Example Wire, 30 Jan.',
    );
  });

  it('begins with the headline where nobody is named, and says that there is no date', () => {
    const { apa, mla, bibtex } = cite(article({ authors: [], published: null, headline: 'Who knows?' }), site);
    expect(apa).toBe('Who knows? (n.d.). Broadsheet. https://example.org/articles/eels/');
    expect(mla).toBe('“Who knows?” Broadsheet, example.org/articles/eels/.');
    expect(bibtex).not.toMatch(/author|year|month|day/);
  });

  it.each([
    [['Ludwig van Beethoven'], 'van Beethoven, L.'],
    [['Van Morrison'], 'Morrison, V.'],
    [['Jean-Paul Sartre'], 'Sartre, J.-P.'],
    [['Reuters'], 'Reuters.'],
    [['Associated Press'], 'Associated Press.'],
    [['王小明'], '王小明.'],
    [['Анна Петрова'], 'Анна Петрова.'],
    [['Ann Lee', 'Bo Ek'], 'Lee, A., & Ek, B.'],
    [['Ann Lee', 'Bo Ek', 'Cy Day'], 'Lee, A., Ek, B., & Day, C.'],
  ])('writes the authors %s in APA style as %s', (authors, written) => {
    expect(cite(article({ authors }), site).apa.startsWith(`${written} (2024`)).toBe(true);
  });

  it('writes two authors and three in MLA style', () => {
    expect(cite(article({ authors: ['Ann Lee', 'Bo Ek'] }), site).mla).toMatch(/^Lee, Ann, and Bo Ek\. “/);
    expect(cite(article({ authors: ['Ann Lee', 'Bo Ek', 'Cy Day'] }), site).mla).toMatch(/^Lee, Ann, et al\. “/);
  });

  it('turns quotation marks in a headline into inner ones', () => {
    expect(cite(article({ headline: 'The “last” boat' }), site).mla).toContain('“The ‘last’ boat.”');
  });

  it('keeps a name that is no person’s whole in BibTeX', () => {
    expect(cite(article({ authors: ['Associated Press'] }), site).bibtex).toContain('author = {{Associated Press}}');
  });

  it('escapes what BibTeX would take for its own', () => {
    const { bibtex } = cite(article({ headline: '50% of A&B: {x_y} \\ #1 $2 ~ ^' }), site);
    expect(bibtex).toContain(
      'title = {{50\\% of A\\&B: \\{x\\_y\\} \\textbackslash{} \\#1 \\$2 \\textasciitilde{} \\textasciicircum{}}}',
    );
  });

  it('is whole BibTeX with any headline: braces match', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1 }),
        fc.array(fc.string({ minLength: 1 }), { maxLength: 3 }),
        (headline, authors) => {
          const { bibtex } = cite(article({ headline, authors }), site);
          let depth = 0;
          for (const [, sign] of bibtex.matchAll(/\\.|([{}])/gs)) {
            depth += sign === '{' ? 1 : sign === '}' ? -1 : 0;
            expect(depth).toBeGreaterThanOrEqual(0);
          }
          expect(depth).toBe(0);
        },
      ),
    );
  });
});
