import { el, one } from '../dom.ts';
import { keep, load } from '../saved/store.ts';

/** Choices of the display panel. The first of each is the design's own, and has no attribute on `<html>`. */
export const choices = {
  theme: ['system', 'light', 'dark', 'sepia'],
  size: ['normal', 'small', 'large', 'larger', 'largest'],
  width: ['normal', 'narrow', 'wide'],
  face: ['serif', 'sans'],
} as const;

export type ChoiceName = keyof typeof choices;

export type Settings = { [K in ChoiceName]: (typeof choices)[K][number] } & {
  /** Single-key shortcuts, which WCAG 2.1.4 wants to be able to turn off. */
  keys: boolean;
  /** Reading aloud: 1 is the voice's own speed. */
  speed: number;
  /** Pages kept for reading without a network. */
  offline: boolean;
};

const choiceNames = Object.keys(choices) as ChoiceName[];

export const speeds = [0.75, 1, 1.25, 1.5, 1.75, 2];

/** Settings from whatever was kept: what is not a known choice becomes the design's own. */
export function readSettings(kept: unknown): Settings {
  const from = (typeof kept === 'object' && kept !== null ? kept : {}) as Record<string, unknown>;
  const chosen = <K extends ChoiceName>(name: K): Settings[K] => {
    const known: readonly unknown[] = choices[name];
    return (known.includes(from[name]) ? from[name] : choices[name][0]) as Settings[K];
  };
  return {
    theme: chosen('theme'),
    size: chosen('size'),
    width: chosen('width'),
    face: chosen('face'),
    keys: from['keys'] !== false,
    speed: speeds.includes(from['speed'] as number) ? (from['speed'] as number) : 1,
    offline: from['offline'] !== false,
  };
}

export const settings = (): Settings => load('settings', readSettings);

/** Puts the choices on `<html>`, where the styles read them. */
export function applySettings(now: Settings): void {
  const root = document.documentElement;
  for (const name of choiceNames) {
    if (now[name] === choices[name][0]) delete root.dataset[name];
    else root.dataset[name] = now[name];
  }
  colourFrame(now);
}

/** A chosen theme is the browser's frame's as well: the first theme colour that fits is taken (HTML, "theme-color"). */
export function colourFrame({ theme }: Settings): void {
  one('meta[name=theme-color]:not([media])')?.remove();
  if (theme === choices.theme[0]) return;
  const content = getComputedStyle(document.documentElement).backgroundColor;
  document.head.prepend(el('meta', { name: 'theme-color', content }));
}

/** Keeps what changed, and shows it. Other open panels and tabs hear of it. */
export function change(changes: Partial<Settings>): Settings {
  const now = { ...settings(), ...changes };
  keep('settings', now);
  applySettings(now);
  dispatchEvent(new Event('settings'));
  return now;
}
