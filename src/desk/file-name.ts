import { slug } from '../article/id.ts';

/** The name under which an article is kept: its day and the first words of its headline. */
export function fileNameOf(headline: string, published: string | null): string {
  const words = slug(headline).split('-');
  let name = '';
  for (const word of words) {
    if (name.length + word.length > 50 && name !== '') break;
    name += (name === '' ? '' : '-') + word;
  }
  return `${[published?.slice(0, 10), name || 'article'].filter(Boolean).join('-')}.md`;
}
