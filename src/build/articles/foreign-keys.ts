import { SourceError } from '../../source/error.ts';
import { plainKey } from '../../source/facts.ts';
import type { ForeignKey } from '../../source/front-matter/front-matter.ts';

/**
 * The keys of front matter that mean nothing here, each told once for all articles.
 *
 * @param articles each file with its keys
 */
export function foreignKeys(
  articles: Iterable<readonly [path: string, { foreign: readonly ForeignKey[] }]>,
): SourceError[] {
  const found = new Map<string, { name: string; path: string; line: number; files: number }>();
  for (const [path, { foreign }] of [...articles].sort(([a], [b]) => (a < b ? -1 : 1))) {
    for (const { name, line } of foreign) {
      const known = found.get(plainKey(name));
      if (known) known.files++;
      else found.set(plainKey(name), { name, path, line, files: 1 });
    }
  }
  return [...found.values()].map(
    ({ name, path, line, files }) =>
      new SourceError({
        path,
        line,
        column: 1,
        rule: 'foreign-key',
        message: `${shortened(name)}: in ${files} ${files === 1 ? 'file' : 'files'}, kept, not shown.`,
        hint: 'Nothing is to be done: it stands in the article\'s .json, under "extra".',
        severity: 'warning',
      }),
  );
}

const shortened = (name: string): string => (name.length > 60 ? `${name.slice(0, 60)}…` : name);
