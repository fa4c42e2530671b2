import { describe, expect, it } from 'vitest';
import { blockLabels } from '../i18n/block-labels.ts';
import { own } from '../render/fixtures/vectors.ts';
import { emptyDraft, type Draft } from './draft.ts';
import { activeIn } from './fixtures/active.ts';
import { markdownOf, readDraft, type DeskSite } from './reading.ts';

const site: DeskSite = {
  url: 'https://broadsheet.example',
  base: '/',
  language: 'en',
  timeZone: 'UTC',
  labels: blockLabels({ language: 'en', timeZone: 'UTC' }),
};
const read = (draft: Partial<Draft>) => readDraft({ ...emptyDraft, ...draft }, site);

const pasted = `Ferry Harbour Opens Its New Lock

Town
Post At: Jan 30/2024 12:50AM

The lock at Port Averill opened on Monday, two years later than its builders had promised.

The first boat through was a barge with gravel, whose skipper had waited since the morning.

— Ann Lee (@annlee) January 29, 2024

The harbour master said that the lock would be open at night too.

Disclaimer: The copyright of this article belongs to the original author.`;

describe('a pasted text on the desk', () => {
  it('tells of each line what it was read as', () => {
    const { lines } = read({ text: pasted });
    const kinds = lines.filter(({ kind }) => kind !== 'blank').map(({ kind }) => kind);
    expect(kinds).toEqual(['headline', 'section', 'date', 'prose', 'post', 'post', 'prose', 'notice']);
    expect(lines[0]?.why).not.toBe('');
  });

  it('stands as its file would', () => {
    const { article, remarks } = read({ text: pasted });
    expect(article?.facts).toMatchObject({
      headline: 'Ferry Harbour Opens Its New Lock',
      section: 'Town',
      published: '2024-01-30T00:50:00.000Z',
    });
    expect(JSON.stringify(article?.story)).toContain('tweet');
    expect(JSON.stringify(article?.notices)).toContain('Disclaimer');
    expect(remarks).toEqual([]);
  });

  it('says what keeps it from being an article', () => {
    const { article, remarks } = read({ text: '---\nheadline: A\npublished: [\n---\n\ntext' });
    expect(article).toBeNull();
    expect(remarks.some(({ severity }) => severity === 'error')).toBe(true);
  });

  it('is kept as Markdown that leaves the language to the build, which knows more of them', () => {
    const markdown = markdownOf({ ...emptyDraft, text: pasted }, site);
    expect(markdown).toContain('headline: Ferry Harbour Opens Its New Lock');
    expect(markdown).not.toMatch(/^language:/m);
  });
});

describe('a piece of a page on the desk', () => {
  const html =
    '<article><h1>Lock opens</h1><p>The lock at Port Averill opened on Monday, two years late, and boats came at once.</p>' +
    '<figure><img src="lock.jpg" alt="A lock"><figcaption>The new lock. Photo: Bo Berg</figcaption></figure>' +
    '<p onclick="alert(1)">A <a href="javascript:alert(1)">barge</a> with gravel was the first one through it.<script>alert(1)</script></p></article>';

  it('has a line for each passage', () => {
    const { lines } = read({ form: 'html', text: html });
    expect(lines.map(({ kind }) => kind)).toEqual(['headline', 'prose', 'caption', 'prose']);
  });

  it('has nothing active in it', () => {
    const { article } = read({ form: 'html', text: html });
    expect(JSON.stringify(article)).not.toMatch(/javascript:|onclick|<script|"script"/i);
  });
});

it('no vector of ours does anything on the desk', () => {
  for (const vector of own) {
    const { article } = read({ form: 'html', text: `<h1>Lock opens</h1><p>The lock opened on Monday. ${vector}</p>` });
    expect(activeIn([...(article?.story ?? []), ...(article?.notices ?? [])].flat()), vector).toEqual([]);
  }
});
