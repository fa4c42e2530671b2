import stem from 'words:stemmer';
import { answers, careful, termsOf, type Term } from '../../i18n/search/terms.ts';
import { at } from '../dom.ts';
import { datesOf } from './dates.ts';
import type { SearchManifest } from './manifest.ts';
import { openIndex, questionOf, type Hit, type OpenIndex } from './pagefind.ts';
import { filterNames, isFiltered, type SearchState } from './state.ts';
import { nearest, spellingPath, type Spelling } from './spelling.ts';
import { wanted } from './wanted.ts';

export interface Found {
  hits: Hit[];
  /** Whether every part of the index was asked. */
  whole: boolean;
}

/** Why nothing was found. */
export interface Nothing {
  /** Words that no article has, as they were typed. Empty where each is somewhere, but nowhere together. */
  unknown: string[];
  /** The question with words of the index in place of those; null where none comes near. */
  meant: string | null;
}

/** What the search page asks. */
export interface SearchEngine {
  manifest(): Promise<Pick<SearchManifest, 'sections' | 'topics' | 'years'>>;
  ready(): Promise<void>;
  search(state: SearchState, final: boolean): Promise<Found | null>;
  explain(state: SearchState): Promise<Nothing>;
}

/** A network that does not answer is told as such after this long. */
const PATIENCE = 20_000;
export const stemmer = careful(stem);

/** The words of a question, as the index has them. */
export const termsIn = (question: string): { terms: Term[]; phrase: boolean } => termsOf(question, stemmer);

/** The search index in this browser: loaded when first used. */
export class Engine implements SearchEngine {
  readonly #folder = at('/pagefind/');
  #manifest: Promise<SearchManifest> | null = null;
  #loaded: Promise<OpenIndex> | null = null;
  #dates: Promise<Map<string, number>> | null = null;
  #tries = 0;

  /** What can be filtered by. @throws when it can't be loaded */
  manifest(): Promise<SearchManifest> {
    this.#manifest ??= forgetting(
      load<SearchManifest>(at('/search/shards.json'), 'no-cache'),
      () => (this.#manifest = null),
    );
    return this.#manifest;
  }

  /** Loads what every search needs. */
  async ready(): Promise<void> {
    await this.#ready();
  }

  /**
   * @param final whether one has done typing: before that, words that are in every other article wait
   * @returns null where there is nothing to look for
   * @throws when the index can't be loaded
   */
  async search(state: SearchState, final: boolean): Promise<Found | null> {
    const { common } = await this.manifest();
    const asked = termsIn(state.words);
    const { terms, telling } = wanted(asked, new Set(common));
    if (state.words.trim() === '' ? !isFiltered(state) : !telling && !final && terms.length > 0) return null;
    // What holds no letter and no figure is in no article.
    if (terms.length === 0 && state.words.trim() !== '') return { hits: [], whole: true };
    const { hits, whole } = await this.#find(terms, asked.phrase, filtersOf(state));
    const byDate = state.order === 'date' || terms.length === 0;
    return { hits: byDate ? await this.#newestFirst(hits) : hits, whole };
  }

  /** Of a question without an answer: which words no article has, and what may have been meant. */
  async explain(state: SearchState): Promise<Nothing> {
    const words = state.words.split(/\s+/).filter(Boolean);
    const unknown: string[] = [];
    const meant = [...words];
    for (const [place, word] of words.entries()) {
      const { terms } = termsIn(word);
      if (terms.length === 0 || (await this.#find(terms, false, {})).hits.length > 0) continue;
      unknown.push(word);
      meant[place] = (await this.#near(terms[0]?.text ?? '')) ?? '';
    }
    const question = meant.filter(Boolean).join(' ');
    const isBetter = unknown.length > 0 && words.some((word, place) => unknown.includes(word) && meant[place]);
    return { unknown, meant: isBetter ? question : null };
  }

  async #find(terms: readonly Term[], phrase: boolean, filters: Record<string, string>): Promise<Found> {
    const index = await this.#ready();
    const { hits, whole } = await timely(index.search(terms.length ? questionOf(terms, phrase) : null, filters));
    // A shard that could not be had is asked for again the next time.
    if (!index.isWhole) this.#loaded = null;
    if (phrase) return { hits, whole };
    // Pagefind shortens a word that it does not know until something begins like it: that answers another question.
    const isAnswer = ({ keys }: Hit) => terms.every((term) => keys.some((key) => answers(key, term, stemmer)));
    return { hits: hits.filter(isAnswer), whole };
  }

  /** The word of the index that comes nearest to this one. */
  async #near(word: string): Promise<string | null> {
    const { shards, letters } = await this.manifest();
    // It may begin with the second letter: the first may be one too many, or the two may be turned round.
    const firsts = [...new Set([...word].slice(0, 2))];
    const asked = shards.flatMap((shard, place) =>
      firsts
        .filter((letter) => letters[place]?.includes(letter))
        .map((letter) => load<Spelling>(`${this.#folder}${shard}/${spellingPath(letter)}`)),
    );
    const parts = await Promise.allSettled(asked);
    return nearest(
      word,
      parts.flatMap((part) => (part.status === 'fulfilled' ? [part.value] : [])),
    );
  }

  #ready(): Promise<OpenIndex> {
    this.#loaded ??= forgetting(timely(this.#load()), () => (this.#loaded = null));
    return this.#loaded;
  }

  async #load(): Promise<OpenIndex> {
    const { core, shards } = await this.manifest();
    // A browser never asks again for a module that it once failed to load: each try has its own address.
    const again = this.#tries > 0 ? `?again=${this.#tries}` : '';
    this.#tries += 1;
    return openIndex(this.#folder, core, shards, at('/'), again);
  }

  /** Pagefind orders by date within a shard alone: the dates of all are merged here. */
  async #newestFirst(hits: Hit[]): Promise<Hit[]> {
    this.#dates ??= forgetting(this.#loadDates(), () => (this.#dates = null));
    const dates = await this.#dates;
    return hits.sort((a, b) => (dates.get(b.id) ?? -1) - (dates.get(a.id) ?? -1));
  }

  async #loadDates(): Promise<Map<string, number>> {
    const { shards } = await this.manifest();
    const parts = await Promise.allSettled(
      shards.map(async (name) => ({ name, steps: await load<number[]>(`${this.#folder}${name}/dates.json`) })),
    );
    return new Map(
      parts.flatMap((part) => (part.status === 'fulfilled' ? datesOf(part.value.name, part.value.steps) : [])),
    );
  }
}

const filtersOf = (state: SearchState): Record<string, string> =>
  Object.fromEntries(filterNames.filter((name) => state[name]).map((name) => [name, state[name]]));

async function load<T>(address: string, cache: RequestCache = 'default'): Promise<T> {
  const response = await fetch(address, { cache });
  if (!response.ok) throw new Error(`${address} answered ${response.status}`);
  return (await response.json()) as T;
}

/** A promise that is kept for later unless it fails: then one may try again. */
function forgetting<T>(promise: Promise<T>, forget: () => void): Promise<T> {
  promise.catch(forget);
  return promise;
}

/** Pagefind waits for ever for a part that did not come: this doesn't, and hears when the network goes. */
function timely<T>(promise: Promise<T>): Promise<T> {
  const done = new AbortController();
  const failure = new Promise<never>((_, reject) => {
    const fail = () => reject(new Error('the index does not answer'));
    const timer = setTimeout(fail, PATIENCE);
    addEventListener('offline', fail, { once: true, signal: done.signal });
    done.signal.addEventListener('abort', () => clearTimeout(timer));
  });
  return Promise.race([promise, failure]).finally(() => done.abort());
}
