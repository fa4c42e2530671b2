import { dateline } from './dateline.ts';
import { captionFigure } from './figure-caption.ts';
import { figureTwice } from './figure-twice.ts';
import type { Recogniser } from './recogniser.ts';
import { subhead } from './subhead.ts';
import { flattenedTweet } from './tweet-flattened.ts';

/**
 * What is told in an article's tree, in the order in which it is looked for: what is more certain first,
 * so that a later one works on what the earlier ones have left. To add one: a file, its golden pairs, a line here.
 */
export const recognisers: readonly Recogniser[] = [
  flattenedTweet,
  captionFigure,
  figureTwice,
  dateline,
  subhead,
];
