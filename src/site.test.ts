import { describe, expect, it } from 'vitest';
import { readSettings, site } from './site.ts';

const message = (values: object): string => {
  try {
    readSettings({ ...site, ...values });
    return 'accepted';
  } catch (error) {
    return (error as Error).message;
  }
};

describe('settings', () => {
  it('that are right are taken as they are, the address without a slash at its end', () => {
    expect(readSettings({ ...site, url: 'https://example.org/' }).url).toBe('https://example.org');
  });

  it('that are wrong are all named at once, each with how to mend it', () => {
    expect(message({ url: 'example.org', base: 'news', language: 'xx', timeZone: 'Mars/Olympus', pageSize: 0 }))
      .toMatchInlineSnapshot(`
      "src/site.ts has settings that cannot be used:
        url: give an address with https://, such as "https://example.org"
        base: begin and end it with "/", such as "/" or "/news/"
        language: use one of: en, de, fr, es, ru, ar, zh
        timeZone: use a name from the IANA list, such as "UTC" or "Europe/Berlin"
        pageSize: use 1 or more"
    `);
  });

  it('that do not exist are named', () => {
    expect(message({ titel: 'x' })).toContain('titel');
  });

  it('keep the path out of the address', () => {
    expect(message({ url: 'https://example.org/news/' })).toContain('the path goes into "base"');
  });
});
