import type { Resolve } from '../blocks/picture.ts';
import { addressIn } from '../tree/address.ts';

/** The folder that browsers put beside a page which they save whole. */
const besideFolder = /^(?:\.\/)?[^/?#:]+(?:_files|[-_](?:Dateien|archivos|fichiers|bestanden|pliki|filer|soubory|tiedostot|dosyalar|file)|\.files)\/[^?#]+$/i; // prettier-ignore

/**
 * Makes a picture's address what the article names it by: in the page's file, beside it, or on the network.
 *
 * @param base     the page's own address, where it is known
 * @param embedded the name of a picture that the page's file holds itself; null for any other address
 */
export function resolver(base: string | null, embedded: (address: string) => string | null): Resolve {
  return (written) => {
    const own = embedded(written) ?? (base === null ? null : embedded(addressIn(written, base) ?? ''));
    if (own !== null) return own;
    if (base === null || besideFolder.test(written)) return written;
    return addressIn(written, base) ?? written;
  };
}
