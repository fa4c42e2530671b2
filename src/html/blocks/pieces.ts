import type { PhrasingContent, RootContent } from 'mdast';
import type { Element, Node } from '../tree/dom.ts';
import { isCaption, isFigure, readCaption, readFigure } from './figure.ts';
import { listOf } from './list.ts';
import { linkedLength, phrasingOf, tidy, wordsOf } from './phrasing.ts';
import { codeOf } from './code.ts';
import { doubtOf } from './doubt.ts';
import { postOf } from './post.ts';
import {
  isBlockContent,
  isInner,
  linksIn,
  splitAfterBold,
  splitAtBreaks,
  wordsIn,
  type Kind,
  type Piece,
  type Reading,
  type Removed,
} from './piece.ts';
import { liveEntryOf, questionOf, type LiveEntry } from './live.ts';
import { holdsBlocks, isBold, longItem, noticeKindOf, sameCaption } from './signs.ts';
import { readTable } from './table.ts';
import { isBlock, textOf } from '../tree/tree.ts';

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
    const found = doubtOf(element, this.#reading);
    if (found === 'none') return false;
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
    const live = liveEntryOf(element);
    if (live) {
      this.#live(element, live, parent);
      return true;
    }
    const asked = questionOf(element);
    if (asked) {
      this.#framed('qa', 'qa', {}, [...this.#inside(asked.question), ...this.#inside(asked.answer)], element, parent);
      return true;
    }
    const notice = noticeKindOf(element);
    if (notice !== null) {
      this.#framed('notice', notice, {}, this.#inside(element), element, parent);
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

  /** The blocks that an element holds. */
  #inside(element: Element): Piece[] {
    const inner = new Cutter(this.#reading);
    inner.inside(element);
    this.removed.push(...inner.removed);
    return inner.pieces;
  }

  /** Blocks in a frame that says what they are, and after it what no frame holds: pictures, posts. */
  #framed(
    kind: Kind,
    name: string,
    attributes: Record<string, string>,
    inside: readonly Piece[],
    element: Element,
    parent: Element,
  ): void {
    this.#flush(parent);
    const children = inside.filter(isInner).map(({ node }) => node);
    if (children.length > 0) this.#add(kind, { type: 'containerDirective', name, attributes, children } as RootContent, element, parent); // prettier-ignore
    this.pieces.push(...inside.filter((piece) => !isInner(piece)));
  }

  /** An update of a live blog: its time and its title are no blocks of it. */
  #live(element: Element, { time, published }: LiveEntry, parent: Element): void {
    const said = textOf(time);
    const inside = this.#inside(element).filter(({ text }) => text.trim() !== said);
    const title = inside.slice(0, 2).find(({ kind }) => kind === 'heading');
    const attributes = { time: said, ...(published && { published }), ...(title && { title: title.text }) };
    this.#framed('live', 'live', attributes, inside.filter((piece) => piece !== title), element, parent); // prettier-ignore
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
    const items = element.children.filter((child) => child.type === 'element' && !this.#isOut(child));
    const { list, others } = listOf(element, items.map((item) => this.#inside(item as Element))); // prettier-ignore
    if (list && list.children.length > 0) this.#add('list', list, element, parent);
    this.pieces.push(...others);
  }

  #quote(element: Element, parent: Element): void {
    this.#flush(parent);
    const inside = this.#inside(element);
    const children = inside.map(({ node }) => node).filter(isBlockContent);
    if (children.length > 0) this.#add('quote', { type: 'blockquote', children }, element, parent);
    this.pieces.push(...inside.filter(({ node }) => !isBlockContent(node)));
  }

  #table(element: Element, parent: Element): boolean {
    const table = readTable(element, this.#reading.base);
    if (!table) return false;
    this.#flush(parent);
    this.#add('table', table, element, parent);
    return true;
  }

  #code(element: Element, parent: Element): void {
    const code = codeOf(element);
    if (code) this.#add('code', code, element, parent);
  }
}
