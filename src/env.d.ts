/// <reference types="astro/client" />

/** Components of other services, by their place: the setting `thirdParty`. */
declare module 'broadsheet:third-party' {
  type Part = (props: Record<string, never>) => unknown;
  export const head: Part[];
  export const foot: Part[];
  export const article: Part[];
}

declare namespace App {
  interface Locals {
    /** What this page shows; set by the build, and in development by the middleware. */
    page: import('./edition/pages.ts').Page;
    chrome: import('./edition/pages.ts').Chrome;
    site: import('./site.ts').Site;
    /** The article's cached record, on an article page. */
    record: import('./edition/record.ts').ArticleRecord | null;
    /** In development, for the desk: what the server asks for before it writes into the content folder. */
    deskToken?: string;
  }
}
