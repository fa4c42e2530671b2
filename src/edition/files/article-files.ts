import { openCorpus } from '../similar/corpus.ts';
import { cachedAt, archivedLinksOf } from '../archived-links.ts';
import type { OutputFile } from './output-file.ts';
import { dayIn } from '../day.ts';
import { papersOf } from '../lists/papers.ts';
import { finder } from '../lists/lists.ts';
import type { Named } from '../pages.ts';
import { pageOutput } from '../lists/paging.ts';
import type { Edition } from '../edition.ts';
import { findRelated } from '../similar/related.ts';
import { findStories } from '../similar/story.ts';
import { teasers } from '../lists/teaser.ts';

/** Forms that stand beside the page, by the ending that is their setting. */
const others = [
  ['json', 'entry'],
  ['md', 'markdown'],
  ['txt', 'text'],
] as const;

/** Each article's page, and the same article in its other forms. */
export function articleFiles(edition: Edition): OutputFile[] {
  const { articles, lists, chrome, site } = edition;
  const show = teasers(edition);
  const topicNamed = finder(lists.topic);
  const authorNamed = finder(lists.author);
  const sourceNamed = finder(lists.source);
  const handleNamed = finder(lists.handle);
  const creditNamed = finder(lists.credit);
  const places = new Map(
    lists.section.flatMap((list) => list.articles.map((article, index) => [article.id, { list, index }] as const)),
  );
  const named = (names: readonly string[], find: (name: string) => Named | null) =>
    names.flatMap((name) => find(name) ?? []);
  const papers = new Map(papersOf(edition).map(({ date, path }) => [date, path]));
  const corpus = openCorpus(articles);
  const ownAddress = (path: string) => site.url + site.base + path.slice(1);
  const kept = cachedAt(corpus.articles, ownAddress);
  const storyOf = findStories(corpus, ownAddress);
  const relatedTo = findRelated(corpus);
  return articles.flatMap((article): OutputFile[] => {
    const story = storyOf(article.id);
    const place = places.get(article.id);
    const older = place?.list.articles[place.index + 1];
    const newer = place && place.index > 0 ? place.list.articles[place.index - 1] : undefined;
    const forms = { path: `articles/${article.id}`, articles: [article.id] };
    return [
      pageOutput(
        article.path,
        {
          kind: 'article',
          id: article.id,
          teaser: show(article),
          paper: (article.published && papers.get(dayIn(article.published, site.timeZone))) ?? null,
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
          credits: Object.fromEntries(
            article.credits.flatMap((name) => {
              const page = creditNamed(name);
              return page ? [[name, page.path]] : [];
            }),
          ),
          previous: older ? show(older) : null,
          next: newer ? show(newer) : null,
          related: relatedTo(article.id, new Set(story.map((one) => one.article.id))).map(show),
          story: story.map((one) => ({ ...show(one.article), relation: one.relation })),
          archivedLinks: archivedLinksOf(article, kept),
        },
        chrome,
        [article.id],
      ),
      ...others
        .filter(([form]) => site.alternates.includes(form))
        .map(([form, generator]) => ({ ...forms, path: `${forms.path}.${form}`, work: { generator } })),
    ];
  });
}
