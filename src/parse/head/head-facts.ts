import type { DateMatch } from '../dates/find-dates.ts';
import type { TraceStep } from '../trace.ts';

/** What the lines above the story say of it. */
export interface Head {
  headline: string | null;
  section: string | null;
  description: string | null;
  authors: string[];
  source: { name: string | null; url: string | null } | null;
  published: { match: DateMatch; text: string; line: number } | null;
  updated: { match: DateMatch; text: string; line: number } | null;
  /** Numbers of the lines that are read and gone from the body. */
  taken: Set<number>;
  /** Lines that speak of a time and name no full date. */
  tried: number[];
  /** A line that says it states a date, whose date can't be read. */
  unreadable: { text: string; line: number; column: number } | null;
  /** The last line that was looked at for a date. */
  lookedTo: number;
  steps: TraceStep[];
}

/** The head of a text that says nothing of itself. */
export function emptyHead(): Head {
  return {
    headline: null,
    section: null,
    description: null,
    authors: [],
    source: null,
    published: null,
    updated: null,
    taken: new Set(),
    tried: [],
    unreadable: null,
    lookedTo: 0,
    steps: [],
  };
}
