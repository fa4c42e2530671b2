/**
 * What the reading features say. Apart from the big catalogue because browser modules carry these words:
 * the build hands each module its own group in the site's language (`words:panel`, `words:listen`, …).
 * `{name}` marks a place to fill.
 */
export interface ReadingWords {
  /** On the article page, in its HTML. */
  actions: {
    /** Names the row of buttons. */
    label: string;
    save: string;
    saved: string;
    markRead: string;
    markUnread: string;
    listen: string;
    share: string;
    cite: string;
    copy: string;
    shelf: string;
    display: string;
  };
  /** Said by the modules that are on every page. */
  page: {
    nowSaved: string;
    savedHere: string;
    unsaved: string;
    nowRead: string;
    nowUnread: string;
    read: string;
    saved: string;
    copied: string;
    notCopied: string;
    copyPassage: string;
    resume: string;
    close: string;
    notLoaded: string;
    theme: string;
    themes: { system: string; light: string; dark: string; sepia: string };
    /** On the button of a teaser. */
    save: string;
    /** Of a selected passage. */
    highlight: string;
  };
  panel: {
    size: string;
    sizes: { normal: string; small: string; large: string; larger: string; largest: string };
    width: string;
    widths: { normal: string; narrow: string; wide: string };
    face: string;
    faces: { serif: string; sans: string };
    keys: string;
    keyList: string;
    notKept: string;
  };
  keys: {
    title: string;
    next: string;
    previous: string;
    open: string;
    save: string;
    search: string;
    theme: string;
    list: string;
    close: string;
    notTyping: string;
  };
  listen: {
    label: string;
    play: string;
    pause: string;
    back: string;
    forward: string;
    speed: string;
    stop: string;
    failed: string;
  };
  /** The search page. */
  search: {
    found: Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };
    none: string;
    /** Of words that no article has. */
    noneFor: string;
    /** Of words that each is somewhere. */
    notTogether: string;
    didYouMean: string;
    advice: string;
    unfiltered: string;
    more: string;
    looking: string;
    failed: string;
    again: string;
    /** Where a part of the index can't be reached. */
    partly: string;
    undated: string;
  };
  /** Over an article that was opened from a search. */
  found: { label: string; previous: string; next: string; count: string; close: string };
  pictures: { label: string; previous: string; next: string; count: string };
  /** The saved page and the offline page. */
  own: {
    again: string;
    nothingSaved: string;
    remove: string;
    removed: string;
    undo: string;
    gone: string;
    begun: string;
    nothingBegun: string;
    store: string;
    storeText: string;
    storeSize: string;
    storeNone: string;
    empty: string;
    emptied: string;
    off: string;
    on: string;
    offNow: string;
    onNow: string;
    data: string;
    dataText: string;
    export: string;
    import: string;
    imported: string;
    notImported: string;
    online: string;
    nothingKept: string;
    share: string;
  };
  /** The reader's own highlights, on an article's page and on the saved page. */
  notes: {
    title: string;
    note: string;
    made: string;
    removed: string;
    none: string;
    export: string;
    /** Of a passage that the article does not have any more. */
    lost: string;
  };
}
