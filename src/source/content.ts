/** Names of the files in `content/articles/` that are articles; pictures and others stand beside them. */
export const isArticleFile = (path: string): boolean =>
  /\.(?:md|txt|html?|xhtml|mht|mhtml)$/i.test(path) && !/(?:^|\/)[._]/.test(path);

/**
 * Texts that a person may take for articles and that none is read from: kept pages, word processors' files (not the
 * `~$` files by which these lock them), and other names of Markdown and plain text.
 */
export const isOtherText = (path: string): boolean =>
  /\.(?:webarchive|docx?|odt|rtf|pdf|pages|eml|epub|markdown|mdown|mkd|mdx|text)$/i.test(path) &&
  !/(?:^|\/)~/.test(path);
