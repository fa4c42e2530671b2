import words from 'words:desk';
import type { DeskArticle } from '../../desk/reading.ts';
import { formsOf } from '../../i18n/forms.ts';
import { el } from '../dom.ts';
import { grow } from './grow.ts';
import { setting, part } from './setting.ts';

const plurals = new Intl.PluralRules(setting.language);
const numbers = new Intl.NumberFormat(setting.language);
const lists = new Intl.ListFormat(setting.language, { type: 'conjunction' });

/** "412 words". */
const counted = (count: number): string =>
  (words.count[plurals.select(count)] ?? words.count.other).replace('{count}', numbers.format(count));

function when({ published, publishedPrecision }: DeskArticle['facts']): string | null {
  if (published === null) return null;
  return new Date(published).toLocaleString(formsOf(setting.language), {
    dateStyle: 'long',
    ...(publishedPrecision === 'minute' && { timeStyle: 'short' }),
    timeZone: setting.timeZone,
  });
}

/** Shows the article as it will stand; null where there is none. */
export function showArticle(article: DeskArticle | null, pictureAddress: (src: string) => string): void {
  const place = part('.desk-article article');
  const count = part('#desk-count');
  if (!article) {
    place.replaceChildren();
    count.textContent = words.nothing;
    return;
  }
  const { facts, story, notices } = article;
  count.textContent = counted(article.words);
  place.lang = facts.language;
  place.dir = 'auto';
  const line = [lists.format(facts.authors), when(facts), facts.source?.name ?? null].filter(Boolean).join(' · ');
  place.replaceChildren(
    el(
      'header',
      { class: 'article-head' },
      ...(facts.section ? [el('p', { class: 'kicker', dir: 'auto' }, facts.section)] : []),
      el('h3', { class: 'desk-headline', dir: 'auto' }, facts.headline),
      ...(facts.description ? [el('p', { class: 'standfirst', dir: 'auto' }, facts.description)] : []),
      ...(line ? [el('p', { class: 'meta', dir: 'auto' }, line)] : []),
    ),
    el('div', { class: 'story' }, ...story.flatMap((block) => grow(block, pictureAddress))),
    ...(notices.length > 0
      ? [el('div', { class: 'notices' }, ...notices.flatMap((block) => grow(block, pictureAddress)))]
      : []),
  );
}
