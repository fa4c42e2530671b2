import { readSettings, type Site } from './settings/schema.ts';

/**
 * The settings of your newspaper. Edit the values in `settings` below; everything else follows.
 * A value that cannot be used stops the build with a message that names it.
 */
const settings = {
  /** The newspaper's name, in the masthead and in every page's title. */
  title: 'Broadsheet',
  /** One line under the name on the front page. */
  tagline: 'News worth keeping',
  /** Public address, without a path. Feeds, canonical links and the sitemap need it. */
  url: 'https://broadsheet.example',
  /** Path below the address: `/` at the root, `/news/` for https://example.org/news/. */
  base: '/',
  /** Interface language: en, de, fr, es, ru, ar or zh. Articles may each have their own. */
  language: 'en',
  /** IANA time zone in which dates are shown, and read where a text names no zone. */
  timeZone: 'UTC',

  /** Colour of what stands out, `#` and six digits: pages, cards, icons and the book's cover follow. */
  accent: '#981b1e',
  /** Sections in the order of the navigation. Others that articles name follow these, by name. */
  sections: ['World', 'Politics', 'War', 'Town', 'Business', 'Science', 'Culture', 'Sport', 'Opinion'],
  /** Links after the sections, such as `{ name: 'Contact', to: '/contact/' }`: a path of this site, or an address. */
  navigation: [],
  /** You elsewhere, at the foot of every page: `{ name: 'Mastodon', to: 'https://example.social/@paper' }`. */
  social: [],
  /** A line at the foot of every page, such as `© 2026 Averill Press`. */
  footer: '',
  /** Who publishes it, where that is not the newspaper itself: `{ name: 'Averill Press', url: 'https://averill.example' }`. */
  publisher: null,
  /** Under which licence: `{ name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' }`. Feeds say it too. */
  licence: null,

  /** Stories that lead the front page, 1 to 4: the first one large. */
  featured: 4,
  /** Sections with their newest stories on the front page: `'all'` (the first ten), or a list of names. */
  frontSections: 'all',
  /** Articles on one page of a list. */
  pageSize: 24,

  /** What is published of articles with `rights: restricted`: `headline` with source and link, or nothing (`hidden`). */
  restricted: 'headline',
  /** Articles with `draft: true`: `hidden`, or `shown` with a mark, for a site that only editors see. */
  drafts: 'hidden',
  /** Articles that are dated later than the build: `held` until a build after that time, or `shown`. */
  future: 'held',
  /** Forms in which readers can take an article along: md, txt, json, html (one file); epub is the book of the newest. */
  alternates: ['md', 'txt', 'json', 'html', 'epub'],
  /** Pictures for links to an article elsewhere, one each. */
  cards: true,
  /** Whether the newest and the saved articles can be read without a connection. */
  offline: true,
  /**
   * The desk, a page on which an article is pasted, mended and kept: in `npm run dev` alone (`dev`), published too
   * (`public`), or nowhere (`off`).
   */
  desk: 'dev',
  /**
   * Address of the repository that your files are in, such as `https://github.com/you/paper`; a branch other than `main`
   * stands behind `#`. The desk opens its page for a new file.
   */
  repository: '',
  /** Where the file of an article is edited, `{file}` being its path: `https://github.com/you/paper/edit/main/content/{file}`. */
  editLink: '',

  /** Hosts whose pictures may be loaded by the reader's browser, such as `images.example.org`. None: no third party. */
  pictureHosts: [],
  /**
   * Components of yours in place of ours, by the path of ours below src: `{ 'components/frame/Footer': 'src/own/Footer.astro' }`.
   * Yours gets the same props, and may import the one that it replaces.
   */
  components: {},
  /**
   * What other services run on your pages (comments, counting), each a component of yours, its place (`head`, `foot` or
   * `article`) and its hosts: `{ component: 'src/own/Comments.astro', place: 'article', hosts: ['giscus.app'] }`.
   * It costs your readers what the README says under "Comments and counting".
   */
  thirdParty: [],
};

/**
 * Hosts that publish under another address than the owner's (a preview, a project page) set these
 * variables in place of an edit: BROADSHEET_URL and BROADSHEET_BASE; BROADSHEET_DESK stands for `desk`.
 */
function fromEnvironment(): { url?: string; base?: string; desk?: string } {
  const { BROADSHEET_URL: url, BROADSHEET_BASE: base, BROADSHEET_DESK: desk } = process.env;
  return { ...(url ? { url } : {}), ...(base ? { base } : {}), ...(desk ? { desk } : {}) };
}

export type { Site };

/** The settings, checked. Where one can't be used no command can do anything: what is wrong is told, and that is all. */
function checked(): Site {
  try {
    return readSettings({ ...settings, ...fromEnvironment() });
  } catch (error) {
    console.error((error as Error).message);
    process.exit(2);
  }
}

/** The settings of this newspaper. */
export const site: Site = checked();
