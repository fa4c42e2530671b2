import type { Rule } from '../../source/rule.ts';
import type { Element, ElementContent } from 'hast';
import type { BlockContent, Nodes, Parent, RootContent } from 'mdast';
import type * as z from 'zod';
import type { BlockLabels } from './labels.ts';
import type { Image } from './picture.ts';
import type { Thing } from './thing.ts';

/**
 * What one kind of block is, to everything that meets it: a row of the registry (`registry.ts`). Whoever needs to know
 * something of a kind asks its row, so that a new kind is one file here and one line there.
 *
 * @template Block the block of the entry, as its schema has it
 */
export interface BlockKind<Block> {
  readonly schema: z.ZodType<Block>;
  /** What commands count it as, in the singular: "1 tweet, 2 figures". */
  readonly counted: string;
  /** About the article or its publisher: stands below the story, and is neither counted, searched nor compared. */
  readonly apart?: true;
  /** Its HTML is the story's own words: an excerpt may be taken from it. */
  readonly tellsStory?: true;
  /** The words of a block whose words are not those of its HTML. */
  words?(block: Block): string;
  /**
   * As plain text: paragraphs parted by an empty line, not wrapped.
   *
   * @param words  the text of the block's HTML, or its `words`
   * @param textOf the text of safe HTML
   */
  toText(block: Block, words: string, textOf: (html: string) => string): string;
  /** The pictures that it shows, in order. */
  pictures?(block: Block): Image[];
  /** Who is credited for them. */
  credits?(block: Block): string[];
  /** Whose post it is. */
  quoted?(block: Block): Person | null;
  /** What it is in schema.org's words, under the article's property that holds it. */
  structured?(block: Block, around: Describing): Structured;
}

/**
 * A kind that recognisers make: a node of its own at the top level of the tree, and a block of the entry.
 *
 * @template Node the mdast node, whose `type` is the block's
 */
export interface RecognisedKind<Block, Node extends Parent> extends BlockKind<Block> {
  /** Names of the `:::` blocks that state it. */
  readonly directives: readonly string[];
  /**
   * Makes the node of a `:::` block, where that needs no more than its attributes and what is in it; a kind without it
   * has a recogniser of its own for the explicit form.
   *
   * @returns null where it can't be one: it is told of, and the words stay as prose
   */
  read?(stated: Stated, around: Stating): Node | null;
  /** What the node's children are: `parts` are nodes of the type `part`, each of which holds blocks. */
  readonly holds: 'blocks' | 'phrasing' | 'parts';
  /** Every word of the node, its names and credits with the rest, parted by line breaks. */
  allWords(node: Node, wordsOf: (child: Nodes) => string): string;
  /** Texts of the node that stand for somebody or something: none may hold what no reader sees. */
  named?(node: Node): Named[];
  toBlock(node: Node, around: Making): Block;
  /** As Markdown that is read as the same node again. */
  toMarkdown(node: Node, around: Writing): RootContent;
  /** As a page shows it: one element. It passes the gate afterwards. */
  toHtml(block: Block, around: Showing): Element;
  /** What `toHtml` writes beyond an author's own markup: the gate lets in nothing else. */
  readonly markup: Markup;
  /** Its classes as a book and an article's one file show them, which have no room for the sheets of `styles/`. */
  readonly plainStyle?: {
    readonly framed?: readonly string[];
    readonly small?: readonly string[];
    readonly strong?: readonly string[];
  };
}

export interface Person {
  name: string;
  handle: string;
}

/** A text of a node, what it is called in messages, and the line from which it is looked for if it has one of its own. */
interface Named {
  what: string;
  text: string;
  line?: number;
}

/** A `:::name{attributes}` block as a file has it. */
export interface Stated {
  name: string;
  /** Trimmed; those without a value are left out. */
  attributes: Readonly<Record<string, string>>;
  children: BlockContent[];
}

/** What reading a stated block may ask for. */
export interface Stating {
  /** The day that an attribute names, `YYYY-MM-DD`; one that can't be read is told of. Null where there is none. */
  day(attribute: string): string | null;
  warn(rule: Rule, message: string, hint: string): void;
}

/** What making a block of a node may ask for. */
export interface Making {
  /** The node's content as safe HTML, past the gate. */
  html: string;
  /** The content of each of its parts, where the kind holds parts: fewer where they can't be told apart any more. */
  parts(): string[];
  /** The same as the text of one paragraph. */
  phrase(): string;
  /** An http(s) address as it may be linked to; null for any other. */
  address(written: string | null): string | null;
  /** A picture that is kept, by its address as the file writes it. */
  picture(src: string): Image | undefined;
}

/** What writing a node as Markdown may ask for. */
export interface Writing {
  /** Whether an earlier reading of the shorter form failed: then the explicit one is asked for. */
  explicit: boolean;
  wordsOf(child: Nodes): string;
}

/** What showing a block may ask for. */
export interface Showing {
  labels: BlockLabels;
  /** Hosts whose pictures may be loaded by the reader's browser. */
  pictureHosts: readonly string[];
  /** Safe HTML as a tree. */
  content(html: string): ElementContent[];
}

/** What describing a block to programs may ask for. */
export interface Describing {
  /** The site's public address, without a slash at its end. */
  url: string;
  /** The text of safe HTML. */
  textOf(html: string): string;
}

/** Things by the property of the article (`NewsArticle`) that holds them. */
export type Structured = {
  readonly [Property in 'image' | 'citation' | 'video' | 'audio' | 'hasPart' | 'liveBlogUpdate']?: Thing[];
};

/** Classes by element, and what else an element may have. */
export interface Markup {
  readonly classes: Readonly<Record<string, readonly (string | RegExp)[]>>;
  readonly attributes?: Readonly<Record<string, readonly ('ariaLabel' | readonly ['role', string])[]>>;
}
