import { choices, type ChoiceName } from './settings.ts';
import { storePrefix } from '../saved/store.ts';

/**
 * Runs inside the page's head, before anything is painted, so that a chosen theme or size never flashes
 * in late. It must stand alone: the page carries its text, not its imports.
 */
function putSettings(key: string, known: Record<string, readonly string[]>): void {
  const root = document.documentElement;
  root.dataset['script'] = 'on';
  // A search that is asked for by its address: room for its results is kept.
  if (location.search) root.dataset['asked'] = '';
  try {
    const kept = JSON.parse(localStorage.getItem(key) ?? '{}');
    for (const name in known) if (known[name]!.indexOf(kept[name]) > 0) root.dataset[name] = kept[name];
  } catch {
    // Storage is off, or holds nonsense: the design's own settings.
  }
}

/**
 * @param base the site's base
 * @returns text of the script for the page's head. It also marks `<html data-script="on">`, by which the
 *   styles show what works with scripts alone.
 */
export function firstPaint(base: string): string {
  const known: Record<ChoiceName, readonly string[]> = choices;
  return `(${putSettings.toString()})(${JSON.stringify(`${storePrefix(base)}settings`)},${JSON.stringify(known)})`;
}

/** Milliseconds that a page waits for its face, from the beginning of its body: about a slow phone network's answer. */
const PATIENCE = 420;

/**
 * Runs first thing in the body, when the styles are known. The page is painted when its face is there, which is at
 * once from the second page on; if the face is late, this page is set in what stands in for it, and never moves.
 * It must stand alone, as above.
 */
function awaitFace(letters: string, patience: number): void {
  const { dataset } = document.documentElement;
  const settle = (type: 'late' | null): void => {
    if (dataset['type'] !== 'awaited') return;
    if (type) dataset['type'] = type;
    else delete dataset['type'];
  };
  dataset['type'] = 'awaited';
  setTimeout(settle, patience, 'late');
  document.fonts.load('1em Newsreader', letters).then(
    (faces) => settle(faces.length > 0 ? null : 'late'),
    () => settle('late'),
  );
}

/**
 * @param letters a letter of each file that the page wants
 * @returns text of the script that stands first in the body
 */
export const faceFirst = (letters: string): string =>
  `(${awaitFace.toString()})(${JSON.stringify(letters)},${PATIENCE})`;
