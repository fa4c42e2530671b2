import { gunzipSync, gzipSync } from 'node:zlib';
import { BETWEEN_KEYS } from '../../i18n/search/terms.ts';
import { keyOf } from '../cache/digest.ts';
import { arrayHead, decode, encode, members, type Cbor } from './cbor.ts';
import type { Shown } from './document.ts';

/**
 * Cuts the index that Pagefind made of one shard into smaller pieces and gives them short names.
 *
 * Pagefind 1.5.2 cuts an index into pieces of some 25 KB, of which a search loads one a word. That suits
 * one index; twenty merged ones would load twenty such pieces for a word that a reader types. It has no
 * option for it (the next version has), so the pieces are cut here, along the words, and the list of
 * pieces in the shard's metadata is written anew. Pagefind's own code reads the result as it reads its own.
 *
 * It is given the words that an article is found by; a result shows the words that were written, which are put back
 * into its own file here. What Pagefind made of all the keys of one word together is dropped: nobody asks for it.
 *
 * It also writes the values of a filter in another order at each run: here they are sorted, so that equal
 * articles give equal bytes.
 */

/** A file of Pagefind's: its path below the bundle's folder, and its content. */
export interface BundleFile {
  path: string;
  content: Uint8Array;
}

export interface ReshapeOptions {
  /** Bytes of a piece before compression, roughly: a word's list is never cut. */
  piece: number;
  /** Filters that hold values for display alone, and are not offered as filters. */
  without: readonly string[];
  /** What the names of the shard's results begin with, so that results of merged shards can be told apart. */
  prefix: string;
  /** What a result shows, by its address. */
  shown: ReadonlyMap<string, Shown>;
}

export interface Reshaped {
  /** The shard's own files, without the scripts and the WebAssembly that all shards share. */
  files: BundleFile[];
  /** Words with the longest lists: looking for one loads far more than for another. */
  common: string[];
}

const SIGNATURE = Buffer.from('pagefind_dcd');
/** A piece goes on past its size until the first letters change, up to twice the size: what one types in full stays together. */
const TOGETHER = 4;
/** A word is common whose list alone would fill this many pieces. */
const COMMON = 5;

/**
 * @param files everything that Pagefind wrote for one shard in one language
 * @throws Error when the files are not as Pagefind 1.5.2 writes them
 */
export function reshape(files: readonly BundleFile[], options: ReshapeOptions): Reshaped {
  const content = new Map(files.map((file) => [file.path, file.content]));
  const take = (path: string): Uint8Array => {
    const found = content.get(path);
    if (!found) throw new Error(`Pagefind wrote no ${path}`);
    return found;
  };
  const entry = JSON.parse(Buffer.from(take('pagefind-entry.json')).toString('utf8')) as Entry;
  const [language, ...others] = Object.keys(entry.languages);
  const about = language === undefined ? undefined : entry.languages[language];
  if (language === undefined || !about || others.length > 0) throw new Error('a shard of the index has one language');

  const meta = decode(opened(take(`pagefind.${about.hash}.pf_meta`)));
  const [version, pages, chunks, filters, , fields] = list(meta);
  const out: BundleFile[] = [];

  const ownPages = list(pages).map((page, index) => {
    const [hash, words] = list(page);
    const own = `${options.prefix}_${name(index)}`;
    out.push({
      path: `fragment/${own}.pf_fragment`,
      content: put(take(`fragment/${String(hash)}.pf_fragment`), options.shown),
    });
    return [own, words ?? 0];
  });

  const words = list(chunks)
    .flatMap((chunk) => wordsOf(opened(take(`index/${String(list(chunk)[2])}.pf_index`))))
    .filter(({ word }) => !word.includes(BETWEEN_KEYS));
  const pieces = cut(words, options.piece);
  const ownChunks = pieces.map((piece, index) => {
    out.push({ path: `index/${name(index)}.pf_index`, content: closed(pieceOf(piece)) });
    const next = pieces[index + 1];
    // Where one piece ends the next begins: what lies on the border is looked for in both.
    return [
      index === 0 ? (piece[0]?.word ?? '') : border(pieces[index - 1], piece),
      next ? border(piece, next) : (piece.at(-1)?.word ?? ''),
      name(index),
    ];
  });

  const ownFilters = list(filters)
    .map((filter) => list(filter).map(String))
    .filter(([filter = '']) => !options.without.includes(filter))
    .sort(([a = ''], [b = '']) => (a < b ? -1 : 1))
    .map(([filter = '', hash = ''], index) => {
      const [, values] = list(decode(opened(take(`filter/${hash}.pf_filter`))));
      const sorted = list(values).sort((a, b) => (String(list(a)[0]) < String(list(b)[0]) ? -1 : 1));
      out.push({ path: `filter/${name(index)}.pf_filter`, content: closed(encode([filter, sorted])) });
      return [filter, name(index)];
    });

  const ownMeta = encode([version ?? '', ownPages, ownChunks, ownFilters, [], fields ?? []]);
  const hash = keyOf(Buffer.from(ownMeta).toString('base64')).slice(0, 8);
  out.push({ path: `pagefind.${hash}.pf_meta`, content: closed(ownMeta) });
  const own: Entry = { ...entry, languages: { [language]: { ...about, hash } } };
  out.push({ path: 'pagefind-entry.json', content: Buffer.from(JSON.stringify(own)) });
  const common = words.filter(({ bytes }) => bytes.length > COMMON * options.piece).map(({ word }) => word);
  return { files: out, common };
}

/** A result's file with the words that were written. */
function put(file: Uint8Array, shown: ReshapeOptions['shown']): Uint8Array {
  const fragment = JSON.parse(Buffer.from(opened(file)).toString('utf8')) as { url: string; content: string };
  return closed(Buffer.from(JSON.stringify({ ...fragment, ...shown.get(fragment.url) })));
}

/** What `pagefind-entry.json` says. */
export interface Entry {
  version: string;
  languages: Record<string, { hash: string; wasm: string | null; page_count: number }>;
  include_characters: string[];
}

/** The index that holds no page: Pagefind starts with it, and every shard is merged into it. */
export function emptyIndex(entry: Entry, language: string, wasm: string | null): BundleFile[] {
  const meta = encode([entry.version, [], [], [], [], []]);
  const hash = 'none';
  return [
    { path: `pagefind.${hash}.pf_meta`, content: closed(meta) },
    {
      path: 'pagefind-entry.json',
      content: Buffer.from(JSON.stringify({ ...entry, languages: { [language]: { hash, wasm, page_count: 0 } } })),
    },
  ];
}

/** A word and its list of pages, as bytes. */
interface Word {
  word: string;
  bytes: Uint8Array;
}

function wordsOf(chunk: Uint8Array): Word[] {
  const inner = members(chunk, 0)[0] ?? 0;
  const places = members(chunk, inner);
  return places.slice(0, -1).map((place, index) => ({
    word: String(decode(chunk, members(chunk, place)[0])),
    bytes: chunk.subarray(place, places[index + 1]),
  }));
}

function cut(words: readonly Word[], size: number): Word[][] {
  const pieces: Word[][] = [];
  let piece: Word[] = [];
  let held = 0;
  for (const word of words) {
    const last = piece.at(-1);
    const together = last !== undefined && held < 2 * size && start(last.word) === start(word.word);
    if (last && held + word.bytes.length > size && !together) {
      pieces.push(piece);
      piece = [];
      held = 0;
    }
    piece.push(word);
    held += word.bytes.length;
  }
  if (piece.length > 0) pieces.push(piece);
  return pieces;
}

const start = (word: string): string => [...word].slice(0, TOGETHER).join('');

/** The shortest beginning of a piece's first word that comes after all words of the piece before. */
function border(before: readonly Word[] | undefined, after: readonly Word[]): string {
  const last = [...(before?.at(-1)?.word ?? '')];
  const first = [...(after[0]?.word ?? '')];
  let same = 0;
  while (same < first.length && first[same] === last[same]) same += 1;
  return first.slice(0, same + 1).join('');
}

const pieceOf = (words: readonly Word[]): Uint8Array =>
  Buffer.concat([arrayHead(1), arrayHead(words.length), ...words.map(({ bytes }) => bytes)]);

const name = (index: number): string => index.toString(36);

function opened(file: Uint8Array): Uint8Array {
  const data = gunzipSync(file);
  if (!data.subarray(0, SIGNATURE.length).equals(SIGNATURE)) throw new Error('a file of the index lacks its signature');
  return data.subarray(SIGNATURE.length);
}

const closed = (data: Uint8Array): Uint8Array => gzipSync(Buffer.concat([SIGNATURE, data]), { level: 9 });

function list(value: Cbor | undefined): Cbor[] {
  if (!Array.isArray(value)) throw new Error('the index holds something else where an array is expected');
  return value;
}
