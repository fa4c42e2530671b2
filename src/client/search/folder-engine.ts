import { places, type Term } from '../../i18n/search/terms.ts';
import { stemmer, termsIn, type Found, type Nothing, type SearchEngine } from './engine.ts';
import type { SearchManifest } from './manifest.ts';
import type { Hit } from './pagefind.ts';
import type { SearchState } from './state.ts';

/**
 * Search in a newspaper that is read from a folder: a browser fetches nothing there, so all words come along in a script,
 * and each article is looked through. `npm run portable` makes that script of this module.
 */

/** An article as it comes along. */
export interface FolderEntry {
  /** Below the base, with both slashes. */
  path: string;
  title: string;
  /** As a page shows it: an instant or a day; empty without any. */
  date: string;
  language: string;
  section: string;
  topics: string[];
  authors: string[];
  text: string;
}

declare global {
  var newspaper: FolderEntry[] | undefined;
  var newspaperSearch: SearchEngine | undefined;
}

/** Characters of a text that a result shows, before and after the first word that was looked for. */
const BEFORE = 60;
const AFTER = 140;

class FolderEngine implements SearchEngine {
  readonly #entries: readonly FolderEntry[];

  constructor(entries: readonly FolderEntry[]) {
    this.#entries = [...entries].sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0));
  }

  manifest(): Promise<Pick<SearchManifest, 'sections' | 'topics' | 'years'>> {
    const all = (names: (entry: FolderEntry) => readonly string[]) =>
      [...new Set(this.#entries.flatMap(names))].filter(Boolean).sort();
    return Promise.resolve({
      sections: all(({ section }) => [section]),
      topics: all(({ topics }) => topics),
      years: all(({ date }) => [date.slice(0, 4)]).reverse(),
    });
  }

  ready(): Promise<void> {
    return Promise.resolve();
  }

  search(state: SearchState, _final: boolean): Promise<Found | null> {
    const { terms } = termsIn(state.words);
    const isFiltered = state.section !== '' || state.topic !== '' || state.year !== '';
    if (terms.length === 0 && !isFiltered) return Promise.resolve(state.words.trim() === '' ? null : none);
    const found = this.#entries.filter((entry) => isAmong(entry, state) && hasAll(entry, terms));
    if (state.order !== 'date') found.sort((a, b) => Number(hasAny(b.title, terms)) - Number(hasAny(a.title, terms)));
    return Promise.resolve({ hits: found.map((entry) => hitOf(entry, terms)), whole: true });
  }

  explain(state: SearchState): Promise<Nothing> {
    const isUnknown = (word: string) => {
      const { terms } = termsIn(word);
      return terms.length > 0 && !this.#entries.some((entry) => hasAll(entry, terms));
    };
    return Promise.resolve({ unknown: state.words.split(/\s+/).filter(Boolean).filter(isUnknown), meant: null });
  }
}

const none: Found = { hits: [], whole: true };

const isAmong = ({ section, topics, date }: FolderEntry, state: SearchState): boolean =>
  (state.section === '' || section === state.section) &&
  (state.topic === '' || topics.includes(state.topic)) &&
  (state.year === '' || date.startsWith(state.year));

const hasAny = (text: string, terms: readonly Term[]): boolean => places(text, terms, stemmer).length > 0;

function hasAll({ title, authors, text }: FolderEntry, terms: readonly Term[]): boolean {
  const whole = [title, ...authors, text].join('\n');
  return terms.every((term) => hasAny(whole, [term]));
}

const hitOf = (entry: FolderEntry, terms: readonly Term[]): Hit => ({
  id: entry.path,
  keys: [],
  data: () =>
    Promise.resolve({
      raw_url: encodeURI(entry.path),
      excerpt: excerptOf(entry.text, terms),
      meta: { title: entry.title, ...(entry.authors.length > 0 && { authors: entry.authors.join(', ') }) },
      filters: {
        ...(entry.section !== '' && { section: [entry.section] }),
        shown: [`${entry.language} ${entry.path.startsWith('/articles/') ? entry.date : 'page'}`],
      },
    }),
});

function excerptOf(text: string, terms: readonly Term[]): string {
  const [from = 0] = places(text, terms, stemmer)[0] ?? [];
  const begin = from <= BEFORE ? 0 : text.indexOf(' ', from - BEFORE) + 1;
  const end = text.length <= begin + BEFORE + AFTER ? text.length : text.lastIndexOf(' ', begin + BEFORE + AFTER);
  return text
    .slice(begin, Math.max(end, begin + 1))
    .replace(/\s+/g, ' ')
    .trim();
}

globalThis.newspaperSearch = new FolderEngine(globalThis.newspaper ?? []);
