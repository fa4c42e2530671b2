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

/** How well the paragraph above a credit line fits as its caption: above 1 it does. */
export function fitsAbove(
  credit: Place,
  above: Place | undefined,
  isTop: boolean,
  spaced: boolean,
  labelled: boolean,
): number {
  if (!above?.paragraph || !canBeCaption(above)) return -9;
  const gap = credit.gapAbove ?? 1;
  const { words, text, gapAbove } = above;
  let score = 0;
  if (gap === 0) score += spaced && (gapAbove ?? 1) > 0 ? 2 : 0;
  if (gap >= 2) score -= 3;
  if (words <= 35) score += 1;
  if (words > 60) score -= 2;
  if (words > 90) score -= 2;
  if ((gapAbove ?? 1) >= 2) score += 1.5;
  // Right below prose a line is likelier prose; one that does not end as a sentence is none.
  const open = !/[.!?…:：,;"”’»)\]]$/u.test(text.trim());
  const free = gap === 0 && labelled && (open || above.signed);
  if (gapAbove === 0 && above.marker === null && !free) score -= 2;
  if (gap === 0 && labelled && open && words <= 30) score += 1;
  if (above.marker === 'strong') score += 3;
  if (above.marker === 'weak') score += 2;
  if (isTop) score += 1;
  // Above the story a name or a few words over a labelled credit are its caption: "Friedrich Merz", "Foto: …".
  if (isTop && labelled && open && gap <= 1 && words <= 30 && (above.told?.furniture ?? 1) < 0.5) score += 3;
  if (gap > 0 && words <= 4) score -= 1.5;
  // A credit without a label, or a line without a full stop, belongs to its neighbour or to nothing.
  if (gap > 0 && !labelled) score -= 1.5;
  if (gap > 0 && !/[.!?…"”’»)]$/u.test(text.trim())) score -= 1.5;
  if (/[:：]$/.test(text.trim())) score -= 2;
  if (/["”]\s*(?:\S+\s){0,4}(?:said|says|told|added)\b/u.test(text)) score -= 2;
  if (credit.gapBelow === 0) score += 0.5;
  // A sentence over the first credit that does not look like a caption is the standfirst, or the story.
  if (isTop && !open && gapAbove !== null && above.told && above.told.caption < captionLikely.hardly) score -= 3;
  if (above.told)
    score += gap <= 1 && above.told.caption >= captionLikely.beside ? 2.5 : above.told.furniture > 0.5 ? -2 : 0;
  return score;
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
  if (below.told && below.told.caption < captionLikely.hardly) return -9;
  if (below.told && credit.gapBelow === 0 && below.words <= 60 && below.told.caption >= captionLikely.beside)
    return 2.5;
  // Where neighbouring lines mean nothing, only a line that is no sentence is surely a caption, with the story below it.
  const open = !/[.!?…:：]["”’»)]?$/u.test(below.text.trim()) && below.words >= 3;
  if (!spaced && !(open && (next?.words ?? 0) >= 20)) return -9;
  if (credit.gapBelow !== 0 || below.gapBelow !== 0 || !credit.detached) return -9;
  if (below.words > 40) return -9;
  return next === undefined || next.paragraph === null || next.words > below.words ? 2 : 1.5;
}

function canBeCaption({ text, words }: Place): boolean {
  if (words === 0 || !/^["“”'‘’«»„(#\s]*[\p{Lu}\p{Lo}\p{N}]/u.test(text)) return false;
  // An entry of a live blog.
  if (/^\d{1,2}[:.]\d\d/.test(text)) return false;
  if (/^(?:by|von|par|por|di|av)\s*\p{Lu}/u.test(text) || /^By\s*\p{Lu}/u.test(text)) return false;
  // A date line.
  return !(words <= 9 && /\b(?:19|20)\d\d\b/.test(text) && !/[.!?…"”’]$/u.test(text.trim()));
}
