/** What a file that is no text is, by its first bytes. */
const signatures: readonly [bytes: readonly number[] | string, what: string][] = [
  ['%PDF-', 'a PDF document'],
  ['\x89PNG', 'a picture (PNG)'],
  [[0xff, 0xd8, 0xff], 'a picture (JPEG)'],
  ['GIF8', 'a picture (GIF)'],
  ['BM', 'a picture (BMP)'],
  ['II*\0', 'a picture (TIFF)'],
  ['MM\0*', 'a picture (TIFF)'],
  ['{\\rtf', 'a document (RTF)'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'an Office document'],
  ['SQLite format 3', 'a database (SQLite)'],
  ['bplist00', 'a web archive of Safari'],
  [[0x1f, 0x8b], 'a file packed by gzip'],
  ['BZh', 'a file packed by bzip2'],
  [[0xfd, 0x37, 0x7a, 0x58, 0x5a], 'a file packed by xz'],
  ['7z\xbc\xaf', 'an archive (7z)'],
  ['Rar!', 'an archive (RAR)'],
  ['\x7fELF', 'a program'],
  ['MZ', 'a program'],
  ['OggS', 'a recording (Ogg)'],
  ['ID3', 'a recording (MP3)'],
  ['fLaC', 'a recording (FLAC)'],
];

/** A binary file's kind: "a PDF document"; null for what may be text. */
export function binaryKind(bytes: Uint8Array): string | null {
  const begins = (sign: readonly number[] | string, from = 0): boolean =>
    [...sign].every((each, index) => bytes[from + index] === (typeof each === 'string' ? each.charCodeAt(0) : each));
  if (begins('RIFF') && begins('WEBP', 8)) return 'a picture (WebP)';
  if (begins('RIFF')) return 'a recording';
  if (begins('ftyp', 4))
    return begins('avif', 8) || begins('heic', 8) || begins('mif1', 8) ? 'a picture (HEIF)' : 'a video';
  if (begins('ustar', 257)) return 'an archive (tar)';
  const known = signatures.find(([sign]) => begins(sign) && (sign.length > 2 || hasNul(bytes)));
  if (known) return known[1];
  return hasNul(bytes) && !isUtf16(bytes) ? 'no text (there is a NUL in it)' : null;
}

export const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5);

const hasNul = (bytes: Uint8Array): boolean => bytes.subarray(0, 8192).includes(0);
const isUtf16 = ([a, b]: Uint8Array): boolean => (a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff);

/** What a zip is that holds no export, by the names in it. */
export function zipKind(names: readonly string[]): string {
  const has = (name: string) => names.some((each) => each === name || each.startsWith(`${name}/`));
  if (has('word')) return 'a Word document (.docx)';
  if (has('xl')) return 'an Excel document (.xlsx)';
  if (has('ppt')) return 'a PowerPoint document (.pptx)';
  if (has('META-INF/container.xml')) return 'an e-book (EPUB)';
  if (has('mimetype') && has('content.xml')) return 'an OpenDocument file';
  if (names.length === 0) return 'an empty zip';
  return `a zip of ${names.length === 1 ? 'one file' : `${names.length} files`} that is no export that is known`;
}
