import { readPostAddress, type PostAddress } from '../../article/blocks/posts/networks.ts';

/** A post's address on X, taken apart. */
export interface Status {
  network: 'x';
  /** Null for the addresses that name nobody: `/i/web/status/123`. */
  handle: string | null;
  id: string;
  /** Without tracking parameters: `https://x.com/name/status/123`, or twitter.com where the file has that. */
  url: string;
}

/** A handle on X: one to fifteen Latin letters, digits and underscores (X Help Center, "About usernames"). */
export function isHandle(text: string): boolean {
  return /^[A-Za-z0-9_]{1,15}$/.test(text);
}

const hosts = new Map([
  ['twitter.com', 'twitter.com'],
  ['www.twitter.com', 'twitter.com'],
  ['mobile.twitter.com', 'twitter.com'],
  ['m.twitter.com', 'twitter.com'],
  ['x.com', 'x.com'],
  ['www.x.com', 'x.com'],
  ['mobile.x.com', 'x.com'],
]);

/** Reads the address of a post on X; null for any other address. */
export function readStatus(address: string): Status | null {
  const trimmed = address.trim();
  if (trimmed.length > 500 || !URL.canParse(trimmed)) return null;
  const { protocol, hostname, pathname } = new URL(trimmed);
  const host = hosts.get(hostname);
  if (!host || !/^https?:$/.test(protocol)) return null;
  const path = /^\/(\w{1,15}|i\/web)\/status(?:es)?\/(\d{1,20})(?:\/|$)/.exec(pathname);
  const [, who, id] = path ?? [];
  if (!who || !id) return null;
  const handle = who === 'i' || who === 'i/web' ? null : who;
  return { network: 'x', handle, id, url: `https://${host}/${who}/status/${id}` };
}

/** Reads the address of a post on X or another network; null for any other address. */
export function readAnyPost(address: string): Status | PostAddress | null {
  return readStatus(address) ?? readPostAddress(address);
}

/** Milliseconds since 1970 of the first instant that ids count from (X's "snowflake" epoch). */
const epoch = 1288834974657n;
/** Ids below this one (of 4 November 2010) were counted one by one and tell no time. */
const firstTimed = 29_700_859_247n;
/** The last instant that an ISO date with a year of four digits can name. */
const lastInstant = 253_402_300_799_999n;

/** The day (UTC, `YYYY-MM-DD`) on which the post with this id was made; null for the old ids that do not tell. */
export function dayOfStatus(id: string): string | null {
  if (!/^\d{1,20}$/.test(id)) return null;
  const number = BigInt(id);
  const instant = (number >> 22n) + epoch;
  if (number < firstTimed || instant > lastInstant) return null;
  return new Date(Number(instant)).toISOString().slice(0, 10);
}

/** Days between two days, without sign. */
export function daysApart(one: string, other: string): number {
  return Math.abs(Date.parse(`${one}T00:00:00Z`) - Date.parse(`${other}T00:00:00Z`)) / 86_400_000;
}
