import { rmSync } from 'node:fs';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import type { ArticleRecord } from '../../edition/record.ts';
import type { Summary } from '../../edition/summary.ts';
import type { Problem } from '../../source/error.ts';
import type { ForeignKey } from '../../source/front-matter/front-matter.ts';
import type { MissingPicture } from '../articles/picture-finder.ts';
import { keyOf, sha256 } from './digest.ts';

/**
 * What is kept of each article file between builds: one SQLite file with a row a file. A row is checked
 * before it is used: its facts by a hash beside them, its record by the digest that is its name. What
 * fails the check is made again.
 */

/** What the build itself needs to know of an article, without its body. */
export interface Facts {
  summary: Summary;
  warnings: Required<Problem>[];
  draft: boolean;
  /** Keys of its front matter that mean nothing here. */
  foreign: readonly ForeignKey[];
  /** Links to other articles, as the file writes them, and where each was led. */
  asked: [written: string, led: string][];
  /** What others may call it beside its headline, and the parts of its page that they may link to. */
  names: string[];
  fragments: string[];
  /** Pictures that it names and appears without. */
  missing: readonly MissingPicture[];
  /** Renditions to be made: the picture's file below `articles/`, and each rendition's address and width. */
  pictures: { file: string; renditions: { src: string; width: number }[] }[];
}

export interface Row {
  /** Key of everything that the record was made from, pictures apart. */
  inputs: string;
  facts: Facts;
}

/** What is kept can't be used: the build forgets it and begins again. */
export class DamagedStore extends Error {
  override readonly name = 'DamagedStore';
}

/** Changes with the shape of the tables: another shape is another store. */
const SHAPE = '6';
const schema = `
  CREATE TABLE readings (path TEXT PRIMARY KEY, inputs TEXT NOT NULL, digest TEXT NOT NULL, facts TEXT NOT NULL, mark TEXT NOT NULL) STRICT;
  CREATE TABLE bodies (digest TEXT PRIMARY KEY, body BLOB NOT NULL) STRICT;
  CREATE TABLE notes (path TEXT PRIMARY KEY, inputs TEXT NOT NULL, html TEXT NOT NULL, mark TEXT NOT NULL) STRICT;
  CREATE TABLE renditions (name TEXT PRIMARY KEY, hash TEXT NOT NULL) STRICT;
`;

/** The body of a record as it is kept. */
export const packed = (json: string): Uint8Array => zstdCompressSync(json);

/** The store, for the one thread that writes it. */
export class Store {
  readonly #file: string;
  #database: DatabaseSync;
  #put: { reading: StatementSync; body: StatementSync };
  #unsaved = 0;

  /** Opens the store, or makes a new one where there is none that can be read. */
  constructor(file: string) {
    this.#file = file;
    try {
      this.#database = open(file);
    } catch {
      remove(file);
      this.#database = open(file);
    }
    this.#put = this.#statements();
  }

  /** Every row that passes its check, by the file's path. */
  rows(): Map<string, Row> {
    const rows = new Map<string, Row>();
    try {
      for (const row of this.#database.prepare('SELECT path, inputs, digest, facts, mark FROM readings').iterate()) {
        const { path, inputs, digest, facts, mark } = row as Record<string, string>;
        if (!path || !inputs || !digest || !facts || mark !== markOf(path, inputs, digest, facts)) continue;
        rows.set(path, { inputs, facts: JSON.parse(facts) as Facts });
      }
    } catch {
      this.forget();
      return new Map();
    }
    return rows;
  }

  put(path: string, inputs: string, digest: string, facts: string, body: Uint8Array): void {
    if (this.#unsaved === 0) this.#database.exec('BEGIN');
    this.#put.reading.run(path, inputs, digest, facts, markOf(path, inputs, digest, facts));
    this.#put.body.run(digest, body);
    this.#unsaved += 1;
    // A build that is ended keeps what it has read so far.
    if (this.#unsaved >= 1000) this.save();
  }

  save(): void {
    if (this.#unsaved > 0) this.#database.exec('COMMIT');
    this.#unsaved = 0;
  }

  /** Drops rows of files that are gone and records that no row names. */
  prune(present: ReadonlySet<string>): void {
    this.save();
    const gone = this.#database
      .prepare('SELECT path FROM readings')
      .all()
      .flatMap((row) => (present.has(String(row['path'])) ? [] : [String(row['path'])]));
    this.#database.exec('BEGIN');
    const remove = this.#database.prepare('DELETE FROM readings WHERE path = ?');
    for (const path of gone) remove.run(path);
    this.#database.exec('DELETE FROM bodies WHERE digest NOT IN (SELECT digest FROM readings); COMMIT');
  }

  /** The kept HTML of a text that is no article; null where none is kept of these inputs. */
  note(path: string, inputs: string): string | null {
    const row = this.#database.prepare('SELECT html, mark FROM notes WHERE path = ? AND inputs = ?').get(path, inputs);
    const html = row?.['html'];
    return typeof html === 'string' && row?.['mark'] === keyOf(path, inputs, html) ? html : null;
  }

  putNote(path: string, inputs: string, html: string): void {
    this.save();
    this.#database
      .prepare('INSERT OR REPLACE INTO notes VALUES (?, ?, ?, ?)')
      .run(path, inputs, html, keyOf(path, inputs, html));
  }

  /** The hash of a kept rendition; null where none is kept. */
  rendition(name: string): string | null {
    return (this.#database.prepare('SELECT hash FROM renditions WHERE name = ?').get(name)?.['hash'] as string) ?? null;
  }

  putRendition(name: string, hash: string): void {
    this.#database.prepare('INSERT OR REPLACE INTO renditions VALUES (?, ?)').run(name, hash);
  }

  dropRendition(name: string): void {
    this.#database.prepare('DELETE FROM renditions WHERE name = ?').run(name);
  }

  /** Drops all that is kept. */
  forget(): void {
    this.#database.close();
    remove(this.#file);
    this.#database = open(this.#file);
    this.#put = this.#statements();
    this.#unsaved = 0;
  }

  close(): void {
    // A full disk has ended the transaction already, and that error is the one to tell.
    if (this.#database.isTransaction) this.save();
    this.#database.close();
  }

  #statements(): { reading: StatementSync; body: StatementSync } {
    return {
      reading: this.#database.prepare('INSERT OR REPLACE INTO readings VALUES (?, ?, ?, ?, ?)'),
      body: this.#database.prepare('INSERT OR REPLACE INTO bodies VALUES (?, ?)'),
    };
  }
}

/** Records that a thread holds at most, and bytes of them as JSON: some that are read well one by one fill its memory together. */
const RECENT = 64;
const RECENT_SIZE = 16_000_000;

/** The cached records, for a worker thread that makes pages of them. */
export class Records {
  readonly #database: DatabaseSync;
  readonly #body: StatementSync;
  /** The last few: an article's page and its other forms are made one after the other. */
  readonly #recent = new Map<string, { record: ArticleRecord; size: number }>();
  #size = 0;

  constructor(file: string) {
    this.#database = new DatabaseSync(file, { readOnly: true });
    this.#body = this.#database.prepare('SELECT body FROM bodies WHERE digest = ?');
  }

  /**
   * @param digest the record's digest, which its content must have
   * @throws DamagedStore when it isn't there, or isn't what it was
   */
  get(digest: string): ArticleRecord {
    const recent = this.#recent.get(digest);
    if (recent) return recent.record;
    const { record, size } = this.#read(digest);
    while (this.#recent.size >= RECENT || (this.#recent.size > 0 && this.#size + size > RECENT_SIZE)) {
      const [oldest = ''] = this.#recent.keys();
      this.#size -= this.#recent.get(oldest)?.size ?? 0;
      this.#recent.delete(oldest);
    }
    this.#recent.set(digest, { record, size });
    this.#size += size;
    return record;
  }

  #read(digest: string): { record: ArticleRecord; size: number } {
    try {
      const body = this.#body.get(digest)?.['body'];
      const json = body instanceof Uint8Array ? zstdDecompressSync(body) : Buffer.alloc(0);
      if (sha256(json) === digest)
        return { record: JSON.parse(json.toString('utf8')) as ArticleRecord, size: json.length };
    } catch (error) {
      throw new DamagedStore(`a kept record can't be read`, { cause: error });
    }
    throw new DamagedStore('a kept record is not what it was');
  }

  close(): void {
    this.#database.close();
  }
}

const markOf = (path: string, inputs: string, digest: string, facts: string): string =>
  keyOf(path, inputs, digest, facts);

function open(file: string): DatabaseSync {
  const database = new DatabaseSync(file);
  try {
    // A build that is killed loses nothing that was committed; a power cut may, and then the checks tell.
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF; PRAGMA cache_size = -16000');
    const shape = database.prepare('PRAGMA user_version').get()?.['user_version'];
    const tables = database.prepare('SELECT count(*) AS count FROM sqlite_master').get()?.['count'];
    if (tables === 0) database.exec(`${schema} PRAGMA user_version = ${SHAPE}`);
    else if (String(shape) !== SHAPE) throw new DamagedStore('the store has another shape');
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

function remove(file: string): void {
  for (const ending of ['', '-wal', '-shm', '-journal']) rmSync(file + ending, { force: true });
}
