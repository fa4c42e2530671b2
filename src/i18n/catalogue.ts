import type { Locale } from 'date-fns';
import type { DeskWords } from './desk-words.ts';
import type { ReadingWords } from './reader-words.ts';

/**
 * What the interface says. One catalogue a language (`en/`, `de/`, …), its pages a value of this type,
 * so that a string which one of them lacks is a compile error.
 *
 * Texts are plain; `{name}` marks a place that `fill` fills. A text that counts something is a record of
 * plural forms, with the categories that its language has (Unicode CLDR, "Language Plural Rules").
 */

/** The forms of one text, by CLDR plural category; `{count}` stands for the number. */
export type Plural<Form extends Intl.LDMLPluralRule> = Record<Form, string>;

export interface Catalogue<Form extends Intl.LDMLPluralRule = 'other'> {
  /** Patterns of date-fns `format` in this language. */
  dates: {
    /** 30 January 2024 */
    day: string;
    /** 30 Jan 2024 */
    shortDay: string;
    /** Tuesday, 30 January 2024 */
    edition: string;
    /** 00:50 */
    time: string;
    /** January 2024 */
    month: string;
    /** A day and its time: `{day}`, `{time}`, `{zone}`. */
    moment: string;
  };

  frame: {
    skip: string;
    /** Names the navigation of sections. */
    sections: string;
    /** Leads on from it, where there are more than it shows. */
    allSections: string;
    /** Names the navigation at the foot. */
    more: string;
    search: string;
    saved: string;
    about: string;
    feeds: string;
    archive: string;
    home: string;
    top: string;
    /** Names the links to the last page and the next. */
    pages: string;
    /** Where one is on the site. */
    trail: string;
    /** `{name}` */
    publishedBy: string;
  };

  front: {
    /** Names the part with the most important stories. */
    leading: string;
    latest: string;
    moreIn: string;
    emptyTitle: string;
    /** `{folder}` is where files go. */
    empty: string;
    /** `{command}` is what to run. */
    emptyThen: string;
    /** Names the button-like link to everything kept. */
    all: Plural<Form>;
  };

  list: {
    articles: Plural<Form>;
    page: string;
    newer: string;
    older: string;
    /** Pages of an index from A to Z. */
    back: string;
    on: string;
    empty: string;
    undated: string;
    /** Before the time of the last change in a list: `{day}`. */
    updated: string;
    /** Reading time in a list and on the page. */
    minutes: Plural<Form>;
    feed: string;
  };

  /** Kinds of lists: the word over a list's name, the title of its index, and what the index says. */
  kinds: Record<
    'section' | 'topic' | 'author' | 'source' | 'handle' | 'credit',
    { one: string; many: string; intro: string }
  >;

  archive: {
    title: string;
    intro: string;
    undated: Plural<Form>;
    calendar: string;
    previousMonth: string;
    nextMonth: string;
    /** The edition of a day: `{day}`. */
    paper: string;
    previousPaper: string;
    nextPaper: string;
    empty: string;
  };

  article: {
    by: string;
    published: string;
    updated: string;
    undated: string;
    source: string;
    original: string;
    topics: string;
    contents: string;
    /** Names the notices at the end. */
    notices: string;
    story: string;
    /** What another article of the same story is to this one. */
    relations: { copy: string; update: string; earlier: string; story: string };
    thisOne: string;
    /** Marks of what is no article of the published site yet. */
    draft: string;
    scheduled: string;
    previous: string;
    next: string;
    /** Names the two above. */
    neighbours: string;
    related: string;
    back: string;
    backHome: string;
    /** Before the address on paper. */
    renderedFrom: string;
  };

  /** Where an article comes from, and whose it is. */
  origin: {
    title: string;
    file: string;
    forms: { markdown: string; pasted: string; page: string };
    size: string;
    bytes: Plural<Form>;
    steps: string;
    none: string;
    lines: string;
    step: string;
    why: string;
    certainty: { certain: string; likely: string; guess: string };
    typographic: string;
    original: string;
    /** `{shown}` of `{all}` characters. */
    cut: string;
    rights: { quoted: string; restricted: string };
    /** Beside a link to a page elsewhere of which a copy is kept here. */
    archivedHere: string;
    /** Leads to where the file is edited. */
    edit: string;
  };

  search: {
    title: string;
    label: string;
    button: string;
    hint: string;
    section: string;
    topic: string;
    year: string;
    any: string;
    order: string;
    byRelevance: string;
    byDate: string;
    results: string;
    noScript: string;
    browse: string;
  };

  saved: { title: string; intro: string; noScript: string };
  offline: { title: string; text: string };

  feeds: {
    title: string;
    intro: string;
    /** The feed of everything. */
    everything: string;
    hint: string;
  };

  /** Forms in which an article can be kept; `book` is the newest articles' EPUB. */
  keep: Record<'title' | 'html' | 'markdown' | 'text' | 'json' | 'book', string>;

  /** What an import writes into articles. `{host}` and `{day}` are filled in. */
  imported: Record<'readAt' | 'linkOnly' | 'saved' | 'highlights', string>;

  missing: { title: string; text: string; search: string; near: string };

  /** Words that stand in the HTML of an article's blocks: `BlockLabels` of `render/` says where. */
  blocks: {
    footnotes: string;
    /** `{number}` is the reference's. */
    backTo: string;
    /** The name of the frame around a wide table. */
    table: string;
    /** Below a post on X: that it is kept as text, and nothing is loaded. */
    keptAsText: string;
    /** Where only a post's address was kept. */
    noText: string;
    /** In place of a name on a card that links to a post. */
    postOnX: string;
    /** The same two for other networks; `{network}` is the network's name. */
    savedAsText: string;
    postOn: string;
    /** The chip in place of a post's picture or film. */
    media: string;
    /** The mark in place of a picture that was not kept. */
    missingPicture: string;
    /** Name of the link from a picture to its larger view. */
    enlarge: string;
    /** What a card links to: a film, a recording; where it is; and that nothing is loaded. */
    film: string;
    recording: string;
    filmOn: string;
    recordingOn: string;
    notLoaded: string;
    /** In place of the name of who asks, and who answers. */
    question: string;
    answer: string;
    notices: Record<'tip' | 'disclaimer' | 'correction' | 'republished' | 'newsletter' | 'share' | 'note', string>;
  };
}

/** Everything in one language: a folder here holds it. */
export interface LanguageCatalogue {
  /** BCP 47 tag of the pages. */
  tag: string;
  /** How dates are written. */
  dates: Locale;
  /** What pages say. */
  pages: Catalogue;
  /** What the reader's tools say in the browser. */
  reader: ReadingWords;
  /** What the desk says. */
  desk: DeskWords;
}
