import { one } from './dom.ts';
import { listenToKeys } from './keys.ts';
import { noteList } from './last-list.ts';
import { markGone } from './ledger.ts';
import { startWorker } from './offline-store.ts';
import { showMarks } from './pieces.ts';
import { applySettings, colourFrame, settings } from './settings.ts';
import { onChangeElsewhere } from './store.ts';
import { summon } from './summon.ts';

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

showMarks();
colourFrame(settings());
noteList();
listenToKeys();

const display = one<HTMLButtonElement>('button[data-display]');
display?.addEventListener('click', () => {
  summon(
    () => import('./panel.ts'),
    ({ togglePanel }) => togglePanel(display),
  );
});

startWorker();
