import { close, createIndex } from 'pagefind';
import { BETWEEN_KEYS } from '../../i18n/search/terms.ts';
import type { SearchDocument } from './document.ts';
import type { BundleFile } from './reshape.ts';

/** Pagefind's own process, which indexes in memory. */
export interface Indexer {
  /**
   * Indexes documents, in the order in which they come, and forgets them.
   * @throws Error with what Pagefind says
   */
  index(documents: () => Iterable<SearchDocument>): Promise<BundleFile[]>;
  close(): Promise<void>;
}

/** Documents that are on their way to Pagefind at once. */
const AT_ONCE = 100;
/** How often Pagefind's process is asked whether it is there, in milliseconds. */
const ASKED_EVERY = 1_000;

export async function pagefind(): Promise<Indexer> {
  return {
    async index(documents) {
      // A process that has ended answers nothing, and Pagefind's package notices only when it writes to it the next time.
      const asking = setInterval(
        () => void createIndex().then(({ index }) => index?.deleteIndex()).catch(() => undefined), // prettier-ignore
        ASKED_EVERY,
      );
      try {
        return await indexAll(documents);
      } finally {
        clearInterval(asking);
      }
    },
    close: async () => void (await close()),
  };
}

async function indexAll(documents: () => Iterable<SearchDocument>): Promise<BundleFile[]> {
  const { index, errors } = await createIndex({ includeCharacters: BETWEEN_KEYS });
  if (!index) throw failed(errors);
  let sent: Promise<{ errors: string[] }>[] = [];
  const settle = async () => {
    for (const answer of await Promise.all(sent)) if (answer.errors.length > 0) throw failed(answer.errors);
    sent = [];
  };
  for (const document of documents()) {
    const answer = index.addCustomRecord(document);
    // When a later document can't be read, that is what is told, not that this one had no answer any more.
    answer.catch(() => undefined);
    sent.push(answer);
    if (sent.length >= AT_ONCE) await settle();
  }
  await settle();
  const made = await index.getFiles();
  if (made.errors.length > 0) throw failed(made.errors);
  await index.deleteIndex();
  return made.files;
}

const failed = (errors: readonly string[]): Error => new Error(`Pagefind: ${errors.join('; ')}`);
