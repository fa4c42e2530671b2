import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { isUnmistakable, hasMarks } from './markdown/is-markdown.ts';
import { parseText } from './parse.ts';

/** Warnings name the file, and its ending. */
const read = (path: string, text: string) => ({
  ...parseText(path, text, { timeZone: 'UTC', language: 'en' }),
  warnings: [],
});
const facts = ({ root: _, ...rest }: ReturnType<typeof read>) => rest;
const paste =
  'Harbour Reopens after Nine Days of Storm\n\nWorld\nPost At: Nov 14/2026 9:05AM\n\nThe harbour of Port Averill reopened on Saturday, nine days after the storm.\n\nThe first boats left at dawn, and all nine of them came home again.\n';

describe('the same words give the same article, whatever the ending', () => {
  test('a paste', () => {
    expect(read('a.md', paste)).toEqual(read('a.txt', paste));
    expect(read('a.md', paste)).toMatchObject({ section: 'World', published: { instant: '2026-11-14T09:05:00.000Z' } });
  });

  test('its headline marked, it loses neither date nor section', () => {
    expect(read('a.md', `# ${paste}`)).toMatchObject({
      headline: 'Harbour Reopens after Nine Days of Storm',
      section: 'World',
      published: { instant: '2026-11-14T09:05:00.000Z' },
    });
    expect(facts(read('a.md', `# ${paste}`))).toEqual(facts(read('a.txt', `# ${paste}`)));
  });

  test('Markdown in a .txt is Markdown', () => {
    const text = `# ${paste}\n## What was lost\n\n**Three boats** and [a pier](https://example.org/pier).\n`;
    expect(read('a.txt', text)).toEqual(read('a.md', text));
    expect(read('a.txt', text)).toMatchObject({ section: 'World', published: { precision: 'minute' } });
    expect(read('a.txt', text).root.children.map(({ type }) => type)).toContain('heading');
  });

  test('what front matter leaves open is read from the text', () => {
    const text = `---\ntags: [boats]\n---\n\n# ${paste}\n**Three boats** were lost.\n`;
    expect(read('a.md', text)).toMatchObject({
      section: 'World',
      topics: ['boats'],
      published: { precision: 'minute' },
    });
  });

  test.each([
    '19. November 2026',
    '- Nov. 18th 2026 8:54 am',
    '+ 18 photos',
    '> Life',
    '>> So it ends.',
    'Notes B1* to B9* (*)',
    '_'.repeat(30),
  ])('no Markdown: %s', (line) => expect(hasMarks(`${paste}\n${line}\n\nThe end.\n`)).toBe(false));

  test.each([
    '- One\n- Two',
    '1. One\n\n2. Two',
    '> The harbour of Port Averill reopened on Saturday.',
    '> So\n> it ends.',
    'It is *so*, _he_ said.',
  ])('Markdown: %s', (line) => expect(hasMarks(`${paste}\n${line}\n\nThe end.\n`)).toBe(true));

  const shared = fileURLToPath(new URL('../../../shared', import.meta.url));
  const texts = ['articles', 'corpora/pasted/dev', 'corpora/pasted/more'].flatMap((folder) =>
    existsSync(join(shared, folder))
      ? readdirSync(join(shared, folder))
          .filter((name) => name.endsWith('.txt'))
          .map((name) => join(shared, folder, name))
      : [],
  );
  if (texts.length === 0) console.info('the pasted articles are not here (../shared): they are skipped');
  // A few have a mark that Markdown has too: a .md of them says that it is one.
  const plain = texts.filter((file) => !hasMarks(readFileSync(file, 'utf8')));
  test.skipIf(texts.length === 0)(
    'nearly every pasted article is free of marks, and none is taken for Markdown',
    () => {
      expect(texts.filter((file) => isUnmistakable(readFileSync(file, 'utf8')))).toEqual([]);
      expect(plain.length).toBeGreaterThan(texts.length * 0.95);
    },
  );
  test.each(plain.map((file) => [file.slice(shared.length), file]))('%s', (_, file) => {
    const text = readFileSync(file, 'utf8');
    expect(read('a.md', text)).toEqual(read('a.txt', text));
  });
});
