import type { XmlFormat } from './format.ts';
import { atom } from './atom.ts';
import { evernote } from './evernote.ts';
import { rss } from './rss.ts';
import { wordpress } from './wordpress.ts';

/** The forms of XML that are known by their root, the more telling ones first. */
export const xmlFormats: readonly XmlFormat[] = [wordpress, rss, atom, evernote];
