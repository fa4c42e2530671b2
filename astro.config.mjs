import { defineConfig } from 'astro/config';
import { pageBundle } from './src/build/pages/adapter.ts';
import { words } from './src/build/pages/words.ts';
import { site } from './src/site.ts';

// Astro compiles the pages to a page bundle (a module that turns a page's values into HTML); the build in
// src/build/ runs it on as many cores as there are, for the pages whose values changed. What is
// published is static files. README, "Design", says why.
export default defineConfig({
  site: site.url,
  base: site.base,
  output: 'server',
  adapter: pageBundle(),
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
