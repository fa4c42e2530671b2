import { SourceError } from './error.ts';
import { firstControl, withoutControls } from './words.ts';

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

/** UTF-16 that says so by its mark, as Windows saves text. */
function utf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
}

/** The text of bytes, as it is. */
function textOf(path: string, bytes: Uint8Array): string {
  const wide = utf16(bytes);
  try {
    // `ignoreBOM` leaves the mark in, so that it is taken off later, once, and not a second one behind it.
    return new TextDecoder(wide ?? 'utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    if (wide !== null)
      throw new SourceError({
        path,
        line: 1,
        column: 1,
        rule: 'not-utf-16',
        message: 'The file says that it is UTF-16, and is not: it may have been cut off.',
        hint: 'Save it again with the encoding UTF-8.',
      });
    throw notUtf8(path, bytes);
  }
}

function notUtf8(path: string, bytes: Uint8Array): SourceError {
  const offset = Math.max(0, firstBadByte(bytes));
  const before = plainLines(new TextDecoder('utf-8').decode(bytes.subarray(0, offset)));
  const hex = (bytes[offset] ?? 0).toString(16).padStart(2, '0').toUpperCase();
  // Windows-1252 has Latin-1 in it; what it makes of the line lets its owner see whether that is what it is.
  const line = new TextDecoder('windows-1252').decode(bytes.subarray(Math.max(0, offset - 20), offset + 21));
  const shown =
    (line
      .slice(0, Math.min(20, offset))
      .split(/[\r\n]/)
      .at(-1) ?? '') + (line.slice(Math.min(20, offset)).split(/[\r\n]/)[0] ?? '');
  const words = /^[\p{L}\p{N}\p{P}\p{Zs}\p{Sc}]+$/u.test(shown)
    ? ` As Windows-1252 (Latin-1) it reads "${shown.trim()}".`
    : '';
  return new SourceError({
    path,
    ...positionAt(before, before.length),
    rule: 'not-utf-8',
    message: `The file is not UTF-8: byte 0x${hex} at offset ${offset}.${words}`,
    hint:
      words === ''
        ? 'Save it again with the encoding UTF-8.'
        : 'If that is right, open it with this encoding and save it again as UTF-8.',
  });
}

/**
 * The text of an article file: UTF-8, or UTF-16 with its mark; without a byte order mark and control characters, lines
 * ended by LF.
 *
 * @param warn is told of control characters that were taken out
 * @throws SourceError where the bytes are of another encoding (with the offset), hold a NUL, or hold no text at all
 */
export function decodeSource(path: string, bytes: Uint8Array, warn?: (told: SourceError) => void): string {
  let text = textOf(path, bytes);
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
  const control = firstControl(text);
  if (control >= 0) {
    const code = text.codePointAt(control)!.toString(16).toUpperCase().padStart(4, '0');
    warn?.(
      new SourceError({
        path,
        ...positionAt(text, control),
        rule: 'control-characters',
        message: `The text has control characters in it, U+${code} the first: they were taken out.`,
        hint: 'Nothing is to be done, if no word is torn there.',
        severity: 'warning',
      }),
    );
    text = withoutControls(text);
  }
  if (text.trim() === '') {
    throw new SourceError({
      path,
      line: 1,
      column: 1,
      rule: 'empty-file',
      message: 'The file is empty, and in no page.',
      hint: 'Write or paste the article into it, or delete the file.',
      severity: 'warning',
    });
  }
  return text;
}
