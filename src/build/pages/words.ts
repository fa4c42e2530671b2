import type { Plugin } from 'vite';
import { catalogues } from '../../i18n/catalogues.ts';
import type { ReadingWords } from '../../i18n/reader-words.ts';
import type { Site } from '../../site.ts';
import { stemmers } from '../search/stemmer.ts';

/**
 * Gives browser modules their words: `import words from 'words:panel'` is that group in the site's one
 * language, so that no page carries the other six; `words:stemmer` is what knows the stems of that language.
 */
export function words(language: Site['language']): Plugin {
  const prefix = '\0words:';
  return {
    name: 'words',
    resolveId: (id) => (id.startsWith('words:') ? `\0${id}` : null),
    load: (id) => {
      if (!id.startsWith(prefix)) return null;
      if (id === `${prefix}stemmer`) {
        const name = stemmers[language];
        return name ? `export { stemmer as default } from '${name}'` : 'export default (word) => word';
      }
      if (id === `${prefix}desk`) return `export default ${JSON.stringify(catalogues[language].desk)}`;
      const group = id.slice(prefix.length) as keyof ReadingWords;
      if (!(group in catalogues[language].reader))
        throw new Error(`no words for "${group}": see src/i18n/reader-words.ts`);
      return `export default ${JSON.stringify(catalogues[language].reader[group])}`;
    },
  };
}
