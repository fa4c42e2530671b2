import { spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Site } from '../../site.ts';
import type { Sources } from '../cache/code.ts';
import { keyOf, sha256 } from '../cache/digest.ts';
import { kept, reachPackages, root } from '../cache/folders.ts';
import { routeKeys, type RouteKeys } from './routes.ts';
import { settingsKey } from '../cache/settings.ts';

/** The compiled pages. */
export interface PageBundle {
  /** Holds `server/entry.mjs` and `client/`. */
  folder: string;
  routes: RouteKeys;
  /** Whether it was compiled in this build. */
  made: boolean;
}

/** Presses of a few states of the code are kept, so that going back and forth costs nothing. */
const KEPT_PRESSES = 4;
const ENTRY = 'src/build/pages/render-page.ts';
/** How folders end that are not whole yet. */
const DRAFT = '.new';
/** What development alone uses. */
const live = ['src/build/dev/live-middleware.ts', 'src/build/dev/live-server.ts'];
const CONFIG = 'astro.config.mjs';
/** Not of the pages' code, but of what turns it into a page bundle. */
const around = ['package-lock.json', 'tsconfig.json', '.env', '.env.local', '.env.production', '.env.production.local'];

/**
 * Compiles the pages, or takes the page bundle that is kept of the same code and settings.
 *
 * @param keep the cache folder
 * @param cold whether a kept one is passed over
 */
export async function openPageBundle(keep: string, sources: Sources, site: Site, cold: boolean): Promise<PageBundle> {
  const key = pageBundleKey(sources, site);
  const folder = join(kept.pageBundles(keep), key);
  const found = cold ? null : readPageBundle(folder);
  if (found) {
    const now = new Date();
    utimesSync(folder, now, now);
    return { folder, routes: found, made: false };
  }
  // A compiler that outlived its build for a moment writes into a folder of its own.
  const draft = `${folder}.${process.pid}${DRAFT}`;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true });
  reachPackages(keep);
  await compile(draft);
  // The configuration and the entry are of every page; the settings enter each page's key by themselves.
  const common = keyOf(
    sources.key([ENTRY, CONFIG], [...live, 'src/site.ts']),
    sources.keyOfFiles(around),
    environment(),
    process.versions.node,
  );
  const routes = await routeKeys(draft, common);
  const text = JSON.stringify(routes);
  writeFileSync(join(draft, 'press.json'), JSON.stringify({ routes: text, files: filesOf(draft), mark: sha256(text) }));
  renameSync(draft, folder);
  forgetOld(kept.pageBundles(keep));
  return { folder, routes, made: true };
}

/** Key of everything that the page bundle is compiled from. */
export function pageBundleKey(sources: Sources, site: Site): string {
  const entries = [...pagesOf(join(root, 'src')), ENTRY, CONFIG];
  const names = Object.keys(site) as (keyof Site)[];
  return keyOf(
    sources.key(entries, live),
    sources.keyOfFiles(around),
    settingsKey(site, names),
    environment(),
    process.versions.node,
    root,
  );
}

/** @throws Error with what the compiler said */
function compile(outDir: string): Promise<void> {
  const compiler = fileURLToPath(new URL('./compile-pages.ts', import.meta.url));
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [compiler, root, outDir], {
      stdio: ['pipe', 'pipe', 'pipe'],
      env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
    });
    let said = '';
    child.stdout.on('data', (data) => (said += String(data)));
    child.stderr.on('data', (data) => (said += String(data)));
    child.on('error', fail);
    child.on('close', (code) => {
      if (code !== 0) return fail(new Error(`the pages do not compile:\n${said.trim()}`));
      if (said.trim()) process.stderr.write(said);
      done();
    });
  });
}

/** A page bundle that is there whole, or null. */
function readPageBundle(folder: string): RouteKeys | null {
  try {
    const { routes, files, mark } = JSON.parse(readFileSync(join(folder, 'press.json'), 'utf8')) as Record<
      string,
      unknown
    >;
    if (typeof routes !== 'string' || sha256(routes) !== mark) return null;
    for (const [path, hash] of Object.entries(files as Record<string, string>)) {
      if (sha256(readFileSync(join(folder, path))) !== hash) return null;
    }
    return JSON.parse(routes) as RouteKeys;
  } catch {
    return null;
  }
}

function filesOf(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1));
  return Object.fromEntries(paths.sort().map((path) => [path, sha256(readFileSync(join(folder, path)))]));
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

function forgetOld(pageBundles: string): void {
  const [drafts, whole] = [true, false].map((draft) =>
    readdirSync(pageBundles).filter((name) => name.endsWith(DRAFT) === draft),
  );
  const aged = (whole ?? [])
    .map((name) => ({ name, used: statSync(join(pageBundles, name)).mtimeMs }))
    .sort((a, b) => b.used - a.used);
  const old = [...(drafts ?? []), ...aged.slice(KEPT_PRESSES).map(({ name }) => name)];
  for (const name of old) rmSync(join(pageBundles, name), { recursive: true, force: true });
}
