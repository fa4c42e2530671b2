import { h } from 'hastscript';
import { toHtml } from 'hast-util-to-html';
import type { Site } from '../site.ts';

/**
 * What hosts are told: old addresses, headers, and ready settings of servers. One list of rules, written
 * in each host's own form.
 */

/** A page that leads on to another: for hosts that know no redirects of their own, and for saved copies of it. */
export function redirectPage(
  { to, headline, language }: { to: string; headline: string; language: string },
  { url, base }: Pick<Site, 'url' | 'base'>,
): string {
  const path = base + encodeURI(to.slice(1));
  const page = h('html', { lang: language }, [
    h('head', [
      h('meta', { charSet: 'utf-8' }),
      h('meta', {
        httpEquiv: 'Content-Security-Policy',
        content: `default-src 'none'; base-uri 'none'; form-action 'none'`,
      }),
      h('meta', { httpEquiv: 'refresh', content: `0; url=${path}` }),
      h('meta', { name: 'robots', content: 'noindex' }),
      h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      h('link', { rel: 'canonical', href: url + path }),
      h('title', headline),
    ]),
    h('body', h('p', h('a', { href: path }, headline))),
  ]);
  return `<!doctype html>\n${toHtml(page)}\n`;
}

/**
 * The `_redirects` file of Netlify and Cloudflare Pages: from, to, status, parted by blanks.
 * https://docs.netlify.com/routing/redirects/ ; Cloudflare takes the first 2,000 of them.
 */
export function redirectsFile(pairs: readonly { from: string; to: string }[], { base }: Pick<Site, 'base'>): string {
  // As a browser writes it, whether the path came with its percent signs or without.
  const address = (path: string) => base + new URL(path, 'https://this-site.invalid').pathname.slice(1);
  return pairs.map(({ from, to }) => `${address(from)} ${address(to)} 301\n`).join('');
}

/**
 * Headers of every answer.
 *
 * @param policy the Content-Security-Policy for all files of the site: what one page may do is in the policy
 *   that it carries itself
 * @param isOpened whether other pages may open one of this site and talk to it: a bookmark that hands a page to the desk
 */
export const securityHeaders = (policy: string, isOpened = false): Record<string, string> => ({
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'same-origin',
  'Content-Security-Policy': policy,
  'X-Frame-Options': 'DENY',
  ...(isOpened ? {} : { 'Cross-Origin-Opener-Policy': 'same-origin' }),
  'Permissions-Policy':
    'accelerometer=(), browsing-topics=(), camera=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()',
});
/** Pages, scripts and the like are for this site alone … */
const ownResources = 'same-origin';
/** … pictures, feeds and an article's other forms may be shown by others: feed readers do. */
const sharedResources = 'cross-origin';

/** Only for hosts that serve by https for good: a browser that has read it takes no http for a year. */
const strictTransport = 'Strict-Transport-Security: max-age=31536000';

/** Folders whose files are named by what they hold: a browser may keep them for good. */
const immutable = ['_astro/', 'pictures/', 'pagefind/'] as const;
const forGood = 'public, max-age=31536000, immutable';
/** Everything else is asked for again, and answered "not modified" where it is the same. */
const askAgain = 'no-cache';
/** Folders that other sites may show from. */
const shared = ['pictures/', 'cards/'] as const;
/** Folders whose files this site's own pages alone load. */
const unshared = ['_astro/', 'pagefind/'] as const;

/**
 * The `_headers` file of Netlify and Cloudflare Pages. Both tell browsers to ask again for what it does
 * not name, and both join the values of rules that overlap: so each header stands in one rule for a path.
 *
 * @param policy the Content-Security-Policy for all files of the site
 */
export function headersFile({ base, desk }: Pick<Site, 'base'> & { desk?: string }, policy: string): string {
  const rule = (path: string, headers: Record<string, string>, ...notes: string[]) =>
    [
      `${base}${path}*`,
      ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`),
      ...notes.map((note) => `  # ${note}`),
    ].join('\n');
  return `${[
    rule('', securityHeaders(policy, desk === 'public'), strictTransport),
    ...[...new Set<string>([...immutable, ...shared])].map((folder) =>
      rule(folder, {
        ...(isIn(immutable, folder) && { 'Cache-Control': forGood }),
        ...(isIn(shared, folder) && { 'Cross-Origin-Resource-Policy': sharedResources }),
        ...(isIn(unshared, folder) && { 'Cross-Origin-Resource-Policy': ownResources }),
      }),
    ),
  ].join('\n\n')}\n`;
}

const isIn = (folders: readonly string[], folder: string): boolean => folders.includes(folder);

export interface ServerOptions {
  /** The site's base. */
  base: string;
  /** Absolute path of the published folder on the server. */
  folder: string;
  /** The host's name. */
  host: string;
  /** The Content-Security-Policy for all files of the site. */
  policy: string;
  /** Whether other pages may open the desk and hand it what they show. */
  isOpened?: boolean;
  /** Old addresses, with the base, and where they lead. */
  redirects: readonly { from: string; to: string }[];
}

/** Settings for nginx (1.18 or newer): one server, to be put into `sites-available` or `conf.d`. */
export function nginxConf({ base, folder, host, policy, isOpened, redirects }: ServerOptions): string {
  const quoted = (text: string) => `"${text.replace(/["\\$]/g, (sign) => `\\${sign}`)}"`;
  const prefix = base.replace(/[.]/g, '\\.');
  return `# nginx: serves the newspaper at http://${host}${base}
# Put certificates in by "listen 443 ssl", or let certbot do it.

map $uri $newspaper_cache {
    default "${askAgain}";
    ~^${prefix}(${immutable.map((name) => name.slice(0, -1)).join('|')})/ "${forGood}";
}

map $uri $newspaper_shared {
    default "${ownResources}";
    ~^${prefix}(${shared.map((name) => name.slice(0, -1)).join('|')})/ "${sharedResources}";
    ~\\.(xml|json|md|txt|epub)$ "${sharedResources}";
}

server {
    listen 80;
    listen [::]:80;
    server_name ${host};

    charset utf-8;
    charset_types text/plain text/markdown text/xml application/xml application/rss+xml application/atom+xml application/json application/feed+json application/manifest+json text/javascript application/javascript;
    server_tokens off;
    absolute_redirect off;

    # An add_header further in would take these away: there is none. A "not found" is never kept for good.
    add_header Cache-Control $newspaper_cache;
    add_header Cross-Origin-Resource-Policy $newspaper_shared always;
${Object.entries(securityHeaders(policy, isOpened))
  .map(([name, value]) => `    add_header ${name} "${value}" always;`)
  .join('\n')}
    # Once https works for good:
    # add_header Strict-Transport-Security "max-age=31536000" always;

    # Files that "npm run compress" has put beside the others. For .br: brotli_static on (module brotli).
    gzip_static on;

    location ${base} {
        alias ${folder.replace(/\/?$/, '/')};
        index index.html;
        # The server's own list of types knows these not, or by another name.
        types {
            text/html html;
            text/css css;
            text/javascript js;
            text/plain txt;
            text/markdown md;
            application/json json;
            application/manifest+json webmanifest;
            application/xml xml xsl;
            application/epub+zip epub;
            image/svg+xml svg;
            image/png png;
            image/jpeg jpg jpeg;
            image/webp webp;
            image/x-icon ico;
            font/woff2 woff2;
        }
        default_type application/octet-stream;
    }

${base === '/' ? '' : `    location = ${base.slice(0, -1)} { return 301 ${base}; }\n\n`}    location ~ /_(headers|redirects)$ {
        return 404;
    }

${redirects.map(({ from, to }) => `    location = ${quoted(decodeURI(from))} { return 301 ${quoted(to)}; }\n`).join('')}
    error_page 404 ${base}404.html;
}
`;
}

/** Settings for Caddy (2.6 or newer), which sees to https itself. */
export function caddyfile({ base, folder, host, policy, isOpened, redirects }: ServerOptions): string {
  const paths = (names: readonly string[]) => names.map((name) => `${base}${name}*`).join(' ');
  const sharedPaths = `${paths(shared)} *.xml *.json *.md *.txt *.epub`;
  return `# Caddy: serves the newspaper at https://${host}${base}
${host} {
\theader {
${Object.entries(securityHeaders(policy, isOpened))
  .map(([name, value]) => `\t\t${name} "${value}"`)
  .join('\n')}
\t\t# ${strictTransport.replace(': ', ' "')}"
\t}
\t@named path ${paths(immutable)}
\t@unnamed not path ${paths(immutable)}
\theader @named Cache-Control "${forGood}"
\theader @unnamed Cache-Control "${askAgain}"
\t@shared path ${sharedPaths}
\t@unshared not path ${sharedPaths}
\theader @shared Cross-Origin-Resource-Policy "${sharedResources}"
\theader @unshared Cross-Origin-Resource-Policy "${ownResources}"
${base === '/' ? '' : `\tredir ${base.slice(0, -1)} ${base} permanent\n`}${redirects.map(({ from, to }) => `\tredir ${from} ${to} permanent\n`).join('')}
\thandle_path ${base}* {
\t\troot * ${folder}
\t\tfile_server {
\t\t\thide _headers _redirects
\t\t\tprecompressed br gzip
\t\t}
\t}
\thandle_errors {
\t\theader Cache-Control "${askAgain}"
\t\troot * ${folder}
\t\trewrite * /404.html
\t\tfile_server
\t}
}
`;
}
