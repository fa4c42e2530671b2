import { describe, expect, test } from 'vitest';
import { lineEvidence } from './line-evidence.ts';
import { lineKinds, type LineKind, type LineWeights } from './line-kinds.ts';
import { likeliest, likelihood, tellLines } from './tell-lines.ts';
import { linesOf } from '../text/lines.ts';

const row = (kinds: Partial<Record<LineKind, number>>) => lineKinds.map((kind) => kinds[kind] ?? 0);
const even = lineKinds.map(() => lineKinds.map(() => 0));

describe('the likelihoods of lines', () => {
  const weights: LineWeights = { evidence: { short: row({ subhead: 300 }), long: row({ prose: 300 }) }, steps: even };

  test('follow the evidence, and add up to 1', () => {
    const told = tellLines([['short'], ['long'], []], weights);
    expect(told.slice(0, 2).map(likeliest)).toEqual(['subhead', 'prose']);
    for (const line of told) expect(line.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1);
    // With no evidence each kind is as likely as another.
    expect(likelihood(told[2], 'prose')).toBeCloseTo(1 / lineKinds.length);
  });

  test('follow the neighbours too: what stands between two items is one', () => {
    const steps = lineKinds.map((from) => lineKinds.map((to) => (from === 'item' && to === 'item' ? 400 : 0)));
    const told = tellLines([['item'], [], ['item']], { evidence: { item: row({ item: 500 }) }, steps });
    expect(likeliest(told[1]!)).toBe('item');
  });

  test('of thousands of lines do not overflow', () => {
    const told = tellLines(new Array(5000).fill(['long']), weights);
    expect(likelihood(told[4999], 'prose')).toBeGreaterThan(0.5);
  });
});

describe('the evidence for a line', () => {
  const text = [
    'Menu',
    'Harbour to stay open',
    'By Ann Lee',
    'The council of the town voted on Tuesday to keep the harbour open for another ten years, after a long debate that lasted until midnight and brought hundreds to the square.',
    '',
    'A new quay',
    'The fishers of the town had asked for a new quay for ten years, and on Tuesday the council gave them one, with a crane and a house of ice.',
  ].join('\n');
  const evidence = lineEvidence(linesOf(text, 1), 'en');

  test.each([
    [1, 'size 4'],
    [1, 'shares most'],
    [2, 'byline'],
    [3, 'since more'],
    [4, 'long above, long below, size 4'],
    [4, 'long above, long below, gap 1'],
  ])('line %i: %s', (index, piece) => {
    expect(evidence[index]).toContain(piece);
  });
});
