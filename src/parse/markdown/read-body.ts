import type { Heading, Root } from 'mdast';
import { positionAt } from '../../source/decode.ts';
import { SourceError } from '../../source/error.ts';
import type { PublicSource } from '../../source/private/without-notes.ts';
import { readShortcodes } from '../shortcodes/read-shortcodes.ts';
import { measureText, measureTree } from '../text/measures.ts';
import type { TraceStep } from '../trace.ts';
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
  const shortcodes = readShortcodes(markdown.text);
  const text = shortcodes?.text ?? markdown.text;
  measureText(path, text.split('\n'), bodyLine);
  const root = readMarkdown(text, bodyLine);
  measureTree(path, root);
  if (hasNotes || shortcodes) {
    mendPlaces(root, (line, column) => {
      const row = line - bodyLine + 1;
      return markdown.columnOf(row, shortcodes?.columnOf(row, column) ?? column);
    });
  }
  const place = (at: number) => {
    const { line, column } = positionAt(markdown.text, at);
    return { line: line + bodyLine - 1, column: markdown.columnOf(line, column) };
  };
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
  return root;
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
