import type { Nodes } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Parsed } from '../parsed-article.ts';

/** A picture that a file names, and where. Lines and columns count from 1. */
export interface NamedPicture {
  src: string;
  line: number;
  column: number;
}

/** `src` of an `img` element in raw HTML: the value as it is written, quoted or not. */
const htmlPicture = /<img\b[^>]{0,2000}?\ssrc\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi;

/** Every picture that an article names: in front matter, in figures, in running text, in raw HTML. */
export function picturesNamed(parsed: Pick<Parsed, 'image' | 'root'>): NamedPicture[] {
  const pictures: NamedPicture[] = [];
  const add = (src: string, node: Nodes) => {
    const { line = 1, column = 1 } = node.position?.start ?? {};
    if (src !== '') pictures.push({ src, line, column });
  };
  if (parsed.image) pictures.push(parsed.image);
  const definitions = new Map<string, string>();
  visit(parsed.root, 'definition', (node) => {
    definitions.set(node.identifier, node.url);
  });
  visit(parsed.root, (node) => {
    if (node.type === 'image') add(node.url, node);
    else if (node.type === 'imageReference') add(definitions.get(node.identifier) ?? '', node);
    else if (node.type === 'figure') pictures.push(...node.images);
    else if (node.type === 'html') {
      for (const match of node.value.matchAll(htmlPicture)) add(match[1] ?? match[2] ?? match[3] ?? '', node);
    }
  });
  return pictures;
}
