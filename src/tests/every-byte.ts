import { unzipSync } from 'fflate';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';

/**
 * Where words stand in a folder: in names of files and in every byte of them, taken out of what packs them (gzip, brotli,
 * zlib streams of PNG and PDF, ZIP and so EPUB, one in another), as UTF-8 and UTF-16, in base64 and percent-encoded.
 *
 * @returns `path: words`, for each that was found
 */
export function findWords(folder: string, words: readonly string[]): string[] {
  const forms = words.flatMap((word) => formsOf(word).map((bytes) => ({ word, bytes })));
  const found = new Set<string>();
  const look = (path: string, bytes: Buffer, depth: number): void => {
    for (const form of forms) if (bytes.includes(form.bytes)) found.add(`${path}: ${form.word}`);
    if (depth < 4) for (const { name, content } of unpacked(path, bytes)) look(`${path}/${name}`, content, depth + 1);
  };
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const file = join(entry.parentPath, entry.name);
    const path = file.slice(folder.length + 1);
    for (const word of words) if (path.includes(word)) found.add(`${path}: ${word}`);
    if (entry.isFile()) look(path, readFileSync(file), 0);
  }
  return [...found].sort();
}

/** The bytes that a text may have. In base64 it depends on what stands before it: three ways. */
function formsOf(word: string): Buffer[] {
  const utf8 = Buffer.from(word);
  const base64 = [0, 1, 2].map((before) => {
    const text = Buffer.concat([Buffer.alloc(before), utf8])
      .toString('base64')
      .replace(/=+$/, '');
    return Buffer.from(text.slice(before === 0 ? 0 : before + 1, -1));
  });
  const utf16 = Buffer.from(word, 'utf16le');
  return [utf8, utf16, Buffer.from(utf16).swap16(), Buffer.from(encodeURIComponent(word)), ...base64];
}

function unpacked(path: string, bytes: Buffer): { name: string; content: Buffer }[] {
  const attempt = (name: string, unpack: () => Uint8Array) => {
    try {
      return [{ name, content: Buffer.from(unpack()) }];
    } catch {
      return [];
    }
  };
  if (bytes.subarray(0, 2).equals(Buffer.from([0x1f, 0x8b]))) return attempt('gzip', () => gunzipSync(bytes));
  if (path.endsWith('.br')) return attempt('brotli', () => brotliDecompressSync(bytes));
  if (bytes.subarray(0, 4).toString('latin1') === 'PK\u0003\u0004') {
    try {
      return Object.entries(unzipSync(bytes)).map(([name, content]) => ({ name, content: Buffer.from(content) }));
    } catch {
      return [];
    }
  }
  // Chunks of PNG, of WebP (which carries EXIF and XMP as they are) and the like: whatever opens as a zlib stream.
  const streams: { name: string; content: Buffer }[] = [];
  if (!/\.(?:png|webp|jpe?g|avif|pdf|woff2?)$/.test(path)) return streams;
  for (let at = bytes.indexOf(0x78); at >= 0 && streams.length < 200; at = bytes.indexOf(0x78, at + 1))
    if ([0x01, 0x5e, 0x9c, 0xda].includes(bytes[at + 1] ?? 0))
      streams.push(...attempt(`zlib at ${at}`, () => inflateSync(bytes.subarray(at), { finishFlush: 2 })));
  return streams;
}
