import actions from 'words:actions';
import words from 'words:page';
import { all, el, noteAddress, one, say } from '../dom.ts';
import { begun, dropStop, marks, saved, setRead, setStop, stops } from '../saved/ledger.ts';
import { flipRead, flipSaved, pageArticle, pieceOf, showMarks } from '../pieces.ts';
import { lineOf, placeAt, progress, type Span } from './place.ts';
import { offerPassage } from './passage-offer.ts';
import { lazyLoad } from '../lazy-load.ts';
import { load } from '../saved/store.ts';

/** What an article's page does: where one is and was, the row of buttons, larger pictures. */

/** Seconds on the page before an article whose end is in view counts as read. */
const readAfter = 5;

const article = pageArticle();
const story = article && one('.story', article);
const piece = article && pieceOf(article);

if (article && story && piece) {
  const opened = Date.now();
  const bar = el('div', { class: 'progress', 'aria-hidden': 'true' });
  document.body.append(bar);

  const spans = (): Span[] => [...story.children].map((child) => child.getBoundingClientRect());
  const line = (): number => innerHeight / 4;
  let scrolled = false;
  let isQuiet = false;
  let offer: HTMLElement | null = null;

  const show = (): number => {
    const share = progress(scrollY, story.getBoundingClientRect().bottom + scrollY, innerHeight);
    bar.style.setProperty('--share', String(share));
    return share;
  };

  /** Keeps the place, or that the story was read to its end. */
  const note = (): void => {
    if (!marks().some((mark) => mark.id === piece.id) && show() >= 1 && Date.now() - opened >= readAfter * 1000) {
      setRead(piece.id, true, Date.now());
      dropStop(piece.id);
      // Nothing moves under a reader who touched nothing: the button is pressed, and says so when it is seen next.
      isQuiet = true;
      showMarks();
      isQuiet = false;
    }
    // A window that changed its width moves the text, not the reader: without a scroll the place stays.
    if (!scrolled || offer?.isConnected) return;
    scrolled = false;
    const place = placeAt(spans(), line());
    if (!place) return;
    const stop = { ...piece, ...place, at: Date.now() };
    if (show() >= 1) dropStop(piece.id);
    else if (begun(stop)) setStop(stop);
  };

  const goTo = (stop: { block: number; fraction: number }): void => {
    const to = lineOf(spans(), stop);
    if (to === null) return;
    scrollTo({ top: scrollY + to - line(), behavior: 'instant' });
    const block = story.children[Math.min(stop.block, story.children.length - 1)] as HTMLElement;
    // The keyboard goes on from there too.
    block.tabIndex = -1;
    block.focus({ preventScroll: true });
  };

  // Opened from a search: what was looked for is marked. The address is the article's own again.
  const question = new URLSearchParams(location.search).get('find');
  if (question) noteAddress(location.pathname + location.hash);
  const stopped = stops().find((stop) => stop.id === piece.id && begun(stop));
  if (location.hash === '#resume') {
    noteAddress(location.pathname + location.search);
    if (stopped) void document.fonts.ready.then(() => goTo(stopped));
  } else if (question) {
    lazyLoad(
      () => import('./found.ts'),
      ({ showFound }) => showFound(article, question),
      () => undefined,
    );
  } else if (stopped && !location.hash && scrollY < innerHeight) {
    const share = stopped.share.toLocaleString(document.documentElement.lang, { style: 'percent' });
    const go = el('button', { type: 'button' }, words.resume.replace('{share}', share));
    const close = el('button', { type: 'button', 'aria-label': words.close }, '×');
    offer = el('div', { class: 'offer', role: 'status' });
    const filled = [go, close];
    // Announced, since it was there before its words; and the next thing that Tab comes to.
    setTimeout(() => offer?.append(...filled), 50);
    const end = (): void => offer?.remove();
    go.addEventListener('click', () => (end(), goTo(stopped)));
    close.addEventListener('click', end);
    addEventListener('scroll', () => scrollY > innerHeight && end(), { passive: true });
    one('main')?.prepend(offer);
  }

  let waiting: ReturnType<typeof setTimeout> | undefined;
  let asked = false;
  addEventListener(
    'scroll',
    () => {
      scrolled = true;
      if (!asked) requestAnimationFrame(() => ((asked = false), show()));
      asked = true;
      clearTimeout(waiting);
      waiting = setTimeout(note, 300);
    },
    { passive: true },
  );
  addEventListener('resize', show, { passive: true });
  addEventListener('pagehide', note);
  document.addEventListener('visibilitychange', note);
  setTimeout(note, readAfter * 1000);
  show();

  const saveButton = one<HTMLButtonElement>('[data-do=save]');
  const readButton = one<HTMLButtonElement>('[data-do=read]');
  const press = (button: HTMLElement | null, isOn: boolean, label: string): void => {
    button?.setAttribute('aria-pressed', String(isOn));
    const words = button && one('span', button);
    if (words && !isQuiet) words.textContent = label;
  };
  const relabel = (): void => {
    const isSaved = saved().some((entry) => entry.id === piece.id);
    const isRead = marks().some((mark) => mark.id === piece.id);
    press(saveButton, isSaved, isSaved ? actions.saved : actions.save);
    press(readButton, isRead, isRead ? words.read : actions.markRead);
  };
  saveButton?.addEventListener('click', () => flipSaved(piece));
  readButton?.addEventListener('click', () => flipRead(piece.id));
  addEventListener('marks', relabel);
  relabel();

  const share = one<HTMLButtonElement>('[data-do=share]');
  share?.addEventListener('click', () => {
    const address = location.href.replace(/#.*$/, '');
    if ('share' in navigator) void navigator.share({ title: piece.headline, url: address }).catch(() => undefined);
    else
      (navigator as Navigator).clipboard.writeText(address).then(
        () => say(words.copied),
        () => say(words.notCopied),
      );
  });

  const listen = one<HTMLButtonElement>('[data-do=listen]');
  if (listen && 'speechSynthesis' in window) {
    // Only voices on this device: others send the text to their maker.
    const primary = (tag: string): string => tag.toLowerCase().split(/[-_]/)[0]!;
    const offerVoice = (): void => {
      const fits = speechSynthesis.getVoices().some((v) => v.localService && primary(v.lang) === primary(article.lang));
      listen.toggleAttribute('data-ready', fits);
    };
    speechSynthesis.addEventListener?.('voiceschanged', offerVoice);
    offerVoice();
    listen.addEventListener('click', () => {
      import('./listen.ts').then(
        ({ readAloud }) => readAloud(article, story, listen),
        () => say(words.notLoaded),
      );
    });
  }

  article.addEventListener('click', (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a.figure-open');
    if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    if (link.origin !== location.origin) return;
    event.preventDefault();
    lazyLoad(
      () => import('./pictures.ts'),
      ({ showPicture }) => showPicture(link, all<HTMLAnchorElement>('a.figure-open', article)),
      () => location.assign(link.href),
    );
  });

  for (const text of all('[data-copy], .story > pre', article)) {
    const button = el('button', { type: 'button', class: 'copy' }, actions.copy);
    button.addEventListener('click', () => {
      navigator.clipboard.writeText(text.textContent ?? '').then(
        () => say(words.copied),
        () => say(words.notCopied),
      );
    });
    text.after(button);
  }

  offerPassage(story, piece);
  const isHighlighted = (all: unknown): boolean => Array.isArray(all) && all.some((one) => one?.id === piece.id);
  if (load('highlights', isHighlighted))
    void import('../notes/article-notes.ts').then(({ showHighlights }) => showHighlights(story, piece));
}
