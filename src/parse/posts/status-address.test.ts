import { describe, expect, it } from 'vitest';
import { dayOfStatus, readStatus } from './status-address.ts';

describe("a post's address", () => {
  it.each([
    [
      'https://twitter.com/ann/status/1752031226870612350?ref_src=a',
      'ann',
      'https://twitter.com/ann/status/1752031226870612350',
    ],
    ['https://x.com/ann/statuses/1752031226870612350', 'ann', 'https://x.com/ann/status/1752031226870612350'],
    [
      'http://mobile.twitter.com/ann/status/1752031226870612350/photo/1',
      'ann',
      'https://twitter.com/ann/status/1752031226870612350',
    ],
    ['https://x.com/i/web/status/1752031226870612350', null, 'https://x.com/i/web/status/1752031226870612350'],
  ])('%s', (address, handle, url) => {
    expect(readStatus(address)).toMatchObject({ handle, url });
  });

  it.each([
    'https://x.com.evil.example/ann/status/1',
    'https://example.org/x.com/ann/status/1',
    'javascript:https://x.com/a/status/1',
    'https://x.com/ann',
    'x.com/ann/status/1',
    'https://x.com/ann/status/12a',
  ])('not %s', (address) => {
    expect(readStatus(address)).toBeNull();
  });

  it('tells the day of an id', () => {
    expect(dayOfStatus('1752031226870612350')).toBe('2024-01-29');
    expect(dayOfStatus('20')).toBeNull();
    expect(dayOfStatus('99999999999999999999')).toMatch(/^\d{4}-\d\d-\d\d$/);
  });
});
