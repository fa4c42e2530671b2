import { readdirSync, realpathSync, statSync, type Dirent } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { articleId } from '../../article/id.ts';
import { isArticleFile, isOtherText } from '../../source/content.ts';
import { SourceError } from '../../source/error.ts';

/** A file below `content/articles`. */
export interface Found {
  /** Below the folder, `/` between its parts. */
  path: string;
  absolute: string;
  /** Bytes. */
  size: number;
  /** Milliseconds since 1970. */
  modified: number;
}

/** The content folder: `content` beside the project, or where BROADSHEET_CONTENT points. */
export const contentFolder = (): string => resolve(process.env['BROADSHEET_CONTENT'] ?? 'content');

/**
 * The articles of a content folder, in the order of their paths, whatever the file system's order.
 * A symbolic link that leads out of the folder is refused; a folder that isn't there is empty. Nothing else
 * goes on meanwhile: for ten thousand files that takes a tenth of the time of asking for each in turn.
 *
 * @param content the folder that holds `articles/`
 * @returns the articles, the mistakes, and a warning for each text that is no article by its name
 */
export function findArticles(content: string): { found: Found[]; problems: SourceError[]; warnings: SourceError[] } {
  const top = join(content, 'articles');
  const found: Found[] = [];
  const problems: SourceError[] = [];
  const warnings: SourceError[] = [];
  const real = realPlace(top);
  if (real === null) return { found, problems, warnings };
  const walk = (folder: string, visited: ReadonlySet<string>): void => {
    for (const entry of entriesOf(folder, top, problems)) {
      if (/^[._]/.test(entry.name)) continue;
      const absolute = join(folder, entry.name);
      const path = relative(top, absolute).split(sep).join('/');
      const target = entry.isSymbolicLink() ? realPlace(absolute) : absolute;
      if (entry.isSymbolicLink() && (target === null || !`${target}${sep}`.startsWith(`${real}${sep}`))) {
        if (isArticleFile(path) || target === null || statSync(target).isDirectory()) problems.push(linkOut(path));
        continue;
      }
      // A name that is no UTF-8 has come here changed, and leads nowhere.
      const about = statSync(absolute, { throwIfNoEntry: false });
      if (about === undefined) problems.push(unreachable(path));
      else if (about.isDirectory()) {
        const place = realpathSync(absolute);
        if (!visited.has(place)) walk(absolute, new Set([...visited, place]));
      } else if (about.isFile() && isArticleFile(path)) {
        found.push({ path, absolute, size: about.size, modified: about.mtimeMs });
      } else if (isArticleFile(path)) problems.push(noFile(path));
      else if (isOtherText(path)) warnings.push(otherText(path));
    }
  };
  walk(top, new Set([real]));
  found.sort((a, b) => (a.path < b.path ? -1 : 1));
  return { found, problems, warnings };
}

/** What a folder holds; a folder that can't be read is told. */
function entriesOf(folder: string, top: string, problems: SourceError[]): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    problems.push(
      mistake(
        relative(top, folder).split(sep).join('/') || '.',
        'unreadable',
        `This folder can't be read (${(error as NodeJS.ErrnoException).code ?? String(error)}).`,
        'Give yourself the right to read it, or move it out of the content folder.',
      ),
    );
    return [];
  }
}

const mistake = (path: string, rule: string, message: string, hint: string): SourceError =>
  new SourceError({ path, line: 1, column: 1, rule, message, hint });

const unreachable = (path: string): SourceError =>
  mistake(
    path,
    'unreadable',
    'There is a file here whose name is no UTF-8, or that went away while the folder was read.',
    'Give it a name in UTF-8: "\ufffd" stands where it has something else.',
  );

const noFile = (path: string): SourceError =>
  mistake(
    path,
    'unreadable',
    'This is no file but a pipe, a socket or a device, and has no text to read.',
    'Take it out of the content folder.',
  );

/** Where a path leads; null where it leads nowhere. */
function realPlace(path: string): string | null {
  try {
    return realpathSync(path);
  } catch {
    return null;
  }
}

/** @see isOtherText */
function otherText(path: string): SourceError {
  const kind = /\.[^.]*$/.exec(path)?.[0] ?? '';
  return new SourceError({
    path,
    line: 1,
    column: 1,
    rule: 'other-text',
    message: `This file is in no page: articles are files that end in .md or .txt, and this one ends in ${kind}.`,
    hint: /^\.(?:markdown|mdown|mkd|text)$/i.test(kind)
      ? 'Give it a name that ends in .md or .txt.'
      : 'Copy its text, headline and all, into a file that ends in .txt, or begin the name with "_" to keep it here unpublished.',
    severity: 'warning',
  });
}

function linkOut(path: string): SourceError {
  return new SourceError({
    path,
    line: 1,
    column: 1,
    rule: 'link-out',
    message: 'This is a symbolic link that leads out of the content folder, or nowhere.',
    hint: 'Copy the file into the content folder in place of the link.',
  });
}

/** Bytes of an article's id: see the path of an old address in src/edition/redirects.ts. */
const LONGEST_ID = 800;

/**
 * Mistakes that no file has alone: two that have one address. Addresses that differ only in case or in
 * Unicode form are one on some hosts and disks, so they clash too.
 *
 * @param read what is known of those that could be read: front matter may give them addresses
 */
export function clashes(
  files: readonly string[],
  read: ReadonlyMap<string, { summary: { id: string } }> = new Map(),
): SourceError[] {
  const taken = new Map<string, string>();
  return files.flatMap((path) => {
    const id = read.get(path)?.summary.id ?? articleId(path);
    const key = id.normalize('NFKC').toLowerCase();
    const other = taken.get(key);
    const say = (message: string, hint: string) => [
      new SourceError({ path, line: 1, column: 1, rule: 'address', message, hint }),
    ];
    if (Buffer.byteLength(id) > LONGEST_ID)
      return say(
        `The path of this file makes an address of ${Buffer.byteLength(id)} bytes, and disks and hosts take ${LONGEST_ID}.`,
        'Give it and the folders around it shorter names.',
      );
    if (id === '')
      return say("No address can be made of this file's name.", 'Give it a name with letters or digits in it.');
    if (other !== undefined) {
      return say(
        `This file and ${other} have one address, /articles/${id}/.`,
        'Rename one of the two, or give it another "slug".',
      );
    }
    taken.set(key, path);
    return [];
  });
}
