import { expect, it } from 'vitest';
import { balanced } from './balanced.ts';

it.each([
  ['an open override', 'a \u202Eb', 'a \u202Eb\u202C'],
  ['an open isolate in an open embedding', '\u202Ba \u2067b', '\u202Ba \u2067b\u2069\u202C'],
  ['what closes nothing', 'a\u2069 b\u202C', 'a b'],
  ['what closes another kind', '\u2067a\u202C', '\u2067a\u2069'],
])('%s is put in balance', (_what, text, result) => {
  expect(balanced(text)).toBe(result);
  expect(balanced(result)).toBe(result);
});

it.each(['plain', 'نص عربي', 'a \u2067نص\u2069 b', '\u200Fنص', '👨‍👩‍👧'])('%j stays as it is', (text) => {
  expect(balanced(text)).toBe(text);
});
