import { edition } from './edition.ts';
import { sharedAddress, storeNames } from './names.ts';

/**
 * Takes what another program shares with the installed newspaper (W3C "Web Share Target API"): it is put aside for the
 * desk, on this device, and the desk opens.
 */
export async function takeShared(request: Request): Promise<Response> {
  const desk = `${edition.base}desk/`;
  const form = await request.formData();
  const store = await caches.open(storeNames(edition.base).shared);
  await store.put(sharedAddress(edition.base), new Response(form));
  return Response.redirect(`${desk}#shared`, 303);
}
