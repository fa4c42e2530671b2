import { webAddress } from '../addresses.ts';
import { dateOf } from '../dates.ts';
import { distinct } from '../fields.ts';
import { plainWords } from '../html/words.ts';
import { item, type ItemText } from '../item.ts';
import type { XmlFormat } from './format.ts';
import { childOf, childrenOf, markupIn, textIn, wordsOf, type XmlElement } from './tree.ts';

/** Atom 1.0 (RFC 4287) and what is left of 0.3; Blogger's exports are Atom too, with settings and comments in them. */
export const atom: XmlFormat = {
  name: 'an Atom feed',
  is: ({ name }) => /^(?:\w+:)?feed$/i.test(name),
  *entries(root) {
    const entries = childrenOf(root, 'entry').filter(isPost);
    for (const [index, entry] of entries.entries()) {
      const base = entry.attributes['xml:base'] ?? root.attributes['xml:base'];
      const text = contentOf(childOf(entry, 'content'));
      yield item({
        place: `entry ${index + 1}`,
        address: addressOf(entry, webAddress(base ?? null) ?? addressOf(root)),
        headline: labelOf(childOf(entry, 'title')),
        description: labelOf(childOf(entry, 'summary')),
        authors: authorsOf(entry) ?? authorsOf(childOf(entry, 'source')) ?? authorsOf(root) ?? [],
        publication: labelOf(childOf(childOf(entry, 'source') ?? root, 'title')) ?? labelOf(childOf(root, 'title')),
        language: entry.attributes['xml:lang'] ?? root.attributes['xml:lang'] ?? null,
        published: dateOf(wordsOf(entry, 'published', 'issued')) ?? dateOf(wordsOf(entry, 'updated', 'modified')),
        updated: dateOf(wordsOf(entry, 'updated', 'modified')),
        topics: distinct(childrenOf(entry, 'category').filter(({ attributes }) => !kind.test(attributes['scheme'] ?? '')).map(({ attributes }) => attributes['label'] ?? attributes['term'])), // prettier-ignore
        draft: wordsOf(childOf(entry, 'app:control') ?? entry, 'app:draft') === 'yes',
        picture: webAddress(
          childOf(childOf(entry, 'media:group') ?? entry, 'media:thumbnail')?.attributes['url'] ?? null,
        ),
        text,
      });
    }
  },
};

/** By which Blogger tells posts from comments, settings and templates. */
const kind = /schemas\.google\.com\/g\/2005#kind$/;

function isPost(entry: XmlElement): boolean {
  const said = childrenOf(entry, 'category').find(({ attributes }) => kind.test(attributes['scheme'] ?? ''));
  return !said || /#post$/.test(said.attributes['term'] ?? '');
}

/** The link to the page itself: without `rel`, or `alternate`, HTML before other types. */
function addressOf(holder: XmlElement, base?: string | null): string | null {
  const links = childrenOf(holder, 'link').filter(({ attributes: { rel = 'alternate' } }) => rel === 'alternate');
  const best = links.find(({ attributes: { type = 'text/html' } }) => /html/.test(type)) ?? links[0];
  return webAddress(
    best?.attributes['href']?.trim() ?? wordsOf(holder, 'feedburner:origLink', 'id'),
    base ?? undefined,
  );
}

function authorsOf(holder: XmlElement | null): string[] | null {
  const found = holder ? distinct(childrenOf(holder, 'author').map((author) => wordsOf(author, 'name'))) : [];
  return found.length > 0 ? found : null;
}

/** A construct of text: plain unless it says `html` or `xhtml`. */
function labelOf(element: XmlElement | null): string | null {
  if (!element) return null;
  const words = textIn(element).trim();
  return /^(?:html|text\/html)$/.test(element.attributes['type'] ?? '')
    ? plainWords(words)
    : words === ''
      ? null
      : words;
}

function contentOf(content: XmlElement | null): ItemText | null {
  if (!content || content.attributes['src']) return null;
  const { type = 'text', mode } = content.attributes;
  const xhtml = /xhtml/.test(type) && mode !== 'escaped';
  const value = xhtml ? markupIn(content) : textIn(content);
  if (value.trim() === '') return null;
  return { form: xhtml || /html/.test(type) ? 'html' : 'plain', value };
}
