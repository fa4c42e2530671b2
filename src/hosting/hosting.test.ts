import { describe, expect, it } from 'vitest';
import { caddyfile, headersFile, nginxConf, redirectPage, redirectsFile, securityHeaders } from './hosting.ts';

const site = { url: 'https://e.org', base: '/news/' };
const policy = "default-src 'none'; frame-ancestors 'none'";

describe('a page at an old address', () => {
  const page = redirectPage({ to: '/articles/café/', headline: 'A <b> & "quotes"', language: 'en' }, site);

  it('leads on, for browsers, readers and search engines', () => {
    expect(page).toContain('<meta http-equiv="refresh" content="0; url=/news/articles/caf%C3%A9/">');
    expect(page).toContain('<link rel="canonical" href="https://e.org/news/articles/caf%C3%A9/">');
    expect(page).toContain('<meta name="robots" content="noindex">');
    expect(page).toContain('<a href="/news/articles/caf%C3%A9/">A &#x3C;b> &#x26; "quotes"</a>');
  });

  it('may do nothing else', () => {
    expect(page).toMatch(/Content-Security-Policy" content="default-src &#x27;none&#x27;/);
    expect(page).not.toMatch(/<script|style=/);
  });
});

describe('the list of old addresses', () => {
  it('has one a line, with the base, percent signs as browsers write them', () => {
    const pairs = [
      { from: '/old/', to: '/articles/a/' },
      { from: '/caf%C3%A9', to: '/articles/b/' },
      { from: '/über', to: '/articles/c/' },
    ];
    expect(redirectsFile(pairs, site)).toBe(
      '/news/old/ /news/articles/a/ 301\n/news/caf%C3%A9 /news/articles/b/ 301\n/news/%C3%BCber /news/articles/c/ 301\n',
    );
    expect(redirectsFile([], site)).toBe('');
  });
});

describe('headers', () => {
  /** Rules as hosts read them. */
  const rules = (file: string) =>
    new Map(
      file
        .trim()
        .split('\n\n')
        .map((rule) => {
          const [path = '', ...lines] = rule.split('\n');
          return [
            path,
            Object.fromEntries(
              lines.filter((line) => !line.trim().startsWith('#')).map((line) => line.trim().split(/:\s(.*)/)),
            ),
          ] as const;
        }),
    );

  it('stand in one rule for any path: hosts join the values of those that overlap', () => {
    const all = rules(headersFile(site, policy));
    expect([...all.keys()]).toEqual([
      '/news/*',
      '/news/_astro/*',
      '/news/pictures/*',
      '/news/pagefind/*',
      '/news/cards/*',
    ]);
    for (const path of [...all.keys()].slice(1)) {
      for (const name of Object.keys(all.get(path) ?? {}))
        expect(all.get('/news/*'), `${path} ${name}`).not.toHaveProperty(name);
    }
    expect(all.get('/news/pictures/*')).toEqual({
      'Cache-Control': 'public, max-age=31536000, immutable',
      'Cross-Origin-Resource-Policy': 'cross-origin',
    });
  });

  it('are those that hold for every page', () => {
    expect(rules(headersFile(site, policy)).get('/news/*')).toEqual(securityHeaders(policy));
    expect(securityHeaders(policy)).toMatchObject({
      'X-Content-Type-Options': 'nosniff',
      'Content-Security-Policy': policy,
      'Cross-Origin-Opener-Policy': 'same-origin',
    });
  });

  it('let a page hand over what it shows where the site publishes its desk, and nowhere else', () => {
    const opener = 'Cross-Origin-Opener-Policy';
    expect(rules(headersFile({ ...site, desk: 'public' }, policy)).get('/news/*')).not.toHaveProperty(opener);
    expect(rules(headersFile({ ...site, desk: 'dev' }, policy)).get('/news/*')).toHaveProperty(opener);
  });
});

describe('settings of servers', () => {
  const options = {
    base: '/news/',
    folder: '/srv/news',
    host: 'e.org',
    policy,
    redirects: [{ from: '/news/caf%C3%A9', to: '/news/articles/a/' }],
  };

  it('of nginx have every header, and take no text for more than text', () => {
    const conf = nginxConf({ ...options, redirects: [...options.redirects, { from: '/news/$uri"', to: '/news/x/' }] });
    for (const [name, value] of Object.entries(securityHeaders(policy)))
      expect(conf).toContain(`add_header ${name} "${value}" always;`);
    expect(conf).toContain('location = "/news/café" { return 301 "/news/articles/a/"; }');
    expect(conf).toContain('location = "/news/\\$uri\\"" {');
    expect(conf).toContain('location /news/ {\n        alias /srv/news/;');
    expect(conf).toContain('location = /news { return 301 /news/; }');
    expect(nginxConf({ ...options, base: '/' })).not.toContain('location =  ');
    expect((conf.match(/\{/g) ?? []).length).toBe((conf.match(/\}/g) ?? []).length);
  });

  it('of Caddy set each header once for a path', () => {
    const file = caddyfile(options);
    expect(file).toContain('@unnamed not path /news/_astro/* /news/pictures/* /news/pagefind/*');
    expect(file).toContain('redir /news/caf%C3%A9 /news/articles/a/ permanent');
    expect(file).toContain('hide _headers _redirects');
  });
});
