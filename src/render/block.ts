import type { ElementContent } from 'hast';
import { kindOf, type Block } from '../article/blocks/registry.ts';
import type { BlockLabels } from '../article/blocks/labels.ts';
import { fragment } from './fragment.ts';
import { toSafeHtml } from './gate.ts';

/** What showing blocks needs to know. */
export interface BlockOptions {
  labels: BlockLabels;
  pictureHosts: readonly string[];
}

const content = (markup: string): ElementContent[] => fragment(markup).children as ElementContent[];

/** A block of the entry as a page shows it: safe HTML, one element. */
export function renderBlock(block: Block, options: BlockOptions): string {
  // Prose is as the gate left it: `toEntry` makes it, and a cached entry is checked before it is used.
  if (block.type === 'prose') return block.html;
  return toSafeHtml(kindOf(block).toHtml(block, { ...options, content }), 'block', options.pictureHosts);
}
