import type { Site } from '../site.ts';
import { groupBy, sameName, sectionsOf, type GivenAddresses, type List } from './lists/lists.ts';
import { newestFirst } from './lists/order.ts';
import type { Chrome, ListKind } from './pages.ts';
import type { Summary } from './summary.ts';
import { textsInOrder, type Text } from './text.ts';

/** Everything that is asked of the articles together, once for a build. */
export interface Edition {
  site: Site;
  chrome: Chrome;
  /** Newest first, undated last. */
  articles: readonly Summary[];
  lists: Record<ListKind, readonly List[]>;
  /** The owner's own pages: path below the base, with both slashes, component, and whether any article may be in it. */
  ownPages: readonly { path: string; component: string; asks: boolean }[];
  /** Texts that are pages of their own, the page about the newspaper among them. */
  texts: readonly Text[];
}

/** The page about the newspaper before anything is written for it. */
const noAbout: Text = {
  file: 'about.md',
  path: '/about/',
  title: null,
  description: null,
  language: null,
  navigation: null,
  draft: false,
  html: '',
};

/**
 * Puts an edition together. The order in which the articles are given makes no difference.
 *
 * @param given addresses that lists have had in builds before, and keep
 * @param pages texts that are pages of their own
 */
export function openEdition(
  summaries: readonly Summary[],
  site: Site,
  ownPages: Edition['ownPages'] = [],
  given: GivenAddresses = {},
  pages: readonly Text[] = [],
): Edition {
  const articles = [...summaries].sort(newestFirst);
  const group = (kind: ListKind, names: Parameters<typeof groupBy>[2]) => groupBy(kind, articles, names, given);
  const section = sectionsOf(articles, site, given);
  const texts = textsInOrder(pages.some(({ path }) => path === noAbout.path) ? pages : [...pages, noAbout]);
  return {
    site,
    chrome: chromeOf(section, site, texts),
    articles,
    ownPages,
    texts,
    lists: {
      section,
      topic: group('topic', (article) => article.topics.map((name) => ({ name }))),
      author: group('author', (article) => article.authors.map((name) => ({ name }))),
      source: group('source', (article) => (article.source?.name ? [{ name: article.source.name }] : [])),
      handle: group('handle', (article) =>
        article.quoted.map(({ name, handle }) => ({ name: `@${handle}`, note: name })),
      ),
      credit: group('credit', (article) => article.credits.map((name) => ({ name }))),
    },
  };
}

/** Sections in the frame of every page: a folder of pasted articles may name hundreds, and no page grows with them. */
const IN_FRAME = 14;

function chromeOf(sections: readonly List[], site: Site, texts: readonly Text[]): Chrome {
  const own = new Set(site.sections.map(sameName));
  // Those that the settings name come first in the list already.
  const named = sections.filter(({ name }) => own.has(sameName(name)));
  const others = sections.filter((each) => !named.includes(each));
  const largest = [...others].sort((a, b) => b.articles.length - a.articles.length).slice(0, IN_FRAME - named.length);
  const shown = new Set([...named, ...(named.length < IN_FRAME ? largest : [])].slice(0, IN_FRAME));
  return {
    sections: sections.filter((each) => shown.has(each)).map(({ name, path }) => ({ name, path })),
    moreSections: shown.size < sections.length,
    navigation: texts.flatMap(({ navigation, path }) => (navigation ? [{ name: navigation.name, path }] : [])),
    texts: texts.flatMap(({ title, path }) => (title === null || path === noAbout.path ? [] : [{ name: title, path }])),
  };
}
