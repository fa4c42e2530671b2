import type { Element } from '../tree/dom.ts';
import { attribute, findFirst, namesOf, textOf } from '../tree/tree.ts';

/** What pages call an update of a live blog: the word for the blog, and the word for a part of it. */
const entryNames = /(?:^|[\s_-])(?:live-?(?:blog|ticker|coverage|feed)?|ticker|key-?events?)(?:[\s_-]|__)?(?:entry|post|item|update|event|block|article|card|message|beitrag|eintrag)(?=$|[\s_-])/; // prettier-ignore

/** An update of a live blog, by the names, the microdata (schema.org `liveBlogUpdate`) and the time that it opens with. */
export interface LiveEntry {
  time: Element;
  /** ISO 8601 with its zone, where the page tells the instant. */
  published: string | null;
}

/** Reads an element as an update of a live blog; null for everything else, and for what holds several of them. */
export function liveEntryOf(element: Element): LiveEntry | null {
  if (!isNamed(element) || findFirst(element, isNamed) !== null) return null;
  const time = findFirst(element, isTime);
  if (!time || textOf(time) === '' || textOf(time).length > 60 || textOf(element).length < 60) return null;
  const written = attribute(time, 'datetime').trim();
  return { time, published: zoned.test(written) ? written.replace(/\.(\d{3})\d+/, '.$1') : null };
}

const zoned = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?(?:Z|[+-]\d\d:?\d\d)$/;

const isNamed = (element: Element): boolean =>
  /^(?:div|article|section|li)$/.test(element.tag) &&
  (/\bliveBlogUpdate\b/.test(attribute(element, 'itemprop')) || entryNames.test(namesOf(element)));

const isTime = (element: Element): boolean =>
  element.tag === 'time' || (/\b(?:time|timestamp|zeit|hora|heure|datum|date)\b/.test(namesOf(element).replaceAll('_', '-')) && /\d{1,2}[:.h]\s?\d\d/.test(textOf(element))); // prettier-ignore

/** A question with its answer as schema.org's microdata marks them (`Question`, `acceptedAnswer`). */
export function questionOf(element: Element): { question: Element; answer: Element } | null {
  if (!/schema\.org\/Question\b/i.test(attribute(element, 'itemtype'))) return null; // prettier-ignore
  const question = findFirst(element, (each) => attribute(each, 'itemprop') === 'name');
  const answer = findFirst(element, (each) =>
    /\b(?:acceptedAnswer|suggestedAnswer)\b/.test(attribute(each, 'itemprop')),
  );
  return question && answer && textOf(question) !== '' && textOf(answer) !== '' ? { question, answer } : null;
}
