import type { Parsed } from './parsed-article.ts';

/**
 * What may leave of an article that is restricted (`rights: restricted`): its headline, its source with the link, and
 * when it came out. Nothing of its text does, in no output, and nothing else that front matter says of it. Every other
 * article is as it was.
 */
export function withheld(parsed: Parsed): Parsed {
  if (parsed.rights !== 'restricted') return parsed;
  const { headline, language, published, source, draft, rights, aliases, address, warnings } = parsed;
  return {
    headline,
    language,
    published: published && { ...published, text: published.instant },
    source,
    draft,
    rights,
    aliases,
    address,
    warnings,
    description: null,
    section: null,
    topics: [],
    authors: [],
    updated: null,
    dateline: null,
    image: null,
    extra: {},
    foreign: [],
    shown: '',
    root: { type: 'root', children: [] },
    repairs: [],
    trace: [],
  };
}
