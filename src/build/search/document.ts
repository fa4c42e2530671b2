import { standsApart } from '../../article/blocks/registry.ts';
import type { ArticleRecord } from '../../edition/record.ts';
import type { SearchEntry } from '../../edition/search-entries.ts';

/** A record as Pagefind's `addCustomRecord` takes it. */
export interface SearchDocument {
  url: string;
  content: string;
  language: string;
  /** Searched too; the title counts five times as much as the text. */
  meta: Record<string, string>;
  filters: Record<string, string[]>;
}

/** Filters that carry what a result shows and nobody filters by: unlike `meta` they are not searched. */
export const shownOnly = ['shown'] as const;

/**
 * What is indexed of an article: headline and authors, standfirst, text, captions with credits, and
 * tweets with the name and handle of their author. Notices are about the publisher, and are left out.
 */
export function searchDocument(entry: SearchEntry, record: ArticleRecord, language: string): SearchDocument {
  const { article } = record;
  return {
    url: encodeURI(entry.path),
    content: separated([article.description ?? '', storyText(record)].filter(Boolean).join('\n\n')) || article.headline,
    language,
    meta: {
      title: separated(article.headline),
      ...(article.authors.length ? { authors: separated(article.authors.join(', ')) } : {}),
    },
    filters: {
      ...(entry.section ? { section: [entry.section] } : {}),
      ...(entry.topics.length ? { topic: entry.topics } : {}),
      ...(entry.year ? { year: [entry.year] } : {}),
      shown: [`${article.language} ${shownDate(entry)}`],
    },
  };
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

const unspaced = /[\u0e00-\u0eff\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]+/g;
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/**
 * Sets blanks between the words of scripts that write none, so that they are indexed as words. The
 * search page does the same to what one types (src/client/search/words.ts), and takes the blanks out
 * again where it shows the text.
 */
function separated(text: string): string {
  return text
    .replace(/\u200b/g, '')
    .replace(unspaced, (run) => ` ${[...segmenter.segment(run)].map(({ segment }) => segment).join(' ')} `);
}
