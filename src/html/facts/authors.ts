import type { Element } from '../tree/dom.ts';
import type { Known } from './known.ts';
import { folded } from '../tree/folded.ts';
import { isHidden } from '../tree/furniture.ts';
import { allMetas, metaOf, type Metas } from './meta.ts';
import { ancestorsOf, attribute, findAll, isWithin, namesOf, shortText, textOf } from '../tree/tree.ts';

/**
 * Who wrote the story, as the page names them: people in its data, else people in its bylines, else the house.
 *
 * @param root     the element of the story
 * @param headline the heading, where there is one
 */
export function readAuthors(known: Known, root: Element, headline: Element | null): string[] {
  const { page, metas, linked } = known;
  const houses = new Set([metaOf(metas, 'og:site_name', 'application-name', 'publisher'), linked?.publisher ?? null].filter((name) => name !== null).map(folded)); // prettier-ignore
  const host = (known.address && URL.parse(known.address)?.hostname) ?? '';
  const isHouse = (name: string) => isInHost(name, host) || houses.has(folded(name)) || [...houses].some((house) => house.length > 4 && folded(name).replaceAll(' ', '') === house.replaceAll(' ', '')); // prettier-ignore
  const ofLinked = unique((linked?.authors ?? []).flatMap(namesIn));
  const ofMetas = unique(allMetas(metas, 'author', 'article:author', 'article:author_name', 'authors', 'byl', 'parsely-author', 'sailthru.author', 'dc.creator', 'dcterms.creator', 'citation_author', 'cxenseparse:author', 'og:article:author', 'og:author').filter((name) => !/^https?:|^\/|facebook\.com|\bwww\.|\w\.(?:com|net|org|de|fr|es|it)\b/i.test(name)).flatMap(namesIn)); // prettier-ignore
  const people = (names: readonly string[]) => names.some((name) => isPerson(name) && !isHouse(name));
  const agencies = unique((linked?.houses ?? []).flatMap(namesIn)).filter((name) => !isHouse(name) && name.length < 30);
  if (people(ofLinked)) return unique([...ofLinked.filter((name) => !isHouse(name)), ...agencies]);
  if (people(ofMetas)) return ofMetas.filter((name) => !isHouse(name));
  const shown = unique(bylines(page, root, headline)).filter((name) => !isHouse(name));
  // The byline of an agency says more than its name, and is no other author.
  const same =
    shown.length > 0 && shown.every((name) => ofLinked.some((known) => folded(name).startsWith(`${folded(known)} `)));
  if (shown.length > 0 && shown.length < 7) return same ? ofLinked : shown;
  const told = unique(labelledIn(page, root, headline).flatMap(namesIn)).filter(
    (name) => isPerson(name) && !isHouse(name),
  );
  if (told.length > 0 && told.length < 5) return told;
  // Where no byline shows: the label names whoever put the story in, who may be an editor.
  const ofLabels = unique(labelledMetas(metas).flatMap(namesIn));
  if (people(ofLabels)) return ofLabels.filter((name) => !isHouse(name));
  const ofData = unique([...ofLinked, ...(linked?.houses ?? []).flatMap(namesIn)]);
  const houseNames = ofData.length > 0 ? ofData : ofMetas;
  const others = houseNames.filter((name) => !isHouse(name));
  return others.length > 0 ? others : houseNames;
}

/** Whether a name is the one that the page's address has too: "Marsh Today" on marshtoday.example. */
const isInHost = (name: string, host: string): boolean => {
  const own = folded(name).replaceAll(' ', '');
  return own.length > 5 && host.split('.').some((label) => label.replaceAll('-', '') === own);
};

/** "Written by" and the names, as pages say it to those that show links of them: label and value in a meta each. */
function labelledMetas(metas: Metas): string[] {
  return ['1', '2'].flatMap((number) => {
    const says = metaOf(metas, `twitter:label${number}`) ?? '';
    const name = metaOf(metas, `twitter:data${number}`);
    return name !== null && writtenBy.test(says) ? [name] : [];
  });
}

const writtenBy = /^(?:written by|author|by|verfasst von|geschrieben von|écrit par|escrito por|scritto da|geschreven door|skrevet af|skrevet av|skriven av|kirjoittanut|napisane przez|автор|написано автором|yazan|ditulis oleh)\s*:?$/iu; // prettier-ignore

const nameWords = /(?:^|[\s_-])(?:author|authors|byline|bylines|writer|autor|autora|autores|auteur|auteurs|autore|firma|signature|reporter|journalist|redactor|penulis|schrijver|forfatter|journaliste|skribent|kirjoittaja|verfasser|contributor|creator|p-author|credit-?author)(?=$|[\s_-]|\d)/; // prettier-ignore

/** The names in the first byline below the headline, or in the last one above it. */
function bylines(page: Element, root: Element, headline: Element | null): string[] {
  const marked = findAll(page, (each) => each === headline || (isByline(each) && shortText(each, 200) !== null));
  const at = headline ? marked.indexOf(headline) : -1;
  const inOrder = [...marked.slice(at + 1), ...marked.slice(0, Math.max(0, at)).reverse()];
  const near = inOrder.filter((each) => !isHidden(each) && !isOther(each, root, headline) && belongs(each, root, headline)); // prettier-ignore
  const first = near.find((each) => peopleIn([each]).length > 0);
  if (!first) return [];
  // Each author may have an element of the kind, side by side or each in a frame.
  let frame = first;
  for (let up = 0; up < 2 && frame.parent && shortText(frame.parent, 300) !== null; up++) frame = frame.parent;
  return peopleIn(near.filter((each) => isWithin(each, frame)));
}

/** In the story or its article, or in one of the four elements around the headline. */
function belongs(element: Element, root: Element, headline: Element | null): boolean {
  const article = [root, ...ancestorsOf(root)].find(({ tag }) => tag === 'article') ?? root;
  if (isWithin(element, article)) return true;
  let around = headline;
  for (let up = 0; around?.parent && up < 4 && around.parent.tag !== 'body'; up++) around = around.parent;
  return around !== null && isWithin(element, around);
}

const isByline = (each: Element): boolean => /\bauthor\b/.test(`${attribute(each, 'rel')} ${attribute(each, 'itemprop')}`) || leadsToAuthor(each) || nameWords.test(spaced(each)); // prettier-ignore

/** The people whom bylines name: those of links to the pages of authors before those of other links and of texts. */
function peopleIn(near: readonly Element[]): string[] {
  const links = near.flatMap((each) => (each.tag === 'a' ? [each] : findAll(each, ({ tag, attributes }) => tag === 'a' || /\bname\b/.test(attributes.get('itemprop') ?? '')))); // prettier-ignore
  const sure = links.filter((each) => attribute(each, 'rel') === 'author' || leadsToAuthor(each)).map(textOf);
  const ways = [() => sure.flatMap(namesIn), () => links.map(textOf).flatMap(namesIn), () => near.flatMap(namesWithin)];
  for (const names of ways) {
    const people = names().filter(isPerson);
    if (people.length > 0) return people;
  }
  // A name of one word is one where it leads to the page of its author.
  return sure.filter((name) => /^\p{Lu}\p{Ll}+$/u.test(name));
}

const leadsToAuthor = (each: Element): boolean => each.tag === 'a' && authorsPage.test(attribute(each, 'href'));

/** Addresses of pages that present one author. */
const authorsPage = /\/(?:authors?|autor(?:es|en|i)?|auteurs?|contributors?|journalists?|reporters?|columnists?|writers?|byline)\/[^/]+\/?$/i; // prettier-ignore

/** The names in a byline: of each of its parts by itself where the markup keeps more names apart so than its words do. */
function namesWithin(byline: Element): string[] {
  const whole = namesIn(textOf(byline)).filter(isPerson);
  const parts = [...textsIn(byline)].flatMap(namesIn).filter(isPerson);
  return parts.length >= whole.length ? parts : whole;
}

function* textsIn(element: Element): Generator<string> {
  for (const child of element.children) {
    if (child.type === 'text') yield child.value;
    else yield* textsIn(child);
  }
}

const spaced = (element: Element): string => namesOf(element).length > 300 ? '' : `${attribute(element, 'class')} ${attribute(element, 'id')}`.replace(/([a-z])(?=[A-Z])/g, '$1-').toLowerCase(); // prettier-ignore

/** "Author: Ann Lee" in an element of its own, whatever that is called: what stands behind the label. */
const label = /^(?:authors?|autor(?:in|en|es|a)?(?:\s?\/\s?autor(?:in)?)?|auteure?s?|autor[ie]|autrice|auteurs?|forfattere?|författare|kirjoittaja|yazar|penulis|автор|tekst|written by)\s*:?\s+(?=\S)/iu; // prettier-ignore

function labelledIn(page: Element, root: Element, headline: Element | null): string[] {
  const lines = findAll(page, (each) => /^(?:li|p|dd|div|span|td)$/.test(each.tag) && label.test(shortText(each, 90) ?? '')); // prettier-ignore
  return lines.filter((each) => !isOther(each, root, headline)).map((each) => textOf(each).replace(label, ''));
}

/** Bylines of other stories and of comments. What holds the headline or the story is neither, whatever it is called. */
function isOther(element: Element, root: Element, headline: Element | null): boolean {
  for (const above of [element, ...ancestorsOf(element)]) {
    if (isWithin(root, above) || (headline && isWithin(headline, above))) return false;
    if (/comment|related|teaser|sidebar|recommend|most-?read|footer|(?<!v)card|popular|latest|trending/.test(namesOf(above)) && above.tag !== 'body' && above.tag !== 'html') return true; // prettier-ignore
  }
  return false;
}

const and = '(?:and|und|et|och|og|e|y|en|ve|i|with|mit)';
const joiner = new RegExp(`\\s*(?:,\\s*(?:${and}\\s)?|;|\\||\\s&\\s|\\s\\/\\s|\\s[•·–—]\\s|\\s${and}\\s)\\s*`, 'iu');
const opening = /^(?:(?:written|story|text|words|reporting|report|review|opinion|column|posted|published|ein(?:e)? (?:artikel|analyse|kommentar|interview|reportage|gastbeitrag)|un article|artículo|kommentar|analysis|analyse|interview)\s+)?(?:by|von|par|por|di|da|door|af|av|text|autor|author|oleh|redaktion|penulis|tekst|foto|автор|written by)\s*:?\s+|^by(?=\p{Lu})/iu; // prettier-ignore
/** Who else had a hand in it: no author. */
const others = /\s*\b(?:illustrat(?:ed|ions?)|photo(?:s|graph(?:s|y|ed)?)?|graphics?|video|edited|translated|fotos?|bilder)\s+(?:by|von|par|por|di)\b.*$/iu; // prettier-ignore
/** What stands beside a name: an office, or a degree. */
const office = /\b(?:writers?|editors?|correspondents?|reporters?|contributors?|columnists?|chief|bureau|director|professor|producer|photographer|redakteur(?:in)?|korrespondent(?:in)?|journalist(?:e|in|a)?|correspondante?|corresponsal|redactora?)\b/iu; // prettier-ignore
const degree = /^(?:Dr|Prof|Ph\.?D|M\.?D|M\.?A|M\.?S|M\.?Sc|B\.?A|B\.?Sc|M\.?B\.?A|M\.?P\.?H|J\.?D|R\.?N|R\.?D\.?N?|D\.?O|Pharm\.?D|CFA|CPA|Jr|Sr)$/u; // prettier-ignore

function namesIn(text: string): string[] {
  const line = text.replace(/\s+/g, ' ').replace(/\([^()]*\)/g, ' ').trim(); // prettier-ignore
  const bare = line.replace(opening, '').trim().replace(opening, '').replace(others, '').trim(); // prettier-ignore
  const parts = bare.split(joiner).map((name) => name.replace(/\s+/g, ' ').trim().replace(/[.,:]$/, '')).filter((name) => name !== '' && name.length < 80 && !/^https?:|\S@\S+\.\w|^\d+$|^admin$/i.test(name)); // prettier-ignore
  // Beside a name stand posts and offices: "Ann Lee, professor of law at the university of the marsh".
  const named = parts.some(isPerson);
  return named ? parts.filter((part) => !office.test(part) && !degree.test(part) && (isPerson(part) || (part.split(' ').length < 4 && !/^\p{Ll}/u.test(part) && !/\.\w{2,3}$/.test(part)))) : parts; // prettier-ignore
}

/** Whether a text looks like the name of one person. */
export function isPerson(name: string): boolean {
  if (/[\d@_:!?"“”„/\\]/.test(name) || name.length > 50) return false;
  if (/\.(?:com|net|org|de|it|fr|co|info)\b|\b(?:redaktion|redacción|rédaction|redazione|redacción|staff|editor|editorial|newsroom|desk|team|news|admin|agency|agencies|agentur|press|media|correspondent|reporter|online|redakce|redakcja|redaksi|times|post|updated|published|posted|profil|profile|mehr|more|follow|twitter|email|share|contact|about)\b/iu.test(name)) return false; // prettier-ignore
  if (/^[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]{2,6}$/u.test(name)) return true;
  const words = name.split(/[\s\u00a0]+/);
  if (words.length < 2 || words.length > 6) return false;
  const capitals = words.filter((word) => /^(?:[\p{Lu}\p{Lo}\p{Lt}]|[dl]['’]\p{Lu})/u.test(word)).length;
  return capitals >= 2 && words.every((word) => /^(?:[\p{Lu}\p{Lo}\p{Lt}]|[dl]['’])/u.test(word) || word.length <= 4);
}

function unique(names: readonly string[]): string[] {
  return names.filter((name, at) => names.findIndex((other) => folded(other) === folded(name)) === at);
}
