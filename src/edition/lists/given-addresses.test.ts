import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Summary } from '../summary.ts';
import { giveAddresses, movedLists } from './given-addresses.ts';
import { groupBy, type GivenAddresses, type List } from './lists.ts';

const topics = (names: readonly string[], given: GivenAddresses = {}): List[] =>
  groupBy('topic', [{ id: 'a' } as Summary], () => names.map((name) => ({ name })), given);
const all = (topic: readonly List[]) => ({ section: [], topic, author: [], source: [], handle: [], credit: [] });
const slugs = (lists: readonly List[]) => Object.fromEntries(lists.map(({ name, slug }) => [name, slug]));

describe('the address of a list', () => {
  const first = topics(['C#', 'C++', 'Sea']);
  const given = giveAddresses(all(first), {});

  it('stays with its name, whatever comes later', () => {
    expect(slugs(first)).toEqual({ 'C#': 'c', 'C++': 'c-2', Sea: 'sea' });
    expect(slugs(topics(['C', 'C#', 'C++', 'Sea'], given))).toEqual({ C: 'c-3', 'C#': 'c', 'C++': 'c-2', Sea: 'sea' });
  });

  it('is nobody else’s when the name is gone', () => {
    const later = topics(['C'], given);
    expect(slugs(later)).toEqual({ C: 'c-3' });
    expect(slugs(topics(['C++'], giveAddresses(all(later), given)))).toEqual({ 'C++': 'c-2' });
  });

  it('is told of where a newcomer gives way, once', () => {
    const later = topics(['C', 'C#'], given);
    expect(movedLists(all(later), given)).toMatchObject([
      { kind: 'topic', list: { name: 'C', path: '/topics/c-3/' }, owner: 'c#', wanted: '/topics/c/' },
    ]);
    expect(movedLists(all(later), giveAddresses(all(later), given))).toEqual([]);
    expect(movedLists(all(first), {})).toEqual([]);
  });

  it('is one name’s alone, in whatever order names come and go', () => {
    const name = fc.constantFrom('C', 'C#', 'C++', 'C 2', 'c-2', 'C-3', '__proto__', 'constructor', '字', 'é', 'e');
    fc.assert(
      fc.property(fc.array(fc.uniqueArray(name), { maxLength: 5 }), (builds) => {
        let before: GivenAddresses = {};
        const had = new Map<string, string>();
        for (const names of builds) {
          const lists = topics(names, before);
          expect(new Set(lists.map(({ slug }) => slug)).size).toBe(lists.length);
          for (const { name: is, slug } of lists) expect(had.get(is.toLowerCase()) ?? slug).toBe(slug);
          for (const { name: is, slug } of lists) had.set(is.toLowerCase(), slug);
          before = JSON.parse(JSON.stringify(giveAddresses(all(lists), before))) as GivenAddresses;
        }
      }),
      { numRuns: 50 },
    );
  });
});
