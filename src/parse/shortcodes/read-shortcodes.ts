import { codeIn, type Passage } from '../../source/private/private-notes.ts';
import { replacePassages, type Replaced, type Replacement } from '../../source/private/replace-passages.ts';
import { leftUnsaid, readArguments, type Arguments } from './arguments.ts';
import { callouts, meanings, noteOpening, wrappers, wrapperTitle, type Standing } from './meanings.ts';

/** Hugo's `{{< name … >}}` and `{{% name … %}}`. */
const hugo = String.raw`\{\{(?<mark>[<%])\s*(?<slash>\/?)\s*(?<name>[\w./-]+)(?<rest>(?:"[^"]*"|\`[^\`]*\`|[^"\`]){0,2000}?)\/?\s*[>%]\}\}`;
// A shortcode between the marks of a comment: Hugo shows it as it is.
const escaped = String.raw`\{\{(?<shows>[<%])/\*(?<shown>[^{}]{0,2000}?)\*/(?<shut>[>%])\}\}`;
/** Liquid's `{% name … %}`. */
const tag = String.raw`\{%-?\s*(?<tag>\w+)(?<given>(?:"[^"]*"|'[^']*'|[^"'%]){0,2000}?)-?%\}`;
/** Liquid's `{{ value | filter }}`; in a formula (`\frac{{a}}{b}`) such brackets are TeX's. */
const value = String.raw`(?<!\\[A-Za-z]{1,20}|[}^_$\\])\{\{-?\s*(?<value>[^{}<%\n][^{}\n]*?)-?\}\}`;
/** kramdown's `{: .class #id}` and `{:toc}`. */
const attributes = String.raw`\{:(?<attributes>[^{}\n]*)\}`;
/** `![x](My Photo (1).JPG)`: an address with blanks, which Markdown wants between `<` and `>`. */
const blanks = String.raw`(?<=\]\()(?<blanks>[^\s()<>{}"'][^()<>\n{}"']*(?:\([^()<>\n"']*\)[^()<>\n"']*)*\.[A-Za-z0-9]{2,5}(?:#[^()\s]*)?)(?=\)|[ \t]+["'][^"'\n]*["'][ \t]*\))`;
const any = new RegExp([escaped, hugo, tag, value, attributes, blanks].join('|'), 'g');
const possible = /\{[{%:]|\]\([^\s()<>]+ [^)]/;

const attribute = String.raw`(?:[.#][\w-]+|[\w-]+=(?:"[^"]*"|'[^']*'|\S+)|toc|no_toc)`;
const onlyAttributes = new RegExp(`^\\s*${attribute}(?:\\s+${attribute})*\\s*$`);

/** A shortcode that stays as the text that it is. */
interface Unread {
  name: string;
  /** Offset in the text. */
  at: number;
}

export interface ReadShortcodes extends Replaced {
  unread: Unread[];
  /** Marks that were taken out and that say nothing to a reader, with their places. */
  removed: { what: string; at: number }[];
}

/**
 * Reads the shortcodes and tags of other site generators, outside code: what means something here becomes Markdown or
 * HTML that says the same, everything else stays.
 */
export function readShortcodes(text: string): ReadShortcodes | null {
  if (!possible.test(text)) return null;
  return new Reader(text).read();
}

class Reader {
  readonly #text: string;
  readonly #code: readonly Passage[];
  readonly #replacements: Replacement[] = [];
  readonly #unread: Unread[] = [];
  readonly #removed: ReadShortcodes['removed'] = [];

  constructor(text: string) {
    this.#text = text;
    this.#code = codeIn(text);
  }

  read(): ReadShortcodes {
    /** The end of what `{% raw %}` or code between tags protects. */
    let until = 0;
    let next = 0;
    for (const match of this.#text.matchAll(any)) {
      const at = match.index;
      while (next < this.#code.length && this.#code[next]!.to <= at) next++;
      const code = this.#code[next];
      if (at < until || (code && code.from <= at)) continue;
      const groups = match.groups ?? {};
      const end = at + match[0].length;
      if (groups['tag'] === 'raw') until = this.#raw(at, end);
      else if (this.#opensCode(groups)) until = this.#fence(groups, at, end);
      else this.#one(match[0], groups, at);
    }
    const { text, columnOf } = replacePassages(this.#text, this.#replacements);
    return { text, columnOf, unread: this.#unread, removed: this.#removed };
  }

  #put(at: number, length: number, instead: string): void {
    this.#replacements.push({ from: at, to: at + length, instead });
  }

  #drop(at: number, whole: string): void {
    this.#put(at, whole.length, '');
    this.#removed.push({ what: whole, at });
  }

  #raw(at: number, end: number): number {
    const closing = /\{%-?\s*endraw\s*-?%\}/g;
    closing.lastIndex = end;
    const closed = closing.exec(this.#text);
    if (!closed) return end;
    this.#put(at, end - at, '');
    this.#put(closed.index, closed[0].length, '');
    return closed.index + closed[0].length;
  }

  #opensCode({ name, tag: liquid, slash }: Groups): boolean {
    return (name === 'highlight' || name === 'code') && slash === ''
      ? true
      : liquid === 'highlight' || liquid === 'codeblock';
  }

  /** `{{< highlight go >}}`, `{% highlight ruby %}`: a fence, where its lines are its own. */
  #fence({ name, tag: liquid, rest, given }: Groups, at: number, end: number): number {
    const text = this.#text;
    const closing = name === undefined ? new RegExp(`\\{%-?\\s*end${liquid}\\s*-?%\\}`, 'g') : new RegExp(`\\{\\{[<%]\\s*/\\s*${name}\\s*[>%]\\}\\}`, 'g'); // prettier-ignore
    closing.lastIndex = end;
    const closed = closing.exec(text);
    if (!closed) {
      this.#unread.push({ name: name ?? liquid ?? '', at });
      return end;
    }
    const after = closed.index + closed[0].length;
    const all = readArguments(rest ?? given ?? '');
    const [language = ''] = all.places;
    this.#left({ ...all, places: [] }, '', at);
    const isOwn = isLine(text, at, end) && isLine(text, closed.index, after);
    const ticks = '`'.repeat(
      Math.max(3, ...(text.slice(end, closed.index).match(/`+/g) ?? []).map(({ length }) => length + 1)),
    );
    if (isOwn) {
      this.#put(at, end - at, `${ticks}${language.replace(/[^\w+#.-]/g, '')}`);
      this.#put(closed.index, closed[0].length, ticks);
    } else {
      this.#put(at, end - at, '`` ');
      this.#put(closed.index, closed[0].length, ' ``');
    }
    return after;
  }

  #one(whole: string, groups: Groups, at: number): void {
    const { name, tag: liquid, value: said, attributes: marks, blanks: address } = groups;
    const { shows, shown, shut } = groups;
    if (shown !== undefined) this.#put(at, whole.length, `{{${shows}${shown}${shut}}}`);
    else if (address !== undefined) {
      if (/[ \t]/.test(address)) this.#put(at, whole.length, `<${address}>`);
    } else if (marks !== undefined) this.#attributes(whole, marks, at);
    else if (said !== undefined) this.#value(whole, said, at);
    else if (name !== undefined) this.#shortcode(whole, name, groups, at);
    else if (liquid !== undefined) this.#tag(whole, liquid, groups['given'] ?? '', at);
  }

  #shortcode(whole: string, name: string, { slash, rest = '' }: Groups, at: number): void {
    const end = at + whole.length;
    if (callouts.has(name) && isLine(this.#text, at, end)) {
      const isClosed =
        slash === '/' || new RegExp(`\\{\\{[<%]\\s*/\\s*${name}\\s*[>%]\\}\\}`).test(this.#text.slice(end));
      if (isClosed) return this.#note(whole, rest, at, slash === '/');
    }
    if (wrappers.has(name)) return this.#wrapper(whole, rest, at, slash === '/');
    this.#meaning(whole, name, rest, at);
  }

  #note(whole: string, rest: string, at: number, closes: boolean): void {
    const given = readArguments(rest);
    const instead = closes ? ':::' : noteOpening(given);
    this.#put(at, whole.length, instead);
    // Of what kind a note is, its look says elsewhere: "tip", "warning".
    if (!closes) this.#left({ ...given, places: given.places.filter((place) => !callouts.has(place)) }, instead, at);
  }

  /** What stands around a text for its look: the text stays, below the title that it is given. */
  #wrapper(whole: string, rest: string, at: number, closes: boolean): void {
    const title = closes ? '' : wrapperTitle(readArguments(rest));
    if (title === '') this.#drop(at, whole);
    else {
      this.#put(at, whole.length, `**${title}** `);
      this.#left(readArguments(rest), title, at);
    }
  }

  #tag(whole: string, name: string, given: string, at: number): void {
    const [, included = '', rest = given] = /^\s*([\w./-]+)(.*)$/s.exec(given) ?? [];
    if (/^include(?:_relative|_cached)?$/.test(name))
      this.#meaning(whole, included.split('/').at(-1) ?? '', rest, at, `include ${included}`);
    else this.#meaning(whole, name, given, at);
  }

  #meaning(whole: string, name: string, given: string, at: number, called = name): void {
    const all = readArguments(given);
    const read = meanings.get(name)?.(all, this.#standing(at, at + whole.length)) ?? null;
    if (read === null) return void this.#unread.push({ name: called, at });
    this.#put(at, whole.length, read);
    this.#left(all, read, at);
  }

  /** Words that a shortcode was given and that what stands for it does not say. */
  #left(given: Arguments, instead: string, at: number): void {
    const left = leftUnsaid(given, instead);
    if (left.length > 0) this.#removed.push({ what: left.join(' '), at });
  }

  /** `{{ site.baseurl }}` and its like are nothing in front of a path; `{{ "/a" | relative_url }}` is its path. */
  #value(whole: string, said: string, at: number): void {
    const path = /^(["'])(?<path>[^"']*)\1\s*\|\s*(?:relative_url|absolute_url|prepend:\s*site\.\w+|url)\b/.exec(said)
      ?.groups?.['path'];
    if (path !== undefined) this.#put(at, whole.length, path);
    else if (
      /^(?:site\.(?:base_?url|url|github\.url)|page\.(?:root|base)|\.Site\.BaseURL|base_?url|relative_url)\s*$/i.test(
        said,
      )
    )
      this.#put(at, whole.length, '');
    else this.#unread.push({ name: said.trim(), at });
  }

  /** Attributes belong to what stands before them, alone on their line or right behind a span. */
  #attributes(whole: string, marks: string, at: number): void {
    const before = this.#text.slice(Math.max(0, at - 300), at);
    if (!onlyAttributes.test(marks)) return;
    const placeholder = /\btoc\b/.test(marks)
      ? /(?:^|\n)([ \t]*(?:[-*+]|\d+\.)[ \t][^\n]*)\n[ \t]*$/.exec(before)?.[1]
      : undefined;
    if (placeholder !== undefined) {
      const from = at - before.length + before.lastIndexOf(placeholder);
      this.#replacements.push({ from, to: from + placeholder.length, instead: '' });
      this.#removed.push({ what: placeholder.trim(), at: from });
    }
    this.#drop(at, whole);
  }

  #standing(from: number, to: number): Standing {
    const text = this.#text;
    const before = text.slice(Math.max(0, from - 200), from);
    if (inAddress.test(before)) return 'address';
    const above = /(?:^|\n[ \t]*\n)[ \t]*$/.test(before);
    const below = /^[ \t]*(?:\n[ \t]*(?:\n|$)|$)/.test(text.slice(to, to + 200));
    return isLine(text, from, to) && above && below ? 'alone' : 'text';
  }
}

/** Behind these words an address is being written, in Markdown or in HTML. */
const inAddress = /\]\(\s*<?[^()\s]*$|\b(?:href|src)\s*=\s*["']?[^"'\s<>]*$/;

type Groups = Record<string, string | undefined>;

/** Whether a passage has its line or lines to itself. */
function isLine(text: string, from: number, to: number): boolean {
  const start = text.lastIndexOf('\n', from - 1) + 1;
  const end = text.indexOf('\n', to);
  return (
    (from === 0 || text.slice(start, from).trim() === '') && text.slice(to, end < 0 ? undefined : end).trim() === ''
  );
}
