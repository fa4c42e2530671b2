import { readdirSync, readFileSync, statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { contrast } from '../settings/colour.ts';

const folder = new URL('.', import.meta.url);
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.css'));
const text = (name: string) => readFileSync(new URL(name, folder), 'utf8').replace(/\/\*.*?\*\//gs, '');

/** The colours of each theme, as tokens.css has them. */
function themes(): Record<string, Record<string, string>> {
  const [main = '', sepia = ''] = text('tokens.css').split(/(?=\[data-theme='sepia'\])/);
  const pairs = [...main.split('prefers-contrast')[0]!.matchAll(/--(\w+): light-dark\((#\w+), (#\w+)\)/g)];
  return {
    light: Object.fromEntries(pairs.map(([, name, light]) => [name, light])),
    dark: Object.fromEntries(pairs.map(([, name, , dark]) => [name, dark])),
    sepia: Object.fromEntries(
      [...sepia.split('}')[0]!.matchAll(/--(\w+): (#\w+)/g)].map(([, name, value]) => [name, value]),
    ),
  };
}

describe.each(Object.entries(themes()))('the colours of the theme %s', (_, colours) => {
  it.each([
    ['ink', 'paper', 7],
    ['ink', 'tint', 7],
    ['ink', 'mark', 4.5],
    ['soft', 'paper', 4.5],
    ['soft', 'tint', 4.5],
    ['edge', 'paper', 3],
  ])('%s on %s: at least %d to 1', (front, back, wanted) => {
    expect(contrast(colours[front] ?? '', colours[back] ?? '')).toBeGreaterThanOrEqual(wanted);
  });
});

it('gives every face that stands in for the reading face its bold and its italic', () => {
  const faces = [...text('fonts.css').matchAll(/@font-face \{[^}]*\}/g)].map(([face]) => ({
    family: /font-family: ([\w ]+);/.exec(face)?.[1] ?? '',
    kind: `${/font-weight: ([\d ]+);/.exec(face)?.[1] ?? '400'} ${/font-style: (\w+);/.exec(face)?.[1] ?? 'normal'}`,
    isLocal: /src:\s*local\(/.test(face),
  }));
  const families = new Set(faces.filter(({ isLocal }) => isLocal).map(({ family }) => family));
  expect([...families]).toEqual(['News Georgia', 'News Noto', 'News Times']);
  for (const name of families)
    expect(new Set(faces.filter(({ family }) => family === name).map(({ kind }) => kind)), name).toEqual(
      new Set(['400 normal', '700 normal', '400 italic', '700 italic']),
    );
  for (const name of families) expect(text('tokens.css')).toContain(`'${name}'`);
});

it('has no more than three font files, 60 KB together, with their licence', () => {
  const fonts = readdirSync(new URL('fonts/', folder));
  const sizes = fonts
    .filter((name) => name.endsWith('.woff2'))
    .map((name) => statSync(new URL(`fonts/${name}`, folder)).size);
  expect(sizes.length).toBeLessThanOrEqual(3);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(60_000);
  expect(fonts).toContain('OFL.txt');
});

describe.each(files)('%s', (name) => {
  it('speaks of start and end, never of left and right, so that a page can be turned around', () => {
    const physical =
      /(?:^|[{;\s])(?:(?:(?:margin|padding|border)-)?(?:left|right)(?:-\w+)?\s*:|(?:text-align|float|clear):\s*(?:left|right))/gm;
    expect([...text(name).matchAll(physical)].map(([found]) => found.trim())).toEqual([]);
  });

  it('loads nothing from elsewhere', () => {
    const addresses = [...text(name).matchAll(/(?:url\(|@import)\s*['"]?([^'")\s]+)/g)].map(
      ([, address = '']) => address,
    );
    expect(addresses.filter((address) => !/^\.\/(?:fonts\/)?[\w-]+\.(?:css|woff2)$/.test(address))).toEqual([]);
  });
});
