import { markerLine, openingMarker } from '../captions/caption-marker.ts';
import { readByline } from '../head/byline.ts';
import { showsCredit } from '../head/line-marks.ts';
import { isUsualSection } from '../head/section.ts';
import { readDateLine } from '../dates/dates-in-line.ts';
import { isVagueDate } from '../dates/vague-date.ts';
import { opensList } from '../paste/further-reading.ts';
import { isFurniture } from '../paste/furniture.ts';
import { isName, isOrganisation, isRole } from '../text/names.ts';
import { wordCount } from '../text/lines.ts';

/** A line's own look. */
export interface Look {
  words: number;
  /** Class of its length in words. */
  size: string;
  /** Class of its last sign. */
  end: string;
  /** Class of its first sign. */
  start: string;
  /** A paragraph of a story, as its length and end say. */
  isLong: boolean;
  marks: string[];
}

/** Words from which on a line is looked at no closer. */
export const longest = 60;
const bounds = [0, 1, 2, 4, 7, 11, 17, 25, 40];

/** The class of a number among rising bounds. */
export function classOf(value: number, limits: readonly number[]): string {
  const at = limits.findIndex((limit) => value <= limit);
  return at < 0 ? 'more' : String(limits[at]);
}

const ends: readonly (readonly [RegExp, string])[] = [
  [/[.。।۔]["”’»)\]」』]*$/u, 'stop'],
  [/[!?！？؟]["”’»)\]」』]*$/u, 'question'],
  [/[:：]$/u, 'colon'],
  [/[,;，、；،]$/u, 'comma'],
  [/(?:…|\.\.\.)$/u, 'dots'],
  [/["”’»」』]$/u, 'quote'],
  [/[)\]）】]$/u, 'bracket'],
  [/\d$/u, 'digit'],
  [/[\p{L}\p{M}]$/u, 'letter'],
];

const starts: readonly (readonly [RegExp, string])[] = [
  [/^\p{Lu}/u, 'capital'],
  [/^\p{Ll}/u, 'small'],
  [/^\p{Lo}/u, 'other'],
  [/^\d{1,2}[.)]\s/u, 'number'],
  [/^\d/u, 'digit'],
  [/^["“«„「『‘']/u, 'quote'],
  [/^[•◦‣▪▸·*–—-]/u, 'bullet'],
  [/^[([（【]/u, 'bracket'],
];

const classIn = (table: readonly (readonly [RegExp, string])[], text: string): string =>
  table.find(([pattern]) => pattern.test(text))?.[1] ?? 'sign';

const latinOrSo = /\p{Lu}|\p{Ll}/u;
const opensCapital = /^\P{L}*\p{Lu}/u;

/** "The tower from the sea. Harbour Works": a few words with capitals behind a full stop. */
const namesBehind = /[\p{Ll}\d”"’)][.!?…]["”’»)]?\s+(?:\p{Lu}[\p{L}.'’&-]*\s?(?:[/|&]\s?|for\s|of\s|the\s)*){1,6}$/u;

/** Marks of its letters and signs, whatever they say. */
function signsIn(text: string, words: number): string[] {
  const found: string[] = [];
  const add = (holds: boolean, mark: string) => void (holds && found.push(mark));
  const tokens = text.split(/\s+/u);
  const cased = tokens.filter((token) => latinOrSo.test(token));
  if (cased.length > 0 && words > 0) {
    const capital = cased.filter((token) => opensCapital.test(token)).length / cased.length;
    add(capital === 1 && words > 1, 'title case');
    add(capital > 0.6 && capital < 1 && words > 3, 'many capitals');
    add(!/\p{Ll}/u.test(text) && /\p{Lu}{2}/u.test(text), 'all capitals');
  }
  add(/\p{Ll}\p{Lu}/u.test(text), 'glued words');
  add(/(?<!\d)(?:19|20)\d\d(?!\d)/.test(text), 'a year');
  add(/(?<!\d)\d{1,2}:\d\d(?!\d)/.test(text), 'a clock');
  add(/^(?:\d{1,2}:)?\d{1,2}:\d\d$/.test(text), 'a clock alone');
  add(/\D(?:\d{1,2}:)?\d{1,2}:\d\d$/.test(text), 'a clock at the end');
  add(words <= 40 && namesBehind.test(text), 'names behind its last stop');
  add(/\d/.test(text) && words <= 4, 'few words with digits');
  add(/@\w/.test(text), 'a handle');
  add(/https?:|www\.|\.com\b/i.test(text), 'an address');
  add(/[|·•›»]/u.test(text.slice(1)), 'a bar');
  add(/\p{L}\s?\/\s?\p{L}/u.test(text), 'a slash');
  add(/[©ⓒ®]/u.test(text), 'copyright');
  add(/^["“«„「].*["”»“」]$/su.test(text), 'in quotation marks');
  add(/^[([（【].*[)\]）】]\.?$/su.test(text), 'in brackets');
  add(/[([（][^()]{3,60}[)\]）]$/u.test(text), 'a bracket at the end');
  add(/\?$|？$/u.test(text), 'a question');
  add(/:\s/u.test(text) && words <= 14, 'a colon inside');
  add(/[.!?。]["”»]?\s+\p{Lu}/u.test(text) || (text.match(/。/g)?.length ?? 0) > 1, 'more sentences');
  add(/^\p{Lu}[\p{L} .'’-]{1,30}:\s/u.test(text), 'a label');
  add(/["“«„][^"”»]{3,}["”»“]/u.test(text), 'a quotation inside');
  return found;
}

/** What the recognisers of single lines say of it. Only short lines are asked: no paragraph is any of these. */
function saidOf(text: string, words: number, language: string): string[] {
  if (words > 40 || text.length > 300) return [];
  const found: string[] = [];
  const add = (holds: boolean, mark: string) => void (holds && found.push(mark));
  add(showsCredit(text), 'credit');
  if (words > 25) return found;
  add(isFurniture(text), 'labels of buttons');
  add(opensList(text), 'opens a list');
  add(readByline(text, false) !== null, 'byline');
  add(/\d/.test(text) && readDateLine(text, language) !== null, 'date');
  add(isVagueDate(text), 'vague date');
  add(markerLine(text) !== null, 'marks a picture');
  add(openingMarker(text) !== null, 'opens a caption');
  if (words > 8) return found;
  add(isName(text), 'name');
  add(isRole(text), 'role');
  add(isOrganisation(text), 'organisation');
  add(isUsualSection(text), 'section');
  return found;
}

/** A line's look. `language`: BCP 47, for dates. */
export function lookOf(text: string, language: string): Look {
  const words = wordCount(text);
  const end = classIn(ends, text.slice(-6));
  return {
    words,
    size: classOf(words, bounds),
    end,
    start: classIn(starts, text.slice(0, 5)),
    isLong: words >= 40 || (words >= 22 && (end === 'stop' || end === 'quote' || end === 'question')),
    // What is longer is a paragraph, and its signs say nothing more.
    marks: words > longest ? [] : [...signsIn(text, words), ...saidOf(text, words, language)],
  };
}
