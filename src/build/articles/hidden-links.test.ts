import { expect, it } from 'vitest';
import { SourceError } from '../../source/error.ts';
import type { Facts } from '../cache/record-store.ts';
import type { Rule } from '../../source/rule.ts';
import { explainHidden } from './hidden-links.ts';

const article = (headline: string, path: string, published: string | null = null, draft = false) =>
  ({ summary: { headline, path, published }, names: [], fragments: ['end'], draft }) as unknown as Facts;
const warning = (rule: Rule, message: string) =>
  new SourceError({ path: 'news/a.md', line: 4, column: 1, rule, message, hint: 'Mend it.', severity: 'warning' });

it('says which article a link means that leads to none that is shown', () => {
  const facts = new Map([
    ['news/a.md', article('A', '/articles/news/a/')],
    ['news/tide.md', article('Tide', '/articles/news/tide/', '2099-01-02T08:00:00.000Z')],
    ['news/moon.md', article('Moon', '/articles/news/moon/', null, true)],
  ]);
  const told = explainHidden(
    ['tide.md#end', 'Moon', 'sun.md'].map((name) =>
      warning('no-article', `"${name}" leads to no article that is published.`),
    ),
    facts,
    ({ draft, summary }) => (draft ? 'draft' : summary.published ? 'scheduled' : null),
  );
  expect(told.map(({ line, rule, message }) => `${line} ${rule} ${message}`)).toEqual([
    '4 no-article "tide.md#end" leads to news/tide.md, which is left out until 2099-01-02T08:00Z: its words stand without the link.',
    '4 no-article "Moon" leads to news/moon.md, which is a draft: its words stand without the link.',
    '4 no-article "sun.md" leads to no article that is published.',
  ]);
  const other = [warning('no-date', '"tide.md" leads to nothing')];
  expect(explainHidden(other, facts, () => 'draft')).toEqual(other);
});
