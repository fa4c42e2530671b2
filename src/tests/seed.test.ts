import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { articleSchema, type Article, type Block } from '../article/schema.ts';
import { readArticle } from '../build/articles/read-article.ts';
import { site as settings, type Site } from '../site.ts';

/** The real article that the project exists for. Its text belongs to its publisher, so it is read where it lies. */
const seed = new URL('../../../shared/articles/russia-china-alliance.txt', import.meta.url);
const present = existsSync(seed);
if (!present) console.info('the real article is not here (../shared/articles): its tests are skipped');

const site: Site = { ...settings, url: 'https://example.org', base: '/', timeZone: 'UTC', language: 'en' };
const read = async (path: string, text: string): Promise<Article> =>
  (await readArticle('/nowhere', path, new TextEncoder().encode(text), site)).record.article;
const words = (html: string): string => html.replace(/<[^>]+>/g, '').replaceAll('&#x26;', '&');

describe.skipIf(!present)('the real article, as it was pasted', async () => {
  const text = present ? readFileSync(seed, 'utf8') : '';
  const paragraphs = text.split(/\n\n+/).map((paragraph) => paragraph.trim());
  const article = present ? await read('russia-china-alliance.txt', text) : ({ blocks: [] } as unknown as Article);
  const of = <Type extends Block['type']>(type: Type) =>
    article.blocks.filter((block): block is Extract<Block, { type: Type }> => block.type === type);
  /** Places of the paragraphs that are prose: all but the head, the tweet with its attribution, the caption, the notices. */
  const tweetAt = paragraphs.findIndex((paragraph) => paragraph.includes('pic.twitter.com'));
  const captionAt = paragraphs.findIndex((paragraph) => paragraph.includes('SPUTNIK/AFP'));
  const prose = paragraphs.filter(
    (_, at) => at >= 2 && ![tweetAt, tweetAt + 1, captionAt].includes(at) && at < paragraphs.length - 2,
  );

  it('has its facts', () => {
    expect(article).toMatchObject({
      id: 'russia-china-alliance',
      url: 'https://example.org/articles/russia-china-alliance/',
      headline: paragraphs[0],
      section: 'War',
      published: '2024-01-30T00:50:00.000Z',
      publishedText: 'Jan 30/2024 12:50AM',
      topics: [],
      authors: [],
      language: 'en',
      updated: null,
      dateline: null,
    });
    expect(article.headline).toBe('Russian Military Alliance with Iran, China Floated on State TV');
    expect(articleSchema.parse(article)).toEqual(article);
  });

  it('has one tweet, whose text is one paragraph', () => {
    expect(of('tweet')).toHaveLength(1);
    expect(of('tweet')[0]).toMatchObject({
      author: { name: 'Anton Gerashchenko', handle: 'Gerashchenko_en' },
      date: '2024-01-29',
      url: null,
    });
    expect(of('tweet')[0]?.html).toBe(`<p>${paragraphs[tweetAt]}</p>`);
    expect(paragraphs[tweetAt]).toMatch(/pic\.twitter\.com\/f0igDVUNyY$/);
  });

  it('has one figure without a picture, its caption once and whole, its credit in parts', () => {
    expect(of('figure')).toHaveLength(1);
    const [figure] = of('figure');
    expect(figure).toMatchObject({ image: null, credit: ['SERGEI BOBYLYOV', 'SPUTNIK', 'AFP', 'Getty Images'] });
    const line = text.split('\n').findIndex((each) => each.includes('SPUTNIK/AFP')) + 1;
    const [short = '', whole = ''] = (paragraphs[captionAt] ?? '').split('... ');
    expect(figure?.caption).toBe(whole.replace(' SERGEI BOBYLYOV/SPUTNIK/AFP/Getty Images', ''));
    expect(article.repairs).toContainEqual({ rule: 'doubled-caption', lines: [line, line], removed: `${short}...` });
  });

  it('has a tip and a disclaimer', () => {
    expect(of('notice').map(({ kind }) => kind)).toEqual(['tip', 'disclaimer']);
    expect(of('notice').map(({ html }) => words(html))).toEqual(paragraphs.slice(-2));
  });

  it('has every other paragraph as prose, in order, and none of the above in it', () => {
    expect(prose.length).toBeGreaterThan(12);
    expect(of('prose').map(({ html }) => words(html))).toEqual(prose);
  });

  it('has its blocks in the order of the text', () => {
    const kinds = article.blocks.map(({ type }) => type);
    expect(kinds.indexOf('tweet')).toBe(3);
    expect(kinds.slice(-2)).toEqual(['notice', 'notice']);
    expect(kinds.indexOf('figure')).toBe(kinds.length - 6);
  });

  it('written as Markdown in natural forms, gives the same blocks', async () => {
    const figure = of('figure')[0];
    const markdown = [
      '---',
      `headline: "${paragraphs[0]}"`,
      'section: War',
      'published: 2024-01-30T00:50:00Z',
      '---',
      '',
      ...paragraphs.slice(2).flatMap((paragraph, index) => {
        const at = index + 2;
        const literal = paragraph.replace(/[[\]_*]/g, '\\$&');
        if (at === tweetAt)
          return [
            `> ${paragraph.replace(/_/g, '\\_')}`,
            '>',
            '> — Anton Gerashchenko (@Gerashchenko_en) January 29, 2024',
            '',
          ];
        if (at === tweetAt + 1) return [];
        if (at === captionAt)
          return [`:::figure{credit="${figure?.credit.join('/')}"}`, figure?.caption ?? '', ':::', ''];
        return [literal, ''];
      }),
    ].join('\n');
    const written = await read('russia-china-alliance.md', markdown);
    expect(written.blocks).toEqual(article.blocks);
    expect(written).toMatchObject({
      headline: article.headline,
      section: article.section,
      published: article.published,
    });
  });

  it('is the same with a BOM and with the line ends of Windows', async () => {
    expect(await read('russia-china-alliance.txt', `\uFEFF${text.replace(/\n/g, '\r\n')}`)).toEqual(article);
  });
});
