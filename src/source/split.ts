import { SourceError } from './error.ts';

/** A file's text taken apart. Lines count from 1. */
export interface SplitSource {
  /** The YAML between the two `---` lines; null where the file has no front matter. */
  frontMatter: string | null;
  /** The line on which the YAML begins. */
  frontMatterLine: number;
  /** What follows the front matter, or the whole text. */
  body: string;
  /** The line on which the body begins. */
  bodyLine: number;
}

/**
 * Takes the front matter off a text. It is there when the first line is `---` and nothing else; it ends with the next
 * line that is `---` or `...`.
 *
 * @throws SourceError where it is opened and never closed
 */
export function splitSource(path: string, text: string): SplitSource {
  if (!/^---[ \t]*(?:\n|$)/.test(text)) return { frontMatter: null, frontMatterLine: 1, body: text, bodyLine: 1 };
  const opening = text.indexOf('\n') + 1;
  const closing = /^(?:---|\.\.\.)[ \t]*$/m;
  const match = opening === 0 ? null : closing.exec(text.slice(opening));
  if (!match) {
    throw new SourceError({
      path,
      line: 1,
      column: 1,
      rule: 'unclosed-front-matter',
      message: 'The front matter is opened by --- and never closed.',
      hint: 'Put a line with --- alone below its last key.',
    });
  }
  const frontMatter = text.slice(opening, opening + match.index);
  const rest = opening + match.index + match[0].length + 1;
  return {
    frontMatter,
    frontMatterLine: 2,
    body: text.slice(rest),
    bodyLine: frontMatter.split('\n').length + 2,
  };
}
