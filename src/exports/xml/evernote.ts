import { webAddress } from '../addresses.ts';
import { dateOf } from '../dates.ts';
import { distinct } from '../fields.ts';
import { item } from '../item.ts';
import type { XmlFormat } from './format.ts';
import { childOf, childrenOf, textIn, wordsOf } from './tree.ts';

/** Evernote (`.enex`): notes whose content is a document of its own, in Evernote's kind of XHTML. */
export const evernote: XmlFormat = {
  name: 'an Evernote export (ENEX)',
  is: ({ name }) => name === 'en-export',
  *entries(root) {
    for (const [index, note] of childrenOf(root, 'note').entries()) {
      const about = childOf(note, 'note-attributes') ?? note;
      const content = wordsOf(note, 'content');
      yield item({
        place: `note ${index + 1}`,
        address: webAddress(wordsOf(about, 'source-url')),
        headline: wordsOf(note, 'title'),
        authors: distinct([wordsOf(about, 'author')]),
        saved: dateOf(wordsOf(note, 'created')),
        updated: dateOf(wordsOf(note, 'updated')),
        topics: distinct(childrenOf(note, 'tag').map(textIn)),
        own: wordsOf(about, 'source-url') === null,
        text: content === null ? null : { form: 'html', value: noteHtml(content) },
      });
    }
  },
};

/** The note without its prologue, with signs for its boxes, ticked and empty; HTML knows neither. */
const noteHtml = (content: string): string =>
  content
    .replace(/^\s*(?:<\?xml[^>]*>\s*)?(?:<!DOCTYPE[^>]*>\s*)?/i, '')
    .replace(/<en-todo\b([^>]*)\/?>/gi, (_, said: string) => (/checked="true"/i.test(said) ? '☑ ' : '☐ '))
    .replace(/<\/en-todo>/gi, '');
