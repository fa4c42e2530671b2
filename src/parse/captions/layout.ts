import type { Paragraph, Root, RootContent } from 'mdast';
import { readByline } from '../head/byline.ts';
import { markerLine } from './caption-marker.ts';
import { readDateLine } from '../dates/dates-in-line.ts';
import { isFurniture } from '../paste/furniture.ts';
import { textOf } from '../text/phrasing.ts';
import { isPlainLatin, latinLetters } from '../text/plain-latin.ts';
import { untold } from '../lines/told-lines.ts';
import type { Context } from '../recogniser.ts';

/** A top-level node and how it stands among the file's lines. */
export interface Place {
  node: RootContent;
  /** Null where the node is no paragraph. */
  paragraph: Paragraph | null;
  text: string;
  words: number;
  /** Blank lines above and below; null in Markdown, where a paragraph has always one. */
  gapAbove: number | null;
  gapBelow: number | null;
  /** Whether no other node stands on the line above: blank, or taken into the article's head. */
  detached: boolean;
  /** Whether the line right above names the author or the date: what stands below it is no standfirst. */
  signed: boolean;
  /** A line alone, right above or with one blank line between, that says that a picture stood there. */
  marker: 'strong' | 'weak' | null;
  /** How likely its line is a caption, a credit, of the page's frame; null where no model has seen it. */
  told: { caption: number; credit: number; furniture: number } | null;
}

/** From how likely on a line may be the caption of a credit beside it, and be one by itself; below what it is none. */
export const captionLikely = { beside: 0.5, alone: 0.95, hardly: 0.02 };

/** The top-level nodes of a tree, with their places. */
export function placesOf(root: Root, context: Context): Place[] {
  return root.children.map((node, index): Place => {
    const paragraph = node.type === 'paragraph' ? node : null;
    const text = paragraph ? textOf(paragraph.children) : '';
    const pasted = context.form === 'pasted' && node.position !== undefined;
    const start = node.position?.start.line ?? 1;
    const end = node.position?.end.line ?? 1;
    return {
      node,
      paragraph,
      text,
      words: countWords(text),
      gapAbove: pasted ? blanks(context.lines, start - 2, -1) : null,
      detached: root.children[index - 1]?.position?.end.line !== start - 1,
      signed: pasted && index < 3 && isSigned(context.lines, start - 2, context.language),
      gapBelow: pasted ? blanks(context.lines, end, 1) : null,
      marker: pasted ? markerAbove(context.lines, start - 2) : null,
      told: pasted && context.told !== untold ? toldOf(start, context) : null,
    };
  });
}

function toldOf(line: number, { told }: Context) {
  return { caption: told(line, 'caption'), credit: told(line, 'credit'), furniture: told(line, 'furniture') };
}

function isSigned(lines: readonly string[], index: number, language: string): boolean {
  let at = index;
  while (at > index - 3 && isFurniture(lines[at]?.trim() ?? '')) at--;
  const text = lines[at]?.trim() ?? '';
  return text !== '' && (readDateLine(text, language) !== null || readByline(text, false) !== null);
}

const latinWord = new RegExp(`[${latinLetters}][${latinLetters}'’-]*`, 'g');

function countWords(text: string): number {
  if (isPlainLatin(text)) return text.match(latinWord)?.length ?? 0;
  const signs = text.match(/[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/gu)?.length ?? 0;
  return (text.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’-]*/gu)?.length ?? 0) + Math.floor(signs / 3);
}

function isBlank(line: string | undefined): boolean {
  return line !== undefined && !/[^\s\u200b\ufeff]/u.test(line);
}

/** Blank lines from `index` on in one direction; the file's edge counts as much space. */
function blanks(lines: readonly string[], index: number, step: 1 | -1): number {
  let count = 0;
  for (let at = index; ; at += step) {
    if (at < 0 || at >= lines.length) return count + 2;
    if (!isBlank(lines[at])) return count;
    count += 1;
  }
}

function markerAbove(lines: readonly string[], index: number): Place['marker'] {
  const near = lines[index];
  if (near === undefined) return null;
  if (!isBlank(near)) return markerLine(near);
  const above = lines[index - 1];
  return above !== undefined && !isBlank(above) && markerLine(above) !== null ? 'weak' : null;
}

/** Whether the file sets blank lines between its paragraphs, so that neighbouring lines mean something. */
export function hasBlankLines(places: readonly Place[]): boolean {
  const paragraphs = places.filter((place) => place.paragraph !== null && place.gapAbove !== null);
  return paragraphs.filter((place) => (place.gapAbove ?? 0) > 0).length * 2 > paragraphs.length;
}

/** A credit line and the paragraph above it, which may be its caption. */
interface Above {
  credit: Place;
  above: Place;
  /** Blank lines between the two. */
  gap: number;
  /** Whether no paragraph of the story stands further up. */
  isTop: boolean;
  /** Whether the text has blank lines between its paragraphs. */
  spaced: boolean;
  /** Whether a label or brackets prove the credit. */
  labelled: boolean;
  /** Whether the paragraph does not end as a sentence does. */
  open: boolean;
}

/** How well the paragraph above a credit line fits as its caption: above 1 it does. */
export function fitsAbove(
  credit: Place,
  above: Place | undefined,
  isTop: boolean,
  spaced: boolean,
  labelled: boolean,
): number {
  if (!above?.paragraph || !canBeCaption(above)) return -9;
  const open = !/[.!?…:：,;"”’»)\]]$/u.test(above.text.trim());
  const pair: Above = { credit, above, gap: credit.gapAbove ?? 1, isTop, spaced, labelled, open };
  return [...spacing(pair), ...lengths(pair), ...looks(pair), ...tells(pair)].reduce(
    (sum, [holds, points]) => sum + (holds ? points : 0),
    0,
  );
}

/** Whether something holds of a pair, and what it counts then. */
type Point = readonly [holds: boolean, points: number];

function spacing({ credit, above, gap, spaced, labelled, open }: Above): Point[] {
  const { gapAbove } = above;
  // Right below prose a line is likelier prose; one that does not end as a sentence is none.
  const free = gap === 0 && labelled && (open || above.signed);
  return [
    [gap === 0 && spaced && (gapAbove ?? 1) > 0, 2],
    [gap >= 2, -3],
    [(gapAbove ?? 1) >= 2, 1.5],
    [gapAbove === 0 && above.marker === null && !free, -2],
    // A credit without a label belongs to its neighbour or to nothing.
    [gap > 0 && !labelled, -1.5],
    [credit.gapBelow === 0, 0.5],
  ];
}

function lengths({ above: { words }, gap, labelled, open }: Above): Point[] {
  return [
    [words <= 35, 1],
    [words > 60, -2],
    [words > 90, -2],
    [gap === 0 && labelled && open && words <= 30, 1],
    [gap > 0 && words <= 4, -1.5],
  ];
}

function looks({ above, gap, isTop }: Above): Point[] {
  const text = above.text.trim();
  return [
    [above.marker === 'strong', 3],
    [above.marker === 'weak', 2],
    [isTop, 1],
    [gap > 0 && !/[.!?…"”’»)]$/u.test(text), -1.5],
    [/[:：]$/.test(text), -2],
    [/["”]\s*(?:\S+\s){0,4}(?:said|says|told|added)\b/u.test(text), -2],
  ];
}

/** What the model of lines says, and what it says at the top of a story. */
function tells({ above: { told, words, gapAbove }, gap, isTop, labelled, open }: Above): Point[] {
  const isCaption = told !== null && gap <= 1 && told.caption >= captionLikely.beside;
  const isFree = (told?.furniture ?? 1) < 0.5;
  return [
    // Above the story a name or a few words over a labelled credit are its caption: "Friedrich Merz", "Foto: …".
    [isTop && labelled && open && gap <= 1 && words <= 30 && isFree, 3],
    // A sentence over the first credit that does not look like a caption is the standfirst, or the story.
    [isTop && !open && gapAbove !== null && told !== null && told.caption < captionLikely.hardly, -3],
    [isCaption, 2.5],
    [!isCaption && told !== null && told.furniture > 0.5, -2],
  ];
}

/**
 * Whether a paragraph stands where a picture was: an image leaves an empty line, so its caption is set off by two
 * from what is above, and the story follows on the next line.
 */
export function isFramed(place: Place, next: Place | undefined, spaced: boolean): boolean {
  if (!spaced || (place.gapAbove ?? 0) < 2 || place.gapBelow !== 0 || !canBeCaption(place)) return false;
  const sentence = /[\p{L}\p{N}][.!?…]["”’»)]?$/u.test(place.text.trim());
  return sentence && place.words <= 35 && next?.paragraph != null && next.words >= 15;
}

/** Whether the line below a credit line is its caption: a short line with the story right below it. */
export function fitsBelow(credit: Place, below: Place | undefined, next: Place | undefined, spaced: boolean): number {
  if (!below?.paragraph || !canBeCaption(below)) return -9;
  const likely = below.told?.caption ?? null;
  if (likely !== null && likely < captionLikely.hardly) return -9;
  if (likely !== null && credit.gapBelow === 0 && below.words <= 60 && likely >= captionLikely.beside) return 2.5;
  if (credit.gapBelow !== 0 || below.gapBelow !== 0 || !credit.detached || below.words > 40) return -9;
  if (!spaced && !isSurelyBelow(below, next)) return -9;
  return isShorter(below, next) ? 2 : 1.5;
}

const isShorter = ({ words }: Place, next: Place | undefined): boolean =>
  next === undefined || next.paragraph === null || next.words > words;

/** Where neighbouring lines mean nothing, only a line that is no sentence is surely a caption, with the story below it. */
function isSurelyBelow(below: Place, next: Place | undefined): boolean {
  const open = !/[.!?…:：]["”’»)]?$/u.test(below.text.trim()) && below.words >= 3;
  return open && (next?.words ?? 0) >= 20;
}

function canBeCaption({ text, words }: Place): boolean {
  if (words === 0 || !/^["“”'‘’«»„(#\s]*[\p{Lu}\p{Lo}\p{N}]/u.test(text)) return false;
  // An entry of a live blog.
  if (/^\d{1,2}[:.]\d\d/.test(text)) return false;
  if (/^(?:by|von|par|por|di|av)\s*\p{Lu}/u.test(text) || /^By\s*\p{Lu}/u.test(text)) return false;
  // A date line.
  return !(words <= 9 && /\b(?:19|20)\d\d\b/.test(text) && !/[.!?…"”’]$/u.test(text.trim()));
}
