/** Files of the content folder by their names. Paths are below it, `/` between their parts. */

const textEnding = /\.(?:txt|text)$/i;
const articleEnding = /\.(?:md|markdown|mdown|mkd|mdx|txt|text|html?|xhtml|mht|mhtml)$/i;

/** Names that are passed over: hidden ones, and those that begin with `_`; Jekyll keeps its articles in `_posts`. */
export const isHidden = (name: string): boolean => /^[._]/.test(name) && name !== '_posts';

/** What holds articles: at any depth, but for the text about the newspaper and the pages beside its articles. */
export const isArticleFile = (path: string): boolean =>
  articleEnding.test(path) && !path.split('/').some(isHidden) && !isOwnPage(path);

/** `about.md` and `pages/`: pages of the newspaper, and no articles. */
const isOwnPage = (path: string): boolean => path === 'about.md' || path.startsWith('pages/');

/** A text that is a page of its own. */
export const isText = (path: string): boolean =>
  isOwnPage(path) && /\.(?:md|markdown)$/i.test(path) && !path.split('/').some(isHidden);

/** Whether a file is read as pasted text; what does not call itself text is Markdown. */
export const isPasted = (path: string): boolean => textEnding.test(path);

/** Files that nobody takes for an article: pictures, films, fonts, and what editors and systems leave. */
const isBeside =
  /\.(?:jpe?g|png|webp|avif|gif|tiff?|svg|ico|bmp|heic|mp[34]|m4[av]|mov|webm|ogg|wav|css|js|mjs|ts|scss|map|woff2?|[ot]tf|lock|bak|tmp|swp|orig)$|~$|(?:^|\/)(?:~\$.*|Thumbs\.db|desktop\.ini)$/i;

/**
 * The ending of a file that its owner may take for an article and that none is read from, in small letters; null for any
 * other.
 */
export function otherEnding(path: string): string | null {
  if ((articleEnding.test(path) && !isOwnPage(path)) || isBeside.test(path) || isText(path)) return null;
  return /\.[^./]{1,12}$/.exec(path)?.[0].toLowerCase() ?? '';
}
