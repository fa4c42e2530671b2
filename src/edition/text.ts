/** A page that is a text of its own: `about.md` and what stands in `pages/` of the content folder. */
export interface Text {
  /** Below the content folder: `pages/contact.md`. */
  file: string;
  /** Below the base, with both slashes. */
  path: string;
  /** Null where the file names none. */
  title: string | null;
  description: string | null;
  /** BCP 47; null for the site's own. */
  language: string | null;
  /** Its name in the navigation, and its place there: the least comes first. Null where it is to be found at the foot alone. */
  navigation: { name: string; place: number } | null;
  draft: boolean;
  /** Safe HTML. */
  html: string;
}

/** After every place that somebody names. */
const LAST = Number.MAX_SAFE_INTEGER;

/** The texts as the frame of every page names them, in the order of the navigation, then of their files. */
export const textsInOrder = (texts: readonly Text[]): Text[] =>
  [...texts].sort(
    (a, b) =>
      (a.navigation?.place ?? LAST) - (b.navigation?.place ?? LAST) || (a.file < b.file ? -1 : a.file > b.file ? 1 : 0),
  );
