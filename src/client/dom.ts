/**
 * Address of a path below the base. In a newspaper that is read from a folder (`npm run portable`) it is relative, and
 * names the page's file.
 */
export function at(path: string): string {
  const { root } = document.documentElement.dataset;
  if (root === undefined) return import.meta.env.BASE_URL + path.slice(1);
  return root + path.slice(1) + (path.endsWith('/') ? 'index.html' : '');
}

/** Puts into the address what the page shows now. Where a page is read from a folder no browser allows that. */
export function noteAddress(address: string): void {
  try {
    history.replaceState(history.state, '', address);
  } catch {
    // The page works all the same.
  }
}

type Child = Node | string;

/**
 * Builds an element. Text goes in as text: there is no way here to hand markup in, so what was stored or
 * imported can't become any. Attributes whose value is null are left out.
 */
export function el<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Record<string, string | null> = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) if (value !== null) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

export const one = <T extends HTMLElement>(selector: string, root: ParentNode = document): T | null =>
  root.querySelector<T>(selector);

export const all = <T extends HTMLElement>(selector: string, root: ParentNode = document): T[] => [
  ...root.querySelectorAll<T>(selector),
];

/**
 * Tells those who listen to the page what happened; it shows for a few seconds too.
 * @param undo takes it back, with what its button says
 */
export function say(text: string, undo?: { label: string; act: () => void }): void {
  let region = one('#said');
  if (!region) {
    region = el('div', { id: 'said', role: 'status' });
    document.body.append(region);
  }
  const note = el('p', {}, text);
  if (undo) {
    const button = el('button', { type: 'button' }, undo.label);
    button.addEventListener('click', () => (note.remove(), undo.act()));
    note.append(' ', button);
  }
  region.replaceChildren(note);
  // What can be taken back waits longer.
  setTimeout(() => note.remove(), undo ? 10_000 : 4000);
}

/** Styles of a part that is fetched when first used: they come with it, not with every page. */
export function addStyles(css: string): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets.push(sheet);
}
