import { cut, cutStart } from '../../source/cut.ts';

/**
 * Links to a passage: URL fragments with a text directive (WICG, "URL Fragment Text Directives",
 * `#:~:text=[prefix-,]start[,end][,-suffix]`). The browser looks the words up and shows them.
 */
export interface Passage {
  /** Selected text; line breaks where it crosses from one block into another. */
  text: string;
  /** Text of the same block before and after it. */
  before: string;
  after: string;
  /** Everything that the browser will search, to tell whether the words stand there once. */
  all: string;
}

/** Up to this many characters a passage is named whole; a longer one by its first and last words. */
const whole = 120;

const tidy = (text: string): string => text.replace(/\s+/gu, ' ').trim();

/** A dash, a comma and an ampersand have a meaning in the directive. */
const encode = (text: string): string => encodeURIComponent(tidy(text)).replace(/-/g, '%2D');

function firstWords(text: string, count: number): string {
  return cut(tidy(text).split(' ').slice(0, count).join(' '), 80);
}

function lastWords(text: string, count: number): string {
  const words = tidy(text).split(' ').slice(-count).join(' ');
  return cutStart(words, 80);
}

/** @returns the fragment with its leading `#`; null for nothing selected */
export function passageFragment(passage: Passage): string | null {
  const lines = passage.text.split('\n').map(tidy).filter(Boolean);
  const first = lines[0];
  const last = lines[lines.length - 1];
  if (!first || !last) return null;
  const short = lines.length === 1 && first.length <= whole;
  const start = short ? first : firstWords(first, 5);
  const end = short ? '' : lastWords(last, 5);
  // One line whose first and last words overlap: the end must come after the start.
  const parts = end && !(lines.length === 1 && tidy(first) === start) ? [encode(start), encode(end)] : [encode(start)];
  const all = tidy(passage.all);
  if (all.indexOf(start) !== all.lastIndexOf(start)) {
    const prefix = encode(lastWords(passage.before, 3));
    const suffix = encode(firstWords(passage.after, 3));
    if (prefix) parts.unshift(`${prefix}-`);
    if (suffix) parts.push(`-${suffix}`);
  }
  return `#:~:text=${parts.join(',')}`;
}

const isInWord = (character: string | undefined): boolean =>
  character !== undefined && /[\p{L}\p{M}\p{N}]/u.test(character);

/** Where the word begins that `at` stands in: browsers match whole words alone. */
export function wordStart(text: string, at: number): number {
  let start = at;
  while (start > 0 && isInWord(text[start - 1]) && isInWord(text[start])) start -= 1;
  return start;
}

/** Where the word ends that `at` stands in. */
export function wordEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length && isInWord(text[end]) && isInWord(text[end - 1])) end += 1;
  return end;
}
