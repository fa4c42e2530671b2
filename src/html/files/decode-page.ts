/** Encodings that a page may name and that are not Unicode; the HTML standard's names, in small letters. */
const named =
  /<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,40})|<\?xml[^>]{0,100}?encoding\s*=\s*["']([\w.:-]{2,40})/i;

/**
 * The text of a page: by its byte order mark, by UTF-8 where it is that, else by the encoding that it names, else as
 * Windows' Western encoding, which is what browsers take a page for that names none. Lines end in LF; NUL is gone.
 *
 * @param stated the encoding that stands beside the page, as in the head of an MHTML part
 */
export function decodePage(bytes: Uint8Array, stated: string | null = null): string {
  return text(bytes, stated).replace(/\r\n?/g, '\n').replaceAll('\0', '');
}

function text(bytes: Uint8Array, stated: string | null): string {
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Not UTF-8, or damaged: what it says of itself is tried.
  }
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, 4096));
  const found = named.exec(head);
  for (const label of [stated, found?.[1] ?? found?.[2] ?? null]) {
    if (!label) continue;
    try {
      return new TextDecoder(label).decode(bytes);
    } catch {
      // No encoding that is known.
    }
  }
  return new TextDecoder('windows-1252').decode(bytes);
}
