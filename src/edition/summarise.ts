import { kindOf, standsApart } from '../article/blocks/registry.ts';
import type { Article } from '../article/schema.ts';
import type { Entry } from '../render/entry.ts';
import { countWords } from '../render/count-words.ts';
import { htmlText } from '../render/text.ts';
import { sign } from './similar/signature.ts';
import type { Summary } from './summary.ts';
import { cut } from '../source/cut.ts';

/** Words a minute: adults read English prose at 238 on average (Brysbaert 2019, a meta-analysis of 190 studies). */
const WORDS_A_MINUTE = 238;
const EXCERPT_CHARACTERS = 240;

/**
 * Names of one kind in one article that get a page of their own: each makes several files. The others stand in the
 * article all the same.
 */
export const MOST_NAMES = 200;

/** What bears one of the first so many names. */
function firstNames<Item>(items: readonly Item[], nameOf: (item: Item) => string): Item[] {
  const names = new Set([...new Set(items.map(nameOf))].slice(0, MOST_NAMES));
  return items.filter((item) => names.has(nameOf(item)));
}

/**
 * What lists and indexes need of an article.
 *
 * @param entry  the article with the words of its blocks and the links in them
 * @param digest digest of the article's cached record
 */
export function summarise(
  { article, texts, links }: Pick<Entry, 'article' | 'texts' | 'links'>,
  digest: string,
  aliases: string[],
): Summary {
  const story = texts.filter((_, at) => !article.blocks[at] || !standsApart(article.blocks[at])).join('\n');
  const words = countWords(story);
  const pictures = article.blocks.flatMap((block) => kindOf(block).pictures?.(block) ?? []);
  return {
    id: article.id,
    path: `/articles/${article.id}/`,
    digest,
    headline: article.headline,
    description: article.description,
    excerpt: excerpt(article),
    section: article.section,
    topics: article.topics,
    authors: article.authors,
    language: article.language,
    published: article.published,
    publishedPrecision: article.publishedPrecision,
    updated: article.updated,
    dateline: article.dateline,
    source: article.source,
    rights: article.rights,
    image: [article.image, ...pictures].find((image) => image && image.renditions.length > 0) ?? null,
    words,
    minutes: Math.max(1, Math.round(words / WORDS_A_MINUTE)),
    quoted: firstNames(
      article.blocks.flatMap((block) => kindOf(block).quoted?.(block) ?? []),
      ({ handle }) => handle,
    ),
    credits: [...new Set(article.blocks.flatMap((block) => kindOf(block).credits?.(block) ?? []))].slice(0, MOST_NAMES),
    links,
    aliases,
    ...(article.featured !== undefined && { featured: article.featured }),
    signature: sign(story),
  };
}

/** The first paragraph of the story that has words, cut at a word. */
export function excerpt(article: Article): string {
  let text = '';
  for (const block of article.blocks) {
    if (kindOf(block).tellsStory && 'html' in block && block.html.startsWith('<p'))
      text = htmlText(block.html).replace(/\s+/g, ' ');
    if (text) break;
  }
  if (text.length <= EXCERPT_CHARACTERS) return text;
  const head = cut(text, EXCERPT_CHARACTERS);
  const blank = head.lastIndexOf(' ');
  return `${(blank > EXCERPT_CHARACTERS / 2 ? head.slice(0, blank) : head).replace(/[\s,;:–—-]+$/, '')}…`;
}
