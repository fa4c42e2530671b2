import type { Root } from 'mdast';
import { toSafeHtml } from './gate.ts';
import { toPieces } from './hast.ts';
import type { BlockLabels } from '../article/blocks/labels.ts';
import { resolveAddresses } from './links/links.ts';

/**
 * A Markdown text that is not an article, such as the page about the newspaper, as safe HTML.
 *
 * @param root mdast of the text
 * @param site base with a slash at its end
 */
export function renderNote(
  root: Root,
  site: { base: string; pictureHosts: readonly string[] },
  labels: BlockLabels,
): string {
  return toPieces(root, labels)
    .map(({ tree }) => {
      resolveAddresses(tree, { ...site, path: '', pictures: new Map(), refused: () => undefined });
      return toSafeHtml(tree, 'content', site.pictureHosts);
    })
    .join('\n');
}
