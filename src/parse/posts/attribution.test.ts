import { describe, expect, it } from 'vitest';
import { findAttributions } from './attribution.ts';

describe('attributions', () => {
  it('are found glued, and leave what is glued to them', () => {
    const text = 'Great! — Ann (@ann) May 1, 2020Then — Bo (@bo) May 2, 2020';
    const found = findAttributions(text);
    expect(found.map(({ name, day }) => [name, day])).toEqual([
      ['Ann', '2020-05-01'],
      ['Bo', '2020-05-02'],
    ]);
    expect(text.slice(found[0]!.to, found[1]!.from)).toBe('Then ');
  });

  it('ask for a handle and a date', () => {
    for (const text of [
      'Ann (@ann) is here',
      '— Ann, May 1, 2020',
      '“So” — @ann on May 1, 2020',
      '— Ann (@ann.example) May 1, 2020',
    ])
      expect(findAttributions(text)).toEqual([]);
  });
});
