import { spawn } from 'node:child_process';
import { cpSync, existsSync, readdirSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { Site } from '../../site.ts';
import { CacheFolder } from '../cache/cache-folder.ts';
import { hashOf, type CodeGraph } from '../cache/code-graph.ts';
import { keyOf } from '../cache/digest.ts';
import { kept, reachPackages, root } from '../cache/folders.ts';
import { settingsKey } from '../cache/settings.ts';
import { BuildMistake } from '../report/build-mistake.ts';
import { readCompiledModules } from './compiled-modules.ts';
import { checkComponents } from './own-components.ts';
import { routeKeys, type RouteKeys } from './routes.ts';
import { importedByStyles } from './style-imports.ts';

/** The compiled pages. */
export interface PageBundle {
  /** Holds `server/entry.mjs` and `client/`. */
  folder: string;
  routes: RouteKeys;
  /** Whether it was compiled in this build. */
  made: boolean;
  /** Whether a file that it was compiled from has changed since. */
  changed: () => boolean;
}

/** Bundles of a few states of the code stay cached, so that going back and forth costs nothing. */
const MOST = 4;
const ENTRY = 'src/build/pages/render-page.ts';
const CONFIG = 'astro.config.mjs';
/** Set for the process that compiles the pages, and does nothing else. */
const COMPILES = 'BROADSHEET_COMPILES';

/** Whether this process compiles the pages for a build that runs in another one. */
export const compilesOnly = (): boolean => process.env[COMPILES] === '1';

/** What the configuration loads only to serve or to build: it does not enter how pages are compiled. */
const LATER = ['src/build/dev/live-server.ts', 'src/build/report/build-site.ts'];
/** The program that compiles, in a process of its own. */
const COMPILER = 'src/build/pages/compile-pages.ts';
/** Not of the pages' code, but of what turns it into a page bundle. */
const around = [
  'package-lock.json',
  'tsconfig.json',
  'src/content.config.ts',
  '.env',
  '.env.local',
  '.env.production',
  '.env.production.local',
];

/** What is cached beside a bundle's files. */
interface Note {
  /** Key of what decides how the pages are compiled: {@link setting}. */
  setting: string;
  /** What they were compiled from, as the bundler told it, each with its hash. */
  inputs: [path: string, hash: string][];
  routes: RouteKeys;
}

/**
 * Compiles the pages, or takes the page bundle that is cached of the same code and settings.
 *
 * @param cache the cache folder
 * @param cold     whether a cached one is passed over
 * @param compiled a folder that Astro has just compiled the pages into; they are compiled here otherwise
 */
export async function openPageBundle(
  cache: string,
  code: CodeGraph,
  site: Site,
  cold: boolean,
  compiled?: string,
): Promise<PageBundle> {
  checkComponents(root, site);
  const bundles = new CacheFolder(kept.pageBundles(cache));
  const wanted = setting(code, site);
  const found = cold ? null : findBundle(bundles, wanted);
  if (found) return found;
  reachPackages(cache);
  // The settings enter each page's key by themselves.
  const common = keyOf(
    code.key([ENTRY, CONFIG], [...LATER, 'src/site.ts']),
    code.keyOfFiles([COMPILER, ...around]),
    environment(),
    process.versions.node,
  );
  // Until it is known what it was compiled from it has no name of its own.
  const key = keyOf(wanted, Date.now(), process.pid);
  const entry = await bundles.put(key, async (draft) => {
    if (compiled === undefined) await compile(draft);
    else cpSync(compiled, draft, { recursive: true });
    const { inputs } = readCompiledModules(draft);
    const all = [...new Set([...inputs, ...(await importedByStyles(root, inputs))])].sort();
    const note: Note = {
      setting: wanted,
      inputs: all.map((path) => [path, hashOf(join(root, path))]),
      routes: await routeKeys(draft, common),
    };
    return { note };
  });
  bundles.forget(MOST);
  const { routes, inputs } = entry.note as Note;
  return { folder: entry.folder, routes, made: true, changed: () => !areAsTheyWere(inputs) };
}

/** The cached bundle whose settings are these, and whose every input is as it was. */
function findBundle(bundles: CacheFolder, wanted: string): PageBundle | null {
  for (const key of bundles.keys()) {
    const { setting, inputs, routes } = (bundles.find(key)?.note ?? {}) as Partial<Note>;
    if (setting !== wanted || !inputs || !routes || !areAsTheyWere(inputs)) continue;
    const entry = bundles.verified(key);
    if (entry) return { folder: entry.folder, routes, made: false, changed: () => !areAsTheyWere(inputs) };
  }
  return null;
}

const areAsTheyWere = (inputs: readonly [string, string][]): boolean =>
  inputs.every(([path, hash]) => hashOf(join(root, path)) === hash);

/** Key of what decides how the pages are compiled beside the modules that they are compiled from. */
function setting(code: CodeGraph, site: Site): string {
  const names = Object.keys(site) as (keyof Site)[];
  return keyOf(
    code.key([CONFIG], LATER),
    code.keyOfFiles([COMPILER, ...around]),
    // A page that is added is no input yet of what was compiled before.
    JSON.stringify(pagesOf(join(root, 'src'))),
    settingsKey(site, names),
    environment(),
    process.versions.node,
    root,
  );
}

/** @throws Error with what the compiler said */
function compile(outDir: string): Promise<void> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [join(root, COMPILER), root, outDir], {
      stdio: ['pipe', 'pipe', 'pipe'],
      env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', [COMPILES]: '1' },
    });
    let said = '';
    child.stdout.on('data', (data) => (said += String(data)));
    child.stderr.on('data', (data) => (said += String(data)));
    child.on('error', fail);
    child.on('close', (code) => {
      if (code !== 0) return fail(new BuildMistake(`the pages do not compile:\n${said.trim()}`));
      // Own pages of many addresses are asked for them by the build.
      const worth = said.replace(/^.*getStaticPaths\(\) ignored in dynamic page.*\n/gm, '');
      if (worth.trim()) process.stderr.write(worth);
      done();
    });
  });
}

/** Everything below src/pages, and the middleware if there is one: Astro finds them by their place. */
function pagesOf(src: string): string[] {
  const pages = readdirSync(join(src, 'pages'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(root.length).split(sep).join('/'));
  const others = ['src/middleware.ts', 'src/middleware/index.ts'].filter((path) => existsSync(join(root, path)));
  return [...pages, ...others].sort();
}

/** Variables that a page's code can read. */
const environment = (): string =>
  JSON.stringify(
    Object.entries(process.env)
      .filter(([name]) => /^(?:PUBLIC_|BROADSHEET_(?:URL|BASE)$|NODE_ENV$)/.test(name))
      .sort(),
  );
