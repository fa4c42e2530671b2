import type { RootContent } from 'mdast';
import { readCaption } from './caption.ts';
import type { Caption } from './caption.ts';
import { fitsAbove, fitsBelow, hasBlankLines, isFramed, placesOf } from './figure-layout.ts';
import type { Place } from './figure-layout.ts';
import { figureName, figureNode } from './figure.ts';
import { isFurniture } from './furniture.ts';
import type { Figure } from './nodes.ts';
import { cutPhrasing, linesOf, textOf } from './phrasing.ts';
import type { Context, Recogniser } from './recogniser.ts';
import type { Certainty } from './trace.ts';

/**
 * Captions whose picture was not kept: a paragraph that ends in a credit, that a marker announces, or that stands
 * twice; a credit on a line of its own, with its caption above or below it or with none.
 */
export const captionFigure: Recogniser = {
  name: 'caption',
  recognise(root, context) {
    const places = placesOf(root, context);
    const readings = places.map((place) =>
      place.paragraph && place.text.length < 6000 ? readCaption(place.text) : null,
    );
    const spaced = hasBlankLines(places);
    const whole = places.map((place, index) =>
      judge(place, readings[index] ?? null, isFramed(place, places[index + 1], spaced)),
    );
    findRepeats(places, readings, whole);
    const pairs = pairCredits(places, readings, whole, spaced);
    const out: RootContent[] = [];
    for (const [index, place] of places.entries()) {
      const reading = readings[index];
      const why = whole[index];
      if (pairs.used.has(index)) continue;
      const pair = pairs.byCredit.get(index);
      if (pair) out.push(takePair(place, reading!, pair.caption, pair.why, context));
      else if (why) out.push(takeWhole(place, reading!, why, context));
      else out.push(place.node);
    }
    return { ...root, children: out };
  },
};

interface Reason {
  certainty: Certainty;
  why: string;
}

/** Why a paragraph is a caption by itself; null where it is none, or a credit alone. */
function judge(place: Place, reading: Caption | null, framed: boolean): Reason | null {
  if (!reading || place.words > 150) return null;
  const { from, to, proof, marked, doubled, screen } = reading;
  const caption = place.text.slice(from, to).trim();
  if (!/\p{L}/u.test(caption) || /^(?:sources?|quellen?|fuentes?)\s*:/iu.test(caption)) return null;
  if (doubled !== null)
    return { certainty: proof === null ? 'likely' : 'certain', why: 'the caption stands twice in its paragraph' };
  if (marked && place.words <= 90) return { certainty: 'likely', why: 'a marker opens the line' };
  const pictured = place.marker === 'strong' || (place.marker === 'weak' && place.gapAbove === 0);
  switch (proof) {
    case 'label':
    case 'brackets':
    case 'agency':
      return { certainty: 'certain', why: 'it ends in a credit' };
    case 'slash':
      return { certainty: 'likely', why: 'it ends in names with slashes between them' };
    case 'source':
      return place.words <= 60 ? { certainty: 'likely', why: 'it ends in a named source' } : null;
    case 'bracketed-name':
      return pictured || framed
        ? { certainty: 'guess', why: 'it ends in a name in brackets and stands where a picture was' }
        : null;
    case 'name':
      if (place.words > 50 || !(pictured || framed || (place.gapBelow === 0 && (place.gapAbove ?? 0) > 0))) return null;
      return { certainty: 'guess', why: 'a name alone stands after its last full stop' };
    case null:
      if (framed && place.marker === null) {
        return { certainty: 'guess', why: 'it stands where a picture was: empty lines above, the story right below' };
      }
      if (screen) return { certainty: 'likely', why: 'it ends in words that are said of pictures' };
      if (place.marker !== 'strong' || place.gapAbove !== 0 || place.words > 70) return null;
      return { certainty: 'likely', why: 'the line above it says that a picture stood there' };
  }
}

/** A line that has the very words of a caption elsewhere is that caption again: NPR prints both. */
function findRepeats(places: readonly Place[], readings: readonly (Caption | null)[], whole: (Reason | null)[]): void {
  const captions = new Set<string>();
  for (const [index, place] of places.entries()) {
    const reading = readings[index];
    if (whole[index] && reading) captions.add(place.text.slice(reading.from, reading.to).trim());
  }
  for (const [index, place] of places.entries()) {
    if (
      whole[index] === null &&
      readings[index]?.proof === null &&
      place.words > 3 &&
      captions.has(place.text.trim())
    ) {
      whole[index] = { certainty: 'likely', why: 'the same words are a caption elsewhere in the article' };
    }
  }
}

interface Pairs {
  /** The caption that belongs to the credit at an index; null for a credit without one. */
  byCredit: Map<number, { caption: Place | null; why: Reason }>;
  /** Captions that were taken along. */
  used: Set<number>;
}

/** Finds the caption of each credit that stands on a line of its own. */
function pairCredits(
  places: readonly Place[],
  readings: readonly (Caption | null)[],
  whole: readonly (Reason | null)[],
  spaced: boolean,
): Pairs {
  const pairs: Pairs = { byCredit: new Map(), used: new Set() };
  let story = 0;
  for (const [index, place] of places.entries()) {
    const reading = readings[index];
    const isCredit =
      reading?.proof && whole[index] === null && place.text.slice(reading.from, reading.to).trim() === '';
    if (!isCredit) {
      if (place.words > 40) story += 1;
      continue;
    }
    const free = (at: number): Place | undefined => {
      const taken = pairs.used.has(at) || pairs.byCredit.has(at) || isFurniture(places[at]?.text ?? '');
      return taken || whole[at] || readings[at]?.credit.length ? undefined : places[at];
    };
    const captioned = (at: number): Place | undefined => {
      const one = readings[at];
      const open = whole[at] && one?.credit.length === 0 && !pairs.used.has(at);
      return open ? places[at] : undefined;
    };
    const marked = { above: captioned(index - 1), below: captioned(index + 1) };
    const above = fitsAbove(place, free(index - 1), story === 0, spaced, reading.proof === 'label');
    const below = fitsBelow(place, free(index + 1), places[index + 2], spaced);
    const choice =
      marked.below && place.gapBelow === 0
        ? 'marked below'
        : marked.above && (place.gapAbove ?? 1) <= 1
          ? 'marked above'
          : above >= 1.5 && above >= below
            ? 'above'
            : below >= 1.5
              ? 'below'
              : null;
    const at = choice?.endsWith('below') ? index + 1 : index - 1;
    if (choice !== null && suits(reading, choice, place)) {
      pairs.used.add(at);
      const certainty = choice.startsWith('marked') ? 'certain' : 'likely';
      const why = `a credit stands alone, and the line ${choice.replace('marked ', '')} it is its caption`;
      pairs.byCredit.set(index, { caption: places[at] ?? null, why: { certainty, why } });
    } else if (reading.proof === 'label' || reading.proof === 'brackets' || reading.proof === 'agency') {
      pairs.byCredit.set(index, { caption: null, why: { certainty: 'likely', why: 'a credit stands alone' } });
    }
  }
  return pairs;
}

/** Weak credits need their caption right beside them. */
function suits(reading: Caption, choice: string, place: Place): boolean {
  if (reading.proof !== 'name' && reading.proof !== 'bracketed-name' && reading.proof !== 'source') return true;
  if (choice.startsWith('marked')) return true;
  return choice.endsWith('below') ? place.gapBelow === 0 : place.gapAbove === 0;
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
  const removed = dropped.join(' … ');
  context.trace({ rule, lines, before, after, certainty, why, ...(doubled === null ? {} : { removed: doubled }) });
  if (removed === '') return;
  context.trace({
    rule: 'caption-label',
    lines,
    before: removed,
    after: '',
    certainty: 'certain',
    why: 'labels, joining words and buttons are part neither of the caption nor of the names',
    removed,
  });
}
