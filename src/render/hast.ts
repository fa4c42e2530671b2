import type { Element, ElementContent, Nodes, Root as HastRoot, RootContent } from 'hast';
import { raw } from 'hast-util-raw';
import type { Root as MdastRoot } from 'mdast';
import { toHast, type Handler } from 'mdast-util-to-hast';
import { visit } from 'unist-util-visit';
import { isRecognised, kindOfNode, recognisedKinds } from '../article/blocks/registry.ts';
import { eachElement } from './walk.ts';

/** One top-level piece of an article on its way to a block. */
export interface Piece {
  /** Index of the recognised node among the root's children; null for prose. */
  of: number | null;
  tree: HastRoot;
  /** Line of the file on which it begins, where that is known. */
  line: number | null;
  /** Whether it must be read back after the gate: raw HTML, and a link within a link, can be nested as no HTML can say. */
  unsettled: boolean;
  /** Line of the raw HTML that holds a text: parsing takes its elements' own positions away. */
  rawLine(text: string): number | null;
}

/** A recognised node's place in the tree while the whole of it is converted. */
const MARK = 'recognised-block';

const mark: Handler = (state, node): Element => ({
  type: 'element',
  tagName: MARK,
  properties: {},
  children: state.all(node) as ElementContent[],
});

/** A part of a recognised node: its content stands in an element of its own until the block is made. */
const part: Handler = (state, node): Element => ({
  type: 'element',
  tagName: 'div',
  properties: {},
  children: state.all(node) as ElementContent[],
});

const marks = { part, ...Object.fromEntries([...recognisedKinds.keys()].map((type) => [type, mark])) };

/** In HTML a body's headings stand below the headline, which is the page's `h1`. */
const lower: Record<string, string> = { h1: 'h2', strike: 's', tt: 'code' };

/**
 * Converts the whole tree at once, so that footnotes are numbered through it, and takes it apart into
 * blocks afterwards. Raw HTML is parsed piece by piece: an element that was left open ends with its piece.
 *
 * @param labels words for the footnotes' hidden heading and links back
 * @returns pieces in the order of the page; each prose piece holds one top-level element
 */
export function toPieces(root: MdastRoot, labels: { footnotes: string; backTo(number: number): string }): Piece[] {
  const places = root.children.flatMap((node, index) => (isRecognised(node) ? [index] : []));
  const whole = toHast(root, {
    allowDangerousHtml: true,
    clobberPrefix: '',
    footnoteLabel: labels.footnotes,
    footnoteBackLabel: (index) => labels.backTo(index + 1),
    handlers: marks,
  });
  const children = whole.type === 'root' ? whole.children : [whole as RootContent];
  const pieces: Piece[] = [];
  let run: RootContent[] = [];
  const endRun = () => {
    const first = run.find((node) => node.position)?.position?.start.line ?? null;
    const tree: HastRoot = { type: 'root', children: run };
    const rawLine = rawLines(tree);
    const unsettled = isUnsettled(tree);
    for (const block of asBlocks(parseRaw(tree), first)) pieces.push({ of: null, rawLine, unsettled, ...block });
    run = [];
  };
  for (const child of children) {
    if (child.type === 'element' && child.tagName === MARK) {
      endRun();
      const place = places.shift() ?? null;
      const line = place === null ? null : (root.children[place]?.position?.start.line ?? null);
      const tree: HastRoot = { type: 'root', children: child.children };
      const inParts = place !== null && kindOfNode(root.children[place]!)?.holds === 'parts';
      pieces.push({
        of: place,
        line,
        unsettled: isUnsettled(tree),
        rawLine: rawLines(tree),
        tree: inParts ? parseParts(tree) : parseRaw(tree),
      });
    } else run.push(child);
  }
  endRun();
  return pieces;
}

/** How many elements stand within one another at most. */
export function depthOf(tree: Nodes): number {
  let level: Nodes[] = [tree];
  let depth = -1;
  for (; level.length > 0; depth++)
    level = level.flatMap((node) => ('children' in node ? node.children.filter(({ type }) => type === 'element') : []));
  return depth;
}

function rawLines(tree: HastRoot): (text: string) => number | null {
  if (!holdsRaw(tree)) return () => null;
  const found: { value: string; line: number }[] = [];
  visit(tree, 'raw', (node) => {
    if (node.position) found.push({ value: node.value.toLowerCase(), line: node.position.start.line });
  });
  return (text) => {
    const wanted = text.toLowerCase();
    for (const { value, line } of found) {
      const at = value.indexOf(wanted);
      if (at >= 0) return line + (value.slice(0, at).match(/\n/g)?.length ?? 0);
    }
    return null;
  };
}

function isUnsettled(node: Nodes, inLink = false): boolean {
  if (node.type === 'raw') return true;
  if (!('children' in node)) return false;
  const isLink = node.type === 'element' && node.tagName === 'a';
  return (isLink && inLink) || node.children.some((child) => isUnsettled(child, inLink || isLink));
}

/** Where an element stood, while its tree is parsed once more: parsing takes positions away. */
const LINE = 'dataLineOfFile';

/** Parses `raw` nodes into elements; a tree without any is left as it is. */
function parseRaw(tree: HastRoot): HastRoot {
  const hasRaw = holdsRaw(tree);
  if (hasRaw)
    eachElement(tree, (node) => {
      if (node.position) node.properties = { ...node.properties, [LINE]: String(node.position.start.line) };
    });
  const parsed = hasRaw ? raw(tree) : tree;
  const parsedRoot: HastRoot = parsed.type === 'root' ? parsed : { type: 'root', children: [parsed as RootContent] };
  eachElement(parsedRoot, (node) => {
    node.tagName = lower[node.tagName] ?? node.tagName;
    if (!hasRaw || node.properties[LINE] === undefined) return;
    const at = { line: Number(node.properties[LINE]) || 1, column: 1 };
    node.position ??= { start: at, end: at };
    delete node.properties[LINE];
  });
  return parsedRoot;
}

/** Parses the parts of a tree one by one: an element that was left open ends with its part. */
function parseParts(tree: HastRoot): HastRoot {
  const children = tree.children.map((child): RootContent => {
    if (child.type !== 'element') return child;
    const { children: inside } = parseRaw({ type: 'root', children: child.children });
    return { ...child, children: inside as ElementContent[] };
  });
  return { type: 'root', children };
}

const holdsRaw = (node: Nodes): boolean => node.type === 'raw' || ('children' in node && node.children.some(holdsRaw));

/** Elements that a paragraph may hold. Such of them as stand free at the top of a run are one paragraph. */
const phrasing = new Set(
  'a abbr b bdi bdo br cite code del dfn em i img ins kbd mark q ruby s samp small span strong sub sup time u var wbr'.split(
    ' ',
  ),
);

/** One block for each top-level element; text that stands free between them becomes a paragraph. */
function asBlocks(tree: HastRoot, firstLine: number | null): Pick<Piece, 'line' | 'tree'>[] {
  const blocks: Pick<Piece, 'line' | 'tree'>[] = [];
  let loose: ElementContent[] = [];
  const endLoose = () => {
    if (loose.some((node) => node.type === 'element' || (node.type === 'text' && node.value.trim() !== ''))) {
      const paragraph: Element = { type: 'element', tagName: 'p', properties: {}, children: loose };
      const line = loose.find((node) => node.position)?.position?.start.line ?? firstLine;
      blocks.push({ line, tree: { type: 'root', children: [paragraph] } });
    }
    loose = [];
  };
  for (const child of tree.children) {
    if (child.type === 'text') loose.push(child);
    else if (child.type === 'element' && phrasing.has(child.tagName)) loose.push(child);
    else if (child.type === 'element') {
      endLoose();
      blocks.push({ line: child.position?.start.line ?? firstLine, tree: { type: 'root', children: [child] } });
    }
  }
  endLoose();
  return blocks;
}
