import type { Element } from '../tree/dom.ts';
import { readAuthors } from './authors.ts';
import type { Headline } from './page-headline.ts';
import { readDates, type Said } from './page-dates.ts';
import { sameAddress } from './json-ld.ts';
import type { Known } from './known.ts';
import { addressIn } from '../tree/address.ts';
import { allMetas, metaOf, type Metas } from './meta.ts';
import { attribute, findFirst } from '../tree/tree.ts';

/** What a page says of its article outside the story's text. Texts are as the page has them, white space collapsed. */
export interface PageFacts {
  headline: string | null;
  /** The line above it. */
  kicker: string | null;
  /** The sentence or two that the page sets between headline and story. */
  standfirst: string | null;
  /** In the order of their worth: the first that is a date holds. */
  published: Said[];
  updated: Said[];
  authors: string[];
  section: string | null;
  topics: string[];
  language: string | null;
  publisher: string | null;
  url: string | null;
  /** The page's description: the standfirst where none shows. */
  description: string | null;
  /** Whether the page says that not all of it is free to read. */
  paid: boolean;
}

export function readFacts(known: Known, root: Element, headline: Headline): PageFacts {
  const { page, metas, linked } = known;
  const html = findFirst(page, ({ tag }) => tag === 'html');
  return {
    headline: headline.text,
    kicker: headline.kicker,
    standfirst: null,
    ...readDates(known, root, headline.element),
    authors: readAuthors(known, root, headline.element),
    section: sectionOf(known),
    topics: topicsOf(known),
    language: languageIn(langOf(root) || (html && (attribute(html, 'lang') || attribute(html, 'xml:lang'))) || linked?.language || metaOf(metas, 'og:locale', 'content-language', 'dc.language', 'language')), // prettier-ignore
    publisher: linked?.publisher ?? metaOf(metas, 'og:site_name', 'application-name', 'publisher', 'dc.publisher', 'citation_journal_title'), // prettier-ignore
    url: known.address,
    description: metaOf(metas, 'og:description', 'description', 'twitter:description', 'dc.description') ?? linked?.description ?? null, // prettier-ignore
    paid: linked?.free === false || /^(?:metered|locked|paid|premium|false)$/i.test(metaOf(metas, 'article:content_tier', 'isaccessibleforfree', 'content_tier') ?? ''), // prettier-ignore
  };
}

/** Where a page was saved from: what it calls its own address, or what a browser or SingleFile wrote into the file. */
export function addressOf(page: Element, metas: Metas, text: string): string | null {
  const link = findFirst(page, (each) => each.tag === 'link' && /\bcanonical\b/i.test(attribute(each, 'rel')));
  const saved = /<!--\s*(?:saved from url=\(\d+\)|Page saved with SingleFile[^]{0,40}?url:\s*)(\S+)/i.exec(text.slice(0, 4000))?.[1] ?? null; // prettier-ignore
  const said = [metaOf(metas, 'og:url'), saved].map((url) => (url ? addressIn(url, null) : null)).find((url) => url !== null) ?? null; // prettier-ignore
  const canonical = link ? addressIn(attribute(link, 'href'), said) : null;
  const [best = null] = [canonical, said].filter((url): url is string => url !== null && /^https?:/.test(url));
  return best && said && !sameAddress(best, said) && new URL(best).pathname === '/' ? said : best;
}

/** The language that the story's element, or the nearest around it, is marked with. */
function langOf(root: Element): string {
  for (let at: Element | null = root; at && at.tag !== 'html'; at = at.parent)
    if (at.attributes.has('lang')) return attribute(at, 'lang');
  return '';
}

function languageIn(tag: string | null | undefined): string | null {
  const found = /^([a-z]{2,3})(?:[-_]([A-Za-z]{4}))?(?:[-_]([A-Za-z]{2}|\d{3}))?(?![A-Za-z0-9])/.exec(
    (tag ?? '').trim(),
  );
  if (!found) return null;
  return [found[1], found[2], found[3]?.toUpperCase()].filter(Boolean).join('-');
}

function sectionOf({ metas, linked }: Known): string | null {
  const said = metaOf(metas, 'article:section', 'og:article:section', 'section', 'parsely-section', 'sailthru.section', 'category', 'dc.subject') ?? linked?.sections[0] ?? null; // prettier-ignore
  const bare = said?.split(/\s*[|>;]\s*|\s\/\s/)[0]!.trim() ?? '';
  return bare === '' || bare.length > 60 || /^https?:|^\d+$/.test(bare) ? null : bare;
}

function topicsOf({ metas, linked }: Known): string[] {
  const said = [...allMetas(metas, 'article:tag', 'og:article:tag'), ...(linked?.keywords ?? [])];
  const words = said.length > 0 ? said : allMetas(metas, 'news_keywords', 'keywords', 'parsely-tags', 'sailthru.tags');
  const split = words.flatMap((word) => word.split(/\s*[,;]\s*/)).filter((word) => word !== '' && word.length <= 60);
  return split.filter((word, at) => split.findIndex((other) => other.toLowerCase() === word.toLowerCase()) === at).slice(0, 20); // prettier-ignore
}
