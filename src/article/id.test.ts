import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { articleId, slug } from './id.ts';

describe("an article's id", () => {
  it.each([
    ['russia-china-alliance.txt', 'russia-china-alliance'],
    ['2024/02/Harbour Lights.md', '2024/02/harbour-lights'],
    ['posts/2024/02/2024-02-09-harbour.md', 'posts/2024/02/09/harbour'],
    ['2024/2024-02-09-harbour.md', '2024/02/09/harbour'],
    ['2023/2024-02-09-harbour.md', '2023/2024/02/09/harbour'],
    ['Über Größe & Maß.md', 'uber-grosse-and-mass'],
    ['Привет мир.txt', 'привет-мир'],
    ['أهلا بالعالم.md', 'أهلا-بالعالم'],
    ['東京.md', '東京'],
    ['100%.md', '100'],
    ['../../etc/passwd.md', 'etc/passwd'],
    ['con.md', 'con-x'],
    ["it's.md", 'its'],
    ['....md', ''],
  ])('%s is %s', (path, id) => {
    expect(articleId(path)).toBe(id);
  });

  it('is the same for both Unicode forms of a name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        expect(slug(name.normalize('NFD'))).toBe(slug(name.normalize('NFC')));
      }),
    );
  });

  it('never climbs, never ends in a blank, fits a file system, and is its own slug', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 300 }), { maxLength: 6 }), (parts) => {
        const id = articleId(parts.join('/'));
        for (const part of id.split('/')) {
          expect(part).not.toMatch(/^\.{1,2}$|[\\\0%?#\s]|^-|-$/);
          expect(new TextEncoder().encode(part).length).toBeLessThanOrEqual(204);
        }
        expect(id).toBe(id.split('/').map(slug).join('/'));
      }),
    );
  });
});
