import { describe, expect, it } from 'vitest';
import { site } from '../site.ts';
import { readSettings } from './schema.ts';

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

  it('of the look and of links are named by their place, too', () => {
    expect(
      message({
        navigation: [{ name: 'Contact', to: 'contact' }],
        social: [{ name: '', to: 'javascript:alert(1)' }],
        licence: { name: 'CC BY 4.0', url: 'creativecommons.org' },
        accent: '#ffcc00',
        featured: 9,
        frontSections: 'World',
        editLink: 'https://example.org/edit',
        alternates: ['pdf'],
        cards: 'no',
        drafts: 'yes',
        thirdParty: [{ component: 'Comments.astro', place: 'side', hosts: ['https://giscus.app'] }],
      }),
    ).toMatchInlineSnapshot(`
      "src/site.ts has settings that cannot be used:
        drafts: use one of: hidden, shown
        navigation.0.to: give a path of this site, such as "/contact/", or an address with https://
        social.0.name: write a name
        social.0.to: give an address with https://, or with mailto:
        licence.url: give an address with https://, such as "https://example.org"
        accent: #ffcc00 can't be read on the paper (contrast 1.3 to 1, 4.5 is needed): take a darker one, such as "#856a00"
        featured: use 4 or fewer
        frontSections: write "all", or a list of sections, such as ["World", "Sport"]
        editLink: write {file} where the path of the file goes, such as "https://github.com/you/paper/edit/main/content/{file}"
        alternates.0: use one of: md, txt, json, html, epub
        cards: use true or false
        thirdParty.0.component: name a component below src, such as "src/own/Footer.astro"
        thirdParty.0.place: use one of: head, foot, article
        thirdParty.0.hosts.0: give a host alone, such as "images.example.org""
    `);
  });

  it('that do not exist are named', () => {
    expect(message({ titel: 'x' })).toContain('titel');
  });

  it('keep the path out of the address', () => {
    expect(message({ url: 'https://example.org/news/' })).toContain('the path goes into "base"');
  });

  it('that a site of an earlier version does not have yet are as they were', () => {
    const { title, tagline, url, base, language, timeZone, pageSize, sections, restricted, pictureHosts } = site;
    const before = { title, tagline, url, base, language, timeZone, pageSize, sections, restricted, pictureHosts };
    expect(readSettings(before)).toMatchObject({ accent: '#981b1e', featured: 4, offline: true, drafts: 'hidden' });
  });
});
