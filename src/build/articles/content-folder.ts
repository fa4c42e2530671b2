import type { Rule } from '../../source/rule.ts';
import { readdirSync, realpathSync, statSync, type Dirent, type Stats } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { articleId } from '../../article/id.ts';
import { isArticleFile, isHidden, isText, otherEnding } from '../../source/content.ts';
import { SourceError } from '../../source/error.ts';

/** An article file of the content folder. */
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
 * The articles of a content folder, at any depth, in the order of their paths, whatever the file system's order.
 * A symbolic link that leads out of the folder is refused. Nothing else goes on meanwhile: for ten thousand files that
 * takes a tenth of the time of asking for each in turn.
 *
 * @returns the articles, the texts that are pages of their own, the mistakes (a folder that isn't there is one), and a warning for each kind of file that is
 *          no article by its name
 */
export function findArticles(content: string): {
  found: Found[];
  texts: string[];
  problems: SourceError[];
  warnings: SourceError[];
} {
  const found: Found[] = [];
  const texts: string[] = [];
  const problems: SourceError[] = [];
  const others = new Map<string, string[]>();
  const real = realPlace(content);
  if (real === null || !statSync(real).isDirectory())
    return { found, texts, problems: [noFolder(content)], warnings: [] };
  const walk = (folder: string, visited: ReadonlySet<string>): void => {
    for (const entry of entriesOf(folder, content, problems)) {
      if (isHidden(entry.name) || entry.name === 'node_modules') continue;
      const absolute = join(folder, entry.name);
      const path = relative(content, absolute).split(sep).join('/');
      const target = entry.isSymbolicLink() ? realPlace(absolute) : absolute;
      if (entry.isSymbolicLink() && (target === null || !`${target}${sep}`.startsWith(`${real}${sep}`))) {
        const away = target === null ? undefined : lookAt(target);
        if (isArticleFile(path) || !away || away instanceof Error || away.isDirectory()) problems.push(linkOut(path));
        continue;
      }
      // A name that is no UTF-8 has come here changed, and leads nowhere.
      const about = lookAt(absolute);
      if (about === undefined) problems.push(unreachable(path));
      else if (about instanceof Error) problems.push(forbidden(path, about));
      else if (about.isDirectory()) {
        const place = realpathSync(absolute);
        if (!visited.has(place)) walk(absolute, new Set([...visited, place]));
      } else if (about.isFile() && isArticleFile(path)) {
        found.push({ path, absolute, size: about.size, modified: about.mtimeMs });
      } else if (about.isFile() && isText(path)) texts.push(path);
      else if (isArticleFile(path) || isText(path)) problems.push(noFile(path));
      else {
        const ending = otherEnding(path);
        if (ending !== null) others.set(ending, [...(others.get(ending) ?? []), path]);
      }
    }
  };
  walk(content, new Set([real]));
  found.sort((a, b) => (a.path < b.path ? -1 : 1));
  texts.sort();
  return { found, texts, problems, warnings: [...others].map(([ending, paths]) => otherFiles(ending, paths.sort())) };
}

/** What a folder holds; a folder that can't be read is told. */
function entriesOf(folder: string, top: string, problems: SourceError[]): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    problems.push(forbidden(relative(top, folder).split(sep).join('/') || '.', error));
    return [];
  }
}

/** What stands there: nothing, or an error where the system doesn't tell. */
function lookAt(path: string): Stats | Error | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

const forbidden = (path: string, error: unknown): SourceError =>
  mistake(
    path,
    'unreadable',
    `This can't be read (${(error as NodeJS.ErrnoException).code ?? String(error)}).`,
    'Give yourself the right to read it, or move it out of the content folder.',
  );

const mistake = (path: string, rule: Rule, message: string, hint: string): SourceError =>
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

/** Files of one kind that no article is read from, told once. */
function otherFiles(ending: string, [first = '', ...more]: readonly string[]): SourceError {
  const named = ending === '' ? 'have no ending' : `end in ${ending}`;
  const [one = ''] = named.split(' ');
  const subject =
    more.length === 0
      ? `This file is in no page, since it ${one === 'end' ? named.replace('end', 'ends') : 'has no ending'}`
      : `This file and ${more.length} more are in no page, since they ${named}`;
  return new SourceError({
    path: first,
    line: 1,
    column: 1,
    rule: 'other-file',
    message: `${subject}: articles are read from Markdown (.md), text (.txt) and saved pages (.html).`,
    hint: hintFor(ending),
    severity: 'warning',
  });
}

function hintFor(ending: string): string {
  if (/^\.(?:json|csv|xml|opml|zip|html?|xhtml|mhtml?|webarchive)$/.test(ending))
    return 'If articles are in it, "npm run import" may read them; a name that begins with "_" keeps it here untold.';
  if (/^\.(?:docx?|odt|rtf|pdf|pages|eml|epub)$/.test(ending))
    return 'Copy its text, headline and all, into a file that ends in .txt, or begin the name with "_" to keep it here untold.';
  return 'If it is an article, give it a name that ends in .md or .txt; a name that begins with "_" keeps it here untold.';
}

function noFolder(content: string): SourceError {
  return new SourceError({
    path: content,
    line: 1,
    column: 1,
    rule: 'no-content-folder',
    message: 'There is no such folder, so there are no articles.',
    hint: 'Make it, or let BROADSHEET_CONTENT name the folder in which your articles are.',
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

/** The paths of files, but for those that are named: what holds nothing to publish takes nobody's address. */
export function withoutThose(files: readonly { path: string }[], named: readonly { path: string }[]): string[] {
  const left = new Set(named.map(({ path }) => path));
  return files.map(({ path }) => path).filter((path) => !left.has(path));
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
