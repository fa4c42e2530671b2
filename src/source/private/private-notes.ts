/**
 * Notes that authors leave for themselves in their texts. They are nobody else's: they leave in no form, so they are
 * taken out before anything is read. In code they are code, and stay.
 *
 * Sources: CommonMark 0.31 (HTML comments; link definitions that nothing refers to, a common way to write one),
 * Obsidian (`%%…%%`), Liquid (`{% comment %}`), Hugo, Nunjucks, MDX, kramdown (`{::comment}`).
 */

/** A passage of a text, from one offset up to another, in UTF-16 code units. */
export interface Passage {
  from: number;
  to: number;
}

export interface PrivateNotes {
  /** In order; none overlaps another. */
  passages: Passage[];
  /** Where a note is opened that is never closed: what follows might be private; null where there is none. */
  unclosed: Passage | null;
}

/** A quick look: most articles have nothing that any note could begin with. */
const possible = /<!--|%%|\{[%/#:]|\{\{|\]:/;

/** What a note opens with, what ends it, and whether a note that is left open is a mistake. */
const forms: readonly { opening: RegExp; closing: RegExp; mustClose: boolean }[] = [
  { opening: /<!--(?=-?>)/y, closing: /-?>/g, mustClose: false },
  { opening: /<!--/y, closing: /--!?>/g, mustClose: true },
  { opening: /%%/y, closing: /%%/g, mustClose: true },
  { opening: /\{%-?\s*comment\b[^%\n]*%\}/y, closing: /\{%-?\s*endcomment\s*-?%\}/g, mustClose: true },
  // Not `{{</* … */>}}` without a blank, by which Hugo shows a shortcode as it is.
  { opening: /\{\{(?:[%<]\s+|-?\s*)\/\*/y, closing: /\*\/\s*-?[%>]?\}\}/g, mustClose: true },
  { opening: /\{\s*\/\*/y, closing: /\*\/\s*\}/g, mustClose: true },
  { opening: /\{#(?=[\s-])/y, closing: /#\}/g, mustClose: false },
  { opening: /\{::comment(?=[^}\n]*\/\})/y, closing: /\/\}/g, mustClose: false },
  { opening: /\{::comment[^}\n]*\}/y, closing: /\{:\/(?:comment)?\}/g, mustClose: true },
];

/** Before a line's own words: marks of quotations and lists. */
const prefix = String.raw`[ \t]*(?:(?:>|[-*+]|\d{1,9}[.)])[ \t]*)*`;
const fence = new RegExp(`${prefix}(?<fence>\`{3,}(?=[^\`\\n]*$)|~{3,})`, 'my');
/** `[//]: # (…)`, `[comment]: <> (…)`: the label, what it leads to, and the note, which may go on below. */
const definition = new RegExp(
  `${prefix}\\[(?<label>[^\\]\\n]{1,80})\\]:[ \\t]*(?<target>#|<#?>|\\S*)(?:[ \\t]*\\n?[ \\t]*(?<note>"[^"]*"|'[^']*'|\\((?:\\\\[()]|[^()])*\\))[ \\t]*$|(?<rest>.*)$)`,
  'my',
);
const indented = /(?: {4}|\t)[ \t]*(?=\S)/y;
const listItem = /[ \t]*(?:[-*+]|\d{1,9}[.)])(?=[ \t])/y;
/** An element that stands at a line's beginning and is no part of a sentence opens raw HTML, up to a blank line. */
const rawHtml =
  / {0,3}<\/?(?!(?:a|abbr|b|bdi|bdo|br|cite|code|data|del|dfn|em|i|img|ins|kbd|mark|q|s|samp|small|span|strong|sub|sup|time|u|var|wbr)\b)[a-z][a-z\d-]*(?=[\s/>])/iy;
const blankLine = /\n[ \t>]*(?:\n|$)/g;
const stops = /[\\`<%{\n]/g;

/** Finds what is private in a Markdown text, or in one that was pasted. */
export function privateNotes(text: string): PrivateNotes {
  if (!possible.test(text)) return { passages: [], unclosed: null };
  return new Search(text).run();
}

/** Where a text is code: fenced, indented, or between backticks. */
export function codeIn(text: string): Passage[] {
  const search = new Search(text);
  search.run();
  return search.code;
}

class Search {
  readonly #text: string;
  readonly #passages: Passage[] = [];
  readonly code: Passage[] = [];
  #unclosed: Passage | null = null;
  #at = 0;
  /** Up to here it is raw HTML, in which backticks and backslashes mean nothing. */
  #rawUntil = 0;
  #inList = false;
  #afterBlank = true;

  constructor(text: string) {
    this.#text = text;
  }

  run(): PrivateNotes {
    const text = this.#text;
    this.#line();
    while (this.#at < text.length) {
      stops.lastIndex = this.#at;
      const stop = stops.exec(text);
      if (!stop) break;
      this.#at = stop.index;
      const isRaw = this.#at < this.#rawUntil;
      if (text[this.#at] === '\n') {
        this.#at++;
        this.#line();
      } else if (this.#note()) continue;
      else if (!isRaw && text[this.#at] === '\\') this.#at += 2;
      else if (!isRaw && text[this.#at] === '`') this.#code();
      else this.#at++;
    }
    return { passages: this.#passages, unclosed: this.#unclosed };
  }

  /** What only a line's beginning can open. */
  #line(): void {
    for (let moved = true; moved && this.#at < this.#text.length;) moved = this.#lineOnce();
  }

  #lineOnce(): boolean {
    const at = this.#at;
    const text = this.#text;
    const end = lineEnd(text, at);
    const isBlank = text.slice(at, end).trim() === '';
    if (isBlank) {
      this.#afterBlank = true;
      return false;
    }
    if (at < this.#rawUntil) return this.#definition(at);
    const found = matchAt(fence, text, at)?.groups?.['fence'];
    if (found) {
      this.#at = fenceEnd(text, end, found);
      this.code.push({ from: at, to: this.#at });
      return this.#at < text.length;
    }
    const isCode = this.#afterBlank && !this.#inList && matchAt(indented, text, at) !== null;
    if (isCode) {
      this.#at = Math.min(text.length, end + 1);
      this.code.push({ from: at, to: this.#at });
      return true;
    }
    this.#afterBlank = false;
    if (matchAt(listItem, text, at)) this.#inList = true;
    else if (!/[ \t]/.test(text[at]!)) this.#inList = false;
    if (this.#definition(at)) return true;
    if (matchAt(rawHtml, text, at)) this.#rawUntil = nextBlank(text, at);
    return false;
  }

  /** A link definition that is a note, with all of its lines. */
  #definition(at: number): boolean {
    const found = matchAt(definition, this.#text, at);
    const { label, target, note, rest } = found?.groups ?? {};
    if (!found || label === undefined || label.startsWith('^')) return false;
    const nowhere = /^(?:#|<#?>)$/.test(target ?? '');
    const named = /^(?:\/\/|comment|todo|note to self|hidden|private)$/i.test(label.trim());
    const hasNote = note !== undefined || (named && (rest ?? '').trim() !== '');
    if (!(named && (nowhere || hasNote)) && !(nowhere && note !== undefined && !this.#isReferredTo(label)))
      return false;
    this.#passages.push({ from: at, to: at + found[0].length });
    this.#at = Math.min(this.#text.length, at + found[0].length + 1);
    return true;
  }

  #isReferredTo(label: string): boolean {
    const text = this.#text.toLowerCase();
    const wanted = `[${label.toLowerCase()}]`;
    for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1))
      if (text[at + wanted.length] !== ':') return true;
    return false;
  }

  /** A note that opens here: it is taken, or it is told that it is never closed. */
  #note(): boolean {
    const text = this.#text;
    const from = this.#at;
    for (const { opening, closing, mustClose } of forms) {
      const opened = matchAt(opening, text, from);
      if (!opened) continue;
      const after = from + opened[0].length;
      closing.lastIndex = after;
      const closed = closing.exec(text);
      if (opened[0] === '%%' && !this.#isComment(from, closed?.index ?? null)) return false;
      if (!closed) {
        if (mustClose && /(?:^|\s)$/.test(text.slice(0, from).slice(-1))) this.#unclosed ??= { from, to: after };
        return false;
      }
      this.#passages.push({ from, to: closed.index + closed[0].length });
      this.#at = closed.index + closed[0].length;
      if (this.#rawUntil > from && this.#at > this.#rawUntil) this.#rawUntil = nextBlank(text, this.#at);
      return true;
    }
    return false;
  }

  /** "5%%" is a slip of the pen, and `%%20` a part of an address: neither opens a note that reaches over lines. */
  #isComment(at: number, closing: number | null): boolean {
    const text = this.#text;
    const before = text.slice(Math.max(0, at - 300), at);
    if (/(?:https?:\/\/|www\.)[^\s<>]*$/i.test(before)) return false;
    const after = text[at + 2] ?? '\n';
    if (closing === null) return /(?:^|[\s([{])$/.test(before) && (after === '\n' ? /(?:^|\n)[ \t]*$/.test(before) : after !== ' '); // prettier-ignore
    const between = text.slice(at, closing);
    return !/\d$/.test(before) || !(between.includes('\n') || /\d$/.test(between));
  }

  /** Passes over code: a run of backticks up to the next of the same length, within the paragraph. */
  #code(): void {
    const text = this.#text;
    const run = /`+/y;
    run.lastIndex = this.#at;
    const ticks = run.exec(text)![0];
    const after = this.#at + ticks.length;
    const end = nextBlank(text, after);
    const closing = new RegExp(`(?<!\`)${ticks}(?!\`)`, 'g');
    closing.lastIndex = after;
    const closed = closing.exec(text.slice(0, end));
    const isCode = closed !== null && !opensNote(text.slice(after, closed.index));
    if (closed && isCode) this.code.push({ from: this.#at, to: closed.index + ticks.length });
    this.#at = closed && isCode ? closed.index + ticks.length : after;
  }
}

/** Whether a note is opened in what seems to be code and closed behind it: that was no code for its author. */
const opensNote = (code: string): boolean =>
  code.lastIndexOf('<!--') > code.lastIndexOf('-->') || (code.match(/%%/g)?.length ?? 0) % 2 === 1;

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}

/** Where the next blank line begins, or the text ends. */
function nextBlank(text: string, at: number): number {
  blankLine.lastIndex = at;
  return blankLine.exec(text)?.index ?? text.length;
}

/** The beginning of the line after the one that closes a fence; the text's end where none does. */
function fenceEnd(text: string, from: number, opening: string): number {
  const closing = new RegExp(`^[ \\t>]*${opening[0]}{${opening.length},}[ \\t]*$`, 'gm');
  closing.lastIndex = Math.min(text.length, from + 1);
  const closed = closing.exec(text);
  return closed ? Math.min(text.length, closed.index + closed[0].length + 1) : text.length;
}
