/**
 * What a reader's browser keeps for this newspaper, in `localStorage`. Where there is none, or it throws
 * (private windows, blocked storage, a full disk), values live as long as the page does: everything works,
 * nothing is kept. What is read back is never trusted: each kind of value has its own reader.
 */

/** Several newspapers may share one origin (`/a/`, `/b/`): the base tells their values apart. */
export const storePrefix = (base: string): string => `broadsheet:${base}:`;

const prefix = storePrefix(import.meta.env.BASE_URL);

/** Names of the values kept. The before-first-paint script reads `settings`, the shelf `stops`. */
const storeNames = ['settings', 'stops', 'read', 'saved', 'highlights'] as const;
export type StoreName = (typeof storeNames)[number];

const memory = new Map<StoreName, string>();

/**
 * @param name  which value
 * @param parse turns what was kept into a value; gets `undefined` where nothing usable was kept; never throws
 */
export function load<T>(name: StoreName, parse: (kept: unknown) => T): T {
  try {
    const text = memory.get(name) ?? localStorage.getItem(prefix + name);
    return parse(text === null ? undefined : JSON.parse(text));
  } catch {
    return parse(undefined);
  }
}

/** @returns whether the value will outlive the page */
export function keep(name: StoreName, value: unknown): boolean {
  const text = JSON.stringify(value);
  try {
    localStorage.setItem(prefix + name, text);
    memory.delete(name);
    return true;
  } catch {
    memory.set(name, text);
    return false;
  }
}

/** Calls back when another tab changes a value. */
export function onChangeElsewhere(react: (name: StoreName) => void): void {
  addEventListener('storage', (event) => {
    // A null key: everything was cleared.
    for (const name of storeNames) if (event.key === null || event.key === prefix + name) react(name);
  });
}
