import { describe, expect, it } from 'vitest';
import { buildServiceWorker, precached } from './service-worker.ts';

const files = [
  'index.html',
  'offline/index.html',
  '_astro/page.X1.js',
  'articles/grünental/index.html',
  'articles/eels/index.html',
  'articles/eels.json',
  'pagefind/pagefind.js',
  '404.html',
  'archive/index.html',
].map((path) => ({ path, hash: `${path.length}`.repeat(20) }));

const none = { newest: [], lists: [] };

describe('what is kept ahead', () => {
  it('is the shell, the newest articles and the lists that are there, with digests for revisions', () => {
    expect(
      precached(
        files,
        { newest: ['/articles/grünental/', '/articles/nix/', '/articles/eels/'], lists: ['/archive/'] },
        '/news/',
      ),
    ).toEqual({
      shell: [
        { url: '/news/', revision: '1010101010101010' },
        { url: '/news/_astro/page.X1.js', revision: null },
        { url: '/news/offline/', revision: '1818181818181818' },
      ],
      newest: [
        { url: '/news/articles/gr%C3%BCnental/', revision: '2929292929292929' },
        { url: '/news/articles/eels/', revision: '2424242424242424' },
        { url: '/news/archive/', revision: '1818181818181818' },
      ],
    });
  });

  it('does not depend on the order of the files, and is bounded', () => {
    expect(precached([...files].reverse(), none, '/')).toEqual(precached(files, none, '/'));
    const many = Array.from({ length: 99 }, (_, index) => ({ path: `articles/a${index}/index.html`, hash: 'x' }));
    expect(
      precached(many, { ...none, newest: many.map((_, index) => `/articles/a${index}/`) }, '/').newest,
    ).toHaveLength(30);
  });
});

describe('the worker', () => {
  const options = { base: '/', version: 'one', ...precached(files, none, '/') };

  it('is one file, the same for the same edition and another for another', async () => {
    const worker = await buildServiceWorker(options);
    expect(worker).not.toMatch(/\bimport\b\s*[{(*'"]|importScripts/);
    expect(worker).not.toContain('process.env');
    expect(await buildServiceWorker({ ...options })).toBe(worker);
    expect(await buildServiceWorker({ ...options, version: 'two' })).not.toBe(worker);
  });

  it('needs the offline page', async () => {
    await expect(buildServiceWorker({ ...options, shell: [] })).rejects.toThrow('/offline/');
  });
});
