import { parseHtml, type Element } from './tree/dom.ts';
import { addressOf, readFacts, type PageFacts } from './facts/facts.ts';
import type { Known } from './facts/known.ts';
import { folded } from './tree/folded.ts';
import { readJsonLd } from './facts/json-ld.ts';
import { resolver } from './files/beside.ts';
import { readMetas } from './facts/meta.ts';
import { piecesOf } from './blocks/pieces.ts';
import { noticeKindOf } from './blocks/signs.ts';
import type { Piece, Removed } from './blocks/piece.ts';
import { between, isNamedStandfirst, leadFigures, readOpening, type Opening } from './opening.ts';
import { readHeadline } from './facts/page-headline.ts';
import { findStory, ownArticle } from './story.ts';
import { findAll, isWithin, textOf } from './tree/tree.ts';

/** A saved page, cut into blocks. */
export interface Cut {
  facts: PageFacts;
  /** The blocks from the headline on: what stands between it and the story's own element, then that element's. */
  pieces: Piece[];
  /** All that the page calls its headline somewhere. */
  titles: readonly string[];
  /** Those of the blocks that stand outside the story's own element. */
  leading: Set<Piece>;
  opening: Opening;
  removed: Removed[];
  /** Short texts around the headline that are no part of the story: bylines, dates. */
  headTexts: string[];
}

export interface PageOptions {
  /** The page's address, where it is known from elsewhere. */
  address?: string | null;
  /** The name of a picture that the page's file holds itself; null for any other address. */
  embedded?: (address: string) => string | null;
}

/**
 * Cuts a saved page into blocks. Pure: nothing in it runs, nothing is loaded.
 *
 * @throws TooDeep
 */
export function cutPage(text: string, options: PageOptions = {}): Cut {
  const page = parseHtml(withoutClipboardHead(text));
  const metas = readMetas(page);
  const address = addressOf(page, metas, text) ?? options.address ?? null;
  const linked = readJsonLd(page, address);
  const known: Known = { page, metas, linked, address };
  const place = findStory(page, storyTest(linked?.body ?? null));
  const { survey } = place;
  const headline = readHeadline(known, place.root);
  const root = ownArticle(place, headline.element);
  const facts = readFacts(known, root, headline);
  const reading = {
    survey,
    root,
    base: address,
    resolve: resolver(address, options.embedded ?? (() => null)),
    keep: () => false,
  };
  const above = between(headline.element, root);
  const lead = piecesOf([...leadFigures(headline.element, root, above, survey), ...above], { ...reading, keep: (element) => isNamedStandfirst(element, null) && textOf(element).length > 25 }); // prettier-ignore
  const story = piecesOf([root, ...noticesBelow(root)], reading);
  const pieces = [...lead.pieces, ...story.pieces];
  const descriptions = [facts.description, linked?.description ?? null, linked?.alternative ?? null].filter((text): text is string => text !== null); // prettier-ignore
  const opening = readOpening(pieces, { leading: lead.pieces.length, headline: headline.element, root, survey, descriptions, titles: headline.told }); // prettier-ignore
  facts.standfirst = opening.standfirst.map(({ text: words }) => words.replace(/\s+/g, ' ')).join(' ') || null;
  const removed = [...lead.removed, ...story.removed];
  const near = (element: Element) => Math.abs(survey.of(element).order - (headline.element ? survey.of(headline.element).order : 0)) < 120; // prettier-ignore
  const headTexts = [...removed.filter(({ element, text: words }) => words.length < 300 && near(element)).map(({ text: words }) => words), ...[...opening.head].filter((piece) => !opening.standfirst.includes(piece)).map((piece) => piece.text)]; // prettier-ignore
  return { facts, pieces, titles: headline.told, leading: new Set(lead.pieces), opening, removed, headTexts };
}

/** What Windows writes before the HTML of a clipboard, and the marks around the selection. */
function withoutClipboardHead(text: string): string {
  if (!/^Version:[\d.]+\s+StartHTML:/i.test(text)) return text;
  const start = text.indexOf('<!--StartFragment-->');
  const end = text.indexOf('<!--EndFragment-->');
  return text.slice(start >= 0 ? start + 20 : text.indexOf('<'), end > start ? end : undefined);
}

/** Corrections and disclaimers that stand below the story, in the article's own element. */
function noticesBelow(root: Element): Element[] {
  let article: Element = root;
  while (article.tag !== 'article' && article.parent && article.parent.tag !== 'body') article = article.parent;
  if (article === root || article.tag !== 'article') return [];
  const notices = findAll(article, (each) => noticeKindOf(each) !== null);
  return notices.filter((each) => !isWithin(each, root) && each.line >= root.line);
}

/** Tells paragraphs that the page's data gives as the story's text; null where it gives too little to go by. */
function storyTest(body: string | null): ((element: Element) => boolean) | null {
  if (body === null || body.length < 400) return null;
  const whole = folded(body).replaceAll(' ', '');
  return (element) => {
    const own = folded(textOf(element)).replaceAll(' ', '');
    return own.length < 40 || whole.includes(own.slice(0, 40)) || whole.includes(own.slice(-40));
  };
}
