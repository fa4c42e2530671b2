/**
 * The way out: a worker that removes itself and what was kept, published in place of the real one
 * (`offline: false` of src/build/publish/service-worker.ts). Browsers fetch it at the next visit, whatever the former
 * worker does.
 */
import { edition } from './edition.ts';
import { storeNames } from './names.ts';

const scope = self as unknown as ServiceWorkerGlobalScope;

scope.addEventListener('install', () => void scope.skipWaiting());
scope.addEventListener('activate', (event) => {
  const leave = async (): Promise<void> => {
    const { prefix } = storeNames(edition.base);
    for (const name of await caches.keys()) if (name.startsWith(prefix)) await caches.delete(name);
    await scope.registration.unregister();
  };
  event.waitUntil(leave());
});
