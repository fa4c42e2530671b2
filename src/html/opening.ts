import type { Element } from './tree/dom.ts';
import { folded } from './tree/folded.ts';
import type { Piece } from './blocks/piece.ts';
import { lengthOf, type Survey } from './tree/survey.ts';
import { attribute, findAll, isWithin } from './tree/tree.ts';

/** The parts of the page between headline and story, where the story's element does not hold the headline. */
export function between(headline: Element | null, root: Element): Element[] {
  if (!headline || isWithin(headline, root) || isWithin(root, headline)) return [];
  let common: Element | null = root.parent;
  while (common && !isWithin(headline, common)) common = common.parent;
  const found: Element[] = [];
  if (!common) return found;
  let started = false;
  const walk = (element: Element): boolean => {
    for (const child of element.children) {
      if (child.type !== 'element') continue;
      if (child === root) return true;
      if (child === headline) started = true;
      else if (isWithin(root, child) || isWithin(headline, child)) {
        if (walk(child)) return true;
      } else if (started) found.push(child);
    }
    return false;
  };
  // A story above its headline has none between.
  return walk(common) && started ? found : [];
}

/** Figures of the page's head that stand neither in the story nor between the headline and it. */
export function leadFigures(
  headline: Element | null,
  root: Element,
  taken: readonly Element[],
  survey: Survey,
): Element[] {
  if (!headline) return [];
  let common: Element = root;
  while (common.parent && !isWithin(headline, common)) common = common.parent;
  if (common === root || common.tag === 'body' || common.tag === 'html') return [];
  const first = survey.of(root).order;
  const isOut = (element: Element): boolean => {
    for (let at: Element | null = element; at && at !== common; at = at.parent) if (survey.of(at).doubt !== 'none' && survey.of(at).doubt !== 'weak') return true; // prettier-ignore
    return false;
  };
  return findAll(common, ({ tag }) => tag === 'figure').filter((each) => survey.of(each).order < first && !taken.some((one) => isWithin(each, one)) && !isOut(each)); // prettier-ignore
}

const standfirstNames = /(?:^|[\s_-])(?:stand-?first|deck?|sub-?title|sub-?headline|sub-?heading|subhead|summary|summery|lead|lede|lead-?text|leadin|intro|introduction|introtext|chapeau|chapo|entradilla|sumario|bajada|copete|abstract|description|excerpt|vorspann|ingress|manchet|perex|sommario|catenaccio|sottotitolo|resumo|gravatas|linha-?fina|olho|preamble|anons|teaser-?text|article-?teaser|teaser|strapline|blurb|synopsis|tagline|hook|nutgraf|nut-?graph|zajawka|rezumat|spoiler|underrubrik|underrubrikk|ondertitel|voorspann?|einleitung|unterzeile|dachtext|anriss|kurztext|excerpto|cintillo|sapo|spot|premise|topper|preface|einstieg|anlauf|anlauftext|header-?text|lead-?paragraph|first-?paragraph|leadin-?text)(?=$|[\s_-]|\d)/; // prettier-ignore

const spaced = (element: Element): string => `${attribute(element, 'class')} ${attribute(element, 'id')} ${attribute(element, 'data-testid')} ${attribute(element, 'data-component')}`.replace(/([a-z])(?=[A-Z])/g, '$1-').toLowerCase(); // prettier-ignore

/** Whether an element is called what standfirsts are called, itself or in one of the two around it. */
export function isNamedStandfirst(element: Element, root: Element | null): boolean {
  if (/\b(?:description|alternativeHeadline|abstract)\b/.test(attribute(element, 'itemprop'))) return true;
  let at: Element | null = element;
  for (let up = 0; at && up < 3 && at !== root && at.tag !== 'body'; up++, at = at.parent)
    if (standfirstNames.test(spaced(at))) return true;
  return false;
}

export interface Opening {
  /** The pieces that the standfirst is made of: several where the page sets each of its sentences by itself. */
  standfirst: Piece[];
  /** Pieces that belong to the head of the page and not to the story. */
  head: Set<Piece>;
}

/** How far down, in pieces, a standfirst is looked for. */
const reach = 12;

/**
 * What of the first pieces is the head of the page: what stands above the headline, and the standfirst.
 *
 * @param leading how many of the pieces stand before the story's own element
 */
export function readOpening(
  pieces: readonly Piece[],
  {
    leading,
    headline,
    root,
    survey,
    descriptions,
    titles,
  }: {
    leading: number;
    headline: Element | null;
    root: Element;
    survey: Survey;
    descriptions: readonly string[];
    titles: readonly string[];
  },
): Opening {
  const head = new Set<Piece>();
  const order = headline ? survey.of(headline).order : -1;
  const above = pieces.filter((piece) => survey.of(piece.element).order < order && !isWithin(headline!, piece.element));
  // A page that has much of its story above its headline has another one.
  const told = above.reduce((sum, { kind, text }) => sum + (kind === 'paragraph' ? lengthOf(text) : 0), 0);
  if (told < 600) for (const piece of above) if (piece.kind !== 'figure') head.add(piece);
  const said = descriptions.map(folded).filter((text) => text.length > 20);
  const named = titles.map(folded).filter((title) => title !== '');
  const unlike = unlikeOthers(pieces.filter((piece) => !head.has(piece) && piece.element !== headline && !(piece.kind === 'paragraph' && !mayBe(piece, named)))); // prettier-ignore
  let standfirst: Piece | null = null;
  let most = 0;
  let paragraphs = 0;
  const open = pieces.filter((piece) => !head.has(piece)).slice(0, reach + leading);
  for (const [at, piece] of open.entries()) {
    if (piece.element === headline || piece.element.tag === 'h1' || !mayBe(piece, named)) continue;
    const own = folded(piece.text);
    const before = pieces.indexOf(piece) < leading || inHeader(piece.element, root);
    const told = said.some((text) => alike(own, text) || (text.length > 60 && own.includes(text)));
    const called = isNamedStandfirst(piece.element, root);
    const heading = piece.kind === 'heading' && paragraphs === 0 && at < 6 + leading;
    const worth = (told && (heading || piece.bold || before || called || (paragraphs === 0 && unlike.has(piece))) ? 4 : 0) + (called && paragraphs < 2 ? 3 : 0) + (before && isSentence(piece) ? 1.5 : 0) + (heading && lengthOf(piece.text) > 60 && paragraphs === 0 ? 2 : 0) + ((piece.bold || unlike.has(piece)) && paragraphs === 0 && isSentence(piece) && lengthOf(piece.text) > 80 && lengthOf(piece.text) < 600 ? 2 : 0); // prettier-ignore
    if (worth > most) [standfirst, most] = [piece, worth];
    if (piece.kind === 'paragraph' && lengthOf(piece.text) > 60 && ++paragraphs > 2) break;
  }
  const parts = standfirst ? partsOf(standfirst, open, said) : [];
  for (const part of parts) head.add(part);
  return { standfirst: parts, head };
}

/** So long is a sentence that a page sets as a line of its standfirst. */
const line = 160;

/** A standfirst with its other parts: what stands in its element, and the lines around it that the page's description has too. */
function partsOf(standfirst: Piece, open: readonly Piece[], said: readonly string[]): Piece[] {
  if (standfirst.kind !== 'paragraph') return [standfirst];
  const own = folded(standfirst.text);
  const isPart = (piece: Piece | undefined): boolean => {
    if (piece?.kind !== 'paragraph' || lengthOf(piece.text) < 20 || lengthOf(piece.text) > 500) return false;
    if (piece.element === standfirst.element) return true;
    const text = folded(piece.text);
    return lengthOf(piece.text) <= line && lengthOf(standfirst.text) <= line && said.some((whole) => whole.length > own.length + text.length && whole.includes(own) && whole.includes(text)); // prettier-ignore
  };
  const at = open.indexOf(standfirst);
  let [from, to] = [at, at];
  while (isPart(open[from - 1])) from--;
  while (isPart(open[to + 1])) to++;
  return open.slice(from, to + 1);
}

/** Whether an element stands in the header of the story. */
function inHeader(element: Element, root: Element): boolean {
  for (let at: Element | null = element; at && at !== root; at = at.parent) if (at.tag === 'header') return true;
  return false;
}

/** The first paragraph, where it has a class of its own and those of the story have another, or none. */
function unlikeOthers(pieces: readonly Piece[]): Set<Piece> {
  const paragraphs = pieces.filter(({ kind, text }) => kind === 'paragraph' && lengthOf(text) > 60);
  const [first, second, third] = paragraphs;
  if (!first || !second || !third || paragraphs.length < 5) return new Set();
  const classOf = ({ element }: Piece) => `${element.tag} ${attribute(element, 'class')}`;
  const alone = classOf(first) !== classOf(second) && classOf(second) === classOf(third); // prettier-ignore
  return alone && paragraphs.filter((piece) => classOf(piece) === classOf(first)).length === 1
    ? new Set([first])
    : new Set();
}

/** Whether a piece could be a standfirst at all: a sentence or two of its own words, neither headline, caption nor date. */
function mayBe(piece: Piece, titles: readonly string[]): boolean {
  if (piece.kind === 'list') return piece.links === 0 && lengthOf(piece.text) < 700;
  if (piece.kind !== 'paragraph' && piece.kind !== 'heading') return false;
  const length = lengthOf(piece.text);
  if (length < 20 || length > 900 || piece.links > 0.5 * piece.text.length) return false;
  const own = folded(piece.text);
  if (titles.some((title) => own.includes(title) || title.includes(own) || alike(own, title) || sharesWords(own, title))) return false; // prettier-ignore
  if ((piece.text.match(/\d/g)?.length ?? 0) > 0.2 * piece.text.length) return false;
  return !notSaid.test(piece.text);
}

/** Whether most words of a short text are the title's. */
function sharesWords(own: string, title: string): boolean {
  const words = own.split(' ');
  const known = new Set(title.split(' '));
  return words.length < 16 && words.filter((word) => known.has(word)).length >= 0.65 * words.length;
}

/** Signs of a caption, a byline or a line of dates. */
const notSaid = /^(?:\s*(?:by|von|par|por|photo|foto|image|bild|credit|updated|published|posted)\b.{0,60}$|\s*©)|\b(?:bild|foto|photo|image|quelle|credit|source)\s?:\s?[^.]{2,40}$|\|\s*(?:updated|published|last updated|\d)|\|\s?published|\b\d{1,2}:\d\d\b.{0,12}$|(?:min(?:ute)?s? read|nuotr\.)$/iu; // prettier-ignore

const isSentence = (piece: Piece): boolean => lengthOf(piece.text) > 40 && /[.!?…»”"]\s*$/u.test(piece.text);

/** Whether two texts are one, or one the beginning of the other. */
function alike(one: string, other: string): boolean {
  if (one === other) return true;
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return short.length > 40 && long.startsWith(short.slice(0, Math.max(40, Math.floor(short.length * 0.8))));
}
