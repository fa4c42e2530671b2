import { finder } from './lists.ts';
import type { Edition } from '../edition.ts';
import type { Named, Teaser } from '../pages.ts';
import type { Summary } from '../summary.ts';

/** Makes what lists show of an article, with the path of its section's page. */
export function teasers(edition: Pick<Edition, 'lists'>): (summary: Summary) => Teaser {
  const sectionNamed = finder(edition.lists.section);
  return (summary) => teaser(summary, summary.section ? sectionNamed(summary.section) : null);
}

function teaser(summary: Summary, section: Named | null): Teaser {
  const {
    id,
    path,
    headline,
    description,
    authors,
    language,
    published,
    publishedPrecision,
    updated,
    source,
    image,
    minutes,
    state,
  } = summary;
  return {
    id,
    path,
    headline,
    description,
    authors,
    language,
    published,
    publishedPrecision,
    updated,
    source,
    image,
    minutes,
    ...(state && { state }),
    section,
    // A list shows one or the other: an excerpt that nothing shows would make its page again for nothing.
    excerpt: description ? '' : summary.excerpt,
  };
}
