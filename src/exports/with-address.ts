import { webAddress } from './addresses.ts';
import { item, type Failure, type Item } from './item.ts';

/** The item of an entry that is known by its address; else why there is none. */
export function withAddress(
  written: string | null,
  said: Omit<Partial<Item>, 'address'> & Pick<Item, 'place'>,
): Item | Failure {
  const address = webAddress(written);
  if (address !== null) return item({ ...said, address });
  const why = written === null ? 'it has no address' : `its address is no web address (${shortened(written)})`;
  return { place: said.place, title: said.headline ?? null, why };
}

const shortened = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text).replace(/\s+/g, ' ');
