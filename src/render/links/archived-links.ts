import { visit } from 'unist-util-visit';
import { fragment } from '../fragment.ts';
import { toSafeHtml } from '../gate.ts';

export interface ArchivedLinkOptions {
  /** The site's base. */
  base: string;
  /** What a link says beside its own words: "Kept here". Its former address follows in brackets. */
  label: string;
  pictureHosts: readonly string[];
}

/**
 * Points links that lead elsewhere to the copies that are kept here, and marks them with the class
 * `kept-link`. The address that the author wrote stays in the link's title.
 *
 * @param html  safe HTML of a story
 * @param paths the copies' paths below the base, by the address as the story has it
 * @returns safe HTML: it has passed the gate again, last
 */
export function withArchivedLinks(
  html: string,
  paths: Readonly<Record<string, string>>,
  { base, label, pictureHosts }: ArchivedLinkOptions,
): string {
  if (Object.keys(paths).length === 0) return html;
  const tree = fragment(html);
  visit(tree, 'element', (node) => {
    const { href } = node.properties;
    if (node.tagName !== 'a' || typeof href !== 'string' || !Object.hasOwn(paths, href)) return;
    node.properties['href'] = base + (paths[href] ?? '').replace(/^\//, '');
    node.properties['title'] = `${label} (${href})`;
    const names = node.properties['className'];
    node.properties['className'] = [...(Array.isArray(names) ? names : []), 'kept-link'];
  });
  return toSafeHtml(tree, 'block', pictureHosts);
}
