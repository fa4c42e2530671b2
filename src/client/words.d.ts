/** Each module's words in the site's language, put in by the build (src/build/pages/words.ts). */
declare module 'words:page' {
  const words: import('../i18n/reader-words.ts').ReadingWords['page'];
  export default words;
}
declare module 'words:actions' {
  const words: import('../i18n/reader-words.ts').ReadingWords['actions'];
  export default words;
}
declare module 'words:panel' {
  const words: import('../i18n/reader-words.ts').ReadingWords['panel'];
  export default words;
}
declare module 'words:keys' {
  const words: import('../i18n/reader-words.ts').ReadingWords['keys'];
  export default words;
}
declare module 'words:listen' {
  const words: import('../i18n/reader-words.ts').ReadingWords['listen'];
  export default words;
}
declare module 'words:pictures' {
  const words: import('../i18n/reader-words.ts').ReadingWords['pictures'];
  export default words;
}
declare module 'words:own' {
  const words: import('../i18n/reader-words.ts').ReadingWords['own'];
  export default words;
}
declare module 'words:search' {
  const words: import('../i18n/reader-words.ts').ReadingWords['search'];
  export default words;
}
declare module 'words:found' {
  const words: import('../i18n/reader-words.ts').ReadingWords['found'];
  export default words;
}
declare module 'words:desk' {
  const words: import('../i18n/desk-words.ts').DeskWords;
  export default words;
}
/** What knows the stems of the site's language. */
declare module 'words:stemmer' {
  const stem: import('../i18n/search/terms.ts').Stem;
  export default stem;
}
declare module 'words:notes' {
  const words: import('../i18n/reader-words.ts').ReadingWords['notes'];
  export default words;
}
