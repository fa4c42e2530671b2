/** The text of an article as an export carries it. */
export interface ItemText {
  form: 'html' | 'markdown' | 'plain';
  /** May be unpacked only when it is asked for; then it throws Unreadable where that fails. */
  readonly value: string;
}

/** A passage that a reader marked, and what they wrote about it. One of the two is there. */
export interface Highlight {
  quote: string | null;
  note: string | null;
}

/**
 * What an export says of one article. What it does not say is null or empty. Dates are as front matter takes them: an
 * instant in UTC, or a day and time without a zone, which are then those of the site.
 */
export interface Item {
  /** Where it stands in the export, for messages: `row 12`, `entry 3`. */
  place: string;
  /** An http(s) address. */
  address: string | null;
  headline: string | null;
  description: string | null;
  authors: string[];
  /** Who published it, by name. */
  publication: string | null;
  /** As the export writes it: `en`, `en_GB`. */
  language: string | null;
  published: string | null;
  updated: string | null;
  /** When it was put into the service that the export is from. */
  saved: string | null;
  section: string | null;
  topics: string[];
  starred: boolean;
  /** Not for the public: a draft, a text for members, a private note. */
  draft: boolean;
  /** Written by the one who exports it, not kept from elsewhere. */
  own: boolean;
  /** The path that it had on a site of the owner's own: `/2019/old-name/`. */
  oldPath: string | null;
  /** Address of a lead picture; told of where it is none of the web. */
  picture: string | null;
  /** The whole article; null where the export has the address alone. */
  text: ItemText | null;
  highlights: Highlight[];
  /** What the reader wrote about the article as a whole. */
  note: string | null;
}

/** An entry of an export that no article can be made from. */
export interface Failure {
  place: string;
  /** Its headline or address, to tell it by. */
  title: string | null;
  /** One clause without a full stop: `its address is no web address`. */
  why: string;
}

/** What a reader of a format gives, entry by entry. */
export type Entries = Iterable<Item | Failure>;

/** An item that says nothing but what is given. */
export function item(said: Partial<Item> & Pick<Item, 'place'>): Item {
  return {
    address: null,
    headline: null,
    description: null,
    authors: [],
    publication: null,
    language: null,
    published: null,
    updated: null,
    saved: null,
    section: null,
    topics: [],
    starred: false,
    draft: false,
    own: false,
    oldPath: null,
    picture: null,
    text: null,
    highlights: [],
    note: null,
    ...said,
  };
}

export const isFailure = (entry: Item | Failure): entry is Failure => 'why' in entry;

/** Entries of one import: more are a mistake, or somebody's joke. */
export const itemLimit = 100_000;
