import type { Element, Nodes } from 'hast';
import { dateOf } from '../dates.ts';
import { distinct } from '../fields.ts';
import { givenFolder } from '../given-folders.ts';
import { isFailure, type Entries, type Failure, type Item } from '../item.ts';
import { withAddress } from '../with-address.ts';
import { attributeOf, parseHtml, wordsIn } from './parse.ts';

/**
 * Netscape bookmarks, which every browser writes, and Shiori, Pinboard, Shaarli, Diigo and others: `<DT><A HREF=…
 * ADD_DATE=… TAGS=…>`, after it `<DD>` with a description, in folders that are `<H3>` and `<DL>`.
 */
export function* bookmarkEntries(html: string): Entries {
  const path: string[] = [];
  let heading: string | null = null;
  let last: Item | Failure | null = null;
  let count = 0;
  // What is to be done next, the last first: nodes to look at, and folders to leave.
  const waiting: (Nodes | 'leave')[] = [parseHtml(html)];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (node === 'leave') path.pop();
    else if (node.type === 'element' && node.tagName === 'a' && attributeOf(node, 'href') !== null) {
      if (last) yield last;
      last = bookmark(node, ++count, path);
    } else if (node.type === 'element' && node.tagName === 'h3') heading = wordsIn(node);
    else if (node.type === 'element' && node.tagName === 'dd') {
      const said = ownWords(node);
      if (last && !isFailure(last) && said !== '') last.note ??= said;
      waiting.push(...[...node.children].reverse());
    } else if ('children' in node) {
      if (node.type === 'element' && node.tagName === 'dl') {
        path.push(heading ?? '');
        heading = null;
        waiting.push('leave');
      }
      waiting.push(...[...node.children].reverse());
    }
  }
  if (last) yield last;
}

function bookmark(link: Element, number: number, path: readonly string[]): Item | Failure {
  const [outer = null, ...inner] = path.filter((name) => name !== '' && !givenFolder.test(name));
  const headline = wordsIn(link);
  return withAddress(attributeOf(link, 'href'), {
    place: `bookmark ${number}`,
    headline: headline === '' ? null : headline,
    saved: dateOf(attributeOf(link, 'addDate') ?? attributeOf(link, 'add_date')),
    section: outer,
    topics: distinct([...inner, ...(attributeOf(link, 'tags') ?? '').split(',')]),
    draft: attributeOf(link, 'private') === '1',
  });
}

/** The text of a description, without the bookmarks that follow in it because nothing closes it. */
const ownWords = (node: Element): string =>
  wordsIn({ ...node, children: node.children.filter((child) => child.type !== 'element' || !/^(?:dt|dl|a|h3)$/.test(child.tagName)) }); // prettier-ignore
