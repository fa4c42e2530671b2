import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import type { Site } from '../../site.ts';
import { BuildMistake } from '../report/build-mistake.ts';

/** What of the owner's own components the settings name. */
type Named = Pick<Site, 'components' | 'thirdParty'>;

const THIRD_PARTY = 'broadsheet:third-party';
/** What pages get for `astro:content`: the articles, beside collections of the owner's. */
const COLLECTION = fileURLToPath(new URL('./articles-collection.ts', import.meta.url)).replaceAll('\\', '/');
const isPackage = (importer: string): boolean => /[\\/]node_modules[\\/]/.test(importer) || importer.startsWith('\0');

/**
 * @param root the project's folder
 * @throws BuildMistake with every setting that names a component which isn't there
 */
export function checkComponents(root: string, { components, thirdParty }: Named): void {
  const named: [setting: string, path: string][] = [
    ...Object.entries(components).flatMap(([ours, own]): [string, string][] => [
      [`components, "${ours}"`, `src/${ours}.astro`],
      [`components, "${ours}"`, own],
    ]),
    ...thirdParty.map(({ component }, index): [string, string] => [`thirdParty.${index}.component`, component]),
  ];
  const faults = named.flatMap(([setting, path]) =>
    existsSync(join(root, path)) ? [] : [`  ${setting}: there is no file ${path}`],
  );
  if (faults.length > 0) throw new BuildMistake(`src/site.ts has settings that cannot be used:\n${faults.join('\n')}`);
}

/**
 * Puts the owner's components in place of ours, and gives `broadsheet:third-party` those that other services want.
 * `astro:content` has the articles.
 * Whoever imports a component of ours gets the owner's; the owner's own gets ours, so that it can be put around it.
 *
 * @param root the project's folder
 */
export function ownComponents(root: string, { components, thirdParty }: Named): Plugin {
  const file = (path: string) => join(root, path).replaceAll('\\', '/');
  const instead = new Map(Object.entries(components).map(([ours, own]) => [file(`src/${ours}.astro`), file(own)]));
  return {
    name: 'own-components',
    enforce: 'pre',
    resolveId: {
      // Astro would resolve its own modules first.
      order: 'pre',
      async handler(source, importer, options) {
        if (source === 'astro:content' && importer !== undefined && !isPackage(importer) && importer !== COLLECTION)
          return COLLECTION;
        if (source === THIRD_PARTY) return `\0${THIRD_PARTY}`;
        if (instead.size === 0 || importer === undefined || !source.endsWith('.astro')) return null;
        const found = await this.resolve(source, importer, { ...options, skipSelf: true });
        const own = found ? instead.get(found.id) : undefined;
        return own === undefined || importer.replace(/\?.*$/s, '') === own ? null : own;
      },
    },
    load: (id) => {
      if (id !== `\0${THIRD_PARTY}`) return null;
      const imports = thirdParty.map(({ component }, at) => `import C${at} from ${JSON.stringify(file(component))};`);
      const places = (['head', 'foot', 'article'] as const).map((place) => {
        const those = thirdParty.flatMap((each, at) => (each.place === place ? [`C${at}`] : []));
        return `export const ${place} = [${those.join(', ')}];`;
      });
      return [...imports, ...places].join('\n');
    },
  };
}
