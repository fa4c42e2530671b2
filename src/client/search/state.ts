/** What the search page shows, as its address says it. */
export interface SearchState {
  words: string;
  section: string;
  topic: string;
  year: string;
  order: '' | 'date';
}

export const filterNames = ['section', 'topic', 'year'] as const;

/** Longer than any question; an address may carry anything. */
const LONGEST = 300;

/** @param query the part of an address after `?` */
export function readState(query: string): SearchState {
  const values = new URLSearchParams(query);
  const value = (name: string) => (values.get(name) ?? '').slice(0, LONGEST).toWellFormed();
  return {
    words: value('q'),
    section: value('section'),
    topic: value('topic'),
    year: value('year'),
    order: value('order') === 'date' ? 'date' : '',
  };
}

/** The query of an address; empty for the state of a page that was just opened. */
export function writeState(state: SearchState): string {
  const values = new URLSearchParams();
  if (state.words.trim()) values.set('q', state.words.trim());
  for (const name of [...filterNames, 'order'] as const) if (state[name]) values.set(name, state[name]);
  const query = values.toString();
  return query ? `?${query}` : '';
}

export const isFiltered = (state: SearchState): boolean => filterNames.some((name) => state[name] !== '');
