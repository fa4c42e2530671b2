import { cpSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { measure, run, type Measured } from './run.ts';

/** The version that the figures are compared with. */
const ELEVENTY = '@11ty/eleventy@3.1.8';

/** Other generators of static sites, making one bare page of each article: no lists, no feeds, no search. */
export interface Other {
  name: string;
  /** Builds the articles of a content folder, in a folder that is empty before. */
  build: (content: string, folder: string) => Promise<Measured>;
}

/**
 * Installs Eleventy into a temporary folder.
 *
 * @returns null where that can't be done, with the reason told
 */
export async function eleventy(folder: string, tell: (text: string) => void): Promise<Other | null> {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{"private":true,"type":"module"}');
  try {
    await run(['npm', 'install', '--no-audit', '--no-fund', '--no-save', ELEVENTY], folder);
  } catch (error) {
    tell(
      `Eleventy can't be installed, so nothing is compared with it: ${(error as Error).message.split('\n')[1] ?? ''}`,
    );
    return null;
  }
  return {
    name: ELEVENTY.slice(1).replace('11ty/', ''),
    build: async (content, site) => {
      mkdirSync(join(site, 'src/_includes'), { recursive: true });
      cpSync(join(content, 'articles'), join(site, 'src/articles'), { recursive: true });
      rmSync(join(site, 'src/articles/pictures'), { recursive: true });
      symlinkSync(join(folder, 'node_modules'), join(site, 'node_modules'));
      writeFileSync(join(site, 'src/articles/articles.json'), '{"layout":"page.njk"}');
      writeFileSync(
        join(site, 'src/_includes/page.njk'),
        '<!doctype html><title>{{ headline }}</title><h1>{{ headline }}</h1>{{ content | safe }}\n',
      );
      writeFileSync(
        join(site, 'eleventy.config.mjs'),
        `export default () => ({ dir: { input: 'src', output: 'dist' } });\n`,
      );
      return measure([process.execPath, join(folder, 'node_modules/@11ty/eleventy/cmd.cjs'), '--quiet'], site);
    },
  };
}

/** Hugo, where this machine has it. */
export async function hugo(): Promise<Other | null> {
  try {
    await run(['hugo', 'version'], '.');
  } catch {
    return null;
  }
  return {
    name: 'hugo',
    build: async (content, site) => {
      mkdirSync(join(site, 'layouts/_default'), { recursive: true });
      cpSync(join(content, 'articles'), join(site, 'content'), { recursive: true });
      rmSync(join(site, 'content/pictures'), { recursive: true });
      writeFileSync(
        join(site, 'hugo.toml'),
        `baseURL = 'https://example.org/'\ndisableKinds = ['taxonomy', 'term', 'section', 'rss', 'sitemap']\n`,
      );
      writeFileSync(
        join(site, 'layouts/_default/single.html'),
        '<!doctype html><title>{{ .Params.headline }}</title><h1>{{ .Params.headline }}</h1>{{ .Content }}\n',
      );
      writeFileSync(join(site, 'layouts/index.html'), '<!doctype html><title>x</title>\n');
      return measure(['hugo', '--quiet'], site);
    },
  };
}
