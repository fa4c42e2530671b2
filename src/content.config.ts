import { defineCollection } from 'astro:content';
import { articleSchema } from './article/schema.ts';

/**
 * Collections that pages may ask for; put your own beside this one. `articles` are the newspaper's: the build reads them
 * from the content folder and hands them to a page when it asks (build/pages/articles-collection.ts), so that nothing is
 * loaded here, and a site whose pages ask for none pays nothing.
 */
export const collections = {
  articles: defineCollection({
    loader: { name: 'broadsheet', load: () => Promise.resolve() },
    schema: articleSchema,
  }),
};
