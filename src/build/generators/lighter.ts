import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Plugin } from 'esbuild';
import { root } from '../cache/folders.ts';

/**
 * Leaves out of the desk's worker what its packages have and a desk does not need: of each language everything but the
 * names of months and days, and the tables by which the build tells one language from another (a quarter of a million
 * bytes): there a script tells, or the person, or later the build.
 */
export const lighter: Plugin = {
  name: 'lighter',
  setup({ onLoad, onResolve }) {
    onLoad({ filter: /[/\\]date-fns[/\\]locale[/\\][\w-]+\.js$/ }, async ({ path }) => ({
      contents: namesOnly((await import(pathToFileURL(path).href)) as Record<string, Localized>),
    }));
    onResolve({ filter: /^eld\/extrasmall$/ }, () => ({ path: join(root, 'src/client/desk/lighter/languages.ts') }));
    // The library that reads HTML knows the same names of characters.
    onResolve({ filter: /^decode-named-character-reference$/ }, () => ({
      path: join(root, 'src/client/desk/lighter/character-names.ts'),
    }));
  },
};

interface Localized {
  localize?: Record<'month' | 'day', (index: number, form: { width: string; context: string }) => string>;
}

const widths = ['wide', 'abbreviated', 'short', 'narrow'];
const contexts = ['formatting', 'standalone'];

/** A locale of date-fns with the names of its months and days, and nothing else. */
function namesOnly(locales: Record<string, Localized>): string {
  return Object.entries(locales)
    .flatMap(([name, { localize }]) => {
      if (!localize || name === 'default') return [];
      const { month, day } = localize;
      return `export const ${name} = { localize: { month: ${table(month, 12)}, day: ${table(day, 7)} } };`;
    })
    .join('\n');
}

/** A function that gives the same names as another one, from a table of them. */
function table(say: (index: number, form: { width: string; context: string }) => string, count: number): string {
  const indexes = Array.from({ length: count }, (_, index) => index);
  const forms = widths.flatMap((width) =>
    contexts.map((context) => [`${width} ${context}`, indexes.map((index) => say(index, { width, context }))] as const),
  );
  const lists = [...new Set(forms.map(([, names]) => names.join('|')))];
  const places = Object.fromEntries(forms.map(([form, names]) => [form, lists.indexOf(names.join('|'))]));
  return `((lists, places) => (index, { width, context }) => lists[places[width + ' ' + context]].split('|')[index])(${JSON.stringify(lists)}, ${JSON.stringify(places)})`;
}
