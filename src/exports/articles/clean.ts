import { distinct } from '../fields.ts';
import type { Item } from '../item.ts';

/** What no text holds: control characters but tab and line ends, halves of surrogate pairs, non-characters. */
const unfit = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]|\p{Surrogate}/gu;

const cleanText = (text: string): string => text.replace(unfit, '');

/** A text on one line; null where nothing is left of it. */
function line(text: string | null): string | null {
  const clean = cleanText(text ?? '').replace(/\s+/g, ' ').trim(); // prettier-ignore
  return clean === '' ? null : clean;
}

/** Several lines; null where nothing is left of them. */
function lines(text: string | null): string | null {
  const clean = cleanText(text ?? '').trim();
  return clean === '' ? null : clean;
}

/** An item whose texts hold nothing that a file of text can't, and are null where they say nothing. */
export function cleaned(item: Item): Item {
  const { text } = item;
  return {
    ...item,
    headline: line(item.headline),
    description: line(item.description),
    authors: distinct(item.authors.map(line)),
    publication: line(item.publication),
    section: line(item.section),
    topics: distinct(item.topics.map(line)),
    text: text && { form: text.form, get value() { return cleanText(text.value); } },
    highlights: item.highlights
      .map(({ quote, note }) => ({ quote: lines(quote), note: lines(note) }))
      .filter(({ quote, note }) => quote !== null || note !== null),
    note: lines(item.note),
  }; // prettier-ignore
}
