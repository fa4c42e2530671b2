import type { Element, ElementContent, Nodes, Root as HastRoot } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { toText } from 'hast-util-to-text';
import { visit } from 'unist-util-visit';
import type { Article, Block, FigureBlock, Image } from '../article/schema.ts';
import { articleId, slug } from '../article/id.ts';
import type { Figure, Notice, Tweet } from '../parse/nodes.ts';
import type { Parsed, Repair } from '../parse/parsed.ts';
import { SourceError } from '../source/error.ts';
import { gate, safeAddress, toSafeHtml } from './gate.ts';
import { toPieces, type Piece } from './hast.ts';
import type { BlockLabels } from './labels.ts';
import { decoded, resolveAddresses, type Surroundings } from './links.ts';
import { contentSchema } from './schema.ts';

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
  /** Addresses and markup that an article may not use: named, and their text kept. */
  warnings: SourceError[];
}

/**
 * Makes the typed entry of a parsed file. Every block's HTML has passed the gate.
 *
 * @throws nothing of its own; the parsed file is not changed
 */
export function toEntry(parsed: Parsed, options: EntryOptions): Entry {
  const id = articleId(options.path);
  const warnings: SourceError[] = [];
  const repairs: Repair[] = [...parsed.repairs];
  // Raw HTML loses its positions when it is parsed: then the block's own line is the nearest that is known.
  let blockLine = 1;
  let here: Piece | null = null;
  const name = (rule: string, line: number, message: string, hint: string) =>
    warnings.push(
      new SourceError({ path: options.path, line, column: 1, rule, message, hint, severity: 'warning' }),
    );
  const headings: Heading[] = [];
  const around: Surroundings = {
    ...options,
    refused(address, kind, line) {
      const shown = address.length > 80 ? `${address.slice(0, 80)}…` : address;
      const at = line ?? here?.rawLine(address) ?? blockLine;
      repairs.push({ rule: `unsafe-${kind}`, lines: [at, at], removed: address });
      name(`unsafe-${kind}`, at, `The ${kind} to "${shown}" was left out; its text stays.`, 'Use an http, https or mailto address, a #fragment, or a file beside the article.');
    },
  };
  const pieces = toPieces(parsed.root, options.labels).map((piece) => {
    here = piece;
    blockLine = piece.line ?? blockLine;
    for (const left of dropped(piece.tree)) {
      const at = left.line ?? piece.rawLine(`<${left.tagName}`) ?? blockLine;
      repairs.push({ rule: 'unsafe-markup', lines: [at, at], removed: left.text });
      name('unsafe-markup', at, `The <${left.tagName}> element was left out.`, 'Say it in Markdown: an article holds text, links, pictures and tables.');
    }
    resolveAddresses(piece.tree, around);
    if (piece.of === null) {
      nameHeadings(piece.tree, headings);
      frameTables(piece.tree, options.labels);
    }
    return piece;
  });
  const html = (tree: HastRoot) => toSafeHtml(tree, 'content', options.pictureHosts);
  const blocks = pieces.flatMap((piece): Block[] => {
    if (piece.of === null) {
      const prose = html(piece.tree);
      return prose === '' ? [] : [{ type: 'prose', html: prose }];
    }
    const node = parsed.root.children[piece.of];
    switch (node?.type) {
      case 'tweet':
        return [{ type: 'tweet', author: { ...node.author }, date: node.date, html: html(piece.tree), url: tweetUrl(node) }];
      case 'figure':
        return [figureBlock(node, piece.tree, options)];
      case 'notice':
        return [{ type: 'notice', kind: (node as Notice).kind, html: html(piece.tree) }];
      default:
        throw new Error(`no block is made of the node "${node?.type}"`);
    }
  });
  return {
    warnings,
    headings,
    article: {
      id,
      url: `${options.url}${options.base}articles/${encodeURI(id)}/`,
      headline: parsed.headline,
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
      source: parsed.source ? { name: parsed.source.name, url: sourceUrl(parsed.source.url) } : null,
      rights: parsed.rights,
      image: parsed.image ? (options.pictures.get(decoded(parsed.image.src)) ?? null) : null,
      blocks,
      repairs,
    },
  };
}

function tweetUrl(node: Tweet): string | null {
  const url = node.url === null ? null : safeAddress(node.url);
  return url !== null && /^https?:/.test(url) ? url : null;
}

function sourceUrl(written: string | null): string | null {
  const url = written === null ? null : safeAddress(written);
  return url !== null && /^https?:/.test(url) ? url : null;
}

/** A figure's pictures are those that are kept, and those elsewhere as they are named: the page links to them. */
function figureBlock(node: Figure, tree: HastRoot, options: EntryOptions): FigureBlock {
  const images = node.images.flatMap((image): Image[] => {
    const kept = options.pictures.get(decoded(image.src));
    if (kept) return [{ ...kept, alt: image.alt }];
    const elsewhere = safeAddress(image.src);
    return elsewhere !== null && /^https?:/.test(elsewhere)
      ? [{ src: elsewhere, alt: image.alt, width: null, height: null, renditions: [] }]
      : [];
  });
  const safe = gate(tree, 'content', options.pictureHosts);
  const caption = toText({ type: 'element', tagName: 'p', properties: {}, children: safe.children as ElementContent[] });
  const markup = toHtml(safe);
  const [image = null, ...more] = images;
  return {
    type: 'figure',
    image,
    ...(more.length ? { more } : {}),
    caption,
    ...(/<[a-z]/i.test(markup) ? { captionHtml: markup } : {}),
    credit: [...node.credit],
  };
}

/** What the gate takes out with its text, so that it can be named: scripts, frames, styles. */
function dropped(tree: Nodes): { tagName: string; text: string; line: number | null }[] {
  const found: { tagName: string; text: string; line: number | null }[] = [];
  visit(tree, 'element', (node: Element) => {
    if (!contentSchema.strip?.includes(node.tagName)) return undefined;
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
function nameHeadings(tree: HastRoot, headings: Heading[]): void {
  visit(tree, 'element', (node) => {
    if (!/^h[2-6]$/.test(node.tagName) || node.properties['className']) return;
    const text = toText(node).trim();
    const wanted = slug(String(node.properties['id'] ?? text)) || 'section';
    const same = headings.filter(({ id }) => id === `user-content-${wanted}` || id.startsWith(`user-content-${wanted}-`)).length;
    const id = same === 0 ? wanted : `${wanted}-${same + 1}`;
    node.properties['id'] = id;
    headings.push({ level: Number(node.tagName[1]), text, id: `user-content-${id}` });
  });
}
