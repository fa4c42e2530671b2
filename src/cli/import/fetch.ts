import { bodyMarkdown } from '../../render/markdown/markdown.ts';
import { decodePage } from '../../html/files/decode-page.ts';
import type { Item } from '../../exports/item.ts';
import { Refused } from '../../exports/refused.ts';
import { tell } from '../../exports/tell.ts';
import { parsePage } from '../../parse/parse.ts';
import type { Parsed } from '../../parse/parsed-article.ts';
import { site } from '../../site.ts';
import { SourceErrors } from '../../source/error.ts';
import { load, type Cost } from './network.ts';

/** What the page of one article may cost. */
const cost: Cost = { bytes: 15_000_000, milliseconds: 20_000 };
/** Milliseconds between two requests to one host. */
const PAUSE = 1_000;

/** How the pages of an export's addresses are loaded. */
export interface Loading {
  load: (address: string, cost: Cost) => Promise<Uint8Array | string>;
  /** Milliseconds, from a clock that only goes forward. */
  now: () => number;
  wait: (milliseconds: number) => Promise<void>;
}

const theWeb: Loading = {
  load,
  now: () => performance.now(),
  wait: (milliseconds) => new Promise((done) => setTimeout(done, milliseconds)),
};

/**
 * Brings the articles of items that have an address alone: loads their pages, one at a time from each host and with a
 * pause between; a host that asks for fewer requests gets none for the rest of the import.
 *
 * @returns for an item: it with its text, or why it has none
 */
export function fetcher(web: Loading = theWeb): (item: Item) => Promise<Item | string> {
  /** When each host was asked last, once its turn is over. */
  const turns = new Map<string, Promise<number>>();
  const closed = new Map<string, string>();
  return async (item) => {
    if (item.address === null) return 'it has no address';
    const { host } = new URL(item.address);
    const before = turns.get(host) ?? Promise.resolve(-Infinity);
    let over: (at: number) => void = () => undefined;
    turns.set(host, new Promise((done) => (over = done)));
    const rest = (await before) + PAUSE - web.now();
    try {
      const reason = closed.get(host);
      if (reason !== undefined) return reason;
      if (rest > 0) await web.wait(rest);
      const loaded = await web.load(item.address, cost);
      if (typeof loaded !== 'string') return withPage(item, loaded);
      if (/^the server says (?:429|503)\b/.test(loaded))
        closed.set(host, `${host} asks for fewer requests: try again later`);
      return `its page was not loaded: ${loaded}`;
    } finally {
      over(web.now());
    }
  };
}

/** An item with what its page says: the page knows its own headline best, the export its reader's tags and notes. */
function withPage(item: Item, bytes: Uint8Array): Item | string {
  try {
    const told = tell(bytes);
    if (told.kind !== 'page') return 'its address leads to no page of the web';
    const parsed = parsePage(
      'page.html',
      decodePage(bytes),
      { ...site, home: site.url + site.base.slice(0, -1) },
      null,
      { address: item.address },
    );
    return { ...item, ...factsOf(parsed, item), text: { form: 'markdown', value: bodyMarkdown(parsed.root) } };
  } catch (error) {
    if (error instanceof Refused) return `its address leads to no page: ${error.message}`;
    if (error instanceof SourceErrors)
      return error.problems[0]?.message.replace(/\.$/, '') ?? 'its page holds no article';
    throw error;
  }
}

function factsOf(parsed: Parsed, item: Item): Partial<Item> {
  return {
    headline: parsed.headline,
    description: parsed.description ?? item.description,
    authors: parsed.authors.length > 0 ? parsed.authors : item.authors,
    publication: parsed.source?.name ?? item.publication,
    language: parsed.language,
    published: parsed.published?.instant ?? item.published,
    updated: parsed.updated?.instant ?? item.updated,
  };
}
