import type { Network } from '../../article/blocks/posts/networks.ts';
import { readTweetDate } from '../posts/post-date.ts';

/** A line by which a network's embed names whose post it is, when its look is lost. */
export interface Signature {
  network: Network;
  name: string;
  handle: string;
  /** `YYYY-MM-DD` */
  day: string | null;
  /** Where the line begins in the text. */
  from: number;
  /** Words of it that are neither name nor handle. */
  labels: string;
}

const languages = {
  /** "A post shared by", as Instagram says it. */
  shared: [
    'A (?:post|photo|video|reel) (?:shared|posted) by',
    'Ein Beitrag geteilt von',
    'Une publication partagée par',
    'Una publicación compartida (?:de|por)',
    'Un post condiviso da',
    'Uma publicação (?:com)?partilhada por',
    'Een bericht gedeeld door',
    'Ett inlägg delat av',
    'Et opslag delt af',
    'Et innlegg delt av',
    'Post udostępniony przez(?: użytkownika)?',
    'Публикация от',
  ],
  /** "View this post on Instagram". */
  view: [
    'View this (?:post|photo|video|reel|profile) on Instagram',
    'View (?:post )?on Instagram',
    '(?:Sieh dir diesen|Diesen) Beitrag auf Instagram an(?:sehen)?',
    'Voir cette publication sur Instagram',
    'Ver esta publicación en Instagram',
    'Visualizza questo post su Instagram',
    'Ver essa foto no Instagram',
    'Ver esta publicação no Instagram',
    '(?:Dit bericht op Instagram bekijken|Bekijk dit bericht op Instagram)',
    'Visa det här inlägget på Instagram',
    'Se dette (?:opslag|innlegget) på Instagram',
    'Wyświetl ten post na Instagramie',
    'Посмотреть эту публикацию в Instagram',
  ],
  /** "Posted by", as Facebook says it, and what stands before the day. */
  posted: [
    ['Posted by', 'on'],
    ['Gepostet von', 'am'],
    ['Publiée? par', '(?:sur|le)'],
    ['Publicado por', 'en'],
    ['Publicada por', 'em'],
    ['Pubblicato da', 'su'],
    ['Geplaatst door', 'op'],
  ],
} as const;

const anyOf = (words: readonly string[]): string => `(?:${words.join('|')})`;

const instagramView = new RegExp(`^${anyOf(languages.view)}`, 'iu');
const instagramEnd = new RegExp(
  `${anyOf(languages.shared)}\\s+(?<name>[^()\\n]{0,80}?)\\s*\\(@(?<handle>[\\w.]{1,30})\\)(?<behind>(?:\\s+(?:on|am|le|el|il|em|op)\\s+[^\\n]{6,40})?)\\s*$`,
  'iu',
);
const facebookLine = new RegExp(
  `^(?:${languages.posted.map(([by, on]) => `${by}\\s+(?<name>[^\\n]{2,60}?)\\s+${on}`).join('|')})\\s+(?<date>(?:\\p{L}{2,15},?\\s+)?[^\\n]{8,30})$`,
  'iu',
);
const shellLine = /^Post by @(?<handle>[\w.-]{1,40}(?:@[\w.-]{3,60})?)(?:\s*View on (?<place>Threads|Mastodon))?$/iu;
const shellView = /^View on (Threads|Mastodon)$/iu;

/** The length of "View this post on Instagram" with which a text begins; 0 where it does not. */
export const instagramOpening = (text: string): number => instagramView.exec(text)?.[0].length ?? 0;

/** "A post shared by Name (@handle) on Apr 27, 2020 at 9:24am PDT" at a text's end. */
export function instagramSignature(text: string): Signature | null {
  const found = instagramEnd.exec(text);
  const { name = '', handle = '', behind = '' } = found?.groups ?? {};
  if (!found || handle === '') return null;
  const day = readTweetDate(behind.replace(/^\s*\S+\s+/, ''), 0)?.day ?? null;
  const labels = found[0].replace(`(@${handle})`, '').replace(name, '').trim();
  return { network: 'instagram', name, handle, day, from: found.index, labels };
}

/** "Posted by Name on Wednesday, September 23, 2015", the whole of a text. */
export function facebookSignature(text: string): Signature | null {
  const found = text.length > 140 ? null : facebookLine.exec(text);
  const { name = '', date = '' } = found?.groups ?? {};
  const day = readTweetDate(date.replace(/^\p{L}+,?\s+(?=.*\d{4})(?=\p{L}+\.? \d|\d)/u, ''), 0)?.day;
  if (!found || !day) return null;
  return { network: 'facebook', name, handle: '', day, from: 0, labels: text.replace(name, '').replace(/\s+/g, ' ') };
}

/** "Post by @name" with "View on Threads" behind it, or on the next line: of Threads or Mastodon, without a text. */
export function shellSignature(text: string, next: string): (Signature & { lines: 1 | 2 }) | null {
  const { handle, place } = shellLine.exec(text)?.groups ?? {};
  const below = place ? undefined : shellView.exec(next)?.[1];
  const named = (place ?? below)?.toLowerCase();
  if (!handle || !named) return null;
  const network = named === 'threads' ? 'threads' : 'mastodon';
  const labels = `Post by View on ${place ?? below}`;
  return { network, name: '', handle, day: null, from: 0, labels, lines: below ? 2 : 1 };
}

/** TikTok's last line: "♬ original sound - name". */
export const isSoundLine = (text: string): boolean => /^♬\s*\S.{0,150}$/u.test(text);
/** TikTok's first line. */
export const tiktokHandle = (text: string): string | null => /^@([\w.]{2,24})$/.exec(text)?.[1] ?? null;
