import { hash } from 'node:crypto';
import { webAddress } from '../addresses.ts';
import { dateOf } from '../dates.ts';
import { distinct } from '../fields.ts';
import { item } from '../item.ts';
import type { XmlFormat } from './format.ts';
import { childOf, childrenOf, textIn, wordsOf, type XmlElement } from './tree.ts';

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
        text: content === null ? null : { form: 'html', value: noteHtml(content, attachments(note)) },
      });
    }
  },
};

/** The pictures of a note as `data:` addresses, by the MD5 of their bytes, by which the text names them. */
function attachments(note: XmlElement): Map<string, string> {
  return new Map(
    childrenOf(note, 'resource').flatMap((each) => {
      const body = wordsOf(each, 'data')?.replace(/\s+/g, '') ?? '';
      const type = wordsOf(each, 'mime') ?? '';
      return type.startsWith('image/')
        ? [[hash('md5', Buffer.from(body, 'base64'), 'hex'), `data:${type};base64,${body}`]]
        : [];
    }),
  );
}

/** The note without its prologue, with signs for its boxes, ticked and empty, and with its pictures; HTML knows none of these. */
const noteHtml = (content: string, pictures: ReadonlyMap<string, string>): string =>
  content
    .replace(/^\s*(?:<\?xml[^>]*>\s*)?(?:<!DOCTYPE[^>]*>\s*)?/i, '')
    .replace(/<en-todo\b([^>]*)\/?>/gi, (_, said: string) => (/checked="true"/i.test(said) ? '☑ ' : '☐ '))
    .replace(
      /<en-media\b[^>]*?\bhash="([0-9a-f]+)"[^>]*>/gi,
      (_, sum: string) => `<img src="${pictures.get(sum) ?? `evernote:${sum}`}">`,
    )
    .replace(/<\/en-(?:todo|media)>/gi, '');
