import { describe, expect, it } from 'vitest';
import { nearestAddresses } from './nearest-addresses.ts';

const ids = [
  '2026/north-mole-breached',
  '2026/north-mole-breached-update',
  'customs-house-clock',
  'the-long-way-of-the-eel',
  '2025/łódź-réopens',
  '2024/news',
];

describe('addresses near one that leads nowhere', () => {
  it.each([
    ['cut short', 'north-mole-brea', ['2026/north-mole-breached', '2026/north-mole-breached-update']],
    ['with a slip in each word', 'custms-huose-clok', ['customs-house-clock']],
    ['with a word too many', 'the-very-long-way-of-the-eel', ['the-long-way-of-the-eel']],
    ['without accents', 'lodz-reopens', ['2025/łódź-réopens']],
    ['of which half is right', 'customs-office', ['customs-house-clock']],
  ])('%s', (_, asked, expected) => {
    expect(nearestAddresses(asked, ids, 5).slice(0, expected.length)).toEqual(expected);
  });

  it.each([['nowhere'], [''], ['---'], ['the-price-of-bread'], ['new']])('none for "%s"', (asked) => {
    expect(nearestAddresses(asked, ids, 5)).toEqual([]);
  });
});
