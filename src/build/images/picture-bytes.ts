import { embeddedPicture, readEmbeddedName } from '../../html/files/embedded.ts';

/**
 * The bytes of a picture: the file's own, or those that a saved page holds under the picture's name.
 *
 * @param bytes of the file that the name begins with
 * @param name  `harbour.jpg`, or `page.html#picture-3`
 * @returns null where the page holds no such picture
 */
export function pictureBytes(bytes: Uint8Array, name: string): Uint8Array | null {
  const held = readEmbeddedName(name);
  return held ? embeddedPicture(held.file, bytes, held.number) : bytes;
}
