import { readFileSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { articleId } from '../../article/id.ts';
import { limits } from '../../build/workers/limits.ts';
import { dayIn } from '../../edition/day.ts';
import { articleOf, headlineOf, type Made } from '../../exports/articles/article.ts';
import { cleaned } from '../../exports/articles/clean.ts';
import { isFailure, type Entries, type Failure, type Item } from '../../exports/item.ts';
import { standIn, type OwnPicture } from '../../exports/articles/pictures.ts';
import { Refused, Unreadable } from '../../exports/refused.ts';
import { wording } from '../../i18n/wording.ts';
import { site } from '../../site.ts';
import { placeOf, writeNew, written } from '../terminal/place.ts';
import { keyOf, knownArticles, type Known } from './known.ts';
import { Written } from './written.ts';

export interface LibraryOptions {
  /** The content folder. */
  content: string;
  dryRun: boolean;
  /** Write over files that were changed by hand. */
  force: boolean;
  /** Bring known articles up to date. */
  update: boolean;
  /** `YYYY-MM-DD`: leave out what was saved, or else published, before. */
  since: string | null;
  section: string | null;
  /** Is told how far it is, and each article that is (or would be) written. */
  step: (done: number, of: number) => void;
  tell: (line: string) => void;
  /** Brings the article of an item that has the address alone, or says why not; null where nothing is fetched. */
  fetch: ((item: Item) => Promise<Item | string>) | null;
}

/** Pages that are waited for at once. */
const LANES = 8;

/** What became of the entries of an export. */
export interface Outcome {
  entries: number;
  written: number;
  /** Of those written: cards with an address alone. */
  cards: number;
  updated: number;
  /** In the content folder already, and left as they are. */
  known: number;
  /** Of those: cards whose text this export has. */
  fillable: number;
  /** Known, and changed by hand since they were imported. */
  touched: string[];
  /** More than once in the export. */
  twice: number;
  /** Before `since`. */
  older: number;
  drafts: number;
  failures: Failure[];
  /** What was left out of articles that were written. */
  lost: Failure[];
}

/**
 * Writes the articles of an export into the content folder, each once: what is there already is known by its address.
 *
 * @throws Refused where the export turns out to be none while it is read
 */
export async function importLibrary(entries: Entries, options: LibraryOptions): Promise<Outcome> {
  const all = [...entries];
  const outcome: Outcome = {
    entries: all.length,
    written: 0,
    cards: 0,
    updated: 0,
    known: 0,
    fillable: 0,
    touched: [],
    twice: 0,
    older: 0,
    drafts: 0,
    failures: [],
    lost: [],
  };
  const shelf = new Shelf(options);
  const queue = all.entries();
  let done = 0;
  const lane = async () => {
    for (const [, entry] of queue) {
      if (isFailure(entry)) outcome.failures.push(entry);
      else await importItem(entry, shelf, options, outcome);
      options.step(++done, all.length);
    }
  };
  // Pages of several hosts are waited for at once.
  await Promise.all(Array.from({ length: options.fetch ? LANES : 1 }, lane));
  return outcome;
}

async function importItem(entry: Item, shelf: Shelf, options: LibraryOptions, outcome: Outcome): Promise<void> {
  const said = cleaned(entry);
  const { since, update, tell } = options;
  const date = said.saved ?? said.published;
  if (since !== null && (date === null || date.slice(0, 10) < since)) return void outcome.older++;
  const key = keyOf(said.address, headlineOf(said), said.published ?? said.saved);
  if (shelf.isTwice(key)) return void outcome.twice++;
  const place = shelf.placeOf(key);
  if (place !== null && !update) {
    outcome.known++;
    if (said.text !== null && shelf.isCard(place)) outcome.fillable++;
    return;
  }
  try {
    const item = await withText(said, place, shelf, options, outcome);
    const made = articleOf(item, { ...site, section: options.section });
    if (Buffer.byteLength(made.markdown) > limits.bytes)
      throw new Unreadable(`it has more than ${limits.bytes / 1e6} MB, and an article may have that`);
    if (place !== null) await bringUpToDate(shelf, place, made, outcome);
    else {
      tell(`${await shelf.write(made)}  “${made.parsed.headline}”`);
      outcome.written++;
      if (made.card) outcome.cards++;
      if (made.parsed.draft) outcome.drafts++;
    }
    outcome.lost.push(...made.lost.map((why) => ({ place: said.place, title: made.parsed.headline, why })));
  } catch (error) {
    if (!(error instanceof Unreadable) && !(error instanceof Refused)) throw error;
    outcome.failures.push({ place: said.place, title: headlineOf(said), why: error.message });
  }
}

/** The item with the text of its page, where that is wanted: what is no card any more has its text. */
async function withText(
  said: Item,
  place: string | null,
  shelf: Shelf,
  { fetch }: LibraryOptions,
  outcome: Outcome,
): Promise<Item> {
  if (!fetch || said.text !== null || said.address === null || (place !== null && !shelf.isCard(place))) return said;
  const fetched = await fetch(said);
  if (typeof fetched !== 'string') return fetched;
  outcome.lost.push({ place: said.place, title: headlineOf(said), why: fetched });
  return said;
}

async function bringUpToDate(shelf: Shelf, place: string, made: Made, outcome: Outcome): Promise<void> {
  const done = await shelf.update(place, made);
  if (done === 'same') outcome.known++;
  else if (done === 'updated') outcome.updated++;
  else outcome.touched.push(place);
}

/** The articles that are there, and those that are added. */
class Shelf {
  readonly #options: LibraryOptions;
  readonly #known: Known;
  readonly #written: Written;
  readonly #seen = new Set<string>();
  /** How often a name was taken. */
  readonly #numbers = new Map<string, number>();

  constructor(options: LibraryOptions) {
    this.#options = options;
    this.#known = knownArticles(options.content);
    this.#written = new Written(options.content);
  }

  /** Whether this export has had it already. */
  isTwice(key: string): boolean {
    if (this.#seen.has(key)) return true;
    this.#seen.add(key);
    return false;
  }

  /** Where an article stands that is known. */
  placeOf(key: string): string | null {
    return this.#known.places.get(key) ?? null;
  }

  /** Whether the article at a path is an address alone. */
  isCard(path: string): boolean {
    return isCard(readFileSync(join(this.#options.content, path), 'utf8'));
  }

  /** Writes a new article, beside another of its name where there is one. @returns its path below `articles` */
  async write({ markdown, parsed, pictures, lost }: Made): Promise<string> {
    const { content, dryRun } = this.#options;
    const first = placeOf(parsed.headline, parsed.published && dayIn(parsed.published.instant, site.timeZone));
    for (let number = this.#numbers.get(first) ?? 1; ; number++) {
      const place = number === 1 ? first : first.replace(/\.md$/, `-${number}.md`);
      const path = `articles/${place}`;
      const id = articleId(path);
      if (this.#known.ids.has(id)) continue;
      const text = named(markdown, path);
      if (!dryRun && !(await writeNew(content, place, text, false))) continue;
      if (!dryRun) lost.push(...(await this.#writePictures(pictures, path)));
      this.#known.ids.add(id);
      this.#numbers.set(first, number + 1);
      if (!dryRun) this.#written.add(path, text);
      return place;
    }
  }

  /** A card never takes the place of a text. */
  async update(
    path: string,
    { markdown: standing, card, pictures, lost }: Made,
  ): Promise<'same' | 'updated' | 'touched'> {
    const { content, dryRun, force } = this.#options;
    const markdown = named(standing, path);
    const file = join(content, path);
    const text = readFileSync(file, 'utf8');
    if (text === markdown || (card && !isCard(text))) return 'same';
    if (!force && !this.#written.untouched(path, text)) return 'touched';
    if (!dryRun) {
      await written(file, true, (to) => writeFile(to, markdown, { flag: 'wx' }));
      lost.push(...(await this.#writePictures(pictures, path)));
      this.#written.add(path, markdown);
    }
    return 'updated';
  }

  /** Pictures that an article holds itself stand beside it, under its name. @returns what is in the way of one */
  async #writePictures(pictures: readonly OwnPicture[], path: string): Promise<string[]> {
    const inTheWay: string[] = [];
    for (const { name, bytes } of pictures) {
      const place = join(dirname(path), named(name, path));
      const file = join(this.#options.content, place);
      const there = await readFile(file).catch(() => null);
      if (there?.equals(bytes)) continue;
      const ours = there === null || this.#written.untouched(place, there);
      if (ours && (await written(file, there !== null, (to) => writeFile(to, bytes, { flag: 'wx' }))))
        this.#written.add(place, bytes); // prettier-ignore
      else inTheWay.push(`its picture ${place} was not written: another file of that name is there`);
    }
    return inTheWay;
  }
}

/** Whether an article says of itself, in the site's language, that it is an address alone. */
const isCard = (markdown: string): boolean => markdown.includes(wording(site).text.imported.linkOnly);

/** Gives the pictures of an article the name that its file got. */
const named = (text: string, path: string): string => text.replaceAll(standIn, basename(path, '.md'));
