import notes from 'words:notes';
import words from 'words:own';
import { at, el, one, say } from '../dom.ts';
import { emptyStores, cachedArticles, cachedBytes, leaveOffline } from '../offline/cached-pages.ts';
import { begun, dropStop, marks, saved, stops, toggleSaved, type Piece } from './ledger.ts';
import { highlights } from '../notes/highlights.ts';
import { highlightsAsMarkdown } from '../notes/markdown.ts';
import { startWorker, tellWorker } from '../offline/offline-store.ts';
import { mergeOwnData, mostCharacters, packOwnData, unpackOwnData, type OwnData } from './own-data.ts';
import { showMarks } from '../pieces.ts';
import { change, settings } from '../display/settings.ts';
import { keep } from './store.ts';

/** The saved page: what is saved, what is begun, what is kept on the device, one's own data. */

const tag = document.documentElement.lang;
const percent = (share: number): string => share.toLocaleString(tag, { style: 'percent' });

function fill(place: string, pieces: (Piece & { note: string; hash?: string })[], remove: (id: string) => void): void {
  const list = one(`#${place} ul`);
  const none = one(`#${place} .empty`);
  if (!list || !none) return;
  none.hidden = pieces.length > 0;
  list.replaceChildren(
    ...pieces.map(({ id, path, headline, section, note, hash = '' }) => {
      const away = el('button', { type: 'button', 'aria-label': `${words.remove}: ${headline}` }, words.remove);
      away.addEventListener('click', () => {
        remove(id);
        show();
        one('main')?.focus();
      });
      const link = el('a', { href: at(path) + hash, dir: 'auto' }, headline);
      const facts = [section, note].filter(Boolean).join(' · ');
      return el(
        'li',
        { 'data-article-id': id, 'data-path': path },
        el('p', { class: 'headline' }, link),
        el('p', { class: 'meta' }, facts),
        away,
      );
    }),
  );
}

function show(): void {
  const shares = new Map(stops().map((stop) => [stop.id, stop]));
  fill(
    'saved',
    saved().map((entry) => {
      const stop = shares.get(entry.id);
      const note = entry.gone
        ? words.gone
        : stop && begun(stop)
          ? words.share.replace('{share}', percent(stop.share))
          : '';
      return { ...entry, note };
    }),
    (id) => {
      const before = saved();
      const entry = before.find((one) => one.id === id);
      if (entry) toggleSaved(entry, Date.now());
      void keepAndCount();
      offerBack(() => keep('saved', before));
    },
  );
  fill(
    'begun',
    stops()
      .filter(begun)
      .map((stop) => ({ ...stop, note: words.share.replace('{share}', percent(stop.share)), hash: '#resume' })),
    (id) => {
      const before = stops();
      dropStop(id);
      offerBack(() => keep('stops', before));
    },
  );
  showHighlights();
  showMarks();
}

/** What was highlighted, article by article. */
function showHighlights(): void {
  const all = highlights();
  const articles = all.filter((one, index) => all.findIndex(({ id }) => id === one.id) === index);
  const exporting = one('#notes-export');
  const none = one('#notes .empty');
  if (exporting) exporting.hidden = all.length === 0;
  if (none) none.hidden = all.length > 0;
  one('#notes ul')?.replaceChildren(
    ...articles.map(({ id, path, headline }) =>
      el(
        'li',
        {},
        el('p', { class: 'headline' }, el('a', { href: `${at(path)}#own-notes`, dir: 'auto' }, headline)),
        ...all
          .filter((one) => one.id === id)
          .sort((a, b) => a.start - b.start)
          .flatMap(({ quote, note }) => [
            el('blockquote', { dir: 'auto' }, quote),
            ...(note ? [el('p', { class: 'own-note', dir: 'auto' }, note)] : []),
          ]),
      ),
    ),
  );
}

/** Says that something was removed, and puts it back if it was not meant. */
function offerBack(restore: () => void): void {
  say(words.removed, {
    label: words.undo,
    act: () => {
      restore();
      show();
      void keepAndCount();
      one('main')?.focus();
    },
  });
}

async function count(): Promise<void> {
  const place = one('#store-size');
  if (!place) return;
  const [articles, bytes] = [await cachedArticles(), await cachedBytes()];
  const size = (bytes / 1e6).toLocaleString(tag, { style: 'unit', unit: 'megabyte', maximumFractionDigits: 1 });
  place.textContent = articles.length
    ? words.storeSize.replace('{articles}', articles.length.toLocaleString(tag)).replace('{size}', size)
    : words.storeNone;
}

async function keepAndCount(): Promise<void> {
  await tellWorker(saved().map(({ path }) => path));
  await count();
  show();
}

const ownData = (): OwnData => ({
  settings: settings(),
  stops: stops(),
  read: marks(),
  saved: saved(),
  highlights: highlights(),
});

function download(content: string, type: string, name: string): void {
  const address = URL.createObjectURL(new Blob([content], { type }));
  el('a', { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

const today = (): string => new Date().toISOString().slice(0, 10);

const exportData = (): void =>
  download(packOwnData(ownData(), new Date()), 'application/json', `broadsheet-${today()}.json`);

const exportHighlights = (): void =>
  download(
    highlightsAsMarkdown(highlights(), notes.title, (path) => location.origin + at(path)),
    'text/markdown',
    `highlights-${today()}.md`,
  );

async function importData(field: HTMLInputElement): Promise<void> {
  const file = field.files?.[0];
  field.value = '';
  if (!file) return;
  // Bytes are at most four to a character.
  const data = file.size > mostCharacters * 4 ? null : unpackOwnData(await file.text());
  if (!data) return say(words.notImported);
  const merged = mergeOwnData(ownData(), data);
  keep('stops', merged.stops);
  keep('read', merged.read);
  keep('saved', merged.saved);
  keep('highlights', merged.highlights);
  change(merged.settings);
  show();
  say(
    words.imported
      .replace('{saved}', String(data.saved.length))
      .replace('{begun}', String(data.stops.length))
      .replace('{read}', String(data.read.length)),
  );
  await keepAndCount();
}

const on = (id: string, react: () => void): void => one(`#${id}`)?.addEventListener('click', react);

on('store-empty', () => {
  void emptyStores()
    .then(count)
    .then(() => say(words.emptied));
});
const offlineSwitch = one<HTMLButtonElement>('#store-switch');
const label = (): void => {
  if (offlineSwitch) offlineSwitch.textContent = settings().offline ? words.off : words.on;
};
on('store-switch', () => {
  const offline = !settings().offline;
  change({ offline });
  label();
  if (offline) startWorker();
  void (offline ? Promise.resolve() : leaveOffline()).then(count).then(() => say(offline ? words.onNow : words.offNow));
});
on('data-export', exportData);
on('notes-export', exportHighlights);
const file = one<HTMLInputElement>('#data-file');
on('data-import', () => file?.click());
file?.addEventListener('change', () => void importData(file));

label();
show();
one('.own')?.setAttribute('data-fill', 'done');
addEventListener('storage', show);
void keepAndCount();
