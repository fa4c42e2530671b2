import type { Root } from 'mdast';
import type { Problem } from '../source/error.ts';
import type { ParseOptions } from './parsed-article.ts';
import type { ToldLines } from './lines/told-lines.ts';
import type { TraceStep } from './trace.ts';

/** What a recogniser finds in the body that belongs in a field of the entry as well. */
interface Facts {
  /** "KYIV, Ukraine (AP)": stays in the prose too. */
  dateline: string | null;
  /** A notice says that the text is its author's and only reposted here: the entry's rights become `quoted`. */
  reposted?: boolean;
  /** `#tags` of the text, without their sign. */
  topics?: string[];
}

/** What a recogniser knows of the file it works on, and where it writes down what it did. */
export interface Context {
  /** Path below the content folder, for messages. */
  readonly path: string;
  /**
   * The file's lines as they are in it: `lines[0]` is line 1. Nodes carry `position` with these line
   * numbers, in pasted text too, where each line that is not blank is a paragraph of its own; two
   * paragraphs whose lines are neighbours had no blank line between them.
   */
  readonly lines: readonly string[];
  readonly form: 'markdown' | 'pasted';
  /** BCP 47 tag of the article, as well as it is known by now. */
  readonly language: string;
  readonly options: ParseOptions;
  readonly facts: Facts;
  /** Who wrote it, as the head of the article says. */
  readonly authors?: readonly string[];
  /** What the lines of a pasted page are likely to be, by their numbers. */
  readonly told: ToldLines;
  /** Writes down a decision. A step with `removed` becomes one of the entry's repairs: nothing is dropped without one. */
  trace(step: TraceStep): void;
  /** Tells of something that a person should look at; the article is shown all the same. */
  warn(problem: Omit<Problem, 'path' | 'severity'>): void;
}

/** One thing that can be told in an article's tree. */
export interface Recogniser {
  /** As the trace and messages name it: `flattened-tweet`. */
  name: string;
  /** Gives the tree with the thing as a node of its own. Does not change the tree it was given. */
  recognise(root: Root, context: Context): Root;
}
