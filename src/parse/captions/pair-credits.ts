import type { Caption } from './caption.ts';
import type { Reason } from './judge-caption.ts';
import { fitsAbove, fitsBelow } from './layout.ts';
import type { Place } from './layout.ts';
import { isFurniture } from '../paste/furniture.ts';

export interface Pairs {
  /** The caption that belongs to the credit at an index; null for a credit without one. */
  byCredit: Map<number, { caption: Place | null; why: Reason }>;
  /** Captions that were taken along. */
  used: Set<number>;
}

/** Finds the caption of each credit that stands on a line of its own. */
export function pairCredits(
  places: readonly Place[],
  readings: readonly (Caption | null)[],
  whole: readonly (Reason | null)[],
  spaced: boolean,
): Pairs {
  const pairs: Pairs = { byCredit: new Map(), used: new Set() };
  const all: All = { places, readings, whole, spaced, pairs };
  let story = 0;
  for (const [index, place] of places.entries()) {
    const reading = readings[index];
    if (!reading || !isCreditAlone(place, reading, whole[index] ?? null)) {
      if (place.words > 40) story += 1;
      continue;
    }
    const choice = choose(all, index, reading, story === 0);
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

/** What is known when a caption is chosen. */
interface All {
  places: readonly Place[];
  readings: readonly (Caption | null)[];
  whole: readonly (Reason | null)[];
  spaced: boolean;
  pairs: Pairs;
}

function isCreditAlone(place: Place, { proof, from, to }: Caption, whole: Reason | null): boolean {
  return proof !== null && whole === null && place.text.slice(from, to).trim() === '';
}

type Choice = 'marked below' | 'marked above' | 'above' | 'below';

/** Which neighbour of a credit is its caption: one that is known to be a caption, or the one that fits better. */
function choose(all: All, index: number, reading: Caption, isTop: boolean): Choice | null {
  const { places, spaced } = all;
  const place = places[index]!;
  if (isOpenCaption(all, index + 1) && place.gapBelow === 0) return 'marked below';
  if (isOpenCaption(all, index - 1) && (place.gapAbove ?? 1) <= 1) return 'marked above';
  const labelled = reading.proof === 'label' || reading.proof === 'brackets';
  const above = fitsAbove(place, freePlace(all, index - 1), isTop, spaced, labelled);
  const below = fitsBelow(place, freePlace(all, index + 1), places[index + 2], spaced);
  if (above >= 1.5 && above >= below) return 'above';
  return below >= 1.5 ? 'below' : null;
}

/** A place that is nothing else yet. */
function freePlace({ places, readings, whole, pairs }: All, at: number): Place | undefined {
  const taken = pairs.used.has(at) || pairs.byCredit.has(at) || isFurniture(places[at]?.text ?? '');
  return taken || whole[at] || readings[at]?.credit.length ? undefined : places[at];
}

/** Whether a place is a caption that no credit belongs to yet. */
function isOpenCaption({ readings, whole, pairs }: All, at: number): boolean {
  return Boolean(whole[at]) && readings[at]?.credit.length === 0 && !pairs.used.has(at);
}

/** Weak credits need their caption right beside them. */
function suits(reading: Caption, choice: string, place: Place): boolean {
  if (reading.proof !== 'name' && reading.proof !== 'bracketed-name' && reading.proof !== 'source') return true;
  if (choice.startsWith('marked')) return true;
  return choice.endsWith('below') ? place.gapBelow === 0 : place.gapAbove === 0;
}
