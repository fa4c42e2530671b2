import type { RootContentMap } from 'mdast';
import * as z from 'zod';
import { figure } from './figure.ts';
import type { BlockKind, RecognisedKind } from './kind.ts';
import { liveblog } from './liveblog.ts';
import { audio, video } from './media/media.ts';
import { notice } from './notice.ts';
import { post } from './posts/post.ts';
import { prose } from './prose.ts';
import { qa } from './qa.ts';
import { quote } from './quote.ts';
import { tweet } from './posts/tweet.ts';

/**
 * The kinds of block. Everything that differs from kind to kind is in the kind's own file; everything that is derived
 * from the kinds goes through here. To add one: `src/README.md`, "How to add a block kind".
 */

/** What recognisers make; `type` of the node and of the block is the name here. */
const recognised = { tweet, post, figure, video, audio, quote, qa, liveblog, notice };

/** All kinds, in the order in which they are counted. Prose is what nothing was recognised in. */
const kinds = { prose, ...recognised };

type BlockOf<Kind> = Kind extends BlockKind<infer Block> ? Block : never;

export type BlockType = keyof typeof kinds;
export type Block = { [Type in BlockType]: BlockOf<(typeof kinds)[Type]> }[BlockType];
/** A block that is not prose. */
export type RecognisedBlock = Exclude<Block, { type: 'prose' }>;
/** What a recogniser may add to the top level of a tree. */
export type Recognised = RootContentMap[keyof typeof recognised];

/** A kind, for whoever has a block or node of which only the registry knows which it is. */
type AnyKind = RecognisedKind<RecognisedBlock, Recognised>;

export const blockTypes = Object.keys(kinds) as BlockType[];
/** The kinds that recognisers make, each with its name. */
export const recognisedKinds: ReadonlyMap<string, AnyKind> = new Map(
  Object.entries(recognised).map(([type, kind]) => [type, kind as unknown as AnyKind]),
);

/** The union of the kinds' schemas. */
export const blockSchema = z.discriminatedUnion('type', [
  prose.schema,
  ...Object.values(recognised).map(({ schema }) => schema),
] as never) as unknown as z.ZodType<Block>;

/** The kind of a block. */
export function kindOf(block: RecognisedBlock): AnyKind;
export function kindOf(block: Block): BlockKind<Block>;
export function kindOf(block: Block): BlockKind<Block> {
  return kinds[block.type] as BlockKind<Block>;
}

/** The kind of a recognised node at the top level of a tree; undefined for a node of prose. */
export function kindOfNode(node: { type: string }): AnyKind | undefined {
  return recognisedKinds.get(node.type);
}

/** Whether a node is one that a recogniser made. */
export function isRecognised(node: { type: string }): node is Recognised {
  return recognisedKinds.has(node.type);
}

/** Whether a block is about the article rather than of the story. */
export function standsApart(block: Block): boolean {
  return kindOf(block).apart === true;
}

/** What a kind is called where commands count: "passage", "tweet". */
export function countedAs(type: BlockType): string {
  return kinds[type].counted;
}

/** The selectors of what the kinds have as `plainStyle`. */
export function plainStyles(): Record<'framed' | 'small' | 'strong', string[]> {
  const styles = [...recognisedKinds.values()].map(({ plainStyle = {} }) => plainStyle);
  const selectors = (look: 'framed' | 'small' | 'strong') =>
    styles.flatMap((style) => style[look] ?? []).map((name) => `.${name}`);
  return { framed: selectors('framed'), small: selectors('small'), strong: selectors('strong') };
}
