import type { JsonFormat } from './format.ts';
import { chrome, firefox } from './browsers.ts';
import { ghost } from './ghost.ts';
import { jsonFeed } from './json-feed.ts';
import { karakeep } from './karakeep.ts';
import { linkwarden } from './linkwarden.ts';
import { omnivore } from './omnivore.ts';
import { pinboard } from './pinboard.ts';
import { wallabag } from './wallabag.ts';

/** The exports in JSON that are known by their form. */
export const jsonFormats: readonly JsonFormat[] = [
  wallabag,
  omnivore,
  karakeep,
  linkwarden,
  pinboard,
  jsonFeed,
  ghost,
  firefox,
  chrome,
];
