import type { BlockContent, Paragraph, PhrasingContent, RootContent } from 'mdast';
import type { Element } from '../tree/dom.ts';
import type { Survey } from '../tree/survey.ts';
import { linkedLength, wordsOf } from './phrasing.ts';
import type { Resolve } from './picture.ts';

export type Kind =
  | 'paragraph'
  | 'heading'
  | 'list'
  | 'quote'
  | 'table'
  | 'code'
  | 'rule'
  | 'figure'
  | 'post'
  | 'media'
  | 'notice'
  | 'live'
  | 'qa';

/** A block of the page, and what is known of it. */
export interface Piece {
  kind: Kind;
  node: RootContent;
  /** Its words as one text. */
  text: string;
  /** Length of the words that are links. */
  links: number;
  /** All of it is set bold. */
  bold: boolean;
  element: Element;
  /** The nearest element around it that is a block of its own. */
  parent: Element;
}

/** What cutting a page into blocks needs to know. */
export interface Reading {
  survey: Survey;
  root: Element;
  base: string | null;
  resolve: Resolve;
  /** What stays, whatever its names say. */
  keep: (element: Element) => boolean;
}

/** Something of the page that is no part of the story, with its words. */
export interface Removed {
  element: Element;
  text: string;
  why: string;
}

export function splitAtBreaks(run: readonly PhrasingContent[]): PhrasingContent[][] {
  const parts: PhrasingContent[][] = [[]];
  let breaks = 0;
  for (const node of run) {
    if (node.type === 'break') breaks++;
    else if (!(node.type === 'text' && node.value.trim() === '')) {
      if (breaks > 1) parts.push([]);
      breaks = 0;
    }
    parts.at(-1)!.push(node);
  }
  return parts;
}

/** A subhead that is bold and no more than a break away from its paragraph, or glued to it, stands for itself. */
export function splitAfterBold(part: PhrasingContent[]): PhrasingContent[][] {
  const at = part.findIndex((node) => node.type !== 'text' || node.value.trim() !== '');
  const [first, next] = [part[at], part[at + 1]];
  if (first?.type !== 'strong' || !next) return [part];
  const words = wordsOf(first.children).trim();
  if (words.length < 4 || words.length > 110 || /[.,:;]["”»]?$/.test(words)) return [part];
  const glued = next.type === 'text' && /^\p{Lu}\p{Ll}/u.test(next.value) && /\p{Ll}$/u.test(words);
  const rest = part.slice(at + (glued ? 1 : 2));
  if (!(glued || next.type === 'break') || wordsOf(rest).length < 100) return [part];
  return [part.slice(0, at + 1), rest];
}

const blockContent = new Set(['paragraph', 'list', 'blockquote', 'table', 'code', 'thematicBreak', 'heading']);
export const isBlockContent = (node: RootContent): node is BlockContent & Paragraph => blockContent.has(node.type);

/** What may stand in a frame with other blocks. Posts, pictures and films stand by themselves, where they are recognised. */
export const isInner = ({ kind, node }: Piece): boolean => kind !== 'post' && isBlockContent(node);

export function wordsIn(node: RootContent): string {
  if (node.type === 'html') return '';
  if (node.type === 'code') return node.value;
  if (!('children' in node)) return 'value' in node ? node.value : '';
  const children = node.children as RootContent[];
  if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'pageFigure' || node.type === 'tableCell')
    return wordsOf(node.children);
  return children.map(wordsIn).join('\n');
}

export function linksIn(node: RootContent): number {
  if (!('children' in node)) return 0;
  if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') return linkedLength(node.children); // prettier-ignore
  return (node.children as RootContent[]).reduce((sum, child) => sum + linksIn(child), 0);
}
