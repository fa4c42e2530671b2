import type { RootContent } from 'mdast';
import { markerLine } from './caption-marker.ts';
import { readCaption } from './caption.ts';
import type { Caption } from './caption.ts';
import { isAgency, isPhotoAgency } from '../credits/credit-words.ts';
import { findRepeats, judge } from './judge-caption.ts';
import type { Reason } from './judge-caption.ts';
import { captionLikely, hasBlankLines, isFramed, placesOf } from './layout.ts';
import type { Place } from './layout.ts';
import { pairCredits } from './pair-credits.ts';
import { figureName, figureNode, tellLabels } from '../figures/figure-node.ts';
import type { Figure } from '../nodes.ts';
import { cutPhrasing, linesOf, textOf } from '../text/phrasing.ts';
import type { Context, Recogniser } from '../recogniser.ts';

/**
 * Captions whose picture was not kept: a paragraph that ends in a credit, that a marker announces, or that stands
 * twice; a credit on a line of its own, with its caption above or below it or with none.
 */
export const captionFigure: Recogniser = {
  name: 'caption',
  recognise(root, context) {
    const found = read(placesOf(root, context));
    const { places, readings, whole } = withoutMarkers(found, context);
    const pairs = pairCredits(places, readings, whole, found.spaced);
    const out: RootContent[] = [];
    for (const [index, place] of places.entries()) {
      const reading = readings[index];
      const reason = whole[index];
      if (pairs.used.has(index)) continue;
      const pair = pairs.byCredit.get(index);
      if (pair && reading) out.push(takePair(place, reading, pair.caption, pair.why, context));
      else if (reason && reading) out.push(takeWhole(place, reading, reason, context));
      else out.push(place.node);
    }
    return { ...root, children: out };
  },
};

interface Found {
  places: readonly Place[];
  readings: readonly (Caption | null)[];
  whole: readonly (Reason | null)[];
  spaced: boolean;
}

function read(places: readonly Place[]): Found {
  const readings = places.map((place, index) => readingOf(place, places[index + 1], places[index - 1]));
  const spaced = hasBlankLines(places);
  const whole = places.map((place, index) =>
    judge(place, readings[index] ?? null, isFramed(place, places[index + 1], spaced), places[index + 1]),
  );
  const last = places.findLastIndex(({ paragraph, words }) => paragraph !== null && words >= 20);
  if (isSignedByAgency(places[last], readings[last])) whole[last] = null;
  findKnownCredits(places, readings, whole);
  findRepeats(places, readings, whole);
  return { places, readings, whole, spaced };
}

/** A place read as a caption. Where its look is that of one, or of a credit, names need no other proof. */
function readingOf(place: Place, next: Place | undefined, before: Place | undefined): Caption | null {
  if (!place.paragraph || place.text.length >= 6000) return null;
  const isSetOff = (place.gapAbove ?? 0) >= 2 && place.gapBelow === 0 && place.words <= 35;
  const isCaption = (place.told?.caption ?? 0) >= captionLikely.beside || isSetOff || goesBefore(place, next);
  const beside = (other: Place | undefined, gap: number | null) =>
    gap === 0 && (other?.told?.caption ?? 0) >= captionLikely.beside;
  const isCredit = (place.told?.credit ?? 0) >= 0.4 && (beside(next, place.gapBelow) || beside(before, place.gapAbove));
  return readCaption(place.text, isCaption ? 'caption' : isCredit ? 'credit' : null);
}

/** "The road from the sea. Ann Lee", and "The road from the sea." below it: what is left over is the credit. */
function goesBefore({ text, words }: Place, next: Place | undefined): boolean {
  const again = next?.paragraph ? next.text.trim() : '';
  return words <= 60 && again.length >= 20 && text.length > again.length && text.startsWith(again);
}

/** Captions whose credit is that of another picture: "The tower in the evening. Harbour Works". */
function findKnownCredits(places: readonly Place[], readings: (Caption | null)[], whole: (Reason | null)[]): void {
  const key = ({ credit }: Caption) => credit.join(' / ').toLowerCase();
  const known = new Set(readings.flatMap((reading, index) => (reading && whole[index] ? [key(reading)] : [])));
  known.delete('');
  if (known.size === 0) return;
  for (const [index, place] of places.entries()) {
    if (whole[index] || !place.paragraph || place.words > 40 || readings[index]?.proof) continue;
    const reading = readCaption(place.text, 'caption');
    if (!reading.proof || reading.from === reading.to || !known.has(key(reading))) continue;
    readings[index] = reading;
    whole[index] = { certainty: 'likely', why: 'it ends in the credit of another picture of the article' };
  }
}

/** "…sagte sie. (AFP)": the last paragraph of an agency's story is signed with its name, and is no caption. */
function isSignedByAgency(place: Place | undefined, reading: Caption | null | undefined): boolean {
  if (!place || reading?.proof !== 'brackets' || place.marker !== null || place.words < 15) return false;
  const [agency, more] = reading.credit;
  const sentences = place.text.slice(0, reading.to).match(/\p{L}{3}[.!?…]["”’»)]*(?=\s|$)/gu)?.length ?? 0;
  return agency !== undefined && more === undefined && sentences > 1 && isAgency(agency) && !isPhotoAgency(agency);
}

/** Takes out the lines that say no more than that a picture follows ("Image", "Image caption,"), where one does. */
function withoutMarkers({ places, readings, whole, spaced }: Found, context: Context): Found {
  const near = new Map<Place, Partial<Place>>();
  const kept = places.map((place, index) => {
    const kind = place.paragraph ? markerLine(place.text) : null;
    if (kind === null || (place.gapBelow ?? 2) > 1) return true;
    const follows =
      whole[index + 1] !== null || readings[index + 1]?.proof || markerLine(places[index + 1]?.text ?? '');
    if (!follows || (kind === 'weak' && place.gapBelow !== 0)) return true;
    // What stood above the mark and what stands below it are neighbours now.
    const above = places[index - 1];
    if (above && kind === 'strong' && (place.gapAbove ?? 0) <= 1) near.set(above, { gapBelow: 0 });
    context.trace({
      rule: 'picture-marker',
      lines: linesOf(place.node),
      before: place.text,
      after: '',
      certainty: 'likely',
      why: 'the line says no more than that a picture stood there, and its caption follows',
      removed: place.text,
    });
    return false;
  });
  const keep = <T>(list: readonly T[]): T[] => list.filter((_, index) => kept[index]);
  const moved = places.map((place) => ({ ...place, ...near.get(place) }));
  return { places: keep(moved), readings: keep(readings), whole: keep(whole), spaced };
}

function takeWhole(place: Place, reading: Caption, reason: Reason, context: Context): Figure {
  const paragraph = place.paragraph!;
  const children = cutPhrasing(paragraph.children, reading.from, reading.to);
  const figure = figureNode([], children, reading.credit, [paragraph]);
  tell(
    figure,
    [place],
    [...reading.dropped],
    reason,
    reading.doubled === null ? 'caption' : 'doubled-caption',
    context,
    reading.doubled,
  );
  return figure;
}

function takePair(credit: Place, reading: Caption, caption: Place | null, reason: Reason, context: Context): Figure {
  const paragraph = credit.paragraph!;
  if (!caption?.paragraph) {
    const figure = figureNode([], [], reading.credit, [paragraph]);
    tell(figure, [credit], reading.dropped, reason, 'credit-alone', context);
    return figure;
  }
  const own = readCaption(caption.text);
  const from = own.marked ? own.from : 0;
  const children = cutPhrasing(caption.paragraph.children, from, caption.text.length);
  const figure = figureNode([], children, reading.credit, [paragraph, caption.paragraph]);
  const inOrder = linesOf(caption.paragraph)[0] < linesOf(paragraph)[0] ? [caption, credit] : [credit, caption];
  tell(figure, inOrder, [...(own.marked ? own.dropped : []), ...reading.dropped], reason, 'caption', context);
  return figure;
}

function tell(
  figure: Figure,
  places: readonly Place[],
  dropped: readonly string[],
  { certainty, why }: Reason,
  rule: string,
  context: Context,
  doubled: string | null = null,
): void {
  const lines = linesOf(...places.map((place) => place.node));
  const before = places.map((place) => place.text).join('\n');
  const after = figureName(figure, textOf(figure.children));
  context.trace({ rule, lines, before, after, certainty, why, ...(doubled === null ? {} : { removed: doubled }) });
  const kept = [textOf(figure.children), ...figure.credit, doubled ?? ''].join(' ');
  tellLabels(dropped, before, kept, lines, context);
}
