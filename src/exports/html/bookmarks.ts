import type { Element, Node } from '../../html/tree/dom.ts';
import { webAddress } from '../addresses.ts';
import { dateOf } from '../dates.ts';
import { distinct } from '../fields.ts';
import { givenFolder } from '../given-folders.ts';
import { isFailure, type Entries, type Failure, type Item } from '../item.ts';
import { withAddress } from '../with-address.ts';
import { parseHtml, wordsIn } from './parse.ts';

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
  const waiting: (Node | 'leave')[] = [parseHtml(html)];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (node === 'leave') path.pop();
    else if (node.type === 'text') continue;
    else if (node.tag === 'a' && node.attributes.has('href')) {
      if (last) yield last;
      last = bookmark(node, ++count, path);
    } else if (node.tag === 'h3') heading = wordsIn(node);
    else {
      if (node.tag === 'dd' && last && !isFailure(last)) last.note ??= wordsIn(node, startsAnother) || null;
      if (node.tag === 'dl') {
        path.push(heading ?? '');
        heading = null;
        waiting.push('leave');
      }
      waiting.push(...[...node.children].reverse());
    }
  }
  if (last) yield last;
}

/** What follows within a description because nothing closes it. */
const startsAnother = ({ tag }: Element): boolean => /^(?:dt|dl|a|h3)$/.test(tag);

function bookmark(link: Element, number: number, path: readonly string[]): Item | Failure {
  const { attributes } = link;
  const [outer = null, ...inner] = path.filter((name) => name !== '' && !givenFolder.test(name));
  return withAddress(attributes.get('href') ?? null, {
    place: `bookmark ${number}`,
    headline: wordsIn(link) || null,
    saved: dateOf(attributes.get('add_date')),
    section: outer,
    topics: distinct([...inner, ...(attributes.get('tags') ?? '').split(',')]),
    draft: attributes.get('private') === '1',
    // As Raindrop.io has them.
    starred: attributes.get('data-important') === 'true',
    picture: webAddress(attributes.get('data-cover') ?? null),
  });
}
