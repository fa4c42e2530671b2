import type { Root } from 'hast';
import { slug } from '../article/id.ts';
import { decoded } from './links/links.ts';
import { eachElement } from './walk.ts';

/** The ids of an article's parts, by which others can link to them; before the gate, which puts its prefix on them. */
export function idsIn(trees: readonly Root[]): Set<string> {
  const ids = new Set<string>();
  for (const tree of trees)
    eachElement(tree, ({ properties: { id } }) => {
      if (typeof id === 'string' && id !== '') ids.add(id);
    });
  return ids;
}

/**
 * Leads links within the page to what they mean: a heading is named by its words too. One that leads nowhere keeps its
 * words alone.
 *
 * @param refused is told of each fragment that the page does not have
 */
export function mendFragments(
  trees: readonly Root[],
  ids: ReadonlySet<string>,
  refused: (fragment: string, line: number | null) => void,
): void {
  for (const tree of trees)
    eachElement(tree, ({ tagName, properties, position }) => {
      const { href } = properties;
      if (tagName !== 'a' || typeof href !== 'string' || !/^#./.test(href) || href === '#top') return;
      const wanted = href.slice(1);
      const plain = decoded(wanted);
      const found = [wanted, plain, slug(plain)].find((each) => ids.has(each));
      if (found !== undefined) properties['href'] = `#${found}`;
      else {
        delete properties['href'];
        refused(href, position?.start.line ?? null);
      }
    });
}
