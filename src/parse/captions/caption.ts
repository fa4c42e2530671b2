import { findDoubled } from './doubled-caption.ts';
import { endsAsPicture, openingMarker, type Marker } from './caption-marker.ts';
import { creditAtEnd } from '../credits/find-credit.ts';
import { creditAtStart, namesAtEnd } from '../credits/bare-names.ts';
import type { Credit } from '../credits/credit-line.ts';

/** A paragraph read as a picture's caption, its credit, or both. */
export interface Caption {
  /** Where the caption stands in the text; empty (`from === to`) where the paragraph is a credit alone. */
  from: number;
  to: number;
  credit: string[];
  proof: Credit['proof'] | null;
  /** Words that are in neither caption nor credit: a marker, a label, "via". */
  dropped: string[];
  /** The short copy of a caption that stood twice. */
  doubled: string | null;
  /** The marker that opens the line, if it proves a caption. */
  marked: boolean;
  /** "(screen grab)" and the like at the caption's end. */
  screen: boolean;
}

/**
 * Reads a paragraph's text as a caption: marker, doubled copy, credit. It says what is there; whether that is enough
 * to call it a caption depends on where it stands.
 *
 * @param looks what its place and its neighbours make of the paragraph: then a name at its end is a credit
 */
export function readCaption(text: string, looks: 'caption' | 'credit' | null = null): Caption {
  const lead = text.length - text.trimStart().length;
  const opening = creditAtStart(text);
  if (opening) return { ...opening, doubled: null, marked: false, screen: false };
  const whole = creditAtEnd(text) ?? (looks === null ? null : namesAtEnd(text, looks));
  // "Image: Vjeran Pavic / The Verge" is a credit with its label, not a marked caption.
  const alone = whole !== null && text.slice(0, whole.from).trim() === '';
  const marker = alone ? null : openingMarker(text.trimStart());
  let from = lead + (marker?.words.length ?? 0);
  const double = findDoubled(text.slice(from));
  if (double) from += double.from;
  const first = whole && whole.from >= from ? whole : null;
  const { to, credit, dropped } = first ? withSecond(text, first, from) : { to: text.length, credit: [], dropped: [] };
  return {
    from: Math.min(from, to),
    to,
    credit,
    proof: first?.proof ?? null,
    dropped: [...droppedMarker(text, lead, marker), ...dropped],
    doubled: double?.removed ?? null,
    marked: marker?.proves ?? false,
    screen: endsAsPicture(text.slice(from, to).trim()),
  };
}

/** A credit that stands twice, or in two forms: "(Photo by A/AFP via Getty) (AFP via Getty)". */
function withSecond(text: string, first: Credit, from: number) {
  const own = first.dropped ? [first.dropped] : [];
  const second = creditAtEnd(text.slice(0, first.from));
  if (!second || second.from < from || !sameCredit(second.parts, first.parts))
    return { to: first.from, credit: first.parts, dropped: own };
  if (second.parts.length <= first.parts.length) {
    const gone = text.slice(second.from, first.from).trim();
    return { to: second.from, credit: first.parts, dropped: [...own, gone] };
  }
  const gone = text.slice(first.from).trim();
  return { to: second.from, credit: second.parts, dropped: [...(second.dropped ? [second.dropped] : []), gone] };
}

/** "Media captionDrone footage": the word that the marker is glued to would be lost otherwise. */
function droppedMarker(text: string, lead: number, marker: Marker | null): string[] {
  if (!marker || !/[\p{L}\p{N}]/u.test(marker.words)) return [];
  const glued = /\p{L}$/u.test(marker.words)
    ? /^[\p{L}\p{M}\p{N}]*/u.exec(text.slice(lead + marker.words.length))![0]
    : '';
  return [marker.words.trim() + glued];
}

/** Whether one of two credits has no name that the other lacks. */
function sameCredit(one: readonly string[], other: readonly string[]): boolean {
  const names = (parts: readonly string[]) => parts.map((part) => part.toLowerCase());
  const [short, long] = one.length <= other.length ? [names(one), names(other)] : [names(other), names(one)];
  return short.every((name) => long.includes(name));
}
