import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Scripts, styles, the service worker and our mark, whose bytes tell nothing of what they do; Pagefind's own files, whose names
 * and order hang on those.
 */
const notCompared = /^(?:_astro\/|sw\.js$|\.made-by|pagefind\/)/;
/** Names and hashes that are made of what a file holds or of the code that made it; styles that stand in a page. */
const hashed =
  /(?<=_astro\/)[^"'\s)<>,;\\]+|\b(?:core|\d{1,4})-[0-9a-f]{10}\b|(?<=sha256-)[\w+/]+=*|(?<=<style>)[^<]*(?=<\/style>)/g;

const isText = /\.(?:html|xml|json|js|css|txt|md|svg|webmanifest)$|^_/;

function filesOf(folder: string): Set<string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const files = names.filter((name) => statSync(join(folder, name)).isFile()).map((name) => name.replaceAll('\\', '/'));
  return new Set(files.filter((name) => !notCompared.test(name)));
}

/** What two published sites differ in, beside styles, scripts and the names of hashed files: one line for each file, and how many were compared. */
export function differences(before: string, after: string): { files: number; found: string[] } {
  const [ours, theirs] = [filesOf(before), filesOf(after)];
  const names = [...new Set([...ours, ...theirs])].sort();
  const found = names.flatMap((name) => {
    if (!theirs.has(name)) return [`${name}: gone`];
    if (!ours.has(name)) return [`${name}: new`];
    const [one, other] = [readFileSync(join(before, name)), readFileSync(join(after, name))];
    if (one.equals(other)) return [];
    if (!isText.test(name)) return [`${name}: other bytes`];
    const [text, now] = [one, other].map((bytes) => bytes.toString().replace(hashed, '*')) as [string, string];
    return text === now ? [] : [`${name}: ${firstDifference(text, now)}`];
  });
  return { files: names.length, found };
}

function firstDifference(before: string, after: string): string {
  let at = 0;
  while (before[at] === after[at]) at++;
  const shown = (text: string) => JSON.stringify(text.slice(Math.max(0, at - 30), at + 50));
  return `${shown(before)} is now ${shown(after)}`;
}
