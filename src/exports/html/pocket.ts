import { visit } from 'unist-util-visit';
import { dateOf } from '../dates.ts';
import { distinct } from '../fields.ts';
import type { Entries, Failure, Item } from '../item.ts';
import { withAddress } from '../with-address.ts';
import { attributeOf, parseHtml, wordsIn } from './parse.ts';

/** Pocket's older exports (and Instapaper's): lists of `<li><a href=… time_added=… tags=…>` under headings. */
export function* pocketEntries(html: string): Entries {
  const found: (Item | Failure)[] = [];
  visit(parseHtml(html), 'element', (link) => {
    if (link.tagName !== 'a' || attributeOf(link, 'href') === null) return;
    const headline = wordsIn(link);
    found.push(
      withAddress(attributeOf(link, 'href'), {
        place: `link ${found.length + 1}`,
        headline: headline === '' ? null : headline,
        saved: dateOf(attributeOf(link, 'time_added')),
        topics: distinct((attributeOf(link, 'tags') ?? '').split(',')),
      }),
    );
  });
  yield* found;
}
