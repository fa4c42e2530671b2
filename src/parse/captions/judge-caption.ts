import { markerLine } from './caption-marker.ts';
import type { Caption } from './caption.ts';
import { captionLikely, type Place } from './layout.ts';
import type { Certainty } from '../trace.ts';

/** Why something was taken for a caption. */
export interface Reason {
  certainty: Certainty;
  why: string;
}

const duration = /(?:^|\D)\d{1,2}:\d\d$/u;

/** A paragraph that may be a caption, and what is known of where it stands. */
interface Judged {
  place: Place;
  reading: Caption;
  next: Place | undefined;
  /** Whether it stands where a picture was. */
  framed: boolean;
  /** Whether its look is asked: it is short enough, and no title of a film. */
  looks: boolean;
  /** Whether its look or a mark above say that a picture stood there. */
  pictured: boolean;
}

/** Why a paragraph is a caption by itself; null where it is none, or a credit alone. */
export function judge(place: Place, reading: Caption | null, framed: boolean, next: Place | undefined): Reason | null {
  if (!reading || place.words > 150) return null;
  const { from, to, proof, marked, doubled } = reading;
  const caption = place.text.slice(from, to).trim();
  if (!/\p{L}/u.test(caption) || /^(?:sources?|quellen?|fuentes?)\s*:/iu.test(caption)) return null;
  if (doubled !== null) return judgeDoubled(place, caption, proof);
  if (marked && place.words <= 90) return { certainty: 'likely', why: 'a marker opens the line' };
  // With its duration below it is the title of a film.
  const looks = place.told !== null && place.words <= 70 && !duration.test(next?.text ?? '');
  const likely = looks && place.told!.caption >= captionLikely.beside;
  const pictured = likely || place.marker === 'strong' || (place.marker === 'weak' && place.gapAbove === 0);
  const judged: Judged = { place, reading, next, framed, looks, pictured };
  return proof === null ? judgeBare(judged) : byProof[proof](judged);
}

/** Titles of other stories stand twice as well. */
function judgeDoubled({ told }: Place, caption: string, proof: Caption['proof']): Reason | null {
  const isTitle = !/[.!?…]["”’»)]?$/u.test(caption);
  if (proof === null && told && told.caption < (isTitle ? 0.5 : 0.1)) return null;
  return { certainty: proof === null ? 'likely' : 'certain', why: 'the caption stands twice in its paragraph' };
}

const ended: Reason = { certainty: 'certain', why: 'it ends in a credit' };

/** What each proof of a credit is worth. */
const byProof: Readonly<Record<NonNullable<Caption['proof']>, (judged: Judged) => Reason | null>> = {
  label: () => ended,
  brackets: () => ended,
  agency: () => ended,
  slash: () => ({ certainty: 'likely', why: 'it ends in names with slashes between them' }),
  source: ({ place }) => (place.words <= 60 ? { certainty: 'likely', why: 'it ends in a named source' } : null),
  'bracketed-name': ({ pictured, framed }) =>
    pictured || framed
      ? { certainty: 'guess', why: 'it ends in a name in brackets and stands where a picture was' }
      : null,
  name: judgeName,
};

/** A name alone behind the last full stop. */
function judgeName({ place, reading: { from, to }, next, framed, pictured }: Judged): Reason | null {
  // In text that is broken at a width, the line goes on in the next one.
  if (/^\p{Ll}/u.test(next?.text ?? '')) return null;
  // "…this week.ANA RUIZ": no prose is glued so.
  const isGlued = /[.!?…”"»]/u.test(place.text.charAt(to - 1)) && !/\s/.test(place.text.charAt(to));
  if (place.words <= 60 && from < to && isGlued)
    return { certainty: 'likely', why: 'a name is glued to its last full stop' };
  const isSetOff = place.gapBelow === 0 && (place.gapAbove ?? 0) > 0;
  if (place.words > 50 || !(pictured || framed || isSetOff)) return null;
  return { certainty: 'guess', why: 'a name alone stands after its last full stop' };
}

/** A caption without a credit. */
function judgeBare({ place, reading, framed, looks }: Judged): Reason | null {
  if (framed && place.marker === null)
    return { certainty: 'guess', why: 'it stands where a picture was: empty lines above, the story right below' };
  if (reading.screen) return { certainty: 'likely', why: 'it ends in words that are said of pictures' };
  if (looks && place.told!.caption >= captionLikely.alone)
    return { certainty: 'guess', why: 'its look, its place and its neighbours are those of a caption' };
  if (place.marker !== 'strong' || place.gapAbove !== 0 || place.words > 70) return null;
  return { certainty: 'likely', why: 'the line above it says that a picture stood there' };
}

/** A line that has the very words of a caption elsewhere is that caption again: NPR prints both. */
export function findRepeats(
  places: readonly Place[],
  readings: readonly (Caption | null)[],
  whole: (Reason | null)[],
): void {
  for (const index of places.keys()) {
    const again = repeatBelow(places, index);
    if (again === null) continue;
    const why = 'the same words stand twice, one below the other';
    for (const at of [index, again]) if (readings[at]) whole[at] ??= { certainty: 'likely', why };
  }
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

/**
 * Where the very words of a paragraph stand once more right below it, as the Daily Mail's and many other pages have a
 * caption in the picture's frame and under it. Titles of other stories stand twice as well: without the mark of a
 * gallery between ("+4") it must be a sentence.
 */
function repeatBelow(places: readonly Place[], index: number): number | null {
  const place = places[index]!;
  if (!place.paragraph || place.words < 5 || place.words > 70) return null;
  const text = place.text.trim();
  const next = places[index + 1];
  if (next?.paragraph && next.text.trim() === text)
    return /[.!?…]["”’»)]?$/u.test(text) && place.words >= 8 ? index + 1 : null;
  const between = next?.paragraph && markerLine(next.text) !== null;
  return between && places[index + 2]?.paragraph && places[index + 2]!.text.trim() === text ? index + 2 : null;
}
