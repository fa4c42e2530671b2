import { decodePage } from './decode-page.ts';

/** A page kept in one file as browsers write it (RFC 2557): MIME parts, the page and its pictures. */
export interface Archive {
  html: string;
  /** Where the page came from. */
  address: string | null;
  parts: ArchivePart[];
}

interface ArchivePart {
  type: string;
  /** The address under which the page names it, or `cid:…`. */
  location: string;
  bytes: Uint8Array;
}

/** Parts in one file; a page of a newspaper has some hundred. */
const most = 5000;

export const isArchive = (path: string): boolean => /\.mht(?:ml)?$/i.test(path);

/** Reads an MHTML file; null where it is none or has no page in it. */
export function readArchive(bytes: Uint8Array): Archive | null {
  // Every byte as one sign: the parts say themselves what they are.
  const raw = binary(bytes);
  const { headers, rest } = headersOf(raw);
  const boundary = /boundary="?([^";\n]+)"?/i.exec(headers.get('content-type') ?? '')?.[1]?.trim();
  if (!boundary) return null;
  const parts = rest
    .split(`--${boundary}`)
    .slice(1, most)
    .filter((part) => !part.startsWith('--'))
    .flatMap((part): (ArchivePart & { charset: string | null })[] => {
      const { headers: own, rest: body } = headersOf(part.replace(/^\n/, ''));
      const type = (own.get('content-type') ?? '').split(';')[0]!.trim().toLowerCase();
      const location = own.get('content-location') ?? (own.has('content-id') ? `cid:${own.get('content-id')!.replace(/^<|>$/g, '')}` : ''); // prettier-ignore
      const charset = /charset="?([\w.:-]+)"?/i.exec(own.get('content-type') ?? '')?.[1] ?? null;
      return [{ type, location, charset, bytes: contentOf(body, own.get('content-transfer-encoding') ?? '') }];
    });
  const page = parts.find(({ type }) => type === 'text/html' || type === 'application/xhtml+xml');
  if (!page) return null;
  const address = headers.get('snapshot-content-location') ?? page.location;
  return {
    html: decodePage(page.bytes, page.charset),
    address: /^https?:/i.test(address) ? address : null,
    parts: parts.map(({ type, location, bytes: content }) => ({ type, location, bytes: content })),
  };
}

function headersOf(text: string): { headers: Map<string, string>; rest: string } {
  const end = text.indexOf('\n\n');
  const head = end < 0 ? text : text.slice(0, end);
  const headers = new Map<string, string>();
  for (const line of head.replace(/\n[ \t]+/g, ' ').split('\n')) {
    const colon = line.indexOf(':');
    if (colon > 0) headers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
  }
  return { headers, rest: end < 0 ? '' : text.slice(end + 2) };
}

function contentOf(body: string, encoding: string): Uint8Array {
  switch (encoding.toLowerCase()) {
    case 'base64':
      return fromBase64(body) ?? new Uint8Array();
    case 'quoted-printable':
      return toBytes(body.replace(/=\n/g, '').replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))); // prettier-ignore
    default:
      return toBytes(body);
  }
}

/** The bytes of a text in base64; null where it is none. */
export function fromBase64(text: string): Uint8Array | null {
  try {
    return toBytes(atob(text.replace(/[^A-Za-z0-9+/=]/g, '')));
  } catch {
    return null;
  }
}

const toBytes = (text: string): Uint8Array => Uint8Array.from(text, (sign) => sign.charCodeAt(0) & 0xff);

function binary(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += 8192) pieces.push(String.fromCharCode(...bytes.subarray(at, at + 8192)));
  return pieces.join('').replace(/\r\n/g, '\n');
}
