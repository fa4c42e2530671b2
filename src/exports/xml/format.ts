import type { Entries } from '../item.ts';
import type { XmlElement } from './tree.ts';

/** A form of XML. */
export interface XmlFormat {
  /** As it is told: "an Atom feed". */
  name: string;
  is(root: XmlElement): boolean;
  entries(root: XmlElement): Entries;
}
