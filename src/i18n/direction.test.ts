import { expect, it } from 'vitest';
import { direction } from './direction.ts';

it.each([
  ['en', 'ltr'],
  ['ar', 'rtl'],
  ['ar-EG', 'rtl'],
  ['HE', 'rtl'],
  ['fa-IR', 'rtl'],
  ['ur', 'rtl'],
  ['ar-Latn', 'ltr'],
  ['az-Arab', 'rtl'],
  ['pa-Arab-PK', 'rtl'],
  ['zh-Hant-TW', 'ltr'],
  ['de-1996', 'ltr'],
  ['', 'ltr'],
])('"%s" is written %s', (language, wanted) => {
  expect(direction(language)).toBe(wanted);
});
