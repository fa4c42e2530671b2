import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';

/** A page that stands for its kind in tests. */
export interface Example {
  kind: string;
  /** With its leading slash. */
  path: string;
}

/** What an article's page may hold that is laid out in a way of its own: each is shown by one page. */
const features: [string, RegExp][] = [
  ['article with pictures', /class="figure-pictures"/],
  ['article with a caption alone', /class="figure-missing"/],
  ['article with a tweet', /class="tweet[" ]/],
  ['article with a table', /<table/],
  ['article from right to left', /<article class="h-entry"[^>]*dir="rtl"/],
  ['article with footnotes', /data-footnotes|class="footnotes"/],
  ['article in a running story', /class="timeline/],
];

/** Lists and indexes that are laid out as others are: one of each pair is looked at. */
const alike: Record<string, string> = { handles: 'authors', credits: 'authors', sources: 'topics' };

/** One page of every kind that a built site has, told by the kind on its <body>; lists and indexes of each sort. */
export function examplePages(siteDir: string): Example[] {
  const files = readdirSync(siteDir, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.html'))
    .map((file) => file.split(sep).join('/'))
    .sort();
  const examples = new Map<string, Example>();
  for (const file of files) {
    const html = readFileSync(join(siteDir, file), 'utf8');
    const kind = /<body class="page-([\w-]+)"/.exec(html)?.[1];
    if (!kind) continue;
    const path = `/${file.replace(/(^|\/)index\.html$/, '$1')}`;
    const [folder = ''] = file.split('/');
    const sort = kind === 'list' || kind === 'index' ? `${kind} of ${alike[folder] ?? folder}` : kind;
    if (!examples.has(sort)) examples.set(sort, { kind: sort, path });
    if (kind !== 'article') continue;
    for (const [feature, sign] of features) {
      if (sign.test(html) && !examples.has(feature)) examples.set(feature, { kind: feature, path });
    }
  }
  // A page that shows several features is looked at once.
  const byPath = new Map<string, Example>();
  for (const { kind, path } of examples.values()) {
    const same = byPath.get(path);
    byPath.set(path, { path, kind: same ? `${same.kind}, ${kind.replace('article ', '')}` : kind });
  }
  return [...byPath.values()];
}

/** Paths of articles whose page has this sign, longest page first. */
export function articlePaths(siteDir: string, sign = /class="h-entry"/): string[] {
  return readdirSync(join(siteDir, 'articles'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('index.html'))
    .map((file) => ({ file: file.split(sep).join('/'), html: readFileSync(join(siteDir, 'articles', file), 'utf8') }))
    .filter(({ html }) => sign.test(html))
    .sort((a, b) => b.html.length - a.html.length)
    .map(({ file }) => `/articles/${file.replace(/index\.html$/, '')}`);
}
