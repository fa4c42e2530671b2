import type { Work } from '../../edition/files/output-file.ts';
import type { ArticleRecord } from '../../edition/record.ts';
import type { Site } from '../../site.ts';

/** What a generator works with, beside the values of its output file. Nothing else may enter what it makes. */
export interface GeneratorContext {
  /** Path of the file below the output folder. */
  path: string;
  /** The cached records of the output file's articles, in order. */
  records: readonly ArticleRecord[];
  /** The settings that the generator's row names; reading another one throws. */
  site: Site;
  /** Renders a page: the compiled routes of src/pages. */
  render: (address: string, locals: App.Locals) => Promise<string>;
  /** Bytes of a picture's rendition, by its path with the site's base. Renditions are in place before output files are made. */
  picture: (path: string) => Uint8Array;
}

/** Makes one file from an output file's values: the same bytes whenever they are the same. */
export type Generate<W extends Work = Work> = (
  work: W,
  context: GeneratorContext,
) => string | Uint8Array | Promise<string | Uint8Array>;
