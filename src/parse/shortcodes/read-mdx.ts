import { codeIn, type Passage } from '../../source/private/private-notes.ts';
import { replacePassages, type Replaced, type Replacement } from '../../source/private/replace-passages.ts';
import { leftUnsaid } from './arguments.ts';
import { callouts, meanings, noteOpening } from './meanings.ts';

/**
 * MDX is Markdown with code in it: `import` and `export`, components (`<Chart year={2024}>…</Chart>`) and expressions.
 * No code runs here. What is a picture, a film, a post or a note becomes that, the text between components stays.
 *
 * Source: mdxjs.com, "What is MDX?".
 */
export interface ReadMdx extends Replaced {
  /** What was taken out, with its offset. */
  removed: { what: string; at: number }[];
  /** Names of the components that mean nothing here. */
  components: string[];
  /** Expressions that stay as the text that they are, with their offset. */
  unread: { name: string; at: number }[];
}

const string = String.raw`"[^"]*"|'[^']*'|\`[^\`]*\``;
/** Braces within braces, three deep: a style, an object in a list. */
const braces = [1, 2, 3].reduce(
  (inner) => String.raw`\{(?:${string}|${inner}|[^{}"'\`]){0,1000}\}`,
  String.raw`\{[^{}]*\}`,
);
const attribute = String.raw`\s+(?:\{\s*\.\.\.[^{}]*\}|[A-Za-z_:@][\w:.@-]*(?:\s*=\s*(?:"[^"]*"|'[^']*'|${braces}))?)`;

/** To the end of its paragraph, as MDX has it. */
const esm = String.raw`(?<=^|\n)(?<esm>(?:import\s+(?:[\w*{][^\n]*|["'])|export\s+(?:default|const|let|var|function|async|class|\{|\*))(?:[^\n]|\n(?![ \t]*(?:\n|$)))*)`;
const tag = String.raw`<(?<slash>\/?)(?:(?<name>[A-Za-z][\w.:-]*)(?<given>(?:${attribute}){0,60})\s*(?<self>\/?))?>`;
const expression = String.raw`\{(?<expression>(?:${string}|${braces}|[^{}\n"'\`])*)\}`;
const any = new RegExp([esm, tag, expression].join('|'), 'g');
const possible = /(?:^|\n)(?:import|export)\s|<\/?[A-Z>]|<[a-z][^>]*=\s*\{|\{/;

/** Components that show a picture. */
const pictures = /^(?:Image|Img|Picture|Photo|Figure|NextImage|StaticImage)$/;

/** @returns null where there is nothing of the kind */
export function readMdx(text: string): ReadMdx | null {
  return possible.test(text) ? new Reader(text).read() : null;
}

class Reader {
  readonly #text: string;
  readonly #code: readonly Passage[];
  readonly #replacements: Replacement[] = [];
  readonly #removed: ReadMdx['removed'] = [];
  readonly #components = new Set<string>();
  readonly #unread: ReadMdx['unread'] = [];
  /** Files by the name that they are imported under. */
  readonly #imported: ReadonlyMap<string, string>;

  constructor(text: string) {
    this.#text = text;
    this.#code = codeIn(text).filter(({ from, to }) => /[`~]/.test(text.slice(from, to)));
    this.#imported = new Map(
      [...text.matchAll(/^import\s+(\w+)\s+from\s+["']([^"'\n]+)["']/gm)].map(([, name = '', file = '']) => [
        name,
        file,
      ]),
    );
  }

  read(): ReadMdx {
    let next = 0;
    for (const match of this.#text.matchAll(any)) {
      const at = match.index;
      while (next < this.#code.length && this.#code[next]!.to <= at) next++;
      const code = this.#code[next];
      if (code && code.from <= at) continue;
      const { esm: module, name, expression: said, given = '', slash = '', self = '' } = match.groups ?? {};
      if (module !== undefined) this.#drop(at, module);
      else if (said !== undefined) this.#expression(match[0], said, at);
      else this.#tag(match[0], { name: name ?? '', given, isEnd: slash === '/', isWhole: self === '/' }, at);
    }
    const { text, columnOf } = replacePassages(this.#text, this.#replacements);
    return { text, columnOf, removed: this.#removed, components: [...this.#components], unread: this.#unread };
  }

  #put(at: number, whole: string, instead: string): void {
    this.#replacements.push({ from: at, to: at + whole.length, instead });
  }

  #drop(at: number, whole: string): void {
    this.#put(at, whole, '');
    this.#removed.push({ what: whole.trim(), at });
  }

  #expression(whole: string, said: string, at: number): void {
    const literal = /^\s*(?:"([^"]*)"|'([^']*)'|`([^`$]*)`)\s*$/.exec(said);
    if (literal) return this.#put(at, whole, literal[1] ?? literal[2] ?? literal[3] ?? '');
    // `{: .lead}` and `{#results}` are marks of Markdown; a set of words in braces is a set of words.
    if (/^\s*[A-Za-z_$][\w$]*(?:\.[\w$]+|\[[^\]]*\]|\([^()]*\))*\s*$/.test(said))
      this.#unread.push({ name: whole, at });
  }

  #tag(whole: string, { name, given, isEnd, isWhole }: Tag, at: number): void {
    const isComponent = name === '' || /^[A-Z]|[.:]/.test(name);
    if (!isComponent) {
      // HTML, with values that only a program could know.
      const plain = whole.replace(new RegExp(String.raw`\s+(?:[\w:.-]+\s*=\s*)?${braces}`, 'g'), '');
      if (plain !== whole) this.#put(at, whole, plain);
      return;
    }
    const read = isEnd ? null : this.#meaning(name, this.#values(given));
    const callout = callouts.has(name.toLowerCase()) && !isWhole && this.#isLine(at, at + whole.length);
    if (read !== null) {
      this.#put(at, whole, read);
      const left = leftUnsaid({ places: [], names: this.#values(given) }, read);
      if (left.length > 0) this.#removed.push({ what: left.join(' '), at });
    } else if (callout) this.#put(at, whole, isEnd ? ':::' : noteOpening({ places: [], names: this.#values(given) }));
    else {
      if (name !== '' && !isEnd) this.#components.add(name);
      this.#drop(at, whole);
    }
  }

  #values(given: string): Map<string, string> {
    const found = given.matchAll(
      new RegExp(String.raw`([\w:.@-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|\{\s*(?:"([^"]*)"|'([^']*)'|([\w$]+))\s*\})`, 'g'),
    );
    return new Map(
      [...found].map(([, key = '', a, b, c, d, named]) => [
        key.toLowerCase(),
        a ?? b ?? c ?? d ?? this.#imported.get(named ?? '') ?? (/^\d+$/.test(named ?? '') ? named! : ''),
      ]),
    );
  }

  #meaning(name: string, values: ReadonlyMap<string, string>): string | null {
    const names = new Map([...values].filter(([, value]) => value !== ''));
    const called = pictures.test(name) ? 'figure' : name.toLowerCase();
    if (callouts.has(called)) return null;
    return meanings.get(called)?.({ places: [], names }, 'text') ?? null;
  }

  #isLine(from: number, to: number): boolean {
    const start = this.#text.lastIndexOf('\n', from - 1) + 1;
    const end = this.#text.indexOf('\n', to);
    return this.#text.slice(start, from).trim() === '' && this.#text.slice(to, end < 0 ? undefined : end).trim() === '';
  }
}

interface Tag {
  /** Empty for `<>` and `</>`. */
  name: string;
  given: string;
  isEnd: boolean;
  isWhole: boolean;
}
