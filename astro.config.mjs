import { defineConfig } from 'astro/config';
import { broadsheet } from './src/build/integration.ts';
import { words } from './src/build/pages/words.ts';
import { site } from './src/site.ts';

// Astro compiles the pages into one bundle (a module that turns a page's values into HTML); the build in src/build/ runs
// it on as many cores as there are, for the pages whose values changed. What is published is static files.
// src/README.md says why.
export default defineConfig({
  site: site.url,
  base: site.base,
  output: 'server',
  adapter: broadsheet(),
  // Astro's integrations go here: each sees the whole site before it is published.
  integrations: [],
  trailingSlash: 'always',
  // One request makes a page: its styles are in it, and nothing else blocks the first paint.
  build: { inlineStylesheets: 'always', format: 'directory', assets: '_astro' },
  compressHTML: true,
  // The pages load nothing from Astro's own endpoints: pictures are made by the build.
  image: { service: { entrypoint: 'astro/assets/services/noop' } },
  // Browser modules say what they say in the site's one language.
  vite: { plugins: [words(site.language)] },
  devToolbar: { enabled: false },
  prefetch: false,
});
