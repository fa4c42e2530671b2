import { isArticlePath } from '../article/article-path.ts';
import { keep, load } from './store.ts';

/**
 * The reader's own record: where they stopped, what they have read, what they saved. Lists are newest
 * first and bounded, so that storage never fills up.
 */

/** What the reader's lists show of an article, so that they need nothing from the network. */
export interface Piece {
  id: string;
  /** Below the base, with both slashes: `/articles/<id>/`. */
  path: string;
  headline: string;
  section: string | null;
  /** Minutes to read; null where the page that it was taken from did not say. */
  minutes: number | null;
}

/** Where reading stopped: a place in the text, not on a screen, so it holds at any size and width. */
export interface Stop extends Piece {
  /** Index of the story's block at the reading line. */
  block: number;
  /** How much of that block lies above the line: 0 to 1. */
  fraction: number;
  /** How much of the story: 0 to 1. */
  share: number;
  /** Milliseconds since 1970. */
  at: number;
}

export interface Saved extends Piece {
  at: number;
  /** The site answered that the article is no more. */
  gone?: true;
}

export interface ReadMark {
  id: string;
  at: number;
}

/** The most of each that is kept. */
export const bounds = { stops: 60, read: 3000, saved: 300 } as const;

/** A shelf shows what was begun and not finished. */
export const begun = (stop: Stop): boolean => stop.share > 0.04 && stop.share < 0.96;

export const isText = (value: unknown, most: number): value is string =>
  typeof value === 'string' && value.length > 0 && value.length <= most;
const isShare = (value: unknown): value is number => typeof value === 'number' && value >= 0 && value <= 1;
const isTime = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;

export function readPiece(from: Record<string, unknown>): Piece | null {
  const { id, path, headline, section, minutes } = from;
  if (!isText(id, 400) || !isArticlePath(path) || !isText(headline, 600)) return null;
  return {
    id,
    path,
    headline,
    section: isText(section, 200) ? section : null,
    minutes: Number.isSafeInteger(minutes) && (minutes as number) > 0 ? Math.min(minutes as number, 999) : null,
  };
}

function readStop(from: Record<string, unknown>): Stop | null {
  const piece = readPiece(from);
  const { block, fraction, share, at } = from;
  if (!piece || !Number.isSafeInteger(block) || (block as number) < 0) return null;
  if (!isShare(fraction) || !isShare(share) || !isTime(at)) return null;
  return { ...piece, block: block as number, fraction, share, at };
}

function readSaved(from: Record<string, unknown>): Saved | null {
  const piece = readPiece(from);
  const { at, gone } = from;
  if (!piece || !isTime(at)) return null;
  return { ...piece, at, ...(gone === true ? { gone } : {}) };
}

function readMark(from: Record<string, unknown>): ReadMark | null {
  const { id, at } = from;
  return isText(id, 400) && isTime(at) ? { id, at } : null;
}

const reader =
  <T extends { id: string; at: number }>(one: (from: Record<string, unknown>) => T | null, most: number) =>
  (kept: unknown): T[] => {
    const seen = new Set<string>();
    const good: T[] = [];
    for (const item of Array.isArray(kept) ? kept.slice(0, most * 4) : []) {
      const entry = typeof item === 'object' && item !== null ? one(item as Record<string, unknown>) : null;
      if (!entry || seen.has(entry.id)) continue;
      seen.add(entry.id);
      good.push(entry);
    }
    return good.sort((a, b) => b.at - a.at).slice(0, most);
  };

/** Lists from whatever was kept or imported: entries that are not what they should be are left out. */
export const readStops = reader(readStop, bounds.stops);
export const readSavedList = reader(readSaved, bounds.saved);
export const readMarks = reader(readMark, bounds.read);

export const stops = (): Stop[] => load('stops', readStops);
export const saved = (): Saved[] => load('saved', readSavedList);
export const marks = (): ReadMark[] => load('read', readMarks);

const without = <T extends { id: string }>(list: T[], id: string): T[] => list.filter((entry) => entry.id !== id);

export const setStop = (stop: Stop): boolean =>
  keep('stops', [stop, ...without(stops(), stop.id)].slice(0, bounds.stops));
export const dropStop = (id: string): boolean => keep('stops', without(stops(), id));

/** @returns whether the article is saved now */
export function toggleSaved(piece: Piece, at: number): boolean {
  const before = saved();
  const rest = without(before, piece.id);
  const isNew = rest.length === before.length;
  keep('saved', isNew ? [{ ...piece, at }, ...rest].slice(0, bounds.saved) : rest);
  return isNew;
}

/** Saved articles that the site no longer has stay listed, marked so. */
export function markGone(path: string): void {
  const list = saved();
  if (!list.some((entry) => entry.path === path && !entry.gone)) return;
  keep(
    'saved',
    list.map((entry) => (entry.path === path ? { ...entry, gone: true } : entry)),
  );
}

export function setRead(id: string, isRead: boolean, at: number): void {
  keep('read', [...(isRead ? [{ id, at }] : []), ...without(marks(), id)].slice(0, bounds.read));
}
