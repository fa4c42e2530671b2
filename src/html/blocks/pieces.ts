import type { List, ListItem, PhrasingContent, RootContent } from 'mdast';
import type { Element, Node } from '../tree/dom.ts';
import { isCaption, isFigure, readCaption, readFigure } from './figure.ts';
import { furnitureOf } from '../tree/furniture.ts';
import { linkedLength, phrasingOf, raw, tidy, wordsOf } from './phrasing.ts';
import type { Resolve } from './picture.ts';
import { holdsPost, postOf } from './post.ts';
import type { Survey } from '../tree/survey.ts';
import {
  isBlockContent,
  linksIn,
  splitAfterBold,
  splitAtBreaks,
  wordsIn,
  type Kind,
  type Piece,
  type Removed,
} from './piece.ts';
import { gallery, holdsBlocks, isBold, longItem, noticeKindOf, sameCaption } from './signs.ts';
import { readTable } from './table.ts';
import { attribute, findFirst, isBlock, namesOf, textOf } from '../tree/tree.ts';

export interface Reading {
  survey: Survey;
  root: Element;
  base: string | null;
  resolve: Resolve;
  /** What stays, whatever its names say. */
  keep: (element: Element) => boolean;
}

/** Cuts an element into the blocks it is made of, and puts aside what its markup calls something else. */
export function piecesOf(roots: readonly Element[], reading: Reading): { pieces: Piece[]; removed: Removed[] } {
  const cutter = new Cutter(reading);
  for (const root of roots) cutter.one(root);
  return { pieces: cutter.pieces, removed: cutter.removed };
}

class Cutter {
  readonly pieces: Piece[] = [];
  readonly removed: Removed[] = [];
  readonly #reading: Reading;
  #run: PhrasingContent[] = [];
  #from: Element | null = null;

  constructor(reading: Reading) {
    this.#reading = reading;
  }

  one(element: Element): void {
    if (element === this.#reading.root) this.inside(element);
    else this.#node(element, element.parent ?? element);
    this.#flush(element);
  }

  inside(element: Element): void {
    this.#flush(element);
    for (const child of element.children) this.#node(child, element);
    this.#flush(element);
  }

  #node(node: Node, parent: Element): void {
    if (node.type === 'text') {
      this.#from ??= parent;
      this.#run.push(...phrasingOf(node, this.#reading.base));
      return;
    }
    if (this.#isOut(node)) return;
    const special = this.#special(node, parent);
    if (special) return;
    if (isBlock(node) || holdsBlocks(node)) this.#block(node, parent);
    else {
      this.#from ??= parent;
      this.#run.push(...phrasingOf(node, this.#reading.base));
    }
  }

  #isOut(element: Element): boolean {
    if (noticeKindOf(element) !== null) return false;
    const { survey, root, keep } = this.#reading;
    if (keep(element)) return false;
    const { doubt, prose, text, links } = survey.of(element);
    const found = doubt === 'none' && element.tag === 'label' ? furnitureOf(element) : doubt;
    if (found === 'none') return false;
    if (holdsPost(element) && !/^(?:nav|footer|form)$/.test(element.tag) && links < 0.6 * text) return false;
    // A gallery shows one picture at a time, and its captions are the story's.
    if (gallery.test(namesOf(element)) && findFirst(element, isCaption)) return false;
    const part = prose / Math.max(1, survey.of(root).prose);
    if (found === 'weak' && (part > 0.2 || (prose > 0 && links < 0.15 * text && element.tag !== 'aside'))) return false;
    const words = textOf(element);
    if (words !== '' && found !== 'hidden') this.removed.push({ element, text: words, why: 'its names' });
    return true;
  }

  /** @returns whether the element was one that is read as a whole */
  #special(element: Element, parent: Element): boolean {
    const { base, resolve } = this.#reading;
    const post = postOf(element, base);
    if (post) {
      this.#add('post', post, element, parent);
      return true;
    }
    const notice = noticeKindOf(element);
    if (notice !== null) {
      this.#notice(element, notice, parent);
      return true;
    }
    if (isFigure(element)) {
      const figure = readFigure(element, resolve, base);
      // A small picture among words is a sign, and goes with them.
      if (!figure && element.tag === 'img') this.#run.push(...phrasingOf(element, base));
      else if (figure) this.#add('figure', figure, element, parent);
      return true;
    }
    if (isCaption(element) && element.tag !== 'table' && textOf(element).length < 1500 && !/^h\d$/.test(element.tag)) {
      this.#caption(element, parent);
      return true;
    }
    if (element.tag === 'a' && holdsBlocks(element)) return this.#card(element, parent);
    switch (element.tag) {
      case 'ul':
      case 'ol':
      case 'dir':
        this.#list(element, parent);
        return true;
      case 'blockquote':
        this.#quote(element, parent);
        return true;
      case 'table':
        return this.#table(element, parent);
      case 'pre':
        this.#code(element, parent);
        return true;
      case 'hr':
        this.#add('rule', { type: 'thematicBreak' }, element, parent);
        return true;
      case 'iframe':
      case 'video':
      case 'audio':
      case 'noscript':
        return true;
      default:
        return false;
    }
  }

  /** A correction or a disclaimer that the page sets apart. */
  #notice(element: Element, name: string, parent: Element): void {
    this.#flush(parent);
    const inner = new Cutter(this.#reading);
    inner.inside(element);
    const children = inner.pieces.map(({ node }) => node).filter(isBlockContent);
    if (children.length > 0) this.#add('notice', { type: 'containerDirective', name, attributes: {}, children } as RootContent, element, parent); // prettier-ignore
  }

  /** A link around blocks leads to another page: its words are that page's. A picture in it may be the story's. */
  #card(element: Element, parent: Element): boolean {
    const inner = new Cutter(this.#reading);
    inner.inside(element);
    const words = inner.pieces
      .filter(({ kind }) => kind !== 'figure')
      .map(({ text }) => text)
      .join('\n');
    if (words.trim() === '') {
      this.#flush(parent);
      this.pieces.push(...inner.pieces);
    } else this.removed.push({ element, text: textOf(element), why: 'a link to another page' });
    return true;
  }

  /** A caption that stands beside its picture: it joins the figure above, or stands for a picture that was not kept. */
  #caption(element: Element, parent: Element): void {
    this.#flush(parent);
    const { children, credit } = readCaption(element, this.#reading.base);
    const said = wordsOf(children);
    const last = this.pieces.at(-1);
    if (last?.node.type === 'pageFigure' && (last.node.children.length === 0 || wordsOf(last.node.children) === said)) {
      const { node } = last;
      last.node = { ...node, children, credit: node.credit ?? credit };
      last.text = said;
      return;
    }
    const twice = this.pieces.some(
      ({ node }) => node.type === 'pageFigure' && sameCaption(wordsOf(node.children), said),
    );
    if (said !== '' && !twice)
      this.#add('figure', { type: 'pageFigure', images: [], children, credit }, element, parent);
  }

  #block(element: Element, parent: Element): void {
    const heading = /^h([1-6])$/.exec(element.tag);
    if (
      heading &&
      !element.children.some(
        (child) =>
          child.type === 'element' &&
          /^(?:p|div|ul|figure)$/.test(child.tag) &&
          isBlock(child) &&
          textOf(child).length > 200,
      )
    ) {
      this.#flush(parent);
      const children = tidy(element.children.flatMap((child) => phrasingOf(child, this.#reading.base))).filter(({ type }) => type !== 'break'); // prettier-ignore
      if (wordsOf(children).trim() !== '')
        this.#add('heading', { type: 'heading', depth: Number(heading[1]) as 1, children }, element, parent);
      return;
    }
    this.inside(element);
  }

  /** Ends the paragraph that is open. Two breaks end one as well. */
  #flush(element: Element): void {
    const run = this.#run;
    const from = this.#from ?? element;
    this.#run = [];
    this.#from = null;
    if (run.length === 0) return;
    for (const part of splitAtBreaks(run).flatMap(splitAfterBold)) {
      const children = tidy(part);
      if (/[\p{L}\p{N}\p{S}\p{P}]/u.test(wordsOf(children)))
        this.#add('paragraph', { type: 'paragraph', children }, from, from.parent ?? from);
    }
  }

  #add(kind: Kind, node: RootContent, element: Element, parent: Element): void {
    if (kind !== 'paragraph') this.#flush(parent);
    const { line, column } = element;
    node.position ??= { start: { line, column }, end: { line, column } };
    const children: PhrasingContent[] = node.type === 'paragraph' || node.type === 'heading' ? node.children : [];
    const text = children.length > 0 ? wordsOf(children) : wordsIn(node);
    this.pieces.push({
      kind,
      node,
      text,
      links: children.length > 0 ? linkedLength(children) : linksIn(node),
      bold: isBold(children, element),
      element,
      parent,
    });
  }

  #list(element: Element, parent: Element): void {
    this.#flush(parent);
    const { survey } = this.#reading;
    // A list that holds the story's own paragraphs, pictures or headings is how the page is laid out.
    const { prose } = survey.of(element);
    if (
      prose > 0 &&
      element.children.some((child) => child.type === 'element' && child.tag === 'li' && longItem(child))
    ) {
      this.inside(element);
      return;
    }
    const { list, others } = this.#listNode(element);
    if (list && list.children.length > 0) this.#add('list', list, element, parent);
    this.pieces.push(...others);
  }

  /** A list, and what stands in its items and in no list: pictures. */
  #listNode(element: Element): { list: List | null; others: Piece[] } {
    const items: ListItem[] = [];
    const others: Piece[] = [];
    for (const child of element.children) {
      if (child.type !== 'element' || this.#isOut(child)) continue;
      const inner = new Cutter(this.#reading);
      inner.inside(child);
      this.removed.push(...inner.removed);
      const children = inner.pieces.map(({ node }) => node).filter(isBlockContent);
      others.push(...inner.pieces.filter(({ node }) => !isBlockContent(node)));
      if (children.length > 0) items.push({ type: 'listItem', spread: false, children });
    }
    const start = Number.parseInt(attribute(element, 'start'), 10);
    const list: List | null = items.length === 0 ? null : { type: 'list', ordered: element.tag === 'ol', ...(start > 1 && { start }), spread: false, children: items }; // prettier-ignore
    return { list, others };
  }

  #quote(element: Element, parent: Element): void {
    this.#flush(parent);
    const inner = new Cutter(this.#reading);
    inner.inside(element);
    this.removed.push(...inner.removed);
    const children = inner.pieces.map(({ node }) => node).filter(isBlockContent);
    if (children.length > 0) this.#add('quote', { type: 'blockquote', children }, element, parent);
    for (const piece of inner.pieces) if (!isBlockContent(piece.node)) this.pieces.push(piece);
  }

  #table(element: Element, parent: Element): boolean {
    const table = readTable(element, this.#reading.base);
    if (!table) return false;
    this.#flush(parent);
    this.#add('table', table, element, parent);
    return true;
  }

  #code(element: Element, parent: Element): void {
    const value = raw(element).replace(/^\n|\s+$/g, '');
    if (value.trim() === '') return;
    const lang = /\blang(?:uage)?-([\w+#-]{1,20})/.exec(`${namesOf(element)} ${element.children.map((child) => (child.type === 'element' ? namesOf(child) : '')).join(' ')}`)?.[1]; // prettier-ignore
    this.#add('code', { type: 'code', lang: lang ?? null, value }, element, parent);
  }
}
