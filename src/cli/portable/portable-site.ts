import { build, type Plugin } from 'esbuild';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { sha256 } from '../../build/cache/digest.ts';
import { root } from '../../build/cache/folders.ts';
import { siteBeside } from '../../build/folders/site-beside.ts';
import { hostsOn, policyRoom, withPolicy } from '../../build/pages/policy.ts';
import { words } from '../../build/pages/words.ts';
import { linkedOrCopied } from '../../build/publish/link-file.ts';
import { portablePage, type PortableEntry } from '../../hosting/portable.ts';
import type { Site } from '../../site.ts';

/** What a folder has no use for: the index that is fetched, the worker, what hosts are told. */
const useless =
  /^(?:pagefind\/|search\/shards\.json$|sw\.js$|_headers$|_redirects$|manifest\.webmanifest$|\.nojekyll$)/;
/** An article as one file names nothing beside itself. */
const isPage = (path: string): boolean => path.endsWith('.html') && !path.startsWith('keep/');

/** The scripts of the search page. */
const WORDS = 'search/words.js';
const ENGINE = 'search/engine.js';

/**
 * Makes of a built site one that works wherever its folder stands: opened from a disk, a stick, a download, or at any path
 * of any host.
 *
 * @returns how many files and pages it has
 * @throws UnusableFolder where the new folder is not one that this command made; nothing was touched then
 */
export async function portableSite(from: string, into: string, site: Site): Promise<{ files: number; pages: number }> {
  const counted = { files: 0, pages: 0 };
  await siteBeside(from, into, 'portable', async (folder, files) => {
    const scripts = new Map<string, { src: string } | { text: string }>();
    const entries: PortableEntry[] = [];
    const put = (path: string, text: string) => {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
      counted.files += 1;
    };
    for (const { path, source } of files) {
      if (useless.test(path)) continue;
      if (!isPage(path)) {
        mkdirSync(dirname(join(folder, path)), { recursive: true });
        linkedOrCopied(source, join(folder, path));
        counted.files += 1;
        continue;
      }
      const { html, entry } = portablePage(readFileSync(source, 'utf8'), {
        file: path,
        base: site.base,
        policy: policyRoom,
        script: (module) => {
          const name = `_astro/plain-${sha256(JSON.stringify(module)).slice(0, 12)}.js`;
          scripts.set(name, module);
          return name;
        },
        search: [WORDS, ENGINE],
      });
      if (entry) entries.push(entry);
      const options = {
        pictureHosts: site.pictureHosts,
        wasm: false,
        hosts: hostsOn(site, path.startsWith('articles/') ? 'article' : 'own'),
      };
      put(path, html.includes(policyRoom) ? withPolicy(html, options) : html);
      counted.pages += 1;
    }
    for (const [path, module] of scripts) put(path, await plainScript(from, module));
    // Nothing in it may end the script, were it ever put into a page.
    put(WORDS, `globalThis.newspaper=${JSON.stringify(entries).replaceAll('<', '\\u003c')};\n`);
    put(
      ENGINE,
      await bundled({ entryPoints: [join(root, 'src/client/search/folder-engine.ts')], plugins: [wordsOf(site)] }),
    );
  });
  return counted;
}

/** A module with all that it imports, as a script that needs no other. */
const plainScript = (site: string, module: { src: string } | { text: string }): Promise<string> =>
  'src' in module
    ? bundled({ entryPoints: [join(site, module.src)] })
    : bundled({ stdin: { contents: module.text, resolveDir: join(site, '_astro') } });

async function bundled(options: Parameters<typeof build>[0]): Promise<string> {
  const { outputFiles } = await build({
    ...options,
    absWorkingDir: root,
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    legalComments: 'none',
    logLevel: 'error',
    logOverride: { 'empty-import-meta': 'silent' },
    plugins: [...(options.plugins ?? []), noPreload],
  });
  return outputFiles?.[0]?.text ?? '';
}

/** Vite fetches ahead what a module is about to import: in one script there is nothing to fetch. */
const noPreload: Plugin = {
  name: 'no-preload',
  setup: ({ onLoad }) =>
    onLoad({ filter: /[\\/]preload-helper\.[\w-]+\.js$/ }, ({ path }) => {
      const name = /export\s*\{\s*\w+ as (\w+)\s*\}/.exec(readFileSync(path, 'utf8'))?.[1];
      return name === undefined ? null : { contents: `export const ${name} = (load) => load();` };
    }),
};

/** Browser modules say what they say in the site's language: the words that Vite gives them. */
function wordsOf({ language }: Site): Plugin {
  const { load } = words(language) as { load: (id: string) => string | null };
  return {
    name: 'words',
    setup: ({ onResolve, onLoad }) => {
      onResolve({ filter: /^words:/ }, ({ path }) => ({ path, namespace: 'words' }));
      onLoad({ filter: /.*/, namespace: 'words' }, ({ path }) => ({
        contents: load(`\0${path}`) ?? '',
        resolveDir: root,
      }));
    },
  };
}
