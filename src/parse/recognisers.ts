import { pageFigure } from './figures/page-figure.ts';
import { dateline } from './head/dateline.ts';
import { altTextFigure } from './figures/alt-text.ts';
import { nprFigure } from './captions/caption-buttons.ts';
import { captionFigure } from './captions/caption-only.ts';
import { statedFigure } from './figures/figure-directive.ts';
import { htmlFigure } from './figures/figure-html.ts';
import { imageFigure } from './figures/image.ts';
import { rawMedia } from './figures/raw-media.ts';
import { figureTwice } from './figures/repeated-figure.ts';
import { statedNotice } from './notices/notice-directive.ts';
import { biography } from './notices/biography.ts';
import { notice } from './notices/notice.ts';
import { callout } from './vault/callout.ts';
import { vaultSigns } from './vault/signs.ts';
import { wikiLink } from './vault/wiki-link.ts';
import { statedBlock } from './markdown/stated-block.ts';
import { linkedMedia } from './media/linked-media.ts';
import { flattenedPost } from './networks/flattened-post.ts';
import { linkedPost } from './networks/linked-post.ts';
import { shownPost } from './networks/shown-post.ts';
import { liveBlog } from './live/live-blog.ts';
import { interview } from './interviews/interview.ts';
import { attributedQuote } from './quotes/attributed-quote.ts';
import { pullQuote } from './quotes/pull-quote.ts';
import type { Recogniser } from './recogniser.ts';
import { toldStructure } from './paste/told-structure.ts';
import { statedTweet } from './posts/tweet-directive.ts';
import { flattenedTweet } from './posts/flattened.ts';
import { htmlEmbed } from './embeds/embed-html.ts';
import { headedTweet } from './posts/headed.ts';
import { shownTweet } from './posts/shown.ts';
import { linkedTweet } from './posts/bare-link.ts';
import { quotedTweet } from './posts/quoted.ts';
import { doubledTweet } from './posts/repeated-post.ts';

/**
 * What is told in an article's tree, in the order in which it is looked for: what is more certain first,
 * so that a later one works on what the earlier ones have left. To add one: a file, its golden pairs, a line here.
 */
export const recognisers: readonly Recogniser[] = [
  wikiLink,
  callout,
  vaultSigns,
  pageFigure,
  statedTweet,
  statedFigure,
  statedNotice,
  statedBlock,
  htmlEmbed,
  rawMedia,
  quotedTweet,
  attributedQuote,
  shownTweet,
  shownPost,
  headedTweet,
  flattenedPost,
  flattenedTweet,
  linkedTweet,
  linkedPost,
  linkedMedia,
  doubledTweet,
  notice,
  biography,
  imageFigure,
  htmlFigure,
  altTextFigure,
  nprFigure,
  captionFigure,
  figureTwice,
  pullQuote,
  liveBlog,
  interview,
  dateline,
  toldStructure,
];
