import type { Element } from './dom.ts';
import type { Known } from './facts.ts';
import { folded } from './folded.ts';
import { metaOf } from './meta.ts';
import { isHidden } from './furniture.ts';
import { findAll, findFirst, textOf } from './tree.ts';

export interface Headline {
  text: string | null;
  /** The heading that shows it. */
  element: Element | null;
}

/**
 * The headline as the page shows it. What its data calls the headline tells which heading it is; where no heading says
 * it, the data is believed.
 */
export function readHeadline(known: Known, root: Element): Headline {
  const { page, metas, linked } = known;
  const title = findFirst(page, ({ tag }) => tag === 'title');
  const named = title ? textOfTitle(title) : null;
  const told = [metaOf(metas, 'og:title', 'twitter:title', 'dc.title', 'citation_title', 'parsely-title', 'sailthru.title', 'title'), linked?.headline ?? null, named].filter((text): text is string => text !== null && text.trim() !== ''); // prettier-ignore
  const headings = findAll(page, ({ tag }) => /^h[1-4]$/.test(tag)).filter((heading) => !isHidden(heading) && textOf(heading) !== ''); // prettier-ignore
  const shown = headings.map((element) => ({ element, text: textOf(element), worth: worthOf(textOf(element), told) - (element.tag === 'h1' ? 0 : 0.3) })); // prettier-ignore
  const best = shown.reduce<(typeof shown)[number] | null>((one, other) => (one && one.worth >= other.worth ? one : other), null); // prettier-ignore
  const first = headings.find(({ tag }) => tag === 'h1') ?? null;
  const element = best && best.worth >= 0.4 ? best.element : first && (told.length === 0 || holds(root, first)) && textOf(first).length > 12 ? first : null; // prettier-ignore
  return { text: wordsOfHeadline(element, known, named), element };
}

/** What most of the page's voices say; where no two agree, what its data for search engines says. */
function wordsOfHeadline(element: Element | null, known: Known, named: string | null): string | null {
  const { metas, linked } = known;
  const social = metaOf(
    metas,
    'og:title',
    'twitter:title',
    'dc.title',
    'citation_title',
    'parsely-title',
    'sailthru.title',
  );
  const voices = [element ? textOf(element) : null, linked?.headline ?? null, social && withoutSite(social, known), named && withoutSite(named, known)]; // prettier-ignore
  const said = voices.filter((text): text is string => text !== null && text.trim() !== '').map((text) => text.replace(/\s+/g, ' ').trim()); // prettier-ignore
  const votes = said.map((text) => said.filter((other) => folded(other) === folded(text)).length);
  const most = Math.max(0, ...votes);
  if (most > 1) {
    const same = said.filter((text) => folded(text) === folded(said[votes.indexOf(most)]!));
    // Of one wording the one with the most signs: a kicker set above the headline is glued to it in its element.
    return same.reduce((one, other) => (other.length > one.length && other.length - one.length < 4 ? other : one));
  }
  return voices[1] ?? voices[0] ?? said[0] ?? null;
}

const holds = (root: Element, heading: Element): boolean => findFirst(root, (each) => each === heading) !== null;

function textOfTitle(title: Element): string {
  return title.children
    .map((child) => (child.type === 'text' ? child.value : ''))
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
}

/** How much of a text's words and of what the page says are the same, 0 to 1; a prefix of the title counts as all. */
function worthOf(text: string, told: readonly string[]): number {
  const own = new Set(folded(text).split(' ').filter(Boolean));
  if (own.size === 0) return 0;
  return Math.max(
    0,
    ...told.map((other) => {
      const words = folded(other).split(' ').filter(Boolean);
      const common = words.filter((word) => own.has(word)).length;
      const score = (2 * common) / (own.size + words.length);
      return own.size > 2 && folded(other).startsWith(folded(text)) ? Math.max(score, 0.9) : score;
    }),
  );
}

/** "Headline | Site" and "Headline - Site" without the site's name. */
export function withoutSite(title: string, { metas, linked }: Known): string {
  const site = [metaOf(metas, 'og:site_name', 'application-name'), linked?.publisher ?? null].filter((name): name is string => name !== null).map(folded); // prettier-ignore
  const parts = title.split(/\s+[|–—•·»:-]\s+|\s*[|»]\s+/u);
  if (parts.length < 2) return title;
  const last = folded(parts.at(-1)!);
  const isSite = site.some((name) => name === last || name.startsWith(last) || last.startsWith(name)) || /\.(?:com|net|org|[a-z]{2})$/.test(parts.at(-1)!.trim()); // prettier-ignore
  const cut = title.slice(0, title.lastIndexOf(parts.at(-1)!)).replace(/\s*[|–—•·»:-]\s*$/u, '').trim(); // prettier-ignore
  return cut !== '' && (isSite || /\|\s*[^|]{2,40}$/.test(title)) ? cut : title;
}
