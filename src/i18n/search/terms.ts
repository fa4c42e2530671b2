import { fold } from './fold.ts';

/**
 * Words as search has them, for the index and for the question. A word of a text is found under several keys: as it
 * is, by its stem, by each of its parts ("l’élection": lelection, election); a word of a question asks for one.
 */

/** The stem of a folded word, in the language of the site. */
export type Stem = (word: string) => string;

/** Short words are no stems of anything, and "news" is not what is new. */
export const careful =
  (stem: Stem): Stem =>
  (word) =>
    word.length < 4 || word === 'news' ? word : stem(word);

/** A word of a question. */
export interface Term {
  /** Folded. A word of the index answers if it begins with this … */
  text: string;
  /** … or has this stem. */
  stem: string;
}

/** Scripts that write no blanks between words: they are found by every two letters that stand together. */
const unspaced = '\\u0e00-\\u0eff\\u1780-\\u17ff\\u3040-\\u30ff\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff';
const runOrNot = new RegExp(`[${unspaced}]+|[^${unspaced}]+`, 'gu');
const isRun = new RegExp(`^[${unspaced}]`, 'u');
const blanks = new RegExp(`(?<=[${unspaced}]) (?=[${unspaced}])`, 'gu');
const signs = /\P{M}\p{M}*/gu;

/** Between the keys of a word. The index has no word with it: what Pagefind makes of all keys together is dropped. */
export const BETWEEN_KEYS = '_';

/** A text as it was written, from words set apart by `indexed`. */
export const joined = (text: string): string => text.replace(blanks, '');

/**
 * A text for the index, word by word.
 *
 * @returns `shown`: its words, set apart by blanks; `keys`: as many words, each with what it is found by
 */
export function indexed(text: string, stem: Stem): { shown: string; keys: string } {
  const shown: string[] = [];
  const keys: string[] = [];
  for (const word of text.split(/\s+/))
    for (const [part] of word.normalize('NFC').matchAll(runOrNot))
      if (isRun.test(part)) {
        const all = part.match(signs) ?? [part];
        shown.push(...all);
        keys.push(...pairs(all));
      } else {
        shown.push(part);
        const forms = formsOf(part, stem);
        keys.push(forms.parts ? forms.parts.join('-') : forms.keys.join(`${BETWEEN_KEYS}-`) || '-');
      }
  return { shown: shown.join(' '), keys: keys.join(' ') };
}

/** Each sign with the next one; the last one alone. */
const pairs = (all: readonly string[]): string[] => all.map((sign, at) => fold(sign + (all[at + 1] ?? '')));

/** What a word without blanks in it is found by. Words with figures are found whole and by their parts. */
function formsOf(word: string, stem: Stem): { keys: string[]; parts?: string[] } {
  const parts = partsOf(word);
  const whole = parts.join('');
  if (/\p{N}/u.test(whole)) return { keys: [whole], parts };
  const keys = new Set<string>();
  for (const each of parts.length > 1 ? [whole, ...parts] : parts)
    for (const form of [each, bare(each)]) keys.add(form).add(stem(form));
  // As those write who have no umlauts: Mueller, Aarhus.
  if (/[äöüåø]/iu.test(word)) {
    const spelled = partsOf(word.normalize('NFC').replace(/[äöüåø]/giu, (letter) => spelt[letter.toLowerCase()] ?? ''));
    keys.add(spelled.join(''));
  }
  // A single letter beside others would be found by whoever asks for a list's "a".
  const all = [...keys].filter((key) => key !== '');
  return { keys: all.length > 1 ? all.filter((key) => key.length > 1) : all };
}
const spelt: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', å: 'aa', ø: 'oe' };

/** A word's parts, folded; "C++" and "C#" are words. */
function partsOf(word: string): string[] {
  return fold(word)
    .replace(/(?<!\p{L})([a-z])(?:(\+\+)|#)(?!\p{L})/gu, (_, letter: string, plus?: string) =>
      plus ? `${letter}plusplus` : `${letter}sharp`,
    )
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter(Boolean);
}

/** Without the article that Arabic and Hebrew write together with a noun. */
function bare(word: string): string {
  return word.replace(/^(?:[وف]?[بك]?ال|[وف]?لل)(?=\p{L}{3})/u, '').replace(/^ה(?=[\u05d0-\u05ea]{3})/u, '');
}

/** Articles and the like that French, Italian and their neighbours elide before a vowel. */
const elided =
  /^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu|(?:de|a|da|ne|su|co|que)ll|un|gl|quest|sant|tutt|bell|(?:d|n)egl)$/;

/**
 * What one asks for, word by word.
 *
 * @returns the words, and whether they are to stand together as they are (asked for in quotation marks)
 */
export function termsOf(question: string, stem: Stem): { terms: Term[]; phrase: boolean } {
  const quoted = /^\s*["“„«»](.*\S.*)["”“«»]\s*$/u.exec(question)?.[1];
  const terms: Term[] = [];
  for (const word of (quoted ?? question).split(/\s+/))
    for (const [part] of word.normalize('NFC').matchAll(runOrNot)) {
      if (isRun.test(part)) {
        const all = part.match(signs) ?? [part];
        const two = all.length > 1 ? pairs(all).slice(0, -1) : [fold(part)];
        terms.push(...two.map((text) => ({ text, stem: text })));
        continue;
      }
      const parts = partsOf(part);
      const isElided = quoted === undefined && parts.length === 2 && /['’ʼ]/u.test(part) && elided.test(parts[0] ?? '');
      const text = isElided ? (parts[1] ?? '') : parts.join('');
      if (text === '') continue;
      const noun = quoted === undefined ? bare(text) : text;
      terms.push({ text: noun, stem: /\p{N}/u.test(text) ? noun : stem(noun) });
    }
  return { terms, phrase: quoted !== undefined && terms.length > 0 };
}

/** Whether a word of the index is one that was asked for. */
export const answers = (key: string, { text, stem }: Term, stemmer: Stem): boolean =>
  key.startsWith(text) || key === stem || stemmer(key) === stem;

/** Where a text has words that were asked for: from and to, in characters, in order. */
export function places(text: string, terms: readonly Term[], stem: Stem): [number, number][] {
  const found: [number, number][] = [];
  for (const word of text.matchAll(/\S+/gu))
    for (const { 0: part, index } of word[0].matchAll(runOrNot)) {
      const from = word.index + index;
      if (isRun.test(part)) found.push(...placesInRun(part, from, terms));
      else {
        const { keys, parts = [] } = formsOf(part, stem);
        if (![...keys, ...parts].some((key) => terms.some((term) => answers(key, term, stem)))) continue;
        const lead = /^[^\p{L}\p{N}]*/u.exec(part)?.[0].length ?? 0;
        const trail = /[^\p{L}\p{N}]*$/u.exec(part)?.[0].length ?? 0;
        found.push([from + lead, from + part.length - trail]);
      }
    }
  return found;
}

function placesInRun(run: string, from: number, terms: readonly Term[]): [number, number][] {
  const found: [number, number][] = [];
  const all = run.match(signs) ?? [run];
  let at = from;
  for (const [index, sign] of all.entries()) {
    const next = all[index + 1] ?? '';
    const pair = fold(sign + next);
    const term = terms.find(({ text }) => pair.startsWith(text));
    const end = at + sign.length + (term && fold(sign) !== term.text ? next.length : 0);
    const last = found.at(-1);
    if (term && last && last[1] >= at) last[1] = end;
    else if (term) found.push([at, end]);
    at += sign.length;
  }
  return found;
}
