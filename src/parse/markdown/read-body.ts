import type { Heading, Root } from 'mdast';
import { positionAt } from '../../source/decode.ts';
import { SourceError } from '../../source/error.ts';
import type { PublicSource } from '../../source/private/without-notes.ts';
import { readMdx, type ReadMdx } from '../shortcodes/read-mdx.ts';
import { readShortcodes } from '../shortcodes/read-shortcodes.ts';
import { measureText, measureTree } from '../text/measures.ts';
import type { TraceStep } from '../trace.ts';
import { withoutContents } from './contents-list.ts';
import { mendPlaces } from './mend-places.ts';
import { readMarkdown } from './read-markdown.ts';

/** Where reading a body writes down what it did. */
export interface Telling {
  trace(step: TraceStep): void;
  warn(problem: SourceError): void;
}

/**
 * Reads a Markdown body into a tree: without private notes, with the shortcodes of other programs read.
 *
 * @throws SourceError for what is more than an article may hold
 */
export function readBody(path: string, { markdown, hasNotes }: PublicSource, bodyLine: number, telling: Telling): Root {
  const mdx = /\.mdx$/i.test(path) ? readMdx(markdown.text) : null;
  const before = mdx?.text ?? markdown.text;
  const shortcodes = readShortcodes(before);
  const text = shortcodes?.text ?? before;
  measureText(path, text.split('\n'), bodyLine);
  const root = readMarkdown(text, bodyLine);
  measureTree(path, root);
  /** The column in the file of a place in the text that shortcodes are read from. */
  const columnOf = (row: number, column: number) => markdown.columnOf(row, mdx?.columnOf(row, column) ?? column);
  if (hasNotes || shortcodes || mdx) {
    mendPlaces(root, (line, column) => {
      const row = line - bodyLine + 1;
      return columnOf(row, shortcodes?.columnOf(row, column) ?? column);
    });
  }
  const place = (at: number) => {
    const { line, column } = positionAt(before, at);
    return { line: line + bodyLine - 1, column: columnOf(line, column) };
  };
  if (mdx) tellMdx(path, mdx, telling, (at) => positionAt(markdown.text, at).line + bodyLine - 1);
  const told = new Set<string>();
  for (const { name, at } of shortcodes?.unread ?? []) {
    if (told.has(name)) continue;
    told.add(name);
    telling.warn(
      new SourceError({
        path,
        ...place(at),
        rule: 'shortcode',
        message: `"${name}" is a mark of another program that means nothing here: it is shown as the text that it is.`,
        hint: 'Say it in Markdown or HTML, or take it out.',
        severity: 'warning',
      }),
    );
  }
  for (const { what, at } of shortcodes?.removed ?? []) {
    const { line } = place(at);
    telling.trace({
      rule: 'attributes',
      lines: [line, line],
      before: what,
      after: '',
      certainty: 'certain',
      why: 'it says how another program is to show what stands beside it',
      removed: what,
    });
  }
  for (const node of root.children) if (node.type === 'heading') nameOf(node, telling);
  return withoutContents(root, telling.trace);
}

/** Code is told once for a file: what was left out, and which expressions stand as they are. */
function tellMdx(
  path: string,
  { removed, components, unread }: ReadMdx,
  telling: Telling,
  lineOf: (at: number) => number,
): void {
  for (const { what, at } of removed) {
    const line = lineOf(at);
    telling.trace({
      rule: 'mdx',
      lines: [line, line + what.split('\n').length - 1],
      before: what,
      after: '',
      certainty: 'certain',
      why: 'it is code of MDX, and no code of an article runs here',
      removed: what,
    });
  }
  const [first] = [...removed, ...unread].sort((a, b) => a.at - b.at);
  if (!first || (components.length === 0 && unread.length === 0)) return;
  const left = components.length > 0 ? [`left out: ${components.map((name) => `<${name}>`).join(', ')}`] : [];
  const shown =
    unread.length > 0 ? [`shown as they are: ${[...new Set(unread.map(({ name }) => name))].join(', ')}`] : [];
  telling.warn(
    new SourceError({
      path,
      line: lineOf(first.at),
      column: 1,
      rule: 'mdx',
      message: `No code of MDX runs here: ${[...left, ...shown].join('; ')}. The text between components stays.`,
      hint: 'Say in Markdown or HTML what a component would show.',
      severity: 'warning',
    }),
  );
}

/** `## Results {#results .wide}`: the name by which the heading can be linked to is no part of its words. */
function nameOf(heading: Heading, telling: Telling): void {
  const last = heading.children.at(-1);
  const found = last?.type === 'text' ? /[ \t]*\{(?<marks>[ \t]*[#.:][^{}\n]*)\}[ \t]*$/.exec(last.value) : null;
  if (last?.type !== 'text' || !found) return;
  last.value = last.value.slice(0, found.index);
  const id = /#([^\s.}]+)/.exec(found.groups?.['marks'] ?? '')?.[1];
  if (id !== undefined) heading.data = { ...heading.data, hProperties: { id } };
  const { line = 1 } = heading.position?.start ?? {};
  telling.trace({
    rule: 'attributes',
    lines: [line, line],
    before: found[0].trim(),
    after: id === undefined ? '' : 'the fragment of the heading',
    certainty: 'certain',
    why: 'the heading names its fragment',
    removed: found[0].trim(),
  });
}
