import { SourceError } from './error.ts';

/** The byte order mark that some editors put first. */
const byteOrderMark = '\uFEFF';

/**
 * The offset of the first byte that is not UTF-8 as RFC 3629 has it (no overlong forms, no surrogates, nothing past
 * U+10FFFF), or -1 where all is well.
 */
export function firstBadByte(bytes: Uint8Array): number {
  for (let at = 0; at < bytes.length;) {
    const lead = bytes[at]!;
    if (lead < 0x80) {
      at++;
      continue;
    }
    const length = lead >= 0xc2 && lead <= 0xdf ? 2 : (lead & 0xf0) === 0xe0 ? 3 : lead >= 0xf0 && lead <= 0xf4 ? 4 : 0;
    if (length === 0 || at + length > bytes.length) return at;
    for (let next = 1; next < length; next++) if ((bytes[at + next]! & 0xc0) !== 0x80) return at;
    const second = bytes[at + 1]!;
    const overlong = (lead === 0xe0 && second < 0xa0) || (lead === 0xf0 && second < 0x90);
    const outside = (lead === 0xed && second > 0x9f) || (lead === 0xf4 && second > 0x8f);
    if (overlong || outside) return at;
    at += length;
  }
  return -1;
}

/** Line and column (from 1) of an offset into a text. */
export function positionAt(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset);
  const newline = before.lastIndexOf('\n');
  let line = 1;
  for (let at = before.indexOf('\n'); at >= 0; at = before.indexOf('\n', at + 1)) line++;
  return { line, column: offset - newline };
}

/** Every ending of a line (CRLF, CR, LF) as LF. */
function plainLines(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

/**
 * The text of an article file: strict UTF-8, without a byte order mark, lines ended by LF.
 *
 * @throws SourceError where the bytes are not UTF-8 (with the offset), hold a NUL, or hold no text at all
 */
export function decodeSource(path: string, bytes: Uint8Array): string {
  let text: string;
  try {
    // `ignoreBOM` leaves the mark in, so that it is taken off here, once, and not a second one behind it.
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    const offset = Math.max(0, firstBadByte(bytes));
    const before = plainLines(new TextDecoder('utf-8').decode(bytes.subarray(0, offset)));
    const hex = (bytes[offset] ?? 0).toString(16).padStart(2, '0').toUpperCase();
    throw new SourceError({
      path,
      ...positionAt(before, before.length),
      rule: 'not-utf-8',
      message: `The file is not UTF-8: byte 0x${hex} at offset ${offset}.`,
      hint: 'Save it again with the encoding UTF-8.',
    });
  }
  if (text.startsWith(byteOrderMark)) text = text.slice(1);
  text = plainLines(text);
  const nul = text.indexOf('\0');
  if (nul >= 0) {
    throw new SourceError({
      path,
      ...positionAt(text, nul),
      rule: 'nul',
      message: 'The file holds a NUL character, as files that are no text do.',
      hint: 'Take it out, or save the text of the article under a new name.',
    });
  }
  if (text.trim() === '') {
    throw new SourceError({
      path,
      line: 1,
      column: 1,
      rule: 'empty-file',
      message: 'The file is empty.',
      hint: 'Write or paste the article into it, or delete the file.',
    });
  }
  return text;
}
