import type { Addresses } from '../../edition/files/output-file.ts';
import { addressesPath, lastPart } from '../../edition/near-addresses.ts';
import { at, el, one } from '../dom.ts';
import { nearestAddresses } from './nearest-addresses.ts';

/** On the page that says "not found": articles whose addresses come near to this one. */

const SHOWN = 5;
const box = one('#near');
const list = box && one('ul', box);

async function look(): Promise<void> {
  if (!box || !list) return;
  const asked = lastPart(decodeURI(location.pathname));
  // The first letter may be one too many, or changed places with the second.
  const files = new Set([...asked].slice(0, 2).map(addressesPath));
  const parts = await Promise.allSettled(
    [...files].map(async (path) => (await fetch(at(path))).json() as Promise<Addresses>),
  );
  const known = Object.assign({}, ...parts.map((part) => (part.status === 'fulfilled' ? part.value : {}))) as Addresses;
  list.append(
    ...nearestAddresses(asked, Object.keys(known), SHOWN).map((id) =>
      el('li', {}, el('a', { href: at(`/articles/${id}/`), dir: 'auto' }, known[id] ?? '')),
    ),
  );
  box.hidden = list.children.length === 0;
}

// Where nothing can be had now there are no suggestions: the page leads on as it is.
look().catch(() => undefined);
