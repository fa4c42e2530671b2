import { describe, expect, test } from 'vitest';
import { readDateline } from './dateline.ts';
import { parseText } from '../parse.ts';

describe('datelines', () => {
  test.each([
    ['KYIV, Ukraine (AP) — The council voted.', 'KYIV, Ukraine (AP)'],
    ['LONDON — The council voted.', 'LONDON'],
    ['WASHINGTON (Reuters) - The council voted.', 'WASHINGTON (Reuters)'],
    ['NAPA COUNTY, Calif. (KGO) -- A plan to bring boats.', 'NAPA COUNTY, Calif. (KGO)'],
    ['ST. PAUL, Minn., Aug. 3 — The council voted.', 'ST. PAUL, Minn., Aug. 3'],
    ['TEL AVIV/GAZA (Reuters) - The council voted.', 'TEL AVIV/GAZA (Reuters)'],
    ['PORT MERROW, Jan. 23, 2015 (Harbour Wire) -- The council voted.', 'PORT MERROW, Jan. 23, 2015 (Harbour Wire)'],
    ['Paris (AFP) - The council voted.', 'Paris (AFP)'],
    ['Berlin (dpa) – Der Rat stimmte ab.', 'Berlin (dpa)'],
  ])('%s', (text, expected) => expect(readDateline(text)).toBe(expected));

  test.each([
    'BREAKING — The council voted.',
    'EXCLUSIVE: The council voted.',
    'NATO: The council voted.',
    'The council — which voted — went home.',
    'Paris – ein Fest',
    'A — the first letter',
    'LONDON is a city — of boats.',
  ])('not one: %s', (text) => expect(readDateline(text)).toBeNull());
});

test('a dateline is put into the entry and stays in the prose', () => {
  const { dateline, root } = parseText('a.md', '# One\n\nNot yet.\n\nKYIV, Ukraine (AP) — The council voted.', {
    timeZone: 'UTC',
    language: 'en',
  });
  expect(dateline).toBe('KYIV, Ukraine (AP)');
  expect(JSON.stringify(root)).toContain('KYIV, Ukraine (AP) — The council');
});
