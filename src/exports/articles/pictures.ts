import { webAddress } from '../addresses.ts';

/** A picture that the text of an item holds itself. */
export interface OwnPicture {
  /** As the article names it, with the stand-in for the article's own name at its beginning. */
  name: string;
  bytes: Uint8Array;
}

/** Stands at the beginning of a picture's name until the name of its article is known. */
export const standIn = 'import-4f1c9a';

const endings: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'image/jpg': 'jpg',
  'image/png': 'png',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'image/avif': 'avif',
};
const data = /^data:(image\/[a-z]+);base64,([A-Za-z0-9+/=\s]+)$/;

/** The pictures of one article: those that its text holds, and those whose address leads nowhere. */
export class ItemPictures {
  readonly own: OwnPicture[] = [];
  /** What was left out, in words. */
  readonly lost: string[] = [];
  readonly #base: string | null;
  readonly #names = new Map<string, string>();

  /** @param base what relative addresses are taken from */
  constructor(base: string | null) {
    this.#base = base;
  }

  /** The address by which the article names a picture; null for one that can't be shown. */
  addressOf(written: string): string | null {
    const known = written.startsWith(standIn) ? written : this.#names.get(written);
    if (known !== undefined) return known;
    const address = this.take(written) ?? webAddress(written, this.#base ?? undefined);
    if (address === null)
      this.lost.push(`a picture or attachment was left out: its address is none of the web (${written.slice(0, 60)})`);
    else this.#names.set(written, address);
    return address;
  }

  /** Takes a picture that its address holds itself (`data:`). @returns its name; null for any other address */
  take(written: string): string | null {
    const [, type = '', body = ''] = data.exec(written) ?? [];
    const ending = endings[type];
    if (ending === undefined) return null;
    const name = `${standIn}-${this.own.length + 1}.${ending}`;
    this.own.push({ name, bytes: fromBase64(body) });
    return name;
  }
}

function fromBase64(text: string): Uint8Array {
  try {
    return Uint8Array.from(atob(text.replace(/\s+/g, '')), (sign) => sign.charCodeAt(0));
  } catch {
    return new Uint8Array();
  }
}
