import type { Article, Image } from '../article/schema.ts';
import type { TraceStep } from '../parse/trace.ts';
import type { Heading } from '../render/entry.ts';

/** Where an entry came from. */
interface Provenance {
  /** Path below the content folder. */
  file: string;
  /** Hex. */
  sha256: string;
  bytes: number;
  form: 'markdown' | 'pasted' | 'page';
}

/** What is kept of an article between builds: the entry and what is rendered from it once. */
export interface ArticleRecord {
  article: Article;
  /** Safe HTML of the story's blocks, in order. */
  story: string;
  /** Safe HTML of the notices, shown apart at the end; empty without any. */
  notices: string;
  headings: Heading[];
  /** Canonical Markdown with front matter. */
  markdown: string;
  /** Plain text, wrapped at 72 characters. */
  text: string;
  trace: TraceStep[];
  provenance: Provenance;
  /** The file's text as it may be shown: without comments and private notes. */
  original: string;
  /** Pictures that the record names and the build has to make. */
  pictures: { file: string; image: Image }[];
}
