import type { Element, ElementContent, Root } from 'hast';
import { toXast } from 'hast-util-to-xast';
import { h } from 'hastscript';
import { SKIP, visit } from 'unist-util-visit';
import type { ArticleRecord } from '../edition/record.ts';
import { direction } from '../i18n/direction.ts';
import { wording } from '../i18n/wording.ts';
import { fragment } from '../render/fragment.ts';
import type { Site } from '../site.ts';
import { toXml, x, type XmlChild, type XmlElement } from '../feeds/xml.ts';

/** What a chapter takes from the book around it. */
export interface BookAround {
  site: Site;
  /** File of a picture in the book, by the address that the story has for it. */
  pictures: ReadonlyMap<string, string>;
  /** File of another article's chapter, by the path of its page with the site's base. */
  chapters: ReadonlyMap<string, string>;
}

/**
 * An article as a chapter: an XHTML document (EPUB 3.3, section 6.1) that holds everything it shows.
 *
 * @returns XML
 */
export function chapter(record: ArticleRecord, around: BookAround): string {
  const { article } = record;
  const { site } = around;
  const { text, day, moment } = wording(site);
  const lead =
    article.image && !record.story.includes(article.image.src) ? around.pictures.get(article.image.src) : undefined;
  const when =
    article.published && (article.publishedPrecision === 'day' ? day(article.published) : moment(article.published));
  const head = [
    article.section ? h('p.kicker', article.section) : null,
    h('h1', article.headline),
    article.description ? h('p.standfirst', article.description) : null,
    h('p.facts', [
      article.authors.length ? `${text.article.by} ${article.authors.join(', ')} · ` : '',
      when ?? text.article.undated,
    ]),
    lead ? h('figure', h('img', { src: lead, alt: article.image?.alt ?? '' })) : null,
  ].filter((node) => node !== null);
  const foot = h('p.facts', [
    h('a', { href: address(article.url) }, article.url),
    ...(article.source?.url
      ? [' · ', h('a', { href: address(article.source.url) }, article.source.name ?? article.source.url)]
      : []),
  ]);
  const story = content(record.story, around);
  const notices = record.notices ? h('div.notices', content(record.notices, around)) : null;
  return document(article.headline, article.language, [
    ...head,
    h('div.story', story),
    ...(notices ? [notices] : []),
    foot,
  ]);
}

/** An XHTML document of the book. */
export function document(title: string, language: string, body: Element[], navigation = false): string {
  return toXml(
    x(
      'html',
      {
        xmlns: 'http://www.w3.org/1999/xhtml',
        lang: language,
        'xml:lang': language,
        dir: direction(language),
        'xmlns:epub': navigation ? 'http://www.idpf.org/2007/ops' : null,
      },
      x('head', {}, x('title', {}, title), x('link', { rel: 'stylesheet', type: 'text/css', href: 'style.css' })),
      x('body', {}, body.map(toXhtml)),
    ),
    undefined,
    true,
  );
}

/** Markup that has passed the gate, fitted for a book. */
function content(markup: string, { site, pictures, chapters }: BookAround): ElementContent[] {
  const tree: Root = fragment(markup);
  const ids = strict(tree);
  visit(tree, 'element', (node, index, parent) => {
    const { properties, tagName } = node;
    if (!parent || index === undefined) return undefined;
    const become = (...nodes: ElementContent[]): [typeof SKIP, number] => {
      parent.children.splice(index, 1, ...nodes);
      return [SKIP, index];
    };
    if (tagName === 'a' && typeof properties['href'] === 'string') {
      const href = link(properties['href'], site, chapters);
      // A picture's link to its larger rendition leads out of the book; a note's may lead to nothing.
      if (
        String(properties['className'] ?? '').includes('figure-open') ||
        (href.startsWith('#') && !ids.has(href.slice(1)))
      )
        return become(...node.children);
      properties['href'] = href;
    }
    if (tagName === 'img') {
      const file = pictures.get(String(properties['src']));
      const alt = String(properties['alt'] ?? '');
      // A book loads nothing from elsewhere.
      if (file === undefined) return become({ type: 'text', value: alt });
      node.properties = { src: file, alt };
    }
    return undefined;
  });
  return tree.children as ElementContent[];
}

/** A date, or a date with a time and its zone: the forms of HTML's `datetime` that articles have. */
const machineDate =
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?(?:Z|[+-]\d\d:\d\d))?$/;

/**
 * What browsers forgive and books do not: takes away attributes with values that their schema refuses.
 * @returns the ids that are left
 */
function strict(tree: Root): Set<string> {
  const ids = new Set<string>();
  visit(tree, 'element', (node, index, parent) => {
    const { properties, tagName } = node;
    for (const name of ['align', 'headers', 'abbr']) delete properties[name];
    if (properties['dateTime'] !== undefined && !machineDate.test(String(properties['dateTime'])))
      delete properties['dateTime'];
    if (typeof properties['cite'] === 'string') properties['cite'] = address(properties['cite']);
    if (properties['id'] !== undefined) {
      const id = String(properties['id']).replace(/\s+/g, '-');
      if (ids.has(id)) delete properties['id'];
      else properties['id'] = id;
      ids.add(id);
    }
    if (tagName === 'rp' && parent && index !== undefined) {
      // Brackets for browsers without ruby.
      parent.children.splice(index, 1);
      return [SKIP, index];
    }
    return undefined;
  });
  return ids;
}

function link(href: string, site: Site, chapters: ReadonlyMap<string, string>): string {
  if (href.startsWith('#')) return href;
  const [path = '', hash] = href.split('#');
  const here = chapters.get(path);
  if (here !== undefined) return hash ? `${here}#${address(hash)}` : here;
  return address(href.startsWith('/') ? site.url + href : href);
}

/** Browsers let signs stand in an address that RFC 3986 has no place for; readers of books do not. */
function address(url: string): string {
  return url
    .replace(/[^A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=%]/gu, (sign) =>
      encodeURIComponent(sign.replace(/[\uD800-\uDFFF]/g, '') || sign.slice(2)),
    )
    .replace(/%(?![0-9A-Fa-f]{2})/g, '%25');
}

/** hast as XML: the names of attributes are HTML's again, and text is text. */
function toXhtml(node: Element): XmlElement {
  return asElement(toXast(node) as XastElement);
}

type XastElement = {
  name: string;
  attributes: Record<string, string | null | undefined>;
  children: (XastElement | { type: string; value?: string })[];
};

function asElement({ name, attributes, children }: XastElement): XmlElement {
  return {
    name,
    // The namespace is the document's.
    attributes: { ...attributes, xmlns: null },
    children: children.map((child): XmlChild =>
      'name' in child ? asElement(child) : child.type === 'text' ? (child.value ?? '') : null,
    ),
  };
}
