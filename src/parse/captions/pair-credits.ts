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
    const above = fitsAbove(
      place,
      free(index - 1),
      story === 0,
      spaced,
      reading.proof === 'label' || reading.proof === 'brackets',
    );
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
