import type { Root } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';

const html = unified().use(rehypeParse, { fragment: true });

/** Parses HTML that has passed the gate. */
export function fragment(markup: string): Root {
  return html.parse(markup);
}
