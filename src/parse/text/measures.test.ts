import { describe, expect, it } from 'vitest';
import { SourceErrors } from '../../source/error.ts';
import { measures } from './measures.ts';
import { parseArticle } from '../parse.ts';

function told(body: string, path = 'a.md'): string {
  try {
    parseArticle(path, new TextEncoder().encode(`---\nheadline: H\npublished: 2024-01-30\n---\n${body}`), {
      timeZone: 'UTC',
      language: 'en',
    });
    return 'nothing';
  } catch (error) {
    if (!(error instanceof SourceErrors)) throw error;
    return error.problems.map(({ line, rule, message }) => `${line} ${rule}: ${message}`).join();
  }
}
const table = (columns: number, rows: number) =>
  `${'|a'.repeat(columns)}|\n${'|-'.repeat(columns)}|\n${'|x|\n'.repeat(rows - 1)}`;

describe('past its measure', () => {
  it.each([
    ['a quotation', '>'.repeat(3000) + ' a'],
    ['a list in one line', '- '.repeat(3000) + 'a'],
    ['a numbered list', '1. '.repeat(300) + 'a'],
    ['a list by its indentation', Array.from({ length: 120 }, (_, depth) => `${'  '.repeat(depth)}- a`).join('\n')],
    ['brackets', `${'['.repeat(600)}a${']'.repeat(600)}`],
    ['brackets over lines', '[a\n'.repeat(600)],
    ['stress', `${'*a **b '.repeat(80)}${'c** c*'.repeat(80)}`],
  ])('%s is told, with its line and the measure', (_what, body) => {
    expect(told(`Text.\n\n${body}`)).toMatch(/^\d+ too-deep: The file nests .+: more than \d+ levels\.$/);
  });

  it('a table is told', () => {
    expect(told(table(300, 300))).toBe(
      '5 table-size: The table has 300 columns and 300 rows, 90000 cells, and a table may have 20000.',
    );
  });
});

it.each([
  ['a table within it', table(20, 900)],
  ['a rule of many signs', '- '.repeat(400)],
  ['brackets that are closed', '[a] '.repeat(2000)],
  ['brackets that are escaped', '\\['.repeat(2000)],
  ['brackets in many paragraphs', '[a\n\n'.repeat(2000)],
  ['a thread of mail', '>'.repeat(20) + ' a'],
])('%s is nothing', (_what, body) => {
  expect(told(body)).toBe('nothing');
});

it('in pasted text signs are only signs', () => {
  expect(told(`${'>'.repeat(3000)} a\n\n${'['.repeat(3000)}`, 'a.txt')).toBe('nothing');
  expect(measures.depth).toBe(100);
});
