/** A file of the site that the worker keeps ahead of its being asked for. */
export interface Kept {
  /** With the site's base: `/news/offline/`. */
  url: string;
  /** Changes with the file's content; null where the address does (a digest in its name). */
  revision: string | null;
}

/** What the build tells the worker. */
export interface Edition {
  base: string;
  /** Changes with the edition: a new one makes a new worker. */
  version: string;
  shell: Kept[];
  /** Newest articles, newest first, then the lists that lead to them. */
  newest: Kept[];
  /** Address of the page that stands in for what is not kept. */
  offline: string;
}

/** Put in by the build (src/build/publish/service-worker.ts). */
declare const EDITION: Edition;

export const edition: Edition = EDITION;
