import words from 'words:desk';
import { at, say } from '../dom.ts';
import { part } from './setting.ts';
import { takeIn } from './take-in.ts';

/**
 * The bookmarklet, and the page that it hands over: its HTML comes by `postMessage` from the window that opened this one,
 * and is read as any other HTML from outside.
 */

const HANDING = '#handed-over';

/** What the bookmark runs on a page: it opens the desk, and answers it alone. */
function bookmarklet(): string {
  const desk = location.origin + at('/desk/');
  const origin = JSON.stringify(location.origin);
  const code =
    `const w=open(${JSON.stringify(desk + HANDING)});` +
    `addEventListener('message',function f(e){if(e.source===w&&e.origin===${origin}){removeEventListener('message',f);` +
    `w.postMessage({page:document.documentElement.outerHTML,address:location.href},${origin})}})`;
  return `javascript:(()=>{${encodeURIComponent(code)}})()`;
}

/** Puts the bookmarklet on the page, to be dragged; pressed here it would hand over the desk itself. */
export function offerBookmarklet(): void {
  const link = part<HTMLAnchorElement>('.desk-bookmarklet');
  link.href = bookmarklet();
  link.addEventListener('click', (event) => event.preventDefault());
}

interface Handed {
  page: unknown;
  address: unknown;
}

/** Asks the page that opened the desk for its HTML, where a bookmarklet did. */
export function listenToOpener(): void {
  const opener = window.opener as Window | null;
  if (location.hash !== HANDING || !opener) return;
  say(words.waiting);
  const listen = ({ source, data }: MessageEvent<Handed | null>): void => {
    if (source !== opener || typeof data?.page !== 'string' || typeof data.address !== 'string') return;
    removeEventListener('message', listen);
    history.replaceState(null, '', location.pathname);
    takeIn('html', data.page, { address: /^https?:/.test(data.address) ? data.address : null });
  };
  addEventListener('message', listen);
  // It holds nothing: any page may hear that the desk is open.
  opener.postMessage('desk', '*');
}
