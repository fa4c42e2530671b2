import { SourceError } from '../error.ts';

/** What front matter is written in. */
type Syntax = 'yaml' | 'toml' | 'json';

/** A file's text taken apart. Lines count from 1. */
export interface SplitSource {
  /** What stands between the two fences, or the JSON object with its braces; null where the file has no front matter. */
  frontMatter: string | null;
  syntax: Syntax;
  /** The line on which the front matter begins. */
  frontMatterLine: number;
  /** What follows the front matter, or the whole text. */
  body: string;
  /** The line on which the body begins. */
  bodyLine: number;
}

/** Blank lines, spaces and byte order marks, after which front matter may still open. */
const blank = /^[\s\uFEFF\u200B]*/;
/** `---`, `---yaml`, `--- # a comment`, `+++`. */
const opening = /^(?:---(?:[ \t]*(yaml|yml|toml|json))?|(\+\+\+))[ \t]*(?:#[^\n]*)?(?:\n|$)/i;
/** A line that can be a key with its value. */
const keyLine = {
  yaml: /^["']?[\p{L}_$][^:\n]{0,60}?["']?[ \t]*:(?:[ \t]|$)/u,
  toml: /^(?:["']?[\w-]+["']?[ \t]*[.=]|\[)/,
};
/** Keys that are never to be taken for text: an article may be hidden by them. */
const telling = /^\s*(?:-[ \t]+)?["']?(?:draft|publish(?:ed)?|status|title|headline|date|private)["']?\s*[:=]/im;

/**
 * Takes the front matter off a text. It opens with the first line that is not blank: `---` (YAML), `+++` (TOML) or `{`
 * (JSON), and ends with the line that closes it. A rule (`---`) above a text that states no key is a part of the text.
 *
 * @throws SourceError where it is opened and never closed
 */
export function splitSource(path: string, text: string): SplitSource {
  const none: SplitSource = { frontMatter: null, syntax: 'yaml', frontMatterLine: 1, body: text, bodyLine: 1 };
  const start = blank.exec(text)![0].length;
  const line = lineOf(text, start);
  if (text[start] === '{') return splitJson(path, text, start, line) ?? none;
  const open = opening.exec(text.slice(start, start + 300));
  if (!open) return none;
  const syntax: Syntax = open[2]
    ? 'toml'
    : ((open[1]?.toLowerCase().replace('yml', 'yaml') as Syntax | undefined) ?? 'yaml');
  const inside = start + open[0].length;
  const indent = text.slice(text.lastIndexOf('\n', start - 1) + 1, start).replace(/[^ \t]/g, '').length;
  const close = new RegExp(`^[ \\t]{0,${indent}}(?:${open[2] ? '\\+{3,}' : '-{3,}|\\.\\.\\.'})[ \\t]*$`, 'm').exec(
    text.slice(inside),
  );
  const frontMatter = text.slice(inside, close ? inside + close.index : undefined);
  const states = statesKeys(frontMatter, syntax);
  if (!close) {
    // What is all fence, or goes on with a key, was to be front matter.
    if (!states && frontMatter.trim() !== '') return none;
    throw unclosed(path, line, open[2] ?? '---');
  }
  if (!states && frontMatter.trim() !== '') return none;
  return {
    frontMatter,
    syntax,
    frontMatterLine: line + 1,
    body: text.slice(inside + close.index + close[0].length + 1),
    bodyLine: line + 1 + lineBreaks(frontMatter) + 1,
  };
}

/** Whether what stands between two fences states keys, at its first line or by a key that may hide an article. */
function statesKeys(text: string, syntax: Syntax): boolean {
  const first = text.split('\n').find((each) => each.trim() !== '' && !/^\s*#/.test(each));
  // Nothing but comments states nothing, and is no text either.
  if (first === undefined) return text.trim() !== '';
  const firstLine = first.trim();
  return (
    (syntax === 'toml' ? keyLine.toml : keyLine.yaml).test(firstLine) || /^[{?&!]/.test(firstLine) || telling.test(text)
  );
}

/** JSON at the head of a file: an object whose first key is quoted, and that ends with its line. */
function splitJson(path: string, text: string, start: number, line: number): SplitSource | null {
  if (!/^\{\s*(?:"|\})/.test(text.slice(start, start + 300))) return null;
  const end = endOfObject(text, start);
  if (end < 0) throw unclosed(path, line, '{');
  const rest = /^[ \t]*(?:\n|$)/.exec(text.slice(end));
  if (!rest) return null;
  const frontMatter = text.slice(start, end);
  return {
    frontMatter,
    syntax: 'json',
    frontMatterLine: line,
    body: text.slice(end + rest[0].length),
    bodyLine: line + lineBreaks(frontMatter) + 1,
  };
}

/** Where the object that begins at `start` has ended; -1 where it never ends. */
function endOfObject(text: string, start: number): number {
  let depth = 0;
  for (const { 0: part, index } of text.slice(start).matchAll(/"(?:[^"\\\n]|\\.)*"|[{}]/g)) {
    if (part === '{') depth++;
    else if (part === '}' && --depth === 0) return start + index + 1;
  }
  return -1;
}

const lineBreaks = (text: string): number => text.split('\n').length - 1;
const lineOf = (text: string, offset: number): number => lineBreaks(text.slice(0, offset)) + 1;

function unclosed(path: string, line: number, fence: string): SourceError {
  return new SourceError({
    path,
    line,
    column: 1,
    rule: 'unclosed-front-matter',
    message: `The front matter is opened by ${fence} and never closed.`,
    hint: fence === '{' ? 'Put a } below its last key.' : `Put a line with ${fence} alone below its last key.`,
  });
}
