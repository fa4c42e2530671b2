import type { Paragraph, PhrasingContent, RootContent } from 'mdast';
import { textOf } from '../text/phrasing.ts';
import type { PostAddress } from '../../article/blocks/posts/networks.ts';
import { readAnyPost, readStatus } from './status-address.ts';
import type { Status } from './status-address.ts';

/** A link to a post within a paragraph, and where in the paragraph's text it stands. */
export interface StatusLink {
  from: number;
  to: number;
  status: Status | PostAddress;
}

/** The links to posts among a paragraph's own content. */
export function statusLinks(children: readonly PhrasingContent[]): StatusLink[] {
  const links: StatusLink[] = [];
  let at = 0;
  for (const child of children) {
    const length = textOf([child]).length;
    const status = child.type === 'link' ? readAnyPost(child.url) : null;
    if (status) links.push({ from: at, to: at + length, status });
    at += length;
  }
  return links;
}

/** Whether a link to a post begins at a place, spaces left out: then the words there are a post's date. */
export function linkedAt(text: string, links: readonly StatusLink[]): (at: number, network: string) => boolean {
  return (at, network) =>
    links.some((link) => link.status.network === network && link.from >= at && /^\s*$/.test(text.slice(at, link.from)));
}

/** A paragraph that is nothing but the address of a post. */
export interface BareAddress {
  status: Status;
  paragraph: Paragraph;
}

/** Reads a paragraph that is nothing but the address of a post on X. */
export function bareAddress(node: RootContent | undefined): BareAddress | null {
  if (node?.type !== 'paragraph' || node.children.length > 3) return null;
  const text = textOf(node.children).trim();
  if (text.length > 200 || /\s/.test(text)) return null;
  const status = readStatus(text);
  return status ? { status, paragraph: node } : null;
}
