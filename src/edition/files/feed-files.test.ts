import { describe, expect, it } from 'vitest';
import { feedFiles } from './feed-files.ts';
import { noon, site, summary } from '../fixtures/summaries.ts';
import type { OutputFile } from './output-file.ts';
import { openEdition } from '../edition.ts';
import type { Summary } from '../summary.ts';

const filesOf = (summaries: Summary[]): OutputFile[] => feedFiles(openEdition(summaries, site));
const at = (outputFiles: OutputFile[], path: string): OutputFile => {
  const outputFile = outputFiles.find((each) => each.path === path);
  if (!outputFile) throw new Error(`no ${path}`);
  return outputFile;
};
const feedOf = (outputFile: OutputFile) => {
  if (outputFile.work.generator !== 'feed') throw new Error(`${outputFile.path} is no feed`);
  return outputFile.work.feed;
};

// Fifty days from December into January and February, one article a day, and one without a date.
const days = Array.from({ length: 50 }, (_, index) =>
  new Date(Date.UTC(2023, 11, 20 + index)).toISOString().slice(0, 10),
);
const articles = [
  ...days.map((day, index) =>
    summary(`d${index}`, { published: noon(day), section: index % 2 ? 'World' : 'Sport', topics: ['Sea'] }),
  ),
  summary('undated'),
];

describe('the feeds of an edition', () => {
  const outputFiles = filesOf(articles);

  it('stand at the top, in each section and in each topic, in three formats', () => {
    const folders = ['', 'sections/world/', 'sections/sport/', 'topics/sea/'];
    const wanted = folders.flatMap((folder) => ['feed.xml', 'atom.xml', 'feed.json'].map((file) => folder + file));
    expect(outputFiles.map(({ path }) => path)).toEqual(expect.arrayContaining(wanted));
    expect(outputFiles).toHaveLength(wanted.length + 3);
  });

  it('have the newest twenty, newest first, and only what is in the list', () => {
    expect(at(outputFiles, 'feed.xml').articles).toEqual(Array.from({ length: 20 }, (_, index) => `d${49 - index}`));
    expect(at(outputFiles, 'sections/world/feed.json').articles.every((id) => Number(id.slice(1)) % 2 === 1)).toBe(
      true,
    );
  });

  it('leave out what has no date', () => {
    expect(filesOf([summary('undated')]).every(({ articles: own }) => own.length === 0)).toBe(true);
  });

  it('are whole by way of the archives: following them back finds every dated article once', () => {
    const seen: string[] = [];
    let next = feedOf(at(outputFiles, 'atom.xml')).archive?.previous ?? null;
    while (next) {
      const outputFile = at(outputFiles, next.slice(1));
      const { archive, self } = feedOf(outputFile);
      expect(self).toBe(next);
      expect(archive?.archived).toBe(true);
      if (archive?.previous) expect(feedOf(at(outputFiles, archive.previous.slice(1))).archive?.next).toBe(self);
      seen.push(...outputFile.articles);
      next = archive?.previous ?? null;
    }
    expect(seen).toEqual(days.map((_, index) => `d${49 - index}`));
  });

  it('change little when an old article joins: its own lists and its own month', () => {
    const before = new Map(outputFiles.map((outputFile) => [outputFile.path, JSON.stringify(outputFile)]));
    const after = filesOf([...articles, summary('late', { published: noon('2023-12-25'), section: 'World' })]);
    expect(
      after.filter((outputFile) => before.get(outputFile.path) !== JSON.stringify(outputFile)).map(({ path }) => path),
    ).toEqual(['archive/2023/12/atom.xml']);
  });
});
