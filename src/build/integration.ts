import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AstroConfig, AstroIntegration, AstroIntegrationLogger } from 'astro';
import { kept } from './cache/folders.ts';
import { cacheFolder } from './folders/own-cache.ts';
import { DESK_PAGE } from './pages/desk-page.ts';
import { compilesOnly } from './pages/compile.ts';
import { recordModules } from './pages/module-record.ts';
import { isOfThePaper } from './pages/own-pages.ts';
import { checkComponents, ownComponents } from './pages/own-components.ts';
import { site } from '../site.ts';
import { isOrdered, takeOrder, type Finisher } from './through-astro.ts';

const NAME = 'broadsheet';
/** Hooks that tell an integration of a site: they mean the published one, not what the pages are compiled into. */
const ofTheSite = ['astro:build:start', 'astro:build:generated', 'astro:build:done'] as const;

/**
 * Broadsheet as an Astro integration, and its adapter: Astro compiles the pages into a bundle that turns a page's
 * address and values into HTML, and the build runs that for every page of the edition.
 *
 * `astro build` compiles into the cache folder, never into the output folder, and then does the whole build. `astro dev`
 * has the middleware that finds a page's values, `astro preview` serves what is published.
 */
export function broadsheet(): AstroIntegration {
  const isCompiler = compilesOnly();
  let isDev = false;
  let outDir = '';
  let compiled = '';
  let record: ReturnType<typeof recordModules> | undefined;
  let finishers: Finisher[] = [];
  return {
    name: NAME,
    hooks: {
      'astro:config:setup': ({ command, config, addMiddleware, injectRoute, updateConfig }) => {
        if (site.desk === 'public' || (site.desk === 'dev' && command === 'dev'))
          injectRoute({ pattern: '/desk', entrypoint: new URL(`../../${DESK_PAGE}`, import.meta.url) });
        checkComponents(fileURLToPath(config.root), site);
        record = recordModules(fileURLToPath(config.root));
        updateConfig({
          vite: {
            plugins: [record.plugin, ownComponents(fileURLToPath(config.root), site)],
            define: { 'import.meta.env.OFFLINE': JSON.stringify(site.offline) },
            build: { target: 'es2022' },
            // Packages are a thousand small modules: bundled, each thread of the build loads the page bundle in a tenth of the time.
            ...(command === 'build' ? { ssr: { noExternal: true } } : {}),
          },
        });
        isDev = command === 'dev';
        if (isDev)
          addMiddleware({
            order: 'pre',
            entrypoint: fileURLToPath(new URL('./dev/live-middleware.ts', import.meta.url)),
          });
        if (command !== 'build') return;
        finishers = takeSiteHooks(config.integrations);
        if (isCompiler) return;
        outDir = fileURLToPath(config.outDir);
        compiled = join(kept.astro(cacheFolder()), String(process.pid));
        const at = (folder: string) => pathToFileURL(`${join(compiled, folder)}/`);
        updateConfig({ outDir: at('.'), build: { client: at('client'), server: at('server') } });
      },
      // Every page is rendered by the build, which gives it its values. In development the owner's own are Astro's business.
      'astro:route:setup': ({ route }) => void (route.prerender = isDev && !isOfThePaper(route.component)),
      'astro:config:done': ({ config, setAdapter }) => {
        if (isCompiler) compiled = fileURLToPath(config.outDir);
        setAdapter({
          name: NAME,
          entrypointResolution: 'auto',
          serverEntrypoint: new URL('./pages/render-page.ts', import.meta.url),
          previewEntrypoint: new URL('./serve/preview.ts', import.meta.url),
          adapterFeatures: { buildOutput: 'server' },
          supportedAstroFeatures: { serverOutput: 'stable', staticOutput: 'stable', hybridOutput: 'stable' },
        });
      },
      'astro:build:done': async ({ logger }) => {
        record?.write(compiled);
        if (isCompiler) return;
        let code = 2;
        try {
          code = await wholeBuild(outDir, compiled, finishers, logger);
        } finally {
          rmSync(compiled, { recursive: true, force: true });
        }
        // Astro would say "Complete!" and end with 0.
        if (code !== 0 && !isOrdered()) process.exit(code);
      },
      'astro:server:setup': async ({ server, logger }) => {
        const { serveLive } = await import('./dev/live-server.ts');
        serveLive(server, (text) => logger.warn(text));
      },
    },
  };
}

/** Takes the hooks about the site off the other integrations: the build runs them when there is a site. */
function takeSiteHooks(integrations: AstroConfig['integrations']): Finisher[] {
  return integrations.flatMap(({ name, hooks }) => {
    if (name === NAME) return [];
    const done = hooks['astro:build:done'];
    for (const hook of ofTheSite) hooks[hook] = undefined as never;
    return done ? [{ name, done }] : [];
  });
}

/** @returns the exit code, as `npm run build` has it */
async function wholeBuild(
  outDir: string,
  compiled: string,
  finishers: readonly Finisher[],
  logger: AstroIntegrationLogger,
): Promise<number> {
  const { buildSite } = await import('./report/build-site.ts');
  const order = takeOrder();
  const result = await buildSite({
    outDir,
    ...order.options,
    compiled,
    ...(finishers.length > 0 && { finish: runFinishers(finishers, logger) }),
  });
  order.answer(result);
  return result === null ? 2 : result.problems.length > 0 ? 1 : 0;
}

function runFinishers(finishers: readonly Finisher[], logger: AstroIntegrationLogger) {
  return async (folder: string, pages: readonly string[]) => {
    for (const { name, done } of finishers)
      await done({
        dir: pathToFileURL(`${folder}/`),
        pages: pages.map((pathname) => ({ pathname })),
        assets: new Map(),
        logger: logger.fork(name),
      });
  };
}
