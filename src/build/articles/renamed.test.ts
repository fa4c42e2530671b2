import { describe, expect, it } from 'vitest';
import { noon, summary } from '../../edition/fixtures/summaries.ts';
import { planRedirects } from '../../edition/redirects.ts';
import type { Summary } from '../../edition/summary.ts';
import { aliasProblems } from './aliases.ts';
import { noticeRenamed } from './renamed.ts';
import type { Facts } from '../cache/record-store.ts';

const facts = (id: string, values: Partial<Summary> = {}, draft = false): [string, Facts] => [
  `${id}.md`,
  {
    summary: summary(id, { signature: 'AAAA', published: noon('2024-01-01'), ...values }),
    warnings: [],
    draft,
    foreign: [],
    asked: [],
    names: [],
    fragments: [],
    missing: [],
    pictures: [],
  },
];
const notice = (before: [string, Facts][], after: [string, Facts][]) =>
  noticeRenamed(new Map(before), new Map(after)).map(String);

describe('a renamed file', () => {
  it('is told, with the line to add', () => {
    const [told] = notice([facts('old')], [facts('new')]);
    expect(told).toContain('new.md:1:1  warning: This is the text that was published as /articles/old/ (old.md)');
    expect(told).toContain('aliases: [/articles/old/]');
  });

  it('is not told once it names its old address, nor a new text, a copy, or a draft', () => {
    expect(notice([facts('old')], [facts('new', { aliases: ['/articles/old'] })])).toEqual([]);
    expect(notice([facts('old')], [facts('new', { signature: 'BBBB' })])).toEqual([]);
    expect(notice([facts('old')], [facts('old'), facts('new')])).toEqual([]);
    expect(notice([facts('old', {}, true)], [facts('new')])).toEqual([]);
    expect(notice([], [facts('new')])).toEqual([]);
  });

  it('of a few words is known by its headline', () => {
    expect(
      notice([facts('old', { signature: '', headline: 'H' })], [facts('new', { signature: '', headline: 'H' })]),
    ).toHaveLength(1);
    expect(
      notice([facts('old', { signature: '', headline: 'H' })], [facts('new', { signature: '', headline: 'G' })]),
    ).toEqual([]);
  });
});

describe('old addresses that clash', () => {
  it('are mistakes in the files that name them, and say with what', () => {
    const shown = [facts('a', { aliases: ['/about', '/../x', '/same/'] }), facts('b', { aliases: ['/same'] })];
    const plan = [{ path: 'about/index.html', articles: [], work: { generator: 'nojekyll' } } as const];
    const told = aliasProblems(shown, [
      ...plan,
      ...planRedirects(
        shown.map(([, { summary: each }]) => each),
        ['about/index.html'],
      ).outputFiles,
    ]).map(String);
    expect(told.map((each) => each.split('\n')[0])).toEqual([
      "a.md:1:1  The old address /../x can't lead here: no file can have it.",
      "a.md:1:1  The old address /about can't lead here: the site has about/ there.",
      "a.md:1:1  The old address /same/ can't lead here: b.md names it too.",
      "b.md:1:1  The old address /same can't lead here: a.md names it too.",
    ]);
    expect(aliasProblems([facts('a')], plan)).toEqual([]);
  });
});
