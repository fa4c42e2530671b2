import type { BlockContent, Paragraph } from 'mdast';
import { networkNames, type Network, type PostAddress } from '../../article/blocks/posts/networks.ts';
import type { Post } from '../../article/blocks/posts/post.ts';

/** What is known of a post beside its text. */
export interface PostFacts {
  network: Network;
  name: string;
  handle: string;
  /** `YYYY-MM-DD` */
  day: string | null;
  address: PostAddress | null;
}

/** Makes a post's node from its parts; its place in the file is that of `whole`. */
export function postNode(
  { network, name, handle, day, address }: PostFacts,
  children: BlockContent[],
  whole: readonly { position?: Paragraph['position'] | undefined }[],
): Post {
  const places = whole.flatMap((node) => (node.position ? [node.position] : []));
  const [first] = places;
  const last = places.at(-1);
  const who = handle || address?.handle || '';
  return {
    type: 'post',
    network,
    author: { name: name || who, handle: who },
    date: day,
    url: address?.url ?? null,
    children,
    ...(first && last && { position: { start: first.start, end: last.end } }),
  };
}

/** How the trace names a post: `post of Name (@handle) on Bluesky, 2024-01-29`. */
export function postName({ network, author: { name, handle }, date }: Post): string {
  const who = [name, handle && `(@${handle})`].filter(Boolean).join(' ');
  return `post${who && ` of ${who}`} on ${networkNames[network]}${date ? `, ${date}` : ''}`;
}
