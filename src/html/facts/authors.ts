import type { Element } from '../tree/dom.ts';
import type { Known } from './known.ts';
import { folded } from '../tree/folded.ts';
import { isHidden } from '../tree/furniture.ts';
import { allMetas, metaOf } from './meta.ts';
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
  const isHouse = (name: string) => houses.has(folded(name)) || [...houses].some((house) => house.length > 4 && folded(name).replaceAll(' ', '') === house.replaceAll(' ', '')); // prettier-ignore
  const ofLinked = unique((linked?.authors ?? []).flatMap(namesIn));
  const ofMetas = unique(allMetas(metas, 'author', 'article:author', 'article:author_name', 'authors', 'byl', 'parsely-author', 'sailthru.author', 'dc.creator', 'dcterms.creator', 'citation_author', 'cxenseparse:author', 'og:article:author', 'og:author').filter((name) => !/^https?:|^\/|facebook\.com|\bwww\.|\w\.(?:com|net|org|de|fr|es|it)\b/i.test(name)).flatMap(namesIn)); // prettier-ignore
  const people = (names: readonly string[]) => names.some((name) => isPerson(name) && !isHouse(name));
  const agencies = unique((linked?.houses ?? []).flatMap(namesIn)).filter((name) => !isHouse(name) && name.length < 30);
  if (people(ofLinked)) return unique([...ofLinked.filter((name) => !isHouse(name)), ...agencies]);
  if (people(ofMetas)) return ofMetas;
  const shown = unique(bylines(page, root, headline).flatMap(namesIn)).filter(
    (name) => isPerson(name) && !isHouse(name),
  );
  // The byline of an agency says more than its name, and is no other author.
  const same =
    shown.length > 0 && shown.every((name) => ofLinked.some((known) => folded(name).startsWith(`${folded(known)} `)));
  if (shown.length > 0 && shown.length < 7) return same ? ofLinked : shown;
  const told = unique(labelledIn(page).flatMap(namesIn)).filter((name) => isPerson(name) && !isHouse(name));
  if (told.length > 0 && told.length < 5) return told;
  const ofData = unique([...ofLinked, ...(linked?.houses ?? []).flatMap(namesIn)]);
  const houseNames = ofData.length > 0 ? ofData : ofMetas;
  const others = houseNames.filter((name) => !isHouse(name));
  return others.length > 0 ? others : houseNames;
}

const nameWords = /(?:^|[\s_-])(?:author|authors|byline|bylines|writer|autor|autora|autores|auteur|auteurs|autore|firma|signature|reporter|journalist|redactor|penulis|schrijver|forfatter|journaliste|skribent|kirjoittaja|verfasser|contributor|creator|p-author|credit-?author)(?=$|[\s_-]|\d)/; // prettier-ignore

/** The texts of elements that are called bylines, near the headline or in the story, the innermost names first. */
function bylines(page: Element, root: Element, headline: Element | null): string[] {
  const marked = findAll(page, (each) => /\bauthor\b/.test(`${attribute(each, 'rel')} ${attribute(each, 'itemprop')}`) || (each.tag !== 'body' && each.tag !== 'html' && each.tag !== 'article' && nameWords.test(spaced(each)))); // prettier-ignore
  const near = marked.filter((each) => !isHidden(each) && textOf(each).length < 200 && !isOther(each) && belongs(each, root, headline)); // prettier-ignore
  const links = near.flatMap((each) => findAll(each, ({ tag, attributes }) => tag === 'a' || /\bname\b/.test(attributes.get('itemprop') ?? '')).map(textOf)).filter((text) => namesIn(text).some(isPerson)); // prettier-ignore
  return links.length > 0 ? links : near.map(textOf);
}

const spaced = (element: Element): string => namesOf(element).length > 300 ? '' : `${attribute(element, 'class')} ${attribute(element, 'id')}`.replace(/([a-z])(?=[A-Z])/g, '$1-').toLowerCase(); // prettier-ignore

/** "Author: Ann Lee" in an element of its own, whatever that is called: what stands behind the label. */
const label = /^(?:authors?|autor(?:in|en|es|a)?(?:\s?\/\s?autor(?:in)?)?|auteure?s?|autor[ie]|autrice|auteurs?|forfattere?|författare|kirjoittaja|yazar|penulis|автор|tekst|written by)\s*:?\s+(?=\S)/iu; // prettier-ignore

function labelledIn(page: Element): string[] {
  const lines = findAll(page, (each) => /^(?:li|p|dd|div|span|td)$/.test(each.tag) && label.test(shortText(each, 90) ?? '')); // prettier-ignore
  return lines.filter((each) => !isOther(each)).map((each) => textOf(each).replace(label, ''));
}

/** Bylines of other stories and of comments. */
function isOther(element: Element): boolean {
  for (const above of [element, ...ancestorsOf(element)])
    if (/comment|related|teaser|sidebar|recommend|most-?read|footer|card|popular|latest|trending/.test(namesOf(above)) && above.tag !== 'body' && above.tag !== 'html') return true; // prettier-ignore
  return false;
}

/** In the story, or in one of the four elements around the headline. */
function belongs(element: Element, root: Element, headline: Element | null): boolean {
  if (isWithin(element, root)) return true;
  let around = headline;
  for (let up = 0; around?.parent && up < 4 && around.parent.tag !== 'body'; up++) around = around.parent;
  return around !== null && isWithin(element, around);
}

const joiner = /\s*(?:,|;|\||\s&\s|\s\/\s|\s[•·–—]\s|\s(?:and|und|et|och|og|e|y|en|ve|i|with|mit)\s)\s*/u;
const opening = /^(?:(?:written|story|text|words|reporting|posted|published|ein(?:e)? (?:artikel|analyse|kommentar|interview|reportage|gastbeitrag)|un article|artículo|kommentar|analyse|interview)\s+)?(?:by|von|par|por|di|da|door|af|av|text|autor|author|oleh|redaktion|penulis|tekst|foto|автор|written by)\s*:?\s+/iu; // prettier-ignore

function namesIn(text: string): string[] {
  const bare = text.replace(/\s+/g, ' ').replace(/\([^()]*\)/g, ' ').trim().replace(opening, '').trim(); // prettier-ignore
  const parts = bare.split(joiner).map((name) => name.replace(/\s+/g, ' ').trim().replace(/[.,:]$/, '')).filter((name) => name !== '' && name.length < 80 && !/^https?:|\S@\S+\.\w|^\d+$/.test(name)); // prettier-ignore
  // Beside a name stand posts and offices: "Ann Lee, professor of law at the university of the marsh".
  const named = parts.some(isPerson);
  return named ? parts.filter((part) => isPerson(part) || (part.split(' ').length < 4 && !/^\p{Ll}/u.test(part) && !/\.\w{2,3}$/.test(part))) : parts; // prettier-ignore
}

/** Whether a text looks like the name of one person. */
export function isPerson(name: string): boolean {
  if (/[\d@_:!?"“”„/\\]/.test(name) || name.length > 50) return false;
  if (/\.(?:com|net|org|de|it|fr|co|info)\b|\b(?:redaktion|redacción|rédaction|redazione|redacción|staff|editor|editorial|newsroom|desk|team|news|admin|agency|agencies|agentur|press|media|correspondent|reporter|online|redakce|redakcja|redaksi|times|post|profil|profile|mehr|more|follow|twitter|email|share|contact|about)\b/iu.test(name)) return false; // prettier-ignore
  if (/^[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]{2,6}$/u.test(name)) return true;
  const words = name.split(/[\s\u00a0]+/);
  if (words.length < 2 || words.length > 6) return false;
  const capitals = words.filter((word) => /^(?:[\p{Lu}\p{Lo}\p{Lt}]|[dl]['’]\p{Lu})/u.test(word)).length;
  return capitals >= 2 && words.every((word) => /^(?:[\p{Lu}\p{Lo}\p{Lt}]|[dl]['’])/u.test(word) || word.length <= 4);
}

function unique(names: readonly string[]): string[] {
  return names.filter((name, at) => names.findIndex((other) => folded(other) === folded(name)) === at);
}
