import { one } from './dom.ts';
import { listenToKeys } from './keys/keys.ts';
import { noteList } from './keys/last-list.ts';
import { markGone } from './saved/ledger.ts';
import { startWorker } from './offline/offline-store.ts';
import { showMarks } from './pieces.ts';
import { applySettings, colourFrame, settings } from './display/settings.ts';
import { onChangeElsewhere } from './saved/store.ts';
import { lazyLoad } from './lazy-load.ts';

/** What every page does for its reader. */

onChangeElsewhere((name) => {
  if (name === 'settings') {
    applySettings(settings());
    dispatchEvent(new Event('settings'));
  } else showMarks();
});
// Back from the browser's page cache, with what other pages changed since.
addEventListener('pageshow', (event) => {
  if (!event.persisted) return;
  applySettings(settings());
  showMarks();
});

// The 404 page was answered at the article's own address: a saved copy of it is not to be shown for ever.
if (document.body.classList.contains('page-not-found')) {
  markGone('/' + location.pathname.slice(import.meta.env.BASE_URL.length));
}

// On a phone the section that one is in may lie to the side.
const bar = one('.sections');
const here = bar && one('[aria-current]', bar);
if (bar && here) {
  const { left, right } = here.getBoundingClientRect();
  const box = bar.getBoundingClientRect();
  if (left < box.left || right > box.right - 48) bar.scrollBy({ left: (left + right - box.left - box.right) / 2 });
}

showMarks();
colourFrame(settings());
noteList();
listenToKeys();

const display = one<HTMLButtonElement>('button[data-display]');
display?.addEventListener('click', () => {
  lazyLoad(
    () => import('./display/panel.ts'),
    ({ togglePanel }) => togglePanel(display),
  );
});

startWorker();
