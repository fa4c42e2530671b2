import css from '../../styles/panel.css?inline';
import page from 'words:page';
import words from 'words:panel';
import { addStyles, el, one } from '../dom.ts';
import { change, choices, settings, type ChoiceName, type Settings } from './settings.ts';
import { keep } from '../saved/store.ts';
import { lazyLoad } from '../lazy-load.ts';

/** The display panel: theme, text size, line width, typeface, keys. Built when first opened. */

const titles: Record<ChoiceName, string> = {
  theme: page.theme,
  size: words.size,
  width: words.width,
  face: words.face,
};
const labels: { [K in ChoiceName]: Record<Settings[K], string> } = {
  theme: page.themes,
  size: words.sizes,
  width: words.widths,
  face: words.faces,
};
/** As one meets them from small to large, whatever the design's own is. */
const order: { [K in ChoiceName]: readonly Settings[K][] } = {
  ...choices,
  size: ['small', 'normal', 'large', 'larger', 'largest'],
  width: ['narrow', 'normal', 'wide'],
};

let panel: HTMLElement | null = null;

/** Opens the panel under its button, or closes it. */
export function togglePanel(button: HTMLButtonElement): void {
  panel ??= build(button);
  // Under its button, wherever that is.
  const { bottom, left, right } = button.getBoundingClientRect();
  const isTurned = document.documentElement.dir === 'rtl';
  const aside = Math.max(12, isTurned ? left : document.documentElement.clientWidth - right);
  panel.style.setProperty('--below', `${Math.max(12, bottom + 4)}px`);
  panel.style.setProperty('--aside', `${aside}px`);
  panel.togglePopover();
}

function build(button: HTMLButtonElement): HTMLElement {
  addStyles(css);
  const made = el('div', {
    id: 'display',
    popover: '',
    role: 'dialog',
    'aria-label': button.textContent?.trim() ?? '',
  });
  for (const name of Object.keys(titles) as ChoiceName[]) made.append(group(name));

  const keys = el('input', { type: 'checkbox', id: 'display-keys' });
  keys.addEventListener('change', () => change({ keys: keys.checked }));
  const list = el('button', { type: 'button' }, words.keyList);
  list.addEventListener('click', () => {
    made.hidePopover();
    lazyLoad(
      () => import('../keys/key-list.ts'),
      ({ showKeys }) => showKeys(button),
    );
  });
  made.append(el('p', { class: 'display-keys' }, el('label', {}, keys, words.keys), list));
  // Writing what is there already tells whether anything is kept.
  if (!keep('settings', settings())) made.append(el('p', { class: 'display-note' }, words.notKept));

  const show = (): void => {
    const now = settings();
    for (const name of Object.keys(titles) as ChoiceName[]) {
      const input = one<HTMLInputElement>(`input[name=${name}][value=${now[name]}]`, made);
      if (input) input.checked = true;
    }
    keys.checked = now.keys;
  };
  addEventListener('settings', show);
  made.addEventListener('toggle', (event) => {
    const isOpen = event.newState === 'open';
    button.setAttribute('aria-expanded', String(isOpen));
    if (isOpen) one<HTMLInputElement>('input:checked', made)?.focus();
    else if (made.contains(document.activeElement) || document.activeElement === document.body) button.focus();
  });
  show();
  button.setAttribute('aria-controls', 'display');
  // Next in the order of the keyboard, whatever the styles do.
  button.after(made);
  return made;
}

function group<K extends ChoiceName>(name: K): HTMLFieldSetElement {
  const set = el('fieldset', {}, el('legend', {}, titles[name]));
  const row = el('div', { class: 'choices' });
  for (const value of order[name]) {
    const input = el('input', { type: 'radio', name, value });
    input.addEventListener('change', () => change({ [name]: value }));
    row.append(el('label', {}, input, el('span', {}, labels[name][value])));
  }
  set.append(row);
  return set;
}
