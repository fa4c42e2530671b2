import type { Element } from '../tree/dom.ts';
import type { LinkedData } from './json-ld.ts';
import type { Metas } from './meta.ts';

/** Everything that is known of a page before its story is read. */
export interface Known {
  page: Element;
  metas: Metas;
  linked: LinkedData | null;
  /** Where the page was saved from, if that is known. */
  address: string | null;
}
