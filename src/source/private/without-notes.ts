import { positionAt } from '../decode.ts';
import { SourceError } from '../error.ts';
import { commentsInValues, frontMatterComments } from '../front-matter/front-matter-comments.ts';
import { privateNotes } from './private-notes.ts';
import type { SplitSource } from '../front-matter/split.ts';
import { withoutPassages, type Shortened, type StandIns } from './without-passages.ts';

/** A file's text without what its author wrote for nobody else. Its lines are those of the file. */
export interface PublicSource {
  /** Front matter without HTML comments in its values, and the body without notes. */
  source: SplitSource;
  /** Whether the body had any. */
  hasNotes: boolean;
  /** The whole file, as it may be shown. */
  text: string;
  /** The body, as Markdown is read: with {@link standIns} where there was something. */
  markdown: Shortened;
  /** The column that a place in the text had before; lines and columns count from 1. */
  columnOf(line: number, column: number): number;
  /** A note that is opened and never closed: what follows it might be private. */
  unclosed: SourceError | null;
}

/** An empty comment parts two lists as any other does; the other is a character of the private use area. */
export const standIns: StandIns = { comment: '<!---->', line: '\uE000' };

/** Takes comments and private notes out of a file's text, of its front matter and of its body. */
export function withoutNotes(path: string, text: string, source: SplitSource): PublicSource {
  const { passages, unclosed } = privateNotes(source.body);
  const body = withoutPassages(source.body, passages);
  const head = text.slice(0, text.length - source.body.length);
  const frontMatter =
    source.frontMatter && withoutPassages(source.frontMatter, commentsInValues(source.frontMatter)).text;
  const clean = { ...source, frontMatter, body: body.text };
  return {
    source: clean,
    hasNotes: passages.length > 0,
    text: withoutFrontMatterComments(head, clean) + body.text,
    markdown: withoutPassages(source.body, passages, standIns),
    columnOf: (line, column) => body.columnOf(line - source.bodyLine + 1, column),
    unclosed: unclosed && openNote(path, source, unclosed.from, unclosed.to),
  };
}

function withoutFrontMatterComments(head: string, { frontMatter, frontMatterLine, syntax }: SplitSource): string {
  if (frontMatter === null) return head;
  const lines = head.split('\n');
  const isToml = syntax === 'toml';
  const passages = frontMatterComments(frontMatter, isToml);
  const clean = withoutPassages(frontMatter, passages).text.split('\n');
  lines.splice(frontMatterLine - 1, clean.length - 1, ...clean.slice(0, -1));
  return lines.join('\n');
}

function openNote(path: string, { body, bodyLine }: SplitSource, from: number, to: number): SourceError {
  const { line, column } = positionAt(body, from);
  const sign = body.slice(from, to).trim();
  return new SourceError({
    path,
    line: line + bodyLine - 1,
    column,
    rule: 'open-comment',
    message: `A private note is opened here by ${sign} and never closed, so what follows might be private.`,
    hint: `Close it, or write \`${sign}\` in backticks where the sign itself is meant.`,
  });
}
