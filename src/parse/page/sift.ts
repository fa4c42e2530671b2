import type { Element } from '../../html/tree/dom.ts';
import { folded } from '../../html/tree/folded.ts';
import type { Piece } from '../../html/blocks/piece.ts';
import { lengthOf } from '../../html/tree/survey.ts';
import { attribute, isWithin, textOf } from '../../html/tree/tree.ts';
import { isFurniture } from '../paste/furniture.ts';
import { isPointer, opensList } from '../paste/further-reading.ts';
import { isLabel } from './labels.ts';

/** A block of the page that is no part of the story, and why. */
export interface Dropped {
  piece: Piece;
  why: string;
}

const linkedPart = (piece: Piece): number => piece.links / Math.max(1, piece.text.length);
/** A paragraph as stories have them. */
const isProse = (piece: Piece): boolean =>
  piece.kind === 'paragraph' && lengthOf(piece.text) >= 80 && linkedPart(piece) < 0.5;
const always = new Set(['figure', 'post', 'rule', 'code', 'media', 'notice', 'live', 'qa']);

/** Which of a page's blocks are the story, and what the others are. */
export function sift(
  pieces: readonly Piece[],
  headlines: readonly string[],
  leading: ReadonlySet<Piece>,
): { kept: Piece[]; dropped: Dropped[] } {
  const dropped: Dropped[] = [];
  const titles = headlines.map(folded).filter((title) => title !== '');
  const begins = pieces.findIndex(isProse);
  const lists = furtherReading(pieces);
  const cards = cardsOf(pieces);
  const often = repeated(pieces);
  let kept = pieces.filter((piece, at) => {
    const why = lists.has(at)
      ? 'leads to other stories'
      : cards.has(piece)
        ? 'belongs to the title of another page'
        : often.has(piece.text)
          ? 'stands again and again'
          : whyNot(piece, titles, leading, at <= begins);
    if (why !== null) dropped.push({ piece, why });
    return why === null;
  });
  const shown = new Set<string>();
  kept = kept.filter((piece) => {
    if (piece.kind !== 'figure' || piece.text.trim() === '') return true;
    const key = figureKey(piece);
    const again = shown.has(key);
    shown.add(key);
    return !again;
  });
  const around = outsideBody(kept);
  kept = kept.filter((piece) => {
    if (around.has(piece)) dropped.push({ piece, why: 'stands apart from the story' });
    return !around.has(piece);
  });
  kept = kept.filter((piece, at) => {
    if (piece.kind !== 'heading' || leadsOn(kept, at)) return true;
    dropped.push({ piece, why: 'a heading with nothing below it' });
    return false;
  });
  return { kept, dropped };
}

/**
 * By which a figure is told that stands twice, for wide screens and for narrow ones: its words, and where these are a
 * credit alone, which several pictures may share, the picture as well.
 */
function figureKey({ node, text }: Piece): string {
  const source = node.type === 'pageFigure' && lengthOf(text) < 40 ? node.images[0]?.src.replace(/[?#].*$/, '') : '';
  return `${source ?? ''} ${folded(text)}`;
}

/** A subhead with nothing under it led to something that is gone. */
function leadsOn(pieces: readonly Piece[], at: number): boolean {
  return pieces.slice(at + 1).some(({ kind }) => kind !== 'figure' && kind !== 'rule' && kind !== 'heading');
}

function whyNot(piece: Piece, titles: readonly string[], leading: ReadonlySet<Piece>, above: boolean): string | null {
  if (always.has(piece.kind)) return null;
  const { kind, text } = piece;
  const length = lengthOf(text);
  const linked = linkedPart(piece);
  if (leading.has(piece)) {
    // Above the story's own element stand pictures and first paragraphs; the rest is bylines, dates and buttons.
    if (kind !== 'paragraph' || length <= 80 || linked >= 0.3) return 'stands between headline and story';
  }
  if (kind === 'quote') return linked > 0.8 ? 'a link to another page' : null;
  if (length < 300 && saysHeadline(folded(text), titles, above || piece.element.tag === 'h1'))
    return 'repeats the headline';
  if (kind === 'heading')
    return linked > 0.8 ? 'the title of another page' : isLabel(text) || isFurniture(text) ? 'a label' : null;
  if (kind === 'list' || kind === 'table') return linked >= 0.6 ? 'a list of links' : isLabel(text) ? 'a label' : null;
  return whyNoParagraph(text, linked, length);
}

function whyNoParagraph(text: string, linked: number, length: number): string | null {
  if (isLabel(text) || isFurniture(text)) return 'labels of buttons and menus';
  if (isPointer(text) && (linked > 0.2 || length < 120)) return 'points to another story';
  if (linked > 0.75 && length < 300 && !/^https?:\/\/\S+$/.test(text.trim())) return 'a link to another page';
  return null;
}

/** Whether a line is the headline: word for word, or, above the story, in another wording or with its kicker. */
function saysHeadline(own: string, titles: readonly string[], above: boolean): boolean {
  if (titles.includes(own)) return true;
  if (!above || own.length < 12) return false;
  const words = own.split(' ');
  return titles.some((title) => {
    const known = new Set(title.split(' '));
    return (
      (title.length > 11 && own.length < title.length + 80 && own.includes(title)) ||
      (words.length > 3 && words.filter((word) => known.has(word)).length >= 0.7 * words.length)
    );
  });
}

/** Places of lists of further reading: what opens one ("Read more"), and the titles below it. */
function furtherReading(pieces: readonly Piece[]): Set<number> {
  const found = new Set<number>();
  for (let at = 0; at < pieces.length; at++) {
    const piece = pieces[at]!;
    if (!(piece.kind === 'heading' || piece.kind === 'paragraph') || !opensList(piece.text.trim())) continue;
    let to = at;
    while (to + 1 < pieces.length && to - at < 14 && isTitle(pieces[to + 1]!)) to++;
    const last = !pieces.slice(to + 1).some(isProse);
    if (to === at && piece.kind === 'paragraph' && !last && piece.links === 0) continue;
    for (let each = at; each <= to; each++) found.add(each);
    at = to;
  }
  return found;
}

const signatureOf = (element: Element): string => `${element.tag}.${attribute(element, 'class')}`;

/**
 * What stands before the first and after the last of the story's own paragraphs, in a part of the page of its own: the
 * paragraphs of a story are alike, and so are the elements that hold them.
 */
function outsideBody(pieces: readonly Piece[]): Set<Piece> {
  const weight = new Map<string, number>();
  const keyOf = (piece: Piece) =>
    `${signatureOf(piece.element)} ${piece.element.parent ? signatureOf(piece.element.parent) : ''}`;
  let whole = 0;
  for (const piece of pieces) {
    if (piece.kind !== 'paragraph') continue;
    weight.set(keyOf(piece), (weight.get(keyOf(piece)) ?? 0) + piece.text.length);
    whole += piece.text.length;
  }
  const [main, most] = [...weight].reduce<[string, number]>((one, other) => (other[1] > one[1] ? other : one), ['', 0]);
  const found = new Set<Piece>();
  if (most === 0 || most < 0.55 * whole) return found;
  const isMain = (piece: Piece) => piece.kind === 'paragraph' && keyOf(piece) === main;
  const first = pieces.findIndex(isMain);
  const last = pieces.findLastIndex(isMain);
  const holders = new Set([pieces[first]!.element.parent, pieces[last]!.element.parent]);
  for (const [at, piece] of pieces.entries()) {
    if (at >= first && at <= last) continue;
    if ((always.has(piece.kind) && piece.kind !== 'code') || holders.has(piece.element.parent)) continue;
    if (at < first) {
      if (lengthOf(piece.text) < 80 || linkedPart(piece) >= 0.3) found.add(piece);
    } else if (!(at === last + 1 && lengthOf(piece.text) >= 250 && linkedPart(piece) < 0.1)) found.add(piece);
  }
  return found;
}

/** Texts of paragraphs that stand three times or more. */
function repeated(pieces: readonly Piece[]): Set<string> {
  const count = new Map<string, number>();
  for (const { kind, text } of pieces)
    if ((kind === 'paragraph' || kind === 'heading') && text.length > 150) count.set(text, (count.get(text) ?? 0) + 1);
  return new Set([...count].flatMap(([text, times]) => (times > 2 ? [text] : [])));
}

/** So much text stands in the frame of one link to another story at most. */
const card = 700;

/** What stands in one small frame with a heading that is a link: the teaser of another story. */
function cardsOf(pieces: readonly Piece[]): Set<Piece> {
  const found = new Set<Piece>();
  for (const [at, piece] of pieces.entries()) {
    if (piece.kind !== 'heading' || linkedPart(piece) < 0.3) continue;
    const near = pieces.slice(Math.max(0, at - 6), at + 10);
    let frame: Element = piece.element;
    while (frame.parent && textOf(frame.parent).length <= card && near.filter((other) => isWithin(other.element, frame.parent!)).length < near.length) frame = frame.parent; // prettier-ignore
    const inside = near.filter((other) => isWithin(other.element, frame) && other.kind !== 'post');
    if (linkedPart(piece) < 0.8 && inside.length < 2) continue;
    for (const other of inside) found.add(other);
  }
  return found;
}

function isTitle(piece: Piece): boolean {
  if (piece.kind === 'figure' || piece.kind === 'rule') return true;
  if (piece.kind === 'list') return linkedPart(piece) > 0.4;
  if (piece.kind === 'heading') return linkedPart(piece) > 0.5;
  return (
    piece.kind === 'paragraph' &&
    (linkedPart(piece) > 0.5 || (lengthOf(piece.text) < 80 && !/[.!?]["”»]?$/.test(piece.text)))
  );
}
