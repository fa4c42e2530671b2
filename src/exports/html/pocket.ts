import { findAll } from '../../html/tree/tree.ts';
import { dateOf } from '../dates.ts';
import { distinct } from '../fields.ts';
import type { Entries } from '../item.ts';
import { withAddress } from '../with-address.ts';
import { parseHtml, wordsIn } from './parse.ts';

/** Pocket's older exports (and Instapaper's): lists of `<li><a href=… time_added=… tags=…>` under headings. */
export function* pocketEntries(html: string): Entries {
  const links = findAll(parseHtml(html), ({ tag, attributes }) => tag === 'a' && attributes.has('href'));
  for (const [index, link] of links.entries()) {
    yield withAddress(link.attributes.get('href') ?? null, {
      place: `link ${index + 1}`,
      headline: wordsIn(link) || null,
      saved: dateOf(link.attributes.get('time_added')),
      topics: distinct((link.attributes.get('tags') ?? '').split(',')),
    });
  }
}
