import type { Manifest } from './cache/manifest.ts';
import type { Wanted } from './plan-site.ts';

/** Pages that the summary names. */
const LARGEST = 3;

/** Of a build that publishes nothing. */
export const noSizes: Sizes & { published: boolean; made: number } = {
  published: false,
  pages: 0,
  files: 0,
  made: 0,
  bytes: 0,
  largest: [],
};

export interface Sizes {
  /** Pages and files of the site, and bytes of these. */
  pages: number;
  files: number;
  bytes: number;
  /** The largest pages, bytes of HTML. */
  largest: { path: string; size: number }[];
}

/** How many files and bytes a site has, and its largest pages. */
export function sizes(files: Manifest, { outputFiles }: Wanted): Sizes {
  const all = [...files.values()];
  const pages = outputFiles.flatMap(({ outputFile: { path, work } }) =>
    work.generator === 'page' ? (files.get(path) ?? []) : [],
  );
  return {
    pages: pages.length,
    files: all.length,
    bytes: all.reduce((sum, { size }) => sum + size, 0),
    largest: pages
      .sort((a, b) => b.size - a.size || (a.path < b.path ? -1 : 1))
      .slice(0, LARGEST)
      .map(({ path, size }) => ({ path, size })),
  };
}
