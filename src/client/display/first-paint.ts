import { choices, type ChoiceName } from './settings.ts';
import { storePrefix } from '../saved/store.ts';

/**
 * Runs inside the page's head, before anything is painted, so that a chosen theme or size never flashes
 * in late. It must stand alone: the page carries its text, not its imports.
 */
function putSettings(key: string, known: Record<string, readonly string[]>): void {
  const root = document.documentElement;
  root.dataset['script'] = 'on';
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
