import { strToU8, zipSync } from 'fflate';

/** An article and its pictures as one zip; pictures are compressed as they are. */
export async function zip(
  name: string,
  markdown: string,
  pictures: readonly { name: string; file: Blob }[],
): Promise<Blob> {
  const files: Record<string, Uint8Array> = { [name]: strToU8(markdown) };
  for (const picture of pictures) files[picture.name] = new Uint8Array(await picture.file.arrayBuffer());
  return new Blob([zipSync(files, { level: 0 }) as Uint8Array<ArrayBuffer>], { type: 'application/zip' });
}
