import { fromBase64, isArchive, readArchive, type Archive } from './mhtml.ts';

/**
 * Pictures that a page's file holds itself: `data:` addresses, and the parts of an MHTML file. The article names each
 * by the file and its number there: `page.html#picture-3`.
 */

const marker = /#picture-(\d{1,5})$/;
const data = /data:image\/(?:jpeg|jpg|png|gif|webp|avif|tiff|bmp)(?:;[\w=+.-]{1,40}){0,3},[A-Za-z0-9+/=%_-]+/gi;

/** The name of a picture in a page's file. */
export const embeddedName = (file: string, number: number): string => `${file}#picture-${number}`;

/** The file and number that such a name is made of; null for any other name. */
export function readEmbeddedName(name: string): { file: string; number: number } | null {
  const found = marker.exec(name);
  return found ? { file: name.slice(0, found.index), number: Number(found[1]) } : null;
}

/** Numbers the pictures of a page, in the order in which they stand in the file. */
export class EmbeddedPictures {
  readonly #numbers = new Map<string, number>();

  constructor(html: string, archive: Archive | null) {
    if (archive) {
      archive.parts.forEach(({ type, location }, index) => {
        if (type.startsWith('image/') && !type.includes('svg') && location !== '')
          this.#numbers.set(location, index + 1);
      });
      return;
    }
    for (const [address] of html.matchAll(data)) if (!this.#numbers.has(address)) this.#numbers.set(address, this.#numbers.size + 1); // prettier-ignore
  }

  /** The number of the picture that the page names by an address; null where the file does not hold it. */
  numberOf(address: string): number | null {
    return this.#numbers.get(address) ?? null;
  }
}

/** The bytes of a picture that a page's file holds; null where it holds none of that number. */
export function embeddedPicture(path: string, bytes: Uint8Array, number: number): Uint8Array | null {
  if (isArchive(path)) return readArchive(bytes)?.parts[number - 1]?.bytes ?? null;
  const text = new TextDecoder('latin1').decode(bytes);
  const seen = new Set<string>();
  for (const [address] of text.matchAll(data)) {
    if (seen.has(address)) continue;
    seen.add(address);
    if (seen.size === number) return bytesOf(address);
  }
  return null;
}

function bytesOf(address: string): Uint8Array | null {
  const comma = address.indexOf(',');
  const body = address.slice(comma + 1);
  try {
    if (/;base64$/i.test(address.slice(0, comma))) return fromBase64(decodeURIComponent(body));
    return Uint8Array.from(unescape(body), (sign) => sign.charCodeAt(0));
  } catch {
    return null;
  }
}

const unescape = (text: string): string => text.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))); // prettier-ignore
