import type { Element } from '../tree/dom.ts';
import type { Known } from './known.ts';
import { folded } from '../tree/folded.ts';
import { metaOf } from './meta.ts';
import { isHidden } from '../tree/furniture.ts';
import { ancestorsOf, findAll, findFirst, isWithin, namesOf, textOf } from '../tree/tree.ts';

export interface Headline {
  text: string | null;
  /** The line that the heading sets above it. */
  kicker: string | null;
  /** The heading that shows it. */
  element: Element | null;
  /** All that the page calls its headline somewhere. */
  told: readonly string[];
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
  const headings = findAll(page, ({ tag }) => /^h[1-4]$/.test(tag)).filter((heading) => !isHidden(heading) && textOf(heading) !== '' && !isMasthead(heading, known)); // prettier-ignore
  const shown = headings.map((element) => ({ element, text: textOf(element), worth: worthOf(textOf(element), told) - lessFor(element) })); // prettier-ignore
  const best = shown.reduce<(typeof shown)[number] | null>((one, other) => (one && one.worth >= other.worth ? one : other), null); // prettier-ignore
  const article = [root, ...ancestorsOf(root)].find(({ tag }) => tag === 'article') ?? root;
  const first = headings.find((heading) => heading.tag === 'h1' && (told.length === 0 || isWithin(heading, article))) ?? null; // prettier-ignore
  const element = best && best.worth >= 0.4 ? best.element : first && textOf(first).length > 12 ? first : null; // prettier-ignore
  const kicker = element && kickerIn(element);
  const text = wordsOfHeadline(element, element && withoutKicker(element, kicker), known, named);
  const above = kicker && !folded(text ?? '').startsWith(folded(textOf(kicker))) ? textOf(kicker) : null;
  return {
    text,
    kicker: above,
    element,
    told: [text, ...told.map((one) => withoutSite(one, known))].filter((one) => one !== null),
  };
}

/** Whether a heading of the first level is no more than the site's name. */
const isMasthead = (heading: Element, { metas, linked }: Known): boolean =>
  [metaOf(metas, 'og:site_name', 'application-name'), linked?.publisher ?? null].some((name) => name !== null && bare(name) === bare(textOf(heading))); // prettier-ignore

/** How much less a heading counts that is of a lower level, or stands in a menu. */
const lessFor = (heading: Element): number =>
  heading.tag === 'h2' ? 0.3 : heading.tag !== 'h1' ? 0.5 : inMenu(heading) ? 0.4 : 0;

/** A heading in a menu says what search engines are to read. */
const inMenu = (heading: Element): boolean => [...ancestorsOf(heading)].some(({ tag }) => tag === 'nav');

const kickerNames = /(?:^|[\s_-])(?:kicker|over-?line|top-?line|dachzeile|spitzmarke|eyebrow|roof-?line|over-?title|super-?title|sur-?titre|ante-?titulo|cintillo|occhiello|pre-?title|supra-?title|vignette)(?=$|[\s_-])/; // prettier-ignore

/** The line above the headline, where it stands in the same heading. */
function kickerIn(heading: Element): Element | null {
  const found = findFirst(heading, (each) => kickerNames.test(namesOf(each)));
  const [own, whole] = [found ? textOf(found).length : 0, textOf(heading).length];
  return own > 0 && own < 0.6 * whole && textOf(heading).startsWith(textOf(found!)) ? found : null;
}

/** What the heading says below its kicker, without the sign that stands between for those who listen. */
function withoutKicker(heading: Element, kicker: Element | null): string {
  const text = textOf(heading);
  return kicker ? text.slice(textOf(kicker).length).replace(/^\s*[-–—:|·•]+\s+|^\s*:\s*/u, '').trim() : text; // prettier-ignore
}

/**
 * What the page shows, where its first heading says the headline; else what most of its voices say.
 *
 * @param shown what the heading says, without its kicker
 */
function wordsOfHeadline(
  element: Element | null,
  shown: string | null,
  known: Known,
  named: string | null,
): string | null {
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
  const voices = [shown, linked && linked.headline && withoutSite(linked.headline, known), social && withoutSite(social, known), named && withoutSite(named, known)]; // prettier-ignore
  const said = voices.filter((text): text is string => text !== null && text.trim() !== '').map((text) => text.replace(/\s+/g, ' ').trim()); // prettier-ignore
  const votes = said.map((text) => said.filter((other) => folded(other) === folded(text)).length);
  const most = Math.max(0, ...votes);
  if (most < 2) return voices[0] ?? voices[1] ?? said[0] ?? null;
  const choice = said[votes.indexOf(most)]!;
  if (element && shown !== null && folded(choice) !== folded(shown) && isOwnWording(element, shown, choice)) return shown; // prettier-ignore
  const same = said.filter((text) => folded(text) === folded(choice));
  // Data that is cut short ends in dots; what the page shows ends in them because it was written so.
  const whole = same.filter((text) => text === shown || !/(?:…|\.{3})$/.test(text));
  // Of one wording the one with the most signs: a kicker set above the headline is glued to it in its element.
  return (whole.length > 0 ? whole : same).reduce((one, other) =>
    other.length > one.length && other.length - one.length < 4 ? other : one,
  );
}

/**
 * Whether a heading has its own wording of the headline, and the page's data another for search engines: not where it
 * holds the very words of the data, and a part that is set apart from them, such as a label.
 */
function isOwnWording(heading: Element, shown: string, data: string): boolean {
  if (heading.tag !== 'h1') return false;
  const [own, other] = [folded(shown), folded(data)];
  if (!own.includes(other)) return true;
  return !findAll(heading, (each) => each.tag !== 'br').some((each) => {
    const part = folded(textOf(each));
    return (
      part !== '' && (own === `${part} ${other}` || own === `${other} ${part}` || (part === other && part !== own))
    );
  });
}

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

/** "Headline | Site", "Headline - Site" and "Headline_Site" without the site's name. */
function withoutSite(title: string, known: Known): string {
  let left = title.trim();
  for (let turn = 0; turn < 3; turn++) {
    const found = /^(.+?)(\s+[|–—•·»:-]\s*|\s*[|｜：»_]\s*|(?<=[\u3001-\u9fff])[-:]+(?=[\u3040-\u9fff]|\w))([^|｜–—•·»_：]*)$/u.exec(left); // prettier-ignore
    if (!found || found[3]!.length > 60) break;
    if (!isSite(found[3]!, known) && !(/[|｜]/.test(found[2]!) && found[3]!.length < 40)) break;
    left = found[1]!.trim();
  }
  return left === '' ? title : left;
}

/** Whether a text is the name of the site, or its address. */
function isSite(text: string, { metas, linked, address }: Known): boolean {
  const own = bare(text);
  if (own === '') return true;
  const names = [metaOf(metas, 'og:site_name', 'application-name'), linked?.publisher ?? null].filter((name) => name !== null).map(bare); // prettier-ignore
  if (names.some((name) => name !== '' && (name === own || name.startsWith(own) || own.startsWith(name)))) return true;
  const host = (address && URL.parse(address)?.hostname.replace(/^www\./, '')) || '';
  const labels = host
    .split('.')
    .slice(0, -1)
    .filter((label) => label.length > 3);
  return /\.(?:com|net|org|[a-z]{2})$/i.test(text.trim()) || labels.some((label) => own.includes(bare(label)) || (own.length > 3 && bare(label).includes(own))); // prettier-ignore
}

const bare = (text: string): string => folded(text).replaceAll(' ', '');
