import type { Leaf } from './leaf.ts';
import { finder } from './lists.ts';
import type { Named } from './pages.ts';
import { pageLeaf } from './paging.ts';
import type { Edition } from './plan.ts';
import { teasers } from './teaser.ts';

/** Each article's page, and the same article in its other forms. */
export function articleLeaves(edition: Edition): Leaf[] {
  const { articles, lists, chrome } = edition;
  const show = teasers(edition);
  const topicNamed = finder(lists.topic);
  const authorNamed = finder(lists.author);
  const sourceNamed = finder(lists.source);
  const handleNamed = finder(lists.handle);
  const places = new Map(lists.section.flatMap((list) => list.articles.map((article, index) => [article.id, { list, index }] as const)));
  const named = (names: readonly string[], find: (name: string) => Named | null) => names.flatMap((name) => find(name) ?? []);
  return articles.flatMap((article): Leaf[] => {
    const place = places.get(article.id);
    const older = place?.list.articles[place.index + 1];
    const newer = place && place.index > 0 ? place.list.articles[place.index - 1] : undefined;
    const forms = { path: `articles/${article.id}`, articles: [article.id] };
    return [
      pageLeaf(
        article.path,
        {
          kind: 'article',
          id: article.id,
          teaser: show(article),
          words: article.words,
          topics: named(article.topics, topicNamed),
          authors: named(article.authors, authorNamed),
          sourcePage: article.source?.name ? sourceNamed(article.source.name) : null,
          handles: Object.fromEntries(
            article.quoted.flatMap(({ handle }) => {
              const page = handleNamed(`@${handle}`);
              return page ? [[handle.toLowerCase(), page.path]] : [];
            }),
          ),
          previous: older ? show(older) : null,
          next: newer ? show(newer) : null,
          related: [],
          story: [],
          keptLinks: {},
        },
        chrome,
        [article.id],
      ),
      { ...forms, path: `${forms.path}.json`, work: { maker: 'entry' } },
      { ...forms, path: `${forms.path}.md`, work: { maker: 'markdown' } },
      { ...forms, path: `${forms.path}.txt`, work: { maker: 'text' } },
    ];
  });
}
