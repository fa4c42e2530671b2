import { sharedAddress, storeNames } from '../service-worker/names.ts';
import { setting } from './setting.ts';
import { takeFiles, takeIn } from './take-in.ts';

/** Takes what was shared with the installed newspaper, where something was: it lies on the desk once. */
export async function takeShared(): Promise<void> {
  if (location.hash !== '#shared') return;
  history.replaceState(null, '', location.pathname);
  const store = await caches.open(storeNames(setting.base).shared);
  const kept = await store.match(sharedAddress(setting.base));
  await store.delete(sharedAddress(setting.base));
  const form = await kept?.formData();
  if (!form) return;
  const said = (name: string): string => {
    const value = form.get(name);
    return typeof value === 'string' ? value.trim() : '';
  };
  const files = form.getAll('files').filter((file) => file instanceof File);
  await takeFiles(files);
  if (files.some(({ type }) => type.startsWith('text/'))) return;
  const [title, text, url] = [said('title'), said('text'), said('url')];
  // Most programs put the address behind the text.
  const whole = [text.startsWith(title) ? '' : title, text, text.includes(url) ? '' : url].filter(Boolean).join('\n\n');
  takeIn('text', whole);
}
