import * as content from 'astro:content';
import { createComponent, unescapeHTML } from 'astro/runtime/server/index.js';
import type { ArticleRecord } from '../../edition/record.ts';
import { providedArticles } from './provided-articles.ts';

/**
 * What `astro:content` is for the site's pages: collections of the owner's are Astro's, `articles` are those of the paper,
 * newest first. A page that imports this is made again whenever an article changes; no other page is.
 */
export * from 'astro:content';

type Entry = content.CollectionEntry<'articles'>;

const ARTICLES = 'articles';

function entryOf({ article, markdown, story, headings, provenance }: ArticleRecord): Entry {
  return {
    id: article.id,
    collection: ARTICLES,
    data: article,
    body: markdown,
    filePath: provenance.file,
    rendered: {
      html: story,
      metadata: { imagePaths: [], headings: headings.map(({ level, id, text }) => ({ depth: level, slug: id, text })) },
    },
  };
}

const entries = async (): Promise<Entry[]> => (await providedArticles()).map(entryOf);
const isArticle = (entry: { collection: string }): entry is Entry => entry.collection === ARTICLES;

/** As Astro's; `articles` are the entries that the site shows. */
export async function getCollection(name: string, filter?: (entry: Entry) => unknown): Promise<unknown[]> {
  if (name !== ARTICLES) return content.getCollection(name as never, filter as never);
  const all = await entries();
  return filter ? all.filter((entry) => filter(entry)) : all;
}

/** As Astro's, by the article's id: `getEntry('articles', '2024/harbour-opens')`. */
export async function getEntry(asked: string | { collection: string; id: string }, id?: string): Promise<unknown> {
  const [name, wanted] = typeof asked === 'string' ? [asked, id] : [asked.collection, asked.id];
  if (name !== ARTICLES) return content.getEntry(name as never, wanted as never);
  return (await entries()).find((entry) => entry.id === wanted);
}

/** As Astro's: `<Content />` is the story as its page has it, without headline and notices. */
export async function render(entry: { collection: string }): Promise<unknown> {
  if (!isArticle(entry)) return content.render(entry as never);
  return {
    Content: createComponent(() => unescapeHTML(entry.rendered?.html ?? '') as never),
    headings: entry.rendered?.metadata?.['headings'] ?? [],
    remarkPluginFrontmatter: {},
  };
}
