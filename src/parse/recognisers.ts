import { dateline } from './dateline.ts';
import { altTextFigure } from './figure-alt.ts';
import { nprFigure } from './figure-npr.ts';
import { captionFigure } from './figure-caption.ts';
import { statedFigure } from './figure-directive.ts';
import { htmlFigure } from './figure-html.ts';
import { imageFigure } from './figure-image.ts';
import { figureTwice } from './figure-twice.ts';
import { statedNotice } from './notice-directive.ts';
import { notice } from './notice.ts';
import type { Recogniser } from './recogniser.ts';
import { subhead } from './subhead.ts';
import { statedTweet } from './tweet-directive.ts';
import { flattenedTweet } from './tweet-flattened.ts';
import { htmlTweet } from './tweet-html.ts';
import { headedTweet } from './tweet-headed.ts';
import { shownTweet } from './tweet-shown.ts';
import { linkedTweet } from './tweet-link.ts';
import { quotedTweet } from './tweet-quote.ts';
import { doubledTweet } from './tweet-twice.ts';

/**
 * What is told in an article's tree, in the order in which it is looked for: what is more certain first,
 * so that a later one works on what the earlier ones have left. To add one: a file, its golden pairs, a line here.
 */
export const recognisers: readonly Recogniser[] = [
  statedTweet,
  statedFigure,
  statedNotice,
  htmlTweet,
  quotedTweet,
  shownTweet,
  headedTweet,
  flattenedTweet,
  linkedTweet,
  doubledTweet,
  notice,
  imageFigure,
  htmlFigure,
  altTextFigure,
  nprFigure,
  captionFigure,
  figureTwice,
  dateline,
  subhead,
];
