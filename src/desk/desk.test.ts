import { describe, expect, it } from 'vitest';
import { blockLabels } from '../i18n/block-labels.ts';
import { catalogues } from '../i18n/catalogues.ts';
import { emptyDraft, type Draft, type Mend } from './draft.ts';
import { fileNameOf } from './file-name.ts';
import { followed } from './follow.ts';
import { labelsOf } from './labels.ts';
import { newFilePage } from './new-file.ts';
import { readDraft } from './reading.ts';

const labels = blockLabels({ language: 'en', timeZone: 'UTC' });
const site = { url: 'https://broadsheet.example', base: '/', language: 'en', timeZone: 'Europe/Berlin', labels };
const read = (facts: Draft['facts']) =>
  readDraft(
    {
      ...emptyDraft,
      text: 'A Lock Opens at Last\n\nTown\nJan 30, 2024\n\nThe lock opened on Monday, two years late.\n\nBoats came at once.',
      facts,
    },
    site,
  );

describe('facts that are typed', () => {
  it('stand over those that were read', () => {
    const { article, problems } = read({
      headline: 'The lock is open: at last',
      authors: 'Ann Lee, Bo Berg',
      published: '2024-01-30 00:50',
      sourceName: 'The Harbour Post',
      sourceUrl: 'https://example.com/lock',
      section: '',
    });
    expect(problems).toEqual([]);
    expect(article?.facts).toMatchObject({
      headline: 'The lock is open: at last',
      authors: ['Ann Lee', 'Bo Berg'],
      published: '2024-01-29T23:50:00.000Z',
      source: { name: 'The Harbour Post', url: 'https://example.com/lock' },
      section: null,
    });
  });

  it('are held to the rules of front matter, and leave what was read where they break one', () => {
    const { article, problems } = read({ published: 'some day', language: 'no language', sourceUrl: 'nowhere' });
    expect(problems.map(({ fact }) => fact).sort()).toEqual(['language', 'published', 'sourceUrl']);
    for (const { message, hint } of problems) expect(message && hint).not.toBe('');
    expect(article?.facts.headline).toBe('A Lock Opens at Last');
  });

  it('are shown as they can be typed again', () => {
    const { form } = read({ published: '2024-01-30 00:50' });
    expect(form?.published).toBe('2024-01-30 00:50');
  });
});

describe('mends of a text that is edited', () => {
  const mend = (line: number): Mend => ({ lines: [line, line], as: 'prose' });
  it('stay with their lines', () => {
    expect(followed([mend(1), mend(3)], 'a\nb\nc', 'a\nnew\nb\nc')).toEqual([mend(1), mend(4)]);
    expect(followed([mend(1), mend(3)], 'a\nb\nc', 'a\nc')).toEqual([mend(1), mend(2)]);
  });
  it('are gone with them', () => {
    expect(followed([mend(2)], 'a\nb\nc', 'a\nx\nc')).toEqual([]);
  });
});

it('a file is named by its day and its headline', () => {
  expect(fileNameOf('A Lock Opens: “at last”', '2024-01-30T00:50:00.000Z')).toBe('2024-01-30-a-lock-opens-at-last.md');
  expect(fileNameOf('../..', null)).toBe('article.md');
});

describe('the page for a new file', () => {
  it.each([
    ['https://github.com/ann/paper', 'https://github.com/ann/paper/new/main/content/articles?filename=a.md&value=text'],
    [
      'https://github.com/ann/paper.git#draft',
      'https://github.com/ann/paper/new/draft/content/articles?filename=a.md&value=text',
    ],
    [
      'https://codeberg.org/ann/paper',
      'https://codeberg.org/ann/paper/_new/main/content/articles?filename=a.md&value=text',
    ],
  ])('of %s has the text in its address', (repository, address) => {
    expect(newFilePage(repository, 'content/articles', 'a.md', 'text')).toEqual({ address, whole: true });
  });
  it('has no text where the address would be too long, nor on GitLab', () => {
    const long = newFilePage('https://github.com/ann/paper', 'content', 'a.md', 'x'.repeat(9_000));
    expect(long).toEqual({ address: 'https://github.com/ann/paper/new/main/content?filename=a.md', whole: false });
    const lab = newFilePage('https://gitlab.com/ann/paper', 'content', 'a.md', 'text');
    expect(lab).toEqual({ address: 'https://gitlab.com/ann/paper/-/new/main/content?file_name=a.md', whole: false });
  });
  it('is none of an address that is no repository’s', () => {
    expect(newFilePage('javascript:alert(1)', 'content', 'a.md', 'text')).toBeNull();
  });
});

it('says the day of a post as the site’s pages do', () => {
  expect(labelsOf(catalogues.en.pages.blocks, 'en').day('2024-01-29')).toBe('29 January 2024');
  expect(labelsOf(catalogues.de.pages.blocks, 'de').day('2024-01-29')).toBe('29. Januar 2024');
});
