import type { Root } from 'mdast';
import { toSafeHtml } from './gate.ts';
import { toPieces } from './hast.ts';
import type { BlockLabels } from '../article/blocks/labels.ts';
import { resolveAddresses, type Surroundings } from './links/links.ts';

/**
 * A Markdown text that is not an article, such as the page about the newspaper, as safe HTML.
 *
 * @param root mdast of the text
 * @param site    base with a slash at its end; the text's path below the content folder
 * @param refused is told of each address that could not be kept
 */
export function renderNote(
  root: Root,
  site: { base: string; pictureHosts: readonly string[]; path: string },
  labels: BlockLabels,
  refused: Surroundings['refused'],
): string {
  return toPieces(root, labels)
    .map(({ tree }) => {
      resolveAddresses(tree, { ...site, pictures: new Map(), refused });
      return toSafeHtml(tree, 'content', site.pictureHosts);
    })
    .join('\n');
}
