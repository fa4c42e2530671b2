import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blockLabels } from '../i18n/block-labels.ts';
import type { Article } from '../article/schema.ts';
import { parseText } from '../parse/parse.ts';
import { toEntry } from '../render/entry.ts';
import { emptyDraft, parts, type Draft, type Mend } from './draft.ts';
import { entryOfDraft, markdownOf, readDraft, type DeskSite } from './reading.ts';

const site: DeskSite = {
  url: 'https://broadsheet.example',
  base: '/',
  language: 'en',
  timeZone: 'UTC',
  labels: blockLabels({ language: 'en', timeZone: 'UTC' }),
};

const pasted = `THE HARBOUR POST
Ferry Harbour Opens Its New Lock

Town
Post At: Jan 30/2024 12:50AM

The lock at Port Averill opened on Monday, two years later than its builders had promised.

A keeper wrote of it that evening, and many shared what she had written.

It holds. It really holds.

Come and see the boats go through.

— Ann Lee (@annlee) January 29, 2024

The harbour master said that the lock would be open at night too.

Boats wait before the lock at Port Averill on the first morning.

Photo: Bo Berg/Coast Agency

Sign up for our newsletter and never miss a boat.

The toll is paid by the metre, as it was before.`;

const lineOf = (text: string, part: string): number => text.split('\n').findIndex((line) => line.includes(part)) + 1;
const told = (text: string, ...mends: [part: string, as: Mend['as']][]): Draft => ({
  ...emptyDraft,
  text,
  mends: mends.map(([part, as]) => ({ lines: [lineOf(text, part), lineOf(text, part)], as })),
});

/** The entry of what was kept. */
function kept(draft: Draft): Article {
  const parsed = parseText('kept.md', markdownOf(draft, site), { timeZone: 'UTC', language: 'en' });
  const around = { path: 'pasted.txt', url: site.url, base: '/', pictureHosts: [], labels: site.labels };
  return toEntry(parsed, { ...around, pictures: new Map() }).article;
}

const shown = (draft: Draft): Article => entryOfDraft(draft, site).article;

describe('a line that is told to be', () => {
  it('the headline is it, and what stood in its place is no part of the article', () => {
    const draft = told(pasted, ['Opens Its New Lock', 'headline']);
    expect(shown(draft).headline).toBe('Ferry Harbour Opens Its New Lock');
    expect(kept(draft).headline).toBe('Ferry Harbour Opens Its New Lock');
    expect(JSON.stringify(kept(draft))).toContain('THE HARBOUR POST');
  });

  it('a caption is one, with its credit', () => {
    const draft = told(pasted, ['Boats wait before', 'caption'], ['Photo: Bo Berg', 'credit']);
    const figure = kept(draft).blocks.find(({ type }) => type === 'figure');
    expect(figure).toMatchObject({
      caption: 'Boats wait before the lock at Port Averill on the first morning.',
      credit: ['Bo Berg', 'Coast Agency'],
    });
  });

  it('the beginning of a post begins it', () => {
    const above = told(pasted, ['It holds. It really', 'post']);
    expect(tweets(kept(above))).toEqual(['It holds. It really holds. Come and see the boats go through.']);
    const below = told(pasted, ['Come and see', 'post']);
    expect(tweets(kept(below))).toEqual(['Come and see the boats go through.']);
    expect(JSON.stringify(kept(below))).toContain('It really holds');
  });

  it('no part of the article is in the repairs', () => {
    const draft = told(pasted, ['The toll is paid', 'left-out']);
    const { blocks, repairs } = kept(draft);
    expect(JSON.stringify(blocks)).not.toContain('toll');
    expect(repairs).toContainEqual(
      expect.objectContaining({ removed: 'The toll is paid by the metre, as it was before.' }),
    );
  });

  it('prose comes back from the repairs', () => {
    const { lines } = readDraft({ ...emptyDraft, text: pasted }, site);
    const out = lines.findIndex(({ kind }) => kind === 'notice' || kind === 'left-out') + 1;
    expect(out).toBeGreaterThan(0);
    const draft: Draft = { ...emptyDraft, text: pasted, mends: [{ lines: [out, out], as: 'prose' }] };
    const text = lines[out - 1]!.text;
    expect(JSON.stringify(kept(draft).blocks)).toContain(text);
    expect(JSON.stringify(kept(draft).repairs)).not.toContain(text);
  });

  it('a date, a section, a byline is that fact', () => {
    const text = `A Lock Opens\n\nThe lock opened.\n\nSeen on 3 March 2024 at noon\n\nRiver desk\n\nAnn Lee`;
    const draft = told(text, ['Seen on', 'date'], ['River desk', 'section'], ['Ann Lee', 'byline']);
    expect(kept(draft)).toMatchObject({ section: 'River desk', authors: ['Ann Lee'] });
    expect(kept(draft).published).toMatch(/^2024-03-03/);
  });
});

const tweets = ({ blocks }: Article): string[] =>
  blocks.flatMap((block) =>
    block.type === 'tweet'
      ? [
          block.html
            .replace(/<[^>]+>/g, ' ')
            .replace(/\s+/g, ' ')
            .trim(),
        ]
      : [],
  );

describe('what is kept', () => {
  const texts = [
    pasted,
    `# A lock opens\n\nThe *lock* opened.\nBoats came.\n\n- one\n- two\n\n> Well said.\n\n![](lock.jpg)\n\nThe lock.\n\n## And then\n\nMore [words](https://example.org/).`,
    `---\nheadline: A lock opens\nsection: Town\n---\n\nThe lock opened.\n\n:::figure{credit="Bo Berg"}\nA caption of it.\n:::\n\nBoats came.`,
  ];
  const mend = (text: string) =>
    fc
      .record({ line: fc.integer({ min: 1, max: text.split('\n').length }), as: fc.constantFrom(...parts) })
      .map(({ line, as }): Mend => ({ lines: [line, line], as }));
  const drafts = fc
    .constantFrom(...texts)
    .chain((text) => fc.array(mend(text), { maxLength: 4 }).map((mends): Draft => ({ ...emptyDraft, text, mends })));

  it('is read as it was shown, whatever was mended', () => {
    fc.assert(
      fc.property(drafts, (draft) => {
        if (readDraft(draft, site).article === null) return;
        const { repairs: ofShown, ...before } = shown(draft);
        const { repairs: ofKept, ...after } = kept(draft);
        expect(after).toEqual(before);
        expect(ofKept.map(({ removed }) => removed).sort()).toEqual(ofShown.map(({ removed }) => removed).sort());
      }),
      { numRuns: 150 },
    );
  }, 60_000);
});
