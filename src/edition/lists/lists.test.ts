import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { summary } from '../fixtures/summaries.ts';
import { groupBy } from './lists.ts';

const slugs = (names: readonly string[]) =>
  Object.fromEntries(
    groupBy(
      'topic',
      names.map((name, index) => summary(`a${index}`, { topics: [name] })),
      ({ topics }) => topics.map((topic) => ({ name: topic })),
    ).map((list) => [list.name, list.slug]),
  );

describe('the address of a list', () => {
  it('is its name, and a number where another list has that', () => {
    expect(slugs(['Sea', 'C', 'C++', 'C 2'])).toEqual({ Sea: 'sea', C: 'c', 'C 2': 'c-2', 'C++': 'c-3' });
    expect(slugs(['C++', 'C#', 'C', 'C 2', 'C-3', 'c 4'])).toMatchObject({
      C: 'c',
      'C 2': 'c-2',
      'C-3': 'c-3',
      'c 4': 'c-4',
    });
  });

  it('is one list’s alone, whatever the names', () => {
    const name = fc.oneof(
      fc.string({ unit: fc.constantFrom('C', 'c', '+', '#', '2', '3', '-', ' ', 'é', 'e\u0301', '@', '&', 'ﬁ', '²') }),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(fc.array(name, { maxLength: 40 }), (names) => {
        const given = Object.values(slugs(names));
        expect(new Set(given).size).toBe(given.length);
        expect(given).not.toContain('');
      }),
    );
  });
});
