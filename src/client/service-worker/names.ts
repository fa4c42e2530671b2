/** Names of the stores that the worker fills and the page counts and empties. The base tells newspapers on one origin apart. */
export interface StoreNames {
  /** Begins each name. */
  prefix: string;
  /** Pages and parts that every visit needs. */
  shell: string;
  /** The newest articles, ahead of being read. */
  newest: string;
  /** Articles that were opened. */
  read: string;
  /** Fronts, lists and the like that were opened. */
  lists: string;
  /** Pictures that were seen. */
  pictures: string;
  /** Scripts, styles and fonts. */
  parts: string;
  /** The parts of the search index that searches asked for. */
  search: string;
  /** Articles saved for later, with their pictures. */
  saved: string;
  /** What was shared with the newspaper, until the desk takes it. */
  shared: string;
}

/** Where that lies in its store. */
export const sharedAddress = (base: string): string => `${base}desk/shared`;

/** @param base the site's base, `/` or `/news/` */
export function storeNames(base: string): StoreNames {
  const prefix = `broadsheet:${base}:`;
  const name = (kind: string): string => `${prefix}${kind}`;
  return {
    prefix,
    shell: name('shell'),
    newest: name('newest'),
    read: name('read'),
    lists: name('lists'),
    pictures: name('pictures'),
    parts: name('parts'),
    search: name('search'),
    saved: name('saved'),
    shared: name('shared'),
  };
}

/** The most of each that is kept; what was used longest ago goes first. */
export const storeBounds = {
  newest: 30,
  read: 80,
  lists: 40,
  pictures: 150,
  parts: 60,
  search: 400,
  picturesOfSaved: 12,
} as const;

/** Stores that hold whole articles. */
export const articleStores = ['saved', 'read', 'newest'] as const;
