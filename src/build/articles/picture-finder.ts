import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readEmbeddedName } from '../../html/files/embedded.ts';
import { joined } from '../../render/links/links.ts';
import { sha256 } from '../cache/digest.ts';
import { pictureBytes } from '../images/picture-bytes.ts';

/** A picture that an article appears without, as it names it. */
export interface MissingPicture {
  name: string;
  /** What its file was, where there is one that can't be used; empty where there is none. */
  digest: string;
}

/**
 * The first digits of a picture's hash, as its renditions carry them in their names; empty for what is no file. A link
 * is none: it may come to lead elsewhere, and then the article is read again and its rules applied.
 */
export function digestOfPicture(content: string, path: string): string {
  const file = join(content, path);
  const held = readEmbeddedName(file);
  if (!lstatSync(held?.file ?? file, { throwIfNoEntry: false })?.isFile()) return '';
  try {
    const bytes = pictureBytes(readFileSync(held?.file ?? file), file);
    return bytes === null ? '' : sha256(bytes).slice(0, 16);
  } catch {
    return '';
  }
}

/** Folders in which people and programs keep the pictures of their articles. */
const besides = [
  '',
  'attachments',
  'assets',
  'images',
  'img',
  'pictures',
  'media',
  'files',
  '_attachments',
  '_resources',
];

/**
 * Finds the pictures that articles name, by the names that the disk has: it may keep letters with their marks apart
 * ("e" and "´") where the article has them in one, and another case.
 */
export class PictureFinder {
  readonly #content: string;
  readonly #folders = new Map<string, Map<string, string>>();

  constructor(content: string) {
    this.#content = content;
  }

  /**
   * @param article path of the article's file below the content folder
   * @param name    as the article writes it, percent signs decoded
   * @returns the picture's path below the content folder; null where there is none
   */
  find(article: string, name: string): string | null {
    for (const path of candidates(article, name)) {
      const found = this.#resolve(path);
      if (found !== null) return found;
    }
    return null;
  }

  #resolve(path: string): string | null {
    const found: string[] = [];
    for (const part of path.split('/')) {
      const actual = this.#names(found.join('/')).get(part) ?? this.#names(found.join('/')).get(folded(part));
      if (actual === undefined) return null;
      found.push(actual);
    }
    return found.join('/');
  }

  /** The names in a folder, each as it is and in its plain form. */
  #names(folder: string): Map<string, string> {
    const known = this.#folders.get(folder);
    if (known) return known;
    const names = new Map<string, string>();
    try {
      for (const name of readdirSync(join(this.#content, folder)).sort()) {
        if (!names.has(folded(name))) names.set(folded(name), name);
        names.set(name, name);
      }
    } catch {
      // No folder: nothing is in it.
    }
    this.#folders.set(folder, names);
    return names;
  }
}

const folded = (name: string): string => name.normalize('NFC').toLowerCase();

/** Where a picture may be: where the article says, and for a bare name in the usual folders beside it and above. */
function candidates(article: string, name: string): string[] {
  const bare = name.replace(/^@?\/+/, '');
  if (/^@?\//.test(name))
    return [bare, `articles/${bare}`, `public/${bare}`, `static/${bare}`, `assets/${bare.replace(/^assets\//, '')}`];
  const own = joined(article, name);
  // A name that climbs out of the folder may be meant for a site whose folder of pictures has come along.
  if (name.includes('/')) return [...(own === null ? [] : [own]), bare.replace(/^(?:\.\.?\/)+/, '')];
  if (own === null) return [];
  const folders = article.split('/').slice(0, -1);
  return folders
    .map((_, index) => folders.slice(0, folders.length - index).join('/'))
    .concat('')
    .flatMap((folder) => besides.map((beside) => [folder, beside, name].filter(Boolean).join('/')));
}
