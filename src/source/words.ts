import { decodeHTML } from 'entities/decode';
import type { Value } from './front-matter/field.ts';

/** Words of front matter as people write them for other programs, made plain. */

/** "Smith &amp;amp; Sons", as some programs write it, is "Smith & Sons". */
export const withoutEntities = (text: string): string =>
  /&(?:#\d+|#x[\da-f]+|[a-z][a-z\d]*);/i.test(text) ? decodeHTML(text) : text;

/** What `withoutEntities` would read as something else, so that it doesn't. */
export const withEntities = (text: string): string =>
  text.replace(/&(?=(?:#\d+|#x[\da-f]+|[a-z][a-z\d]*);)/gi, '&amp;');

/** C0 and C1 but for tab and line feed, and what Unicode calls no character: no face shows them, and XML refuses them. */
const controls =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufdd0-\ufdef\ufffe\uffff]|[\ud83f\ud87f\ud8bf\ud8ff\ud93f\ud97f\ud9bf\ud9ff\uda3f\uda7f\udabf\udaff\udb3f\udb7f\udbbf\udbff][\udffe\udfff]/g;

/** Takes control characters out of a text; those that part words leave a space. */
export const withoutControls = (text: string): string =>
  text.replace(controls, (sign) => (/[\u000b\u000c\u001c-\u001f\u0085]/.test(sign) ? ' ' : ''));

/** Where the first control character of a text stands; -1 without one. */
export const firstControl = (text: string): number => text.search(controls);

/** `[[folder/Mara Quist|Mara]]` is Mara: Obsidian's links in front matter. */
const wikiLink = /!?\[\[([^[\]|]*?)(?:\|([^[\]]*))?\]\]/g;

/** Obsidian's brackets taken off: the words that are shown, else the name of the page without its folder and part. */
export const withoutBrackets = (text: string): string =>
  text.includes('[[')
    ? text.replace(
        wikiLink,
        (_, page: string, shown?: string) =>
          shown?.trim() || page.replace(/#.*$/, '').replace(/^.*\//, '').replace(/\.md$/i, ''),
      )
    : text;

/** The file that a picture's name leads to: `![[harbour.jpg|300]]` is harbour.jpg. */
export const pictureName = (text: string): string =>
  text
    .trim()
    .replace(/^!?\[\[([^[\]|#]*)[^[\]]*\]\]$/, '$1')
    .trim();

/** A line of words. */
export const line = (value: Value): Value =>
  typeof value === 'string'
    ? withoutEntities(withoutControls(value))
        .replace(/[ \t]*\n\s*/g, ' ')
        .trim()
    : soleOf(value, line);

/** A list with one thing in it is that thing. */
function soleOf(value: Value, as: (value: Value) => Value): Value {
  return Array.isArray(value) && value.length === 1 ? as(value[0]!) : value;
}

/** The name in a list: a text, or the `name` of `{name: Ann Lee, url: …}`; lists in lists are one list. */
function namesIn(value: Value): Value[] {
  if (value === null) return [];
  if (Array.isArray(value)) return value.flatMap(namesIn);
  if (typeof value === 'string') return [value];
  const named = value['name'] ?? value['title'] ?? value['label'];
  return typeof named === 'string' ? [named] : [value];
}

/** One name of a list, without what Obsidian and others put around it. */
const name = (text: string): string =>
  withoutEntities(withoutControls(withoutBrackets(text)))
    .replace(/^\s*#(?=[\p{L}\p{N}])/u, '')
    .replace(/[ \t]*\n\s*/g, ' ')
    .trim();

/** A list of names: a list, or words with commas between them, or `#tags` with spaces. */
export function names(value: Value): Value {
  const all = typeof value === 'string' ? parted(value) : namesIn(value);
  const plain = all
    .map((each) => (typeof each === 'string' ? name(each) : each))
    .filter((each) => each !== '' && each !== null);
  return plain.filter((each, index) => plain.indexOf(each) === index);
}

function parted(text: string): string[] {
  if (/^\s*#\S+(?:\s+#\S+)+\s*$/.test(text)) return text.trim().split(/\s+/);
  return text.split(text.includes(',') ? /\s*,\s*/ : /\s*;\s*/);
}

/** Authors: a list of names, or a line that the reader of bylines takes apart. */
export function people(value: Value): Value {
  const address = (text: string) => text.replace(/\s*<[^<>\s]+@[^<>\s]+>/g, '');
  if (typeof value === 'string') return name(address(value));
  return namesIn(value)
    .map((each) => (typeof each === 'string' ? name(address(each)) : each))
    .filter((each) => each !== '');
}
