import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { Element, Properties, Root } from 'hast';
import rehypeParse from 'rehype-parse';
import { SaxesParser } from 'saxes';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';

/** An address in a built site that leads to nothing in it. */
export interface BrokenLink {
  /** The file that has it, below the folder. */
  file: string;
  /** As it is written there. */
  link: string;
  reason: string;
}

export interface LinkReport {
  /** Files that were looked through, and addresses of this site in them. */
  files: number;
  links: number;
  broken: BrokenLink[];
}

export interface CheckedSite {
  /** Public address without a slash at its end. */
  url: string;
  /** Path below it, with both slashes. */
  base: string;
}

/** An address in a file, and the page against which it is read. */
interface Found {
  link: string;
  /** Absolute address of the page that it stands on. */
  on: string;
}

/**
 * Looks whether every address of a built site that leads into it arrives: links, pictures with all their
 * renditions, scripts, fonts, fragments, and the addresses in feeds, sitemaps, structured data and the
 * web app manifest. Addresses elsewhere are not asked.
 *
 * A link to a folder must end in its slash: without it hosts answer with a detour, or not at all.
 *
 * @param folder the built site
 */
export function checkLinks(folder: string, site: CheckedSite): LinkReport {
  const files = new Set(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => relative(folder, join(parentPath, name)).split(sep).join('/')),
  );
  const anchors = new Map<string, Set<string>>();
  const report: LinkReport = { files: 0, links: 0, broken: [] };
  const found: { file: string; links: Found[] }[] = [];
  for (const file of [...files].sort()) {
    const links = linksOf(file, folder, site, anchors);
    if (links === null) continue;
    report.files += 1;
    found.push({ file, links });
  }
  for (const { file, links } of found) {
    for (const { link, on } of links) {
      const reason = wrong(link, on, site, files, anchors);
      if (reason === undefined) continue;
      report.links += 1;
      if (reason !== null) report.broken.push({ file, link, reason });
    }
  }
  return report;
}

/** @returns undefined for an address elsewhere, null where it arrives, else what is wrong */
function wrong(
  link: string,
  on: string,
  { url, base }: CheckedSite,
  files: ReadonlySet<string>,
  anchors: ReadonlyMap<string, Set<string>>,
): string | null | undefined {
  if (/^(?:mailto|tel|data|javascript|about|blob):/i.test(link.trim())) return undefined;
  const address = URL.parse(link, on);
  if (!address) return 'it is no address';
  if (address.origin !== new URL(url).origin) return undefined;
  if (!address.pathname.startsWith(base)) return `it leads out of ${base}`;
  const path = decoded(address.pathname.slice(base.length));
  if (path === null) return 'its percent signs encode nothing';
  const file = path === '' || path.endsWith('/') ? `${path}index.html` : path;
  if (!files.has(file))
    return files.has(`${file}/index.html`) ? 'the slash at its end is missing' : `there is no ${file}`;
  const fragment = decoded(address.hash.slice(1).replace(/:~:.*$/, ''));
  if (fragment === null || fragment === '' || fragment === 'top' || !file.endsWith('.html')) return null;
  return anchors.get(file)?.has(fragment) ? null : `${file} has no #${fragment}`;
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

/** @returns null for a kind of file that holds no addresses */
function linksOf(file: string, folder: string, site: CheckedSite, anchors: Map<string, Set<string>>): Found[] | null {
  const on =
    site.url +
    site.base +
    file
      .split('/')
      .map(encodeURIComponent)
      .join('/')
      .replace(/(^|\/)index\.html$/, '$1');
  const read = () => readFileSync(join(folder, file), 'utf8');
  const here = (links: readonly string[]) => links.map((link) => ({ link, on }));
  if (file.endsWith('.html')) {
    const { links, ids } = htmlLinks(read());
    anchors.set(file, ids);
    return here(links);
  }
  if (/(?:^|\/)(?:sitemap[^/]*|feed|atom|rss)\.xml$/.test(file)) return here(xmlLinks(read()));
  if (/\.(?:webmanifest|json)$/.test(file) && statSync(join(folder, file)).size > 0)
    return here(jsonLinks(JSON.parse(read()), site));
  if (file === 'robots.txt') return here([...read().matchAll(/^Sitemap:\s*(\S+)/gim)].map(([, link = '']) => link));
  if (file === '_redirects')
    return here(
      read()
        .split('\n')
        .flatMap((line) => line.split(/\s+/)[1] ?? []),
    );
  return null;
}

const parser = unified().use(rehypeParse);
const fragmentParser = unified().use(rehypeParse, { fragment: true });

/** Attributes that hold an address. */
const addresses = ['href', 'src', 'poster', 'action', 'data', 'cite'] as const;
/** Names of <meta> whose content is an address. */
const metaAddress = /^(?:og:(?:url|image)|twitter:image)$/;

function htmlLinks(html: string, whole = true): { links: string[]; ids: Set<string> } {
  const tree: Root = (whole ? parser : fragmentParser).parse(html);
  const links: string[] = [];
  const ids = new Set<string>();
  visit(tree, 'element', (element) => {
    const { tagName, properties } = element;
    links.push(...attributeLinks(properties), ...metaLinks(element), ...textLinks(element));
    const { id, name } = properties;
    if (typeof id === 'string') ids.add(id);
    if (tagName === 'a' && typeof name === 'string') ids.add(name);
  });
  return { links: links.filter((link) => !link.startsWith('data:')), ids };
}

/** Addresses in the attributes of an element. A quotation's source is said, not followed. */
function attributeLinks(properties: Properties): string[] {
  const { srcSet } = properties;
  const candidates = Array.isArray(srcSet) ? srcSet : typeof srcSet === 'string' ? srcSet.split(/,\s+/) : [];
  return [
    ...addresses.flatMap((name) => (name !== 'cite' && typeof properties[name] === 'string' ? properties[name] : [])),
    ...candidates.map((candidate) => String(candidate).trim().split(/\s+/)[0] ?? ''),
  ];
}

/** Addresses that a <meta> gives: the page's own, its picture's, where it leads on to. */
function metaLinks({ tagName, properties: { property, name, content, httpEquiv } }: Element): string[] {
  if (tagName !== 'meta' || typeof content !== 'string') return [];
  const refresh = String(httpEquiv) === 'refresh' ? /url=(.*)$/i.exec(content)?.[1] : undefined;
  return [...(metaAddress.test(String(property ?? name)) ? [content] : []), ...(refresh ? [refresh] : [])];
}

/** Addresses in a style sheet and in structured data. */
function textLinks({ tagName, properties, children: [child] }: Element): string[] {
  const text = child?.type === 'text' ? child.value : '';
  if (tagName === 'style') return [...text.matchAll(/url\(\s*['"]?([^'")]+)['"]?\s*\)/g)].map(([, link = '']) => link);
  if (tagName !== 'script' || properties['type'] !== 'application/ld+json') return [];
  return strings(JSON.parse(text)).filter((each) => /^https?:\/\/\S+$/.test(each));
}

/** Addresses in a feed or a sitemap, those in its articles' HTML among them: absolute ones, as they must be there. */
function xmlLinks(xml: string): string[] {
  const links: string[] = [];
  const open: string[] = [];
  let text = '';
  const sax = new SaxesParser();
  sax.on('opentag', ({ name, attributes }) => {
    open.push(name);
    text = '';
    for (const [attribute, value] of Object.entries(attributes))
      if (/^(?:href|src|url|uri)$/.test(attribute)) links.push(value);
  });
  const take = (more: string) => (text += more);
  sax.on('text', take);
  sax.on('cdata', take);
  sax.on('closetag', () => {
    const name = open.pop() ?? '';
    if (/^(?:loc|link|url|image:loc|docs)$/.test(name) && text.trim()) links.push(text.trim());
    if (/^(?:content:encoded|content|description|summary)$/.test(name) && text.includes('<'))
      links.push(...htmlLinks(text, false).links);
    text = '';
  });
  sax.write(xml).close();
  return links;
}

/** Addresses in JSON: every text that is one of this site's, with or without its host, and those in HTML. */
function jsonLinks(value: unknown, { url, base }: CheckedSite): string[] {
  const own = strings(value).filter(
    (text) =>
      /^\S+$/.test(text) &&
      (text.startsWith(url + base) || (base !== '/' && text.startsWith(base)) || /^\/[\w-]+\/\S*$/.test(text)),
  );
  const html = strings(value).filter((text) => /<[a-z][^>]*\s(?:href|src)=/i.test(text));
  return [...own, ...html.flatMap((text) => htmlLinks(text, false).links)];
}

/** Every text in a value, however deep, but for the names that JSON-LD gives things (`@id`). */
function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(strings);
  return value !== null && typeof value === 'object'
    ? Object.entries(value).flatMap(([key, each]) => (key === '@id' ? [] : strings(each)))
    : [];
}
