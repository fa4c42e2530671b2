/** Names of the files in `content/articles/` that are articles; pictures and others stand beside them. */
export const isArticleFile = (path: string): boolean => /\.(?:md|txt)$/i.test(path) && !/(?:^|\/)[._]/.test(path);

/** Pictures that the build can read and make renditions of. */
export const isPictureFile = (path: string): boolean => /\.(?:jpe?g|png|webp|avif|gif|tiff?)$/i.test(path);
