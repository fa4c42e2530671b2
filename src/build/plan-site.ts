import { join } from 'node:path';
import type { OutputFile } from '../edition/files/output-file.ts';
import type { Edition } from '../edition/edition.ts';
import type { Site } from '../site.ts';
import type { CodeGraph } from './cache/code-graph.ts';
import type { PageBundle } from './pages/compile.ts';
import { copiesOf, type Copy } from './publish/public-files.ts';
import { finishes, type Finish } from './publish/finishing.ts';
import { OutputKeys } from './cache/keys.ts';
import { root } from './cache/folders.ts';
import { UnusableFolder } from './folders/mark.ts';
import type { FileToGenerate } from './pages/generate.ts';
import type { Rendition } from './images/rendition.ts';

/** Every file that the site is to have, its search index apart, each under the key of what it is made from. */
export interface Wanted {
  outputFiles: FileToGenerate[];
  copies: Copy[];
  renditions: Rendition[];
  /** Made from the others, at the end. */
  last: Finish[];
}

export interface Parts {
  /** The articles to be shown. */
  edition: Edition;
  /** Its plan. */
  plan: readonly OutputFile[];
  renditions: Rendition[];
  pageBundle: PageBundle;
  code: CodeGraph;
  site: Site;
}

/**
 * Plans the site.
 *
 * @throws Error when two files of the site have one path
 */
export function planSite({ edition, plan, renditions, pageBundle, code, site }: Parts): Wanted {
  const digests = new Map(edition.articles.map(({ id, digest }) => [id, digest]));
  const keys = new OutputKeys(code, site, pageBundle.routes, digests);
  const wanted = {
    outputFiles: plan.map((outputFile) => keys.of(outputFile)),
    // What the compiler puts beside the pages; it copies `public` too, as it was when it ran.
    copies: [...copiesOf(join(root, 'public')), ...copiesOf(join(pageBundle.folder, 'client/_astro'), '_astro/')],
    renditions,
    last: finishes(code, site, {
      newest: edition.articles.map(({ path }) => path),
      lists: ['/archive/', ...edition.chrome.sections.map(({ path }) => path)],
    }),
  };
  once(
    [wanted.outputFiles.map(({ outputFile }) => outputFile), wanted.copies, renditions, wanted.last]
      .flat()
      .map(({ path }) => path),
  );
  return wanted;
}

function once(paths: readonly string[]): void {
  const seen = new Set<string>();
  for (const path of paths) {
    if (seen.has(path))
      throw new UnusableFolder(
        `two files of the site have the path ${path}: take the one in public/ away, or rename it`,
      );
    seen.add(path);
  }
}
