import { hash } from 'node:crypto';
import type { Page } from '../../edition/pages.ts';
import type { Site } from '../../site.ts';

/**
 * The Content-Security-Policy of a page, made from its final HTML: nothing is allowed but what the site
 * itself serves, and of inline styles and scripts exactly those that are in the page.
 * https://www.w3.org/TR/CSP3/ ; the site's own scripts write no HTML, so Trusted Types hold on every page.
 *
 * Headers carry a policy too, and a browser obeys both. A header that stands for many pages allows what
 * any of them needs, and each page's own policy holds it to what that page needs.
 */

/** Where `Base.astro` leaves room for the policy. */
const ROOM = '__POLICY__';
export const policyRoom = ROOM;

/** Types of script that a browser runs or obeys, and so checks; structured data is not among them. */
const checked = new Set(['', 'module', 'text/javascript', 'application/javascript', 'importmap', 'speculationrules']);

export interface PolicyOptions {
  /** Hosts whose pictures may be loaded. */
  pictureHosts: readonly string[];
  /** The search index is read by WebAssembly. */
  wasm: boolean;
  /** Hosts of other services that run on this page: they may load scripts, styles, pictures and frames, and be asked. */
  hosts: readonly string[];
  /** Pictures that the reader puts on the page are shown: the desk. */
  ownPictures?: boolean;
}

/** A page of the owner's that has a head of its own: with room for the policy, before anything that it is to hold for. */
export function withRoom(html: string): string {
  if (html.includes(`content="${ROOM}"`)) return html;
  const meta = `<meta http-equiv="Content-Security-Policy" content="${ROOM}">`;
  const head = /<head\b[^>]*>/i.exec(html);
  const at = head ? head.index + head[0].length : (/^\s*<!doctype[^>]*>/i.exec(html)?.[0].length ?? 0);
  return html.slice(0, at) + meta + html.slice(at);
}

/**
 * Fills in a page's policy.
 *
 * @param html    the page, with the room for its policy in the head
 * @param options what this page may do beyond the rest
 * @param hashes  kept hashes of equal contents, from page to page
 * @throws Error when the page has no room for a policy, or has it twice in its head
 */
export function withPolicy(html: string, options: PolicyOptions, hashes = new Map<string, string>()): string {
  const at = html.indexOf(`content="${ROOM}"`);
  if (at < 0) throw new Error('the page has no room for its Content-Security-Policy: use the layout Base.astro');
  const { styles, scripts } = inlined(html);
  const sources = (contents: readonly string[]) =>
    [...new Set(contents)].map((content) => source(content, hashes)).sort();
  const others = options.hosts.map((each) => `https://${each}`);
  const policy = [
    `default-src 'none'`,
    ['script-src', `'self'`, ...(options.wasm ? [`'wasm-unsafe-eval'`] : []), ...sources(scripts), ...others].join(' '),
    ['style-src', ...(styles.length + others.length ? [...sources(styles), ...others] : [`'none'`])].join(' '),
    ...lasting(options),
  ].join('; ');
  return `${html.slice(0, at)}content="${policy}"${html.slice(at + ROOM.length + 10)}`;
}

/** The page without the room for a policy: in development styles and scripts are put in that no policy would know. */
export const withoutPolicy = (html: string): string =>
  html.replace(/<meta http-equiv="Content-Security-Policy" content="__POLICY__"[^>]*>/, '');

type Lasting = Pick<PolicyOptions, 'pictureHosts' | 'hosts' | 'ownPictures'>;

/** What every page may do alike, whatever its styles and scripts are. */
function lasting({ pictureHosts, hosts, ownPictures }: Lasting): string[] {
  const [pictures, others] = [[...pictureHosts, ...hosts], hosts].map((all) =>
    all.map((each) => ` https://${each}`).join(''),
  );
  return [
    `img-src 'self'${ownPictures ? ' blob:' : ''}${pictures}`,
    `font-src 'self'${others}`,
    `connect-src 'self'${others}`,
    ...(hosts.length > 0 ? [`frame-src${others}`] : []),
    `manifest-src 'self'`,
    `worker-src 'self'`,
    `media-src 'none'`,
    `base-uri 'none'`,
    `form-action 'self'`,
    // Scripts of other services write HTML: where they run, Trusted Types would stop them.
    ...(hosts.length > 0 ? [] : trustedTypes),
  ];
}

/** The one name under which the site's scripts hand an address to the browser: that of the service worker. */
const trustedTypes = [`require-trusted-types-for 'script'`, `trusted-types broadsheet`];

/** What only a header can say: no page of another site may show this one in a frame. */
const UNFRAMED = `frame-ancestors 'none'`;

/** @returns the policy that a page carries, null where it carries none */
export function policyIn(html: string): string | null {
  const found = /<meta http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1];
  return found?.replaceAll('&#x27;', `'`) ?? null;
}

/**
 * The policy of a header that stands for all pages and is made anew with them: what any of them needs, and
 * styles of the site's own for the feeds, which name one.
 *
 * @param policies what the pages carry
 * @param hosts    of other services that run on some page: a header may not ask for Trusted Types then
 */
export function headerPolicy(policies: Iterable<string>, { hosts }: Pick<PolicyOptions, 'hosts'>): string {
  const needed = new Map([['default-src', new Set<string>()]]);
  for (const policy of [...[...policies].sort(), `style-src 'self'`]) {
    for (const directive of policy.split('; ')) {
      if (hosts.length > 0 && trustedTypes.includes(directive)) continue;
      const [name = '', ...sources] = directive.split(' ');
      const known = needed.get(name) ?? new Set();
      needed.set(name, new Set([...known, ...sources.filter((each) => each !== `'none'`)]));
    }
  }
  const directives = [...needed].map(([name, sources]) => [name, ...(sources.size ? [...sources].sort() : [`'none'`])]);
  return [...directives.map((words) => words.join(' ')), UNFRAMED].join('; ');
}

/**
 * The policy of a header that is written once and stays while editions come and go, such as a server's
 * settings: styles and scripts, whose hashes change with the site's code, are left to each page's own policy.
 */
export const serverPolicy = (options: Lasting): string =>
  [
    // An article that is kept as one file has its pictures in it.
    ...lasting(options).map((directive) => directive.replace(/^img-src 'self'/, `$& data:`)),
    `script-src-attr 'none'`,
    `style-src-attr 'none'`,
    ...(options.hosts.length > 0 ? [] : [`frame-src 'none'`]),
    `object-src 'none'`,
    UNFRAMED,
  ].join('; ');

function source(content: string, hashes: Map<string, string>): string {
  let known = hashes.get(content);
  if (known === undefined) {
    known = `'sha256-${hash('sha256', content, 'base64')}'`;
    hashes.set(content, known);
  }
  return known;
}

/** A start tag, its attributes' quoted values included, so that a `>` or a tag inside one is passed over. */
const startTag =
  /<(script|style|textarea|title|noscript|template|iframe|xmp)\b((?:[^"'>]|"[^"]*"|'[^']*')*)>|<!--[\s\S]*?-->|<[a-z][^\s/>]*(?:[^"'>]|"[^"]*"|'[^']*')*>/gi;
/** Their contents are text: what looks like a tag in them is none. */
const textOnly = new Set(['script', 'style', 'textarea', 'title', 'xmp', 'iframe']);

/** The contents of a page's inline styles and scripts, in order, as a browser hashes them. */
export function inlined(html: string): { styles: string[]; scripts: string[] } {
  const styles: string[] = [];
  const scripts: string[] = [];
  const tags = new RegExp(startTag);
  for (let match = tags.exec(html); match; match = tags.exec(html)) {
    const name = match[1]?.toLowerCase();
    if (name === undefined || !textOnly.has(name)) continue;
    const from = tags.lastIndex;
    const end = html.slice(from).search(new RegExp(`</${name}[\\s/>]`, 'i'));
    const to = end < 0 ? html.length : from + end;
    tags.lastIndex = to;
    if (name === 'style') styles.push(newlines(html.slice(from, to)));
    if (name === 'script' && runs(match[2] ?? '')) scripts.push(newlines(html.slice(from, to)));
  }
  return { styles, scripts };
}

function runs(attributes: string): boolean {
  if (/\ssrc\s*=/i.test(attributes)) return false;
  const [, double, single, bare] = /\stype\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i.exec(attributes) ?? [];
  return checked.has((double ?? single ?? bare ?? '').trim().toLowerCase());
}

/** A browser reads every line's end as one sign before it hashes. */
const newlines = (text: string): string => text.replace(/\r\n?/g, '\n');

/**
 * The hosts of other services that run on a page.
 *
 * @param kind of the page; null for all pages together
 */
export const hostsOn = ({ thirdParty }: Pick<Site, 'thirdParty'>, kind: Page['kind'] | null): string[] => {
  // What lies on the desk is its person's alone.
  if (kind === 'desk') return [];
  const here = thirdParty.filter(({ place }) => place !== 'article' || kind === null || kind === 'article');
  return [...new Set(here.flatMap(({ hosts }) => hosts))];
};
