import { standsApart } from '../../article/blocks/registry.ts';
import type { ArticleRecord } from '../../edition/record.ts';
import type { SearchEntry } from '../../edition/search-entries.ts';
import { indexed, type Stem } from '../../i18n/search/terms.ts';

/** A record as Pagefind's `addCustomRecord` takes it. */
export interface SearchDocument {
  url: string;
  content: string;
  language: string;
  /** Searched too; the title counts five times as much as the text. */
  meta: Record<string, string>;
  filters: Record<string, string[]>;
}

/** What a result shows in place of the words that it was found by: as many words, as they were written. */
export interface Shown {
  content: string;
  meta: Record<string, string>;
}

/** As a language it tells Pagefind to leave words as they are: they come folded, and with their stems. */
export const UNSTEMMED = 'unknown';

/** Filters that carry what a result shows and nobody filters by: unlike `meta` they are not searched. */
export const shownOnly = ['shown'] as const;

/**
 * What is indexed of an article: headline and authors, standfirst, text, captions with credits, and
 * tweets with the name and handle of their author. Notices are about the publisher, and are left out.
 */
export function searchDocument(
  entry: SearchEntry,
  record: ArticleRecord | null,
  stem: Stem,
): { document: SearchDocument; shown: Shown } {
  const {
    title: headline,
    words: text,
    authors: names,
    language,
  } = entry.page ? { ...entry.page, authors: [] } : wordsOf(record);
  const content = indexed(text, stem);
  const title = indexed(headline, stem);
  const authors = names.length ? indexed(names.join(', '), stem) : null;
  const document: SearchDocument = {
    url: encodeURI(entry.path),
    content: content.keys,
    language: UNSTEMMED,
    meta: { title: title.keys, ...(authors && { authors: authors.keys }) },
    filters: {
      ...(entry.section ? { section: [entry.section] } : {}),
      ...(entry.topics.length ? { topic: entry.topics } : {}),
      ...(entry.year ? { year: [entry.year] } : {}),
      shown: [`${language} ${entry.page ? NO_DATE : shownDate(entry)}`],
    },
  };
  return {
    document,
    shown: { content: content.shown, meta: { title: title.shown, ...(authors && { authors: authors.shown }) } },
  };
}

/** In place of a date, of what has none and is not undated either: a page of the newspaper. */
const NO_DATE = 'page';

/** Headline, text and authors of an article. */
function wordsOf(record: ArticleRecord | null): { title: string; words: string; authors: string[]; language: string } {
  if (!record) throw new Error('an article is not indexed without its record');
  const { headline, description, authors, language } = record.article;
  const words = [description ?? '', storyText(record)].filter(Boolean).join('\n\n').trim() || headline;
  return { title: headline, words, authors, language };
}

/** A day stands for itself; a minute is an instant that the page shows in the site's zone. */
const shownDate = ({ published, publishedPrecision }: SearchEntry): string =>
  published === null ? '' : publishedPrecision === 'day' ? published.slice(0, 10) : published;

/**
 * The story's text out of the article's plain text (src/render/plain.ts), which opens with headline,
 * standfirst and facts, each a paragraph, and ends with the notices under three stars.
 */
function storyText({ article, text }: ArticleRecord): string {
  const paragraphs = text.split('\n\n').slice(article.description ? 3 : 2);
  const stars = article.blocks.some(standsApart) ? paragraphs.lastIndexOf('* * *') : -1;
  return (stars < 0 ? paragraphs : paragraphs.slice(0, stars))
    .map((paragraph) => paragraph.replace(/^https?:\/\/\S+$/gm, ''))
    .join('\n\n')
    .trim();
}
