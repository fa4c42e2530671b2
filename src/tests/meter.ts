import type { Browser } from 'playwright-core';

/** What a page did in a browser that has no policy to hold it. */
export interface Measured {
  dialogs: string[];
  /** Requests other than the page's own. */
  requests: string[];
  /** Scripts that were compiled, and what set `window.__ran`. */
  scripts: string[];
  /** Places that the page went to by itself, and windows that it opened. */
  navigations: string[];
  /** Handlers, and addresses that are none of http, https and mailto, in the tree that the browser made. */
  active: string[];
}

const EVENTS = 'mouseover mouseenter pointerover focus blur focusin error load toggle animationstart transitionend wheel scroll keydown input change contextmenu dblclick copy paste drag dragstart submit beforetoggle click'; // prettier-ignore

/**
 * Opens pages in a browser with no Content-Security-Policy, touches everything in them, and tells all that they did.
 * Nothing reaches a network: every request is counted and ended.
 */
export async function meter(browser: Browser, pages: readonly string[]): Promise<Measured> {
  const context = await browser.newContext({ serviceWorkers: 'block', bypassCSP: true });
  const page = await context.newPage();
  const seen: Measured = { dialogs: [], requests: [], scripts: [], navigations: [], active: [] };
  let current = '';
  let html = '';
  let settled = false;
  page.on('dialog', (dialog) => {
    seen.dialogs.push(dialog.message());
    void dialog.dismiss().catch(() => undefined);
  });
  context.on('page', (other) => {
    seen.navigations.push(`window ${other.url()}`);
    void other.close();
  });
  page.on('framenavigated', (frame) => {
    if (frame !== page.mainFrame() || (frame.url() !== current && frame.url() !== 'about:blank'))
      seen.navigations.push(frame.url());
  });
  await context.route('**/*', async (route) => {
    const address = route.request().url();
    if (address === current && route.request().isNavigationRequest() && !settled) {
      settled = true;
      return route.fulfill({ contentType: 'text/html; charset=utf-8', body: html });
    }
    seen.requests.push(address);
    return route.abort();
  });
  const client = await context.newCDPSession(page);
  await client.send('Debugger.enable');
  let counting = false;
  client.on('Debugger.scriptParsed', ({ url, length, startLine, executionContextAuxData }) => {
    // The driver's own scripts run in a world apart, or have no address.
    const world = executionContextAuxData as { isDefault?: boolean } | undefined;
    if (counting && world?.isDefault !== false && url !== '') seen.scripts.push(`${url}:${startLine} (${length ?? 0})`);
  });
  for (const [index, body] of pages.entries()) {
    current = `http://page-${index}.invalid/`;
    html = body;
    settled = false;
    counting = true;
    await page
      .goto(current, { waitUntil: 'load', timeout: 60_000 })
      .catch((error: unknown) => seen.navigations.push(String(error)));
    await page.waitForTimeout(50);
    counting = false;
    const { active, ran } = await page.evaluate((events) => {
      const active: string[] = [];
      for (const element of document.querySelectorAll<HTMLElement>('body *')) {
        for (const { name } of element.attributes)
          if (/^on|^style$/i.test(name)) active.push(`${element.localName}[${name}]`);
        for (const name of ['href', 'src', 'action', 'data', 'formaction', 'xlink:href']) {
          const address = element.getAttribute(name);
          if (address !== null && !/^(?:https?|mailto):$/.test(new URL(address, document.baseURI).protocol))
            active.push(`${element.localName} ${address}`);
        }
        // Links lead away on purpose when they are pressed: that is no fault.
        element.addEventListener('click', (event) => event.preventDefault());
        for (const type of events.split(' ')) element.dispatchEvent(new Event(type, { cancelable: true }));
      }
      return { active, ran: '__ran' in window };
    }, EVENTS);
    seen.active.push(...active);
    if (ran) seen.scripts.push('window.__ran');
  }
  await context.close();
  return seen;
}

/** A bare page around fragments, each in a place of its own. */
export const bare = (fragments: readonly string[]): string =>
  `<!doctype html><html><head><meta charset="utf-8"><title>t</title></head><body>${fragments.map((html) => `<article>${html}</article>`).join('\n')}</body></html>`;
