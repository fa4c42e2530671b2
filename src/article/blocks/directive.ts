import type { BlockContent } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';

/** `:::name{attributes}` around some blocks. */
export function container(
  name: string,
  attributes: Record<string, string>,
  children: BlockContent[],
): ContainerDirective {
  return { type: 'containerDirective', name, attributes, children };
}
