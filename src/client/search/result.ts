import words from 'words:search';
import { direction } from '../../i18n/direction.ts';
import { formsOf } from '../../i18n/forms.ts';
import { isArticlePath, isPagePath } from '../article/article-path.ts';
import { at, el } from '../dom.ts';
import { joined, type Stem, type Term } from '../../i18n/search/terms.ts';
import { pieces, plainExcerpt, torn } from './excerpt.ts';
import type { HitData } from './pagefind.ts';

/**
 * A result as a list shows an article. Everything goes in as text.
 *
 * @param zone  IANA zone in which dates are shown
 * @param asked what was looked for: it is marked here, and in the article when it is opened
 * @returns null where the index names no page of this site
 */
export function resultElement(
  data: HitData,
  zone: string,
  asked: { words: string; terms: readonly Term[]; stem: Stem },
): HTMLElement | null {
  const path = data.raw_url;
  if (!isPagePath(decoded(path))) return null;
  const isArticle = isArticlePath(decoded(path));
  const page = document.documentElement;
  const [language = page.lang, date = ''] = (data.filters.shown?.[0] ?? '').split(' ');
  const foreign = language.split('-')[0] !== page.lang.split('-')[0];
  const dir = direction(language);
  const headline = joined(data.meta.title ?? '');
  const find = asked.words ? `?find=${encodeURIComponent(asked.words)}` : '';
  const id = decoded(path)
    .replace(/^\/articles\//, '')
    .replace(/\/$/, '');
  return el(
    'article',
    {
      class: 'teaser result',
      lang: foreign ? language : null,
      dir: dir === page.dir ? null : dir,
      'data-article-id': isArticle ? id : null,
      'data-path': isArticle ? decoded(path) : null,
    },
    ...(data.filters.section ?? []).slice(0, 1).map((section) => el('p', { class: 'kicker' }, el('bdi', {}, section))),
    el('h2', { class: 'headline' }, el('a', { href: at(path) + find }, el('bdi', {}, headline))),
    el(
      'p',
      { class: 'words' },
      el(
        'bdi',
        {},
        ...pieces(torn(plainExcerpt(data.excerpt)), asked.terms, asked.stem).map(({ text, marked }) =>
          marked ? el('mark', {}, text) : text,
        ),
      ),
    ),
    el(
      'p',
      { class: 'meta', lang: foreign ? page.lang : null },
      ...(data.meta.authors ? [el('span', { class: 'meta-by' }, el('bdi', {}, joined(data.meta.authors)))] : []),
      date === 'page'
        ? ''
        : date
          ? el('time', { datetime: date }, el('bdi', {}, shown(date, page.lang, zone)))
          : el('span', {}, el('bdi', {}, words.undated)),
    ),
  );
}

/** A day alone is that day everywhere; an instant is shown in the site's zone. */
function shown(date: string, language: string, zone: string): string {
  const timeZone = date.length === 10 ? 'UTC' : zone;
  const form = { day: 'numeric', month: 'short', year: 'numeric', timeZone } as const;
  return new Intl.DateTimeFormat(formsOf(language), form).format(new Date(date));
}

function decoded(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}
