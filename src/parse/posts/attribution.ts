import { networkOfHandle } from '../../article/blocks/posts/networks.ts';
import { readTweetDate } from './post-date.ts';
import type { WrittenDay } from './post-date.ts';
import { isHandle } from './status-address.ts';

/** The line under a post: `— Name (@handle) January 29, 2024`; Bluesky sets the time behind the day. */
export interface Attribution {
  name: string;
  handle: string;
  /** Told by the handle's form: `user@host` and `name.example` are none of X's. */
  network: 'x' | 'bluesky' | 'mastodon';
  /** False where the handle has a sign that X does not allow, such as a Cyrillic letter. */
  valid: boolean;
  /** `YYYY-MM-DD`, as written; null where the place of the date has something else. */
  day: string | null;
  /** The date's words, where they are in another form than `January 29, 2024` or glued to the next word. */
  dayWords: string | null;
  /** Where the line begins (at its dash) and ends (after its date) in the text. */
  from: number;
  to: number;
  /** False where the dash before the name is lost, so that the name's beginning is a guess. */
  dashed: boolean;
}

const marks = '[\\u061c\\u200b-\\u200f\\u202a-\\u202e\\u2066-\\u2069]*';
/** Any letters, so that a handle with a foreign one can be told of rather than passed over. */
const handleOnX = '[\\p{L}\\p{N}\\p{M}_]{1,30}';
const handleElsewhere = '\\w[\\w.-]{0,100}(?:@[\\w.-]{3,100})?';
const handles = new RegExp(`\\(${marks}@(?<handle>${handleOnX}|${handleElsewhere})${marks}\\)`, 'gu');
/** What Bluesky sets behind the day: "November 25, 2024 at 7:49 AM". */
const timeBehind = /(?:,|\s+at)?\s+(?:[01]?\d|2[0-3])[:.][0-5]\d(?:\s?[AP]\.?M\.?)?(?![\d:])/iuy;

/** X allows names of 50 signs; an emoji family alone may take eleven units of UTF-16. */
const longestName = 160;

/**
 * Finds the attributions of posts in a paragraph's text. A handle in brackets alone is none ("Michael (@name) is a
 * contributor"): its date must follow at once, or, where `linked` tells so, a link to the post.
 */
export function findAttributions(
  text: string,
  linked: (at: number, network: string) => boolean = () => false,
): Attribution[] {
  const found: Attribution[] = [];
  if (!text.includes('@')) return found;
  let after = 0;
  for (const match of text.matchAll(handles)) {
    const read = attributionAt(text, match, after, linked);
    if (!read) continue;
    found.push(read);
    after = read.to;
  }
  return found;
}

/** The attribution around a handle; null where nothing proves that it is one. */
function attributionAt(
  text: string,
  match: RegExpExecArray,
  after: number,
  linked: (at: number, network: string) => boolean,
): Attribution | null {
  const handle = match.groups?.['handle'] ?? '';
  const end = match.index + match[0].length;
  const network = /[.@-]/.test(handle) ? networkOfHandle(handle) : 'x';
  if (network === null) return null;
  const date = readTweetDate(text, end);
  const until = date?.to ?? end;
  const time = network === 'x' ? 0 : timeAt(text, until);
  const isLinked = linked(end, network);
  // A domain in brackets is a handle where Bluesky's own form says so: its time of day, its domain, or a link.
  const isTold = date !== null && (network !== 'bluesky' || time > 0 || handle.endsWith('.bsky.social'));
  if (!isLinked && !isTold) return null;
  const to = until + time;
  const start = nameStart(text.slice(after, match.index));
  if (!start || /^[,;:)\]]/.test(text.slice(to, to + 1))) return null;
  return {
    name: spaced(text.slice(after + start.name, match.index)) || handle,
    handle,
    network,
    valid: network !== 'x' || isHandle(handle),
    day: date?.day ?? null,
    dayWords: dayWords(text, date, to, time > 0),
    from: after + start.from,
    to,
    dashed: start.dashed,
  };
}

const spaced = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** The length of the time of day that stands at a place. */
function timeAt(text: string, at: number): number {
  timeBehind.lastIndex = at;
  return timeBehind.exec(text)?.[0].length ?? 0;
}

/** The words of the day that no field has: all of them where a time of day follows. */
function dayWords(text: string, date: WrittenDay | null, to: number, timed: boolean): string | null {
  return timed ? text.slice(date?.from, to).trim() : lostWords(date, text);
}

/** The date's words that would be lost: those of another language, and a word that is glued to it ("2017Trump"). */
function lostWords(date: WrittenDay | null, text: string): string | null {
  if (!date) return null;
  const glued = /[\p{L}\p{N}\p{M}]*/uy;
  glued.lastIndex = date.to;
  const end = date.to + (glued.exec(text)?.[0].length ?? 0);
  const words = text.slice(date.from, end).replace(/\s+/g, ' ');
  return /^[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4}$/.test(words) ? null : words;
}

interface NameStart {
  from: number;
  name: number;
  dashed: boolean;
}

/** Where an attribution begins in the text before its handle: at its dash, or else at what looks like the name. */
function nameStart(before: string): NameStart | null {
  const floor = Math.max(0, before.length - longestName);
  const window = before.slice(floor);
  const newline = window.lastIndexOf('\n') + 1;
  const line = window.slice(newline);
  const lineAt = floor + newline;
  const opening = lineAt === 0 || newline > 0 ? openingDash.exec(line) : null;
  if (opening) return { from: lineAt, name: lineAt + opening[0].length, dashed: true };
  // Glued to the text: the last long dash; a short one only where it stands free.
  const dash = [...line.matchAll(innerDash)].at(-1);
  if (dash)
    return {
      from: lineAt + dash.index,
      name: lineAt + dash.index + dash[0].length,
      dashed: true,
    };
  const bare = bareName(line);
  // A name that begins before what is looked at is longer than names are.
  if (bare === 0 && floor > 0 && newline === 0) return null;
  return bare === null ? null : { from: lineAt + bare, name: lineAt + bare, dashed: false };
}

const openingDash = /^[\s\u200e\u200f]*(?:[—–―-]{1,3}|&mdash;)\s*/u;
const innerDash = /(?:—|―|&mdash;|--|(?<=\s)[–-](?=\s))\s*/gu;

/**
 * Where a name begins whose dash was lost: after two spaces, after a link's end, or after the sentence before it.
 * Null where the words before the handle are a running sentence.
 */
function bareName(line: string): number | null {
  const before =
    /^[^]*(?: {2,}|\u00a0|https?:\/\/t\.co\/\w+ |pic\.twitter\.com\/\w+ ?|(?<!\b\p{Lu})[.!?…]["'”’»)]* (?=\P{Ll}))/u.exec(
      line,
    );
  const start = before?.[0].length ?? 0;
  const name = line.slice(start).trim();
  const words = name.split(/\s+/);
  const capital = /^\P{Ll}/u.test(name);
  return name !== '' && words.length <= 6 && capital ? start : null;
}
