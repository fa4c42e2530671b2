import type { Rule } from '../source/rule.ts';
import type { ElementContent, Nodes, Root as HastRoot } from 'hast';
import { toText } from 'hast-util-to-text';
import type { RootContent } from 'mdast';
import { addressOf, articleId, slug } from '../article/id.ts';
import type { BlockLabels } from '../article/blocks/labels.ts';
import { isRecognised, kindOf, kindOfNode } from '../article/blocks/registry.ts';
import type { Article, Block, Image } from '../article/schema.ts';
import { measures, tooDeep } from '../parse/text/measures.ts';
import type { Parsed, Repair } from '../parse/parsed-article.ts';
import { SourceError, SourceErrors } from '../source/error.ts';
import { idsIn, mendFragments } from './fragments.ts';
import { gate, safeAddress, settle, stringify } from './gate.ts';
import { depthOf, toPieces, type Piece } from './hast.ts';
import { decoded, resolveAddresses, type Surroundings } from './links/links.ts';
import { contentSchema } from './schema.ts';
import { treeText } from './text.ts';
import { eachElement } from './walk.ts';
import { refusal } from './refusal.ts';
import { unsaid } from './unsaid.ts';

/** What making an entry needs to know beside the file. */
export interface EntryOptions {
  /** The file's path below `content/articles`. */
  path: string;
  /** The site's public address without a slash at its end, and its base with one. */
  url: string;
  base: string;
  pictureHosts: readonly string[];
  labels: BlockLabels;
  /** The kept pictures that the file names, by their address as it writes it, percent signs decoded. */
  pictures: ReadonlyMap<string, Image>;
  /** Addresses of pictures that the file names and that are not there, in the same form: they have been told. */
  missing?: ReadonlySet<string>;
}

/** A heading of the story, for a table of contents. */
export interface Heading {
  /** 2 to 6: the headline alone is 1. */
  level: number;
  text: string;
  /** Its fragment on the page, without `#`. */
  id: string;
}

export interface Entry {
  article: Article;
  /** The story's headings, in order. */
  headings: Heading[];
  /** The text of each block's HTML or its caption, in the order of the blocks. */
  texts: string[];
  /** Outgoing http(s) links of the blocks, each once. */
  links: string[];
  /** Ids on the page, without the gate's prefix. */
  fragments: string[];
  /** The links to other articles, by their address as the file writes it, and where each was led. */
  asked: [written: string, led: string][];
  /** Addresses and markup that an article may not use: named, and their text kept. */
  warnings: SourceError[];
}

/**
 * Makes the typed entry of a parsed file. Every block's HTML has passed the gate.
 *
 * @throws SourceErrors where HTML in the text nests its elements too deeply; the parsed file is not changed
 */
export function toEntry(parsed: Parsed, options: EntryOptions): Entry {
  try {
    return makeEntry(parsed, options);
  } catch (error) {
    if (error instanceof SourceError) throw new SourceErrors([error]);
    if (error instanceof RangeError)
      throw new SourceErrors([tooDeep(options.path, 1, 'HTML elements', measures.elements)]);
    throw error;
  }
}

function makeEntry(parsed: Parsed, options: EntryOptions): Entry {
  const warnings: SourceError[] = [];
  const repairs: Repair[] = [...parsed.repairs];
  // Raw HTML loses its positions when it is parsed: then the block's own line is the nearest that is known.
  let blockLine = 1;
  let here: Piece | null = null;
  const name = (rule: Rule, line: number, message: string, hint: string) =>
    warnings.push(new SourceError({ path: options.path, line, column: 1, rule, message, hint, severity: 'warning' }));
  const headings: Heading[] = [];
  const headingNames = new Map<string, number>();
  const asked = new Map<string, string>();
  const around: Surroundings = {
    ...options,
    asked: (written, led) => void asked.set(written, led),
    refused(address, kind, line) {
      const at = line ?? here?.rawLine(address) ?? blockLine;
      const { repair, rule, message, hint } = refusal(address, kind, options);
      if (repair) repairs.push({ rule: repair, lines: [at, at], removed: address });
      if (rule) name(rule, at, message, hint);
    },
  };
  const pieces = toPieces(parsed.root, options.labels).map((piece) => {
    here = piece;
    blockLine = piece.line ?? blockLine;
    if (depthOf(piece.tree) > measures.elements)
      throw tooDeep(options.path, blockLine, 'HTML elements', measures.elements);
    for (const left of dropped(piece.tree)) {
      const at = left.line ?? piece.rawLine(`<${left.tagName}`) ?? blockLine;
      repairs.push({ rule: 'unsafe-markup', lines: [at, at], removed: left.text });
      name(
        'unsafe-markup',
        at,
        `The <${left.tagName}> element was left out.`,
        'Say it in Markdown: an article holds text, links, pictures and tables.',
      );
    }
    resolveAddresses(piece.tree, around);
    if (piece.of === null) {
      nameHeadings(piece.tree, headings, headingNames);
      frameTables(piece.tree, options.labels);
    }
    return piece;
  });
  const trees = pieces.map(({ tree }) => tree);
  const fragments = idsIn(trees);
  mendFragments(trees, fragments, (fragment, line) => around.refused(fragment, 'fragment', line));
  repairs.push(...missingPictures(parsed, options));
  if (parsed.image && webAddress(parsed.image.src)) warnings.push(remotePicture(options.path, parsed.image));
  const blocks: Block[] = [];
  const texts: string[] = [];
  const links = new Set<string>();
  for (const piece of pieces) {
    const passed = gate(piece.tree, 'content', options.pictureHosts);
    const safe = piece.unsettled ? settle(passed, options.pictureHosts) : passed;
    const block = blockOf(piece.of === null ? null : (parsed.root.children[piece.of] ?? null), safe, options);
    if (!block) continue;
    blocks.push(block);
    texts.push(kindOf(block).words?.(block) ?? treeText(safe));
    for (const link of outgoing(safe)) links.add(link);
  }
  repairs.push(...unsaid(parsed.root, blocks));
  return {
    warnings,
    headings,
    texts,
    links: [...links],
    fragments: [...fragments],
    asked: [...asked],
    article: { ...factsOf(parsed, options), blocks, repairs },
  };
}

/** What an entry says of its article. */
function factsOf(parsed: Parsed, options: EntryOptions): Omit<Article, 'blocks' | 'repairs'> {
  const id = (parsed.address && addressOf(parsed.address)) || articleId(options.path);
  return {
    id,
    url: `${options.url}${options.base}articles/${encodeURI(id)}/`,
    headline: parsed.headline,
    ...(parsed.kicker !== undefined && { kicker: parsed.kicker }),
    ...(parsed.standfirst !== undefined && { standfirst: parsed.standfirst }),
    description: parsed.description,
    section: parsed.section,
    topics: parsed.topics,
    authors: parsed.authors,
    language: parsed.language,
    published: parsed.published?.instant ?? null,
    publishedPrecision: parsed.published?.precision ?? null,
    publishedText: parsed.published?.text ?? null,
    updated: parsed.updated?.instant ?? null,
    dateline: parsed.dateline,
    source: parsed.source ? { name: parsed.source.name, url: webAddress(parsed.source.url) } : null,
    rights: parsed.rights,
    image: leadPicture(parsed.image, options),
    ...(parsed.featured !== undefined && { featured: parsed.featured }),
    ...(Object.keys(parsed.extra).length > 0 && { extra: parsed.extra }),
  };
}

/**
 * @param node what was recognised; null for prose
 * @param safe its content, past the gate
 * @returns null for prose of which the gate left nothing
 */
function blockOf(node: RootContent | null, safe: HastRoot, options: EntryOptions): Block | null {
  if (node === null) {
    const html = stringify(safe);
    return html === '' ? null : { type: 'prose', html };
  }
  if (!isRecognised(node)) throw new Error(`no block is made of the node "${node.type}"`);
  return kindOfNode(node)!.toBlock(node, {
    html: stringify(safe),
    parts: () =>
      safe.children.flatMap((part) =>
        part.type === 'element' ? [stringify({ type: 'root', children: part.children })] : [],
      ),
    phrase: () =>
      toText({ type: 'element', tagName: 'p', properties: {}, children: safe.children as ElementContent[] }),
    address: webAddress,
    picture: (src) => options.pictures.get(decoded(src)),
  });
}

/** Pictures of figures that are not there, and the words that stand for them. */
function missingPictures({ root, image }: Parsed, { missing }: EntryOptions): Repair[] {
  if (!missing || missing.size === 0) return [];
  const named = root.children.flatMap((node) => (node.type === 'figure' ? node.images : []));
  return [...(image ? [image] : []), ...named]
    .filter(({ src }) => missing.has(decoded(src)))
    .map(({ src, alt, line }) => ({ rule: 'missing-picture', lines: [line, line], removed: `${alt} ${src}`.trim() }));
}

const remotePicture = (path: string, { line, column }: NonNullable<Parsed['image']>): SourceError =>
  new SourceError({
    path,
    line,
    column,
    rule: 'remote-picture',
    message: 'The lead picture stands on another site: the page links to it and does not show it.',
    hint: 'Put the picture beside the article, and name its file.',
    severity: 'warning',
  });

/** The lead picture: kept with the article, or elsewhere, where the page links to it. */
function leadPicture(image: Parsed['image'], { pictures }: EntryOptions): Article['image'] {
  if (!image) return null;
  const { alt, caption } = image;
  const said = { alt, ...(caption !== '' && { caption }) };
  const kept = pictures.get(decoded(image.src));
  if (kept) return { ...kept, ...said };
  const address = webAddress(image.src);
  return address === null ? null : { src: address, width: null, height: null, renditions: [], ...said };
}

function outgoing(tree: HastRoot): string[] {
  const links: string[] = [];
  eachElement(tree, ({ tagName, properties: { href } }) => {
    if (tagName === 'a' && typeof href === 'string' && /^https?:/.test(href)) links.push(href);
  });
  return links;
}

/** An http(s) address as a page may link to it; null for any other. */
function webAddress(written: string | null): string | null {
  const url = written === null ? null : safeAddress(written);
  return url !== null && /^https?:/.test(url) ? url : null;
}

/** What the gate takes out with its text, so that it can be named: scripts, frames, styles. */
function dropped(tree: Nodes): { tagName: string; text: string; line: number | null }[] {
  const found: { tagName: string; text: string; line: number | null }[] = [];
  eachElement(tree, (node) => {
    if (!contentSchema.strip?.includes(node.tagName)) return;
    found.push({ tagName: node.tagName, text: textOf(node), line: node.position?.start.line ?? null });
    return 'skip';
  });
  return found;
}

/** All text below a node, also that which a reader would not see. */
function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value;
  const inner = 'children' in node ? node.children.map(textOf).join(' ') : '';
  const content = node.type === 'element' && node.tagName === 'template' && node.content ? textOf(node.content) : '';
  return `${inner} ${content}`.trim();
}

/** A wide table scrolls in a frame of its own, which the keyboard can reach. */
function frameTables(tree: HastRoot, labels: BlockLabels): void {
  tree.children = tree.children.map((child) =>
    child.type === 'element' && child.tagName === 'table'
      ? {
          type: 'element',
          tagName: 'div',
          properties: { className: ['table'], tabIndex: 0, role: 'region', ariaLabel: labels.table },
          children: [child],
        }
      : child,
  );
}

/** Gives each heading an id of its own, so that it can be linked to. The gate puts its prefix before it. */
function nameHeadings(tree: HastRoot, headings: Heading[], taken: Map<string, number>): void {
  eachElement(tree, (node) => {
    if (!/^h[2-6]$/.test(node.tagName) || node.properties['className']) return;
    const text = toText(node).trim();
    const wanted = slug(String(node.properties['id'] ?? text)) || 'section';
    let number = (taken.get(wanted) ?? 0) + 1;
    while (number > 1 && taken.has(`${wanted}-${number}`)) number++;
    taken.set(wanted, number);
    const id = number === 1 ? wanted : `${wanted}-${number}`;
    taken.set(id, Math.max(taken.get(id) ?? 0, 1));
    node.properties['id'] = id;
    headings.push({ level: Number(node.tagName[1]), text, id: `user-content-${id}` });
  });
}
