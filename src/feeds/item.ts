import { h } from 'hastscript';
import { toHtml } from 'hast-util-to-html';
import { balanced } from '../article/balanced.ts';
import type { Article } from '../article/schema.ts';
import type { ArticleRecord } from '../edition/record.ts';
import { excerpt } from '../edition/summarise.ts';
import type { Site } from '../site.ts';
import { takeAway } from './addresses.ts';

/** An article as every feed format tells it. */
export interface FeedItem {
  /** Absolute address of the page here; it is the entry's id as well, and never changes. */
  url: string;
  headline: string;
  language: string;
  /** ISO 8601. */
  published: string;
  updated: string;
  authors: string[];
  section: string | null;
  topics: string[];
  /** Plain text; empty where the story has none. */
  summary: string;
  /** The whole story with absolute addresses; null for a restricted article. */
  html: string | null;
  /** Absolute address of the lead picture. */
  picture: string | null;
  /** Where the text stood first. */
  source: { name: string | null; url: string } | null;
}

/**
 * @param record of an article with a date
 * @throws Error for an article without one: the plan leaves those out
 */
export function feedItem({ article, story, notices }: ArticleRecord, site: Pick<Site, 'url'>): FeedItem {
  if (!article.published) throw new Error(`the article ${article.id} has no date and can't be in a feed`);
  const away = { origin: site.url, page: article.url };
  const open = article.rights !== 'restricted';
  const lead = article.image && !story.includes(article.image.src) ? picture(article.image) : '';
  const whole = [lead, story, notices && `<hr>${notices}`].filter(Boolean).join('\n');
  return {
    url: article.url,
    headline: balanced(article.headline),
    language: article.language,
    published: article.published,
    updated: article.updated && article.updated > article.published ? article.updated : article.published,
    authors: article.authors.map(balanced),
    section: article.section,
    topics: article.topics,
    summary: balanced(article.description ?? excerpt(article)),
    html: open ? takeAway(whole, away) : null,
    picture: open && article.image ? absolute(article.image.src, site) : null,
    source: article.source?.url ? { name: article.source.name, url: article.source.url } : null,
  };
}

/** The lead picture stands over the story where the story does not show it. */
function picture({ src, alt, width, height }: NonNullable<Article['image']>): string {
  return toHtml(h('p', h('img', { src, alt, ...(width && height ? { width, height } : {}) })));
}

function absolute(src: string, site: Pick<Site, 'url'>): string {
  return src.startsWith('/') ? site.url + src : src;
}
