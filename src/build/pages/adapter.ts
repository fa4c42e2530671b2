import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { recordModules } from './module-record.ts';

/**
 * The Astro adapter that makes a page bundle in place of a server: a bundle whose `render` turns a page's
 * address and values into HTML. In development it adds the middleware that finds those values.
 */
export function pageBundle(): AstroIntegration {
  let outDir = '';
  let record: ReturnType<typeof recordModules> | undefined;
  return {
    name: 'page-bundle',
    hooks: {
      'astro:config:setup': ({ command, config, addMiddleware, updateConfig }) => {
        record = recordModules(fileURLToPath(config.root));
        updateConfig({
          vite: {
            plugins: [record.plugin],
            build: { target: 'es2022' },
            // Packages are a thousand small modules: bundled, each thread of the build loads the page bundle in a tenth of the time.
            ...(command === 'build' ? { ssr: { noExternal: true } } : {}),
          },
        });
        if (command === 'dev') {
          addMiddleware({
            order: 'pre',
            entrypoint: fileURLToPath(new URL('../dev/live-middleware.ts', import.meta.url)),
          });
        }
      },
      'astro:build:done': () => record?.write(outDir),
      'astro:server:setup': async ({ server, logger }) => {
        const { serveLive } = await import('../dev/live-server.ts');
        serveLive(server, (text) => logger.warn(text));
      },
      'astro:config:done': ({ config, setAdapter }) => {
        outDir = fileURLToPath(config.outDir);
        setAdapter({
          name: 'page-bundle',
          entrypointResolution: 'auto',
          serverEntrypoint: new URL('./render-page.ts', import.meta.url),
          adapterFeatures: { buildOutput: 'server' },
          supportedAstroFeatures: { serverOutput: 'stable', staticOutput: 'stable', hybridOutput: 'stable' },
        });
      },
    },
  };
}
