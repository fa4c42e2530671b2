import type { BlockContent, Paragraph } from 'mdast';
import type { MediaAddress } from '../../article/blocks/media/media-address.ts';
import type { Audio, Video } from '../../article/blocks/media/media.ts';

/** Makes a film's or a recording's node; its place in the file is that of `whole`. */
export function mediaNode(
  { kind, provider, url }: MediaAddress,
  title: string | null,
  children: BlockContent[],
  whole: readonly { position?: Paragraph['position'] | undefined }[],
): Video | Audio {
  const places = whole.flatMap((node) => (node.position ? [node.position] : []));
  const [first] = places;
  const last = places.at(-1);
  return {
    type: kind,
    title,
    url,
    provider,
    children,
    ...(first && last && { position: { start: first.start, end: last.end } }),
  };
}

/** How the trace names it: `video "The bridge opens" (YouTube)`. */
export const mediaName = ({ type, title, provider }: Video | Audio): string =>
  [type, title && `"${title}"`, provider && `(${provider})`].filter(Boolean).join(' ');
