/** The nodes that recognisers make: each stands with its kind of block in `article/blocks/`. */
export type { Figure, FigureImage } from '../article/blocks/figure.ts';
export { noticeKinds, type Notice, type NoticeKind } from '../article/blocks/notice.ts';
export type { Tweet } from '../article/blocks/posts/tweet.ts';
