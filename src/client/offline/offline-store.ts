import { at } from '../dom.ts';
import { markGone } from '../saved/ledger.ts';
import { settings } from '../display/settings.ts';
import { workerAddress } from '../trusted.ts';

/** The page's side of reading offline. Without service workers, or with offline reading off, it does nothing. */

const supported = (): boolean =>
  import.meta.env['OFFLINE'] !== false &&
  document.documentElement.dataset['root'] === undefined &&
  'serviceWorker' in navigator &&
  settings().offline;

/** Starts the worker once the page is there, so that it takes nothing from the first reading. */
export function startWorker(): void {
  if (!import.meta.env.PROD || !supported()) return;
  navigator.serviceWorker.addEventListener('message', ({ data }: MessageEvent<{ gone?: unknown } | null>) => {
    if (typeof data?.gone === 'string') markGone(data.gone);
  });
  if (!navigator.serviceWorker.controller) {
    // This page came past the worker that is about to start: have it kept too.
    void navigator.serviceWorker.ready.then(({ active }) => active?.postMessage({ opened: location.pathname }));
  }
  const register = (): void => {
    // `none`: the browser asks for the worker itself anew, so that a mended one arrives at the next visit.
    navigator.serviceWorker.register(workerAddress('/sw.js'), { scope: at('/'), updateViaCache: 'none' }).catch(() => {
      // Blocked, or unreachable: pages come from the network as ever.
    });
  };
  if (document.readyState === 'complete') register();
  else addEventListener('load', register, { once: true });
}

/**
 * Has the worker keep exactly these articles with their pictures.
 * @param paths all saved articles, below the base
 * @returns those of them that could not be kept; null without a worker
 */
export async function tellWorker(paths: string[]): Promise<string[] | null> {
  if (!supported()) return null;
  const worker = navigator.serviceWorker.controller ?? (await navigator.serviceWorker.getRegistration(at('/')))?.active;
  if (!worker) return null;
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }: MessageEvent<{ missing: string[] }>) => resolve(data.missing);
    worker.postMessage({ saved: paths }, [port2]);
  });
}
