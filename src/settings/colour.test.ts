import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { accentFault, accents, contrast, papers } from './colour.ts';

const colour = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);

describe('an accent colour', () => {
  it('that is accepted can be read on every paper, in every theme', () => {
    fc.assert(
      fc.property(colour, (accent) => {
        fc.pre(accentFault(accent) === null);
        const shades = accents(accent);
        for (const theme of ['light', 'dark', 'sepia'] as const)
          for (const paper of papers[theme]) expect(contrast(shades[theme], paper), theme).toBeGreaterThanOrEqual(4.5);
      }),
    );
  });

  it('that is refused comes with one that is accepted', () => {
    fc.assert(
      fc.property(colour, (accent) => {
        const fault = accentFault(accent);
        fc.pre(fault !== null);
        expect(accentFault(/"(#[0-9a-f]{6})"$/.exec(fault ?? '')?.[1] ?? accent)).toBeNull();
      }),
    );
  });

  it('is as it was given on light paper', () => expect(accents('#1A4D8F').light).toBe('#1a4d8f'));
});

it('knows the papers of the styles', () => {
  const tokens = readFileSync(new URL('../styles/tokens.css', import.meta.url), 'utf8');
  for (const [index, name] of (['paper', 'tint'] as const).entries()) {
    expect(tokens).toContain(`--${name}: light-dark(${papers.light[index]}, ${papers.dark[index]});`);
    expect(tokens).toContain(`--${name}: ${papers.sepia[index]};`);
  }
});

it('measures contrast as WCAG does', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
  expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
});
