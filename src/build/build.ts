import { createHash } from 'node:crypto';
import { cp, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build as compile } from 'astro';
import sharp from 'sharp';
import type { Leaf } from '../edition/leaf.ts';
import { openEdition, planEdition } from '../edition/plan.ts';
import { pageFile } from '../edition/paging.ts';
import { makeFeed } from '../feeds/feed.ts';
import { newsSitemap, robots, sitemap, sitemapIndex } from '../feeds/sitemap.ts';
import { clashes, contentFolder, findArticles, readArticle, type Reading } from '../loader.ts';
import { site } from '../site.ts';
import { SourceError, SourceErrors } from '../source/error.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

export async function build(outDir: string): Promise<{ problems: SourceError[]; warnings: SourceError[] }> {
  const content = contentFolder();
  const { found, problems } = await findArticles(content);
  problems.push(...clashes(found.map(({ path }) => path)));
  const readings: Reading[] = [];
  for (const file of found) {
    try {
      readings.push(await readArticle(content, file.path, await readFile(file.absolute), site));
    } catch (error) {
      if (error instanceof SourceErrors) problems.push(...error.problems);
      else if (error instanceof SourceError) problems.push(error);
      else throw new Error(`reading ${file.path} failed`, { cause: error });
    }
  }
  const warnings = readings.flatMap((reading) => reading.warnings);
  if (problems.length) return { problems, warnings };
  const shown = readings.filter(({ draft }) => !draft);
  const records = new Map(shown.map(({ record }) => [record.article.id, record]));
  const plan = planEdition(openEdition(shown.map(({ summary }) => summary), site));

  const press = join(root, '.broadsheet', `press-${createHash('sha256').update(outDir).digest('hex').slice(0, 8)}`);
  process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
  await compile({ root, outDir: press, logLevel: 'warn' });
  const { print } = (await import(pathToFileURL(join(press, 'server/entry.mjs')).href)) as typeof import('./print.ts');
  const out = `${resolve(outDir)}.new`;
  await rm(out, { recursive: true, force: true });
  await mkdir(out, { recursive: true });
  await cp(join(press, 'client'), out, { recursive: true });
  const write = async (path: string, data: string | Uint8Array) => {
    const file = join(out, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, data);
  };
  const make = async (leaf: Leaf): Promise<string> => {
    const record = records.get(leaf.articles[0] ?? '') ?? null;
    switch (leaf.work.maker) {
      case 'page': {
        const path = leaf.path.replace(/(^|\/)index\.html$/, '$1').replace(/^404\.html$/, '404/');
        const html = await print(site.url + site.base + encodeURI(path), {
          page: leaf.work.page, chrome: leaf.work.chrome, site, record, about: null,
        });
        return html;
      }
      case 'entry':
        return `${JSON.stringify(record?.article, null, 2)}\n`;
      case 'markdown':
        return record?.markdown ?? '';
      case 'text':
        return record?.text ?? '';
      case 'feed':
        return makeFeed(leaf.work.format, leaf.work.feed, leaf.articles.flatMap((id) => records.get(id) ?? []), site);
      case 'sitemap':
        return sitemap(leaf.work.entries, site);
      case 'sitemap-index':
        return sitemapIndex(leaf.work.sitemaps, site);
      case 'sitemap-news':
        return newsSitemap(leaf.work.entries, site);
      case 'robots':
        return robots(leaf.work.sitemaps, site);
      default:
        return leaf.work satisfies never;
    }
  };
  for (const leaf of plan) await write(leaf.path, await make(leaf));
  const made = new Set<string>();
  for (const { record } of shown) {
    for (const { file, image } of record.pictures) {
      for (const { src, width } of image.renditions) {
        if (made.has(src)) continue;
        made.add(src);
        await write(src.slice(site.base.length), await sharp(join(content, 'articles', file)).autoOrient().resize(width).webp({ quality: 78 }).toBuffer());
      }
    }
  }
  await rm(outDir, { recursive: true, force: true });
  await rename(out, outDir);
  void pageFile;
  return { problems, warnings };
}
