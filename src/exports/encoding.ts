import { firstBadByte } from '../source/decode.ts';
import { Refused } from './refused.ts';

/**
 * The text of an export: UTF-8 or UTF-16 by their marks, what XML or HTML declares of itself, else strict UTF-8. Lines
 * end as they end in the file.
 *
 * @throws Refused where the bytes are in none of these
 */
export function decodeExport(bytes: Uint8Array): string {
  const label = markOf(bytes) ?? declared(bytes) ?? 'utf-8';
  let decoder: TextDecoder;
  try {
    decoder = new TextDecoder(label, { fatal: true });
  } catch {
    throw new Refused(`its encoding ("${label}") is unknown: save it again as UTF-8`);
  }
  try {
    return decoder.decode(bytes);
  } catch {
    const offset = decoder.encoding === 'utf-8' ? firstBadByte(bytes) : -1;
    const where = offset < 0 ? '' : ` (byte 0x${(bytes[offset] ?? 0).toString(16).toUpperCase()} at offset ${offset})`;
    throw new Refused(`its bytes are no ${decoder.encoding.toUpperCase()}${where}: save it again as UTF-8`);
  }
}

function markOf(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  return null;
}

const xmlSays = /^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{1,40})["']/;
const htmlSays = /<meta[^>]{0,200}?charset\s*=\s*["']?([\w.:-]{1,40})/i;

/** What the first lines of XML or HTML say; these are ASCII in every encoding that a declaration can name. */
function declared(bytes: Uint8Array): string | null {
  const beginning = new TextDecoder('latin1').decode(bytes.subarray(0, 2048));
  if (!/^\s*</.test(beginning)) return null;
  return (xmlSays.exec(beginning) ?? htmlSays.exec(beginning))?.[1] ?? null;
}
