import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { embeddedName, EmbeddedPictures } from '../../html/files/embedded.ts';

const address = /data:image\/[^\s"'<>)]+/gi;

/**
 * Gives the pictures that a file holds itself, as `data:` addresses, the names by which a build finds them in it.
 *
 * @param root changed in place
 * @param path the file's path
 * @param text the whole file
 */
export function nameDataPictures(root: Root, path: string, text: string): void {
  if (!/data:image\//i.test(text)) return;
  const pictures = new EmbeddedPictures(text, null);
  const own = path.split('/').at(-1) ?? path;
  const named = (written: string): string => {
    const number = pictures.numberOf(written);
    return number === null ? written : embeddedName(encodeURIComponent(own), number);
  };
  visit(root, (node) => {
    if (node.type === 'image' || node.type === 'definition') node.url = named(node.url);
    // In HTML a short one stands in for a picture that is still to come.
    else if (node.type === 'html')
      node.value = node.value.replace(address, (written) => (written.length < 400 ? written : named(written)));
  });
}
