import { expect, test } from 'vitest';
import type { Rule } from '../../source/rule.ts';
import { SourceError } from '../../source/error.ts';
import { told } from './told.ts';

const warning = (path: string, rule: Rule, message = 'The article has no date.') =>
  new SourceError({ path, line: 1, column: 1, rule, message, hint: 'Write one.', severity: 'warning' });

test('what is told of many files is one line, with how many there are and where the first stands', () => {
  const many = Array.from({ length: 100 }, (_, index) => warning(`${index}.md`, 'no-date'));
  const mistake = new SourceError({
    path: 'x.md',
    line: 2,
    column: 3,
    rule: 'wrong-value',
    message: 'Wrong.',
    hint: 'Mend.',
  });
  expect(told([mistake, ...many, warning('y.md', 'picture', 'No picture.')])).toEqual([
    '0.md:1:1  warning: The article has no date.\n    Write one.\n    The same in 99 more files (no-date).',
    'y.md:1:1  warning: No picture.\n    Write one.',
    'x.md:2:3  Wrong.\n    Mend.',
  ]);
});

test('keys of other programs are one line together', () => {
  const keys = ['mood: in 12 files, kept, not shown.', 'rating: in 1 file, kept, not shown.'];
  expect(told(keys.map((message) => warning('a.md', 'foreign-key', message)))).toEqual([
    'keys of front matter that are kept under "extra" in the article\'s .json, and not shown: mood in 12, rating in 1.',
  ]);
});
