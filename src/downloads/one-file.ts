import { h } from 'hastscript';
import { toHtml } from 'hast-util-to-html';
import type { Article, Image } from '../article/schema.ts';
import type { ArticleRecord } from '../edition/record.ts';
import { direction } from '../i18n/direction.ts';
import { wording } from '../i18n/wording.ts';
import type { Site } from '../site.ts';
import { takeAway } from '../feeds/addresses.ts';
import { wholeStyle } from './one-file-style.ts';

/** Pixels: wide enough for any measure of text, and a photograph stays below some 150 KB. */
const WIDEST = 960;

/**
 * The rendition of each kept picture that goes into a file of its own, by the address that the story has for it.
 * @returns paths with the site's base, both of them
 */
export function inlaid(images: readonly Image[]): Map<string, string> {
  return new Map(
    images.flatMap(({ src, renditions }) => {
      const fitting = renditions.filter(({ width }) => width <= WIDEST).at(-1) ?? renditions[0];
      return fitting ? [[src, fitting.src] as const] : [];
    }),
  );
}

/**
 * An article as one HTML file for the shelf: its style and pictures are in it, its links lead to where
 * it came from, and it loads and runs nothing.
 *
 * @param picture bytes of a rendition (WebP) by its path with the site's base
 */
export function wholeArticle(record: ArticleRecord, site: Site, picture: (path: string) => Uint8Array): string {
  const { article } = record;
  const chosen = inlaid(record.pictures.map(({ image }) => image));
  const data = (path: string): string | undefined => {
    const rendition = chosen.get(path);
    return rendition === undefined
      ? undefined
      : `data:image/webp;base64,${Buffer.from(picture(rendition)).toString('base64')}`;
  };
  const away = (html: string) => takeAway(html, { origin: site.url, page: '', picture: data });
  const { tag } = wording(site);
  const page = h('html', { lang: article.language, dir: direction(article.language) }, [
    h('head', [
      h('meta', { charSet: 'utf-8' }),
      h('meta', { httpEquiv: 'Content-Security-Policy', content: wholeStyle.policy }),
      h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      h('meta', { name: 'robots', content: 'noindex' }),
      h('title', `${article.headline} · ${site.title}`),
      h('link', { rel: 'canonical', href: article.source?.url ?? article.url }),
      h('style', wholeStyle.css),
    ]),
    h('body', [
      h('main', [
        h('article.h-entry', [
          article.section ? h('p.kicker', article.section) : null,
          h('h1.p-name', article.headline),
          article.description ? h('p.standfirst', article.description) : null,
          h('p.facts', { lang: tag }, facts(article, site)),
          lead(record, data),
          h('div.e-content', [{ type: 'raw', value: away(record.story) }]),
          record.notices ? h('div.notices', [{ type: 'raw', value: away(record.notices) }]) : null,
          h('footer', { lang: tag }, [
            h('p', h('a.u-url', { href: article.url }, article.url)),
            article.source?.url
              ? h('p', [
                  wording(site).text.article.source,
                  ': ',
                  h('a', { href: article.source.url }, article.source.name ?? article.source.url),
                ])
              : null,
          ]),
        ]),
      ]),
    ]),
  ]);
  // What is raw here has passed the gate when it was rendered.
  return `<!doctype html>\n${toHtml(page, { allowDangerousHtml: true })}\n`;
}

function facts(article: Article, site: Site) {
  const { text, day, moment, calendarDay } = wording(site);
  const { published } = article;
  const byDay = article.publishedPrecision === 'day';
  return [
    article.authors.length ? `${text.article.by} ${article.authors.join(', ')} · ` : null,
    published
      ? h(
          'time.dt-published',
          { dateTime: byDay ? calendarDay(published) : published },
          byDay ? day(published) : moment(published),
        )
      : text.article.undated,
  ];
}

/** The lead picture, unless the story shows it. */
function lead({ article, story }: ArticleRecord, data: (path: string) => string | undefined) {
  const { image } = article;
  if (!image || story.includes(image.src)) return null;
  const src = data(image.src);
  return src === undefined ? null : h('figure', h('img', { src, alt: image.alt }));
}
