import type { Draft } from '../../desk/draft.ts';
import { setting } from './setting.ts';

/**
 * The draft as it survives a closed tab: in IndexedDB, its pictures with it. Where the browser keeps nothing, the desk
 * works all the same.
 */
interface Kept {
  draft: Draft;
  pictures: { name: string; file: Blob }[];
}

const STORE = 'drafts';
const KEY = 'desk';

function open(): Promise<IDBDatabase> {
  return new Promise((done, fail) => {
    const request = indexedDB.open(`broadsheet-desk:${setting.base}`, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE);
    request.onsuccess = () => done(request.result);
    request.onerror = () => fail(new Error('no store'));
  });
}

async function inStore<T>(mode: IDBTransactionMode, act: (store: IDBObjectStore) => IDBRequest<T>): Promise<T | null> {
  try {
    const base = await open();
    return await new Promise<T>((done, fail) => {
      const request = act(base.transaction(STORE, mode).objectStore(STORE));
      request.onsuccess = () => done(request.result);
      request.onerror = () => fail(new Error('not kept'));
    }).finally(() => base.close());
  } catch {
    return null;
  }
}

/** What was on the desk when it was last seen; null where nothing was, or nothing usable. */
export async function keptDraft(): Promise<Kept | null> {
  const kept: unknown = await inStore('readonly', (store) => store.get(KEY) as IDBRequest<unknown>);
  const { draft, pictures } = (kept ?? {}) as Partial<Kept>;
  if (typeof draft?.text !== 'string' || !Array.isArray(draft.mends) || draft.text.trim() === '') return null;
  return { draft, pictures: Array.isArray(pictures) ? pictures : [] };
}

let timer: ReturnType<typeof setTimeout> | undefined;
/** Typing is kept when it pauses. */
const PAUSE = 400;

/** @param kept asked for when it is kept */
export function keepDraft(kept: () => Kept): void {
  clearTimeout(timer);
  timer = setTimeout(() => {
    const value = kept();
    void (value.draft.text.trim() === ''
      ? inStore('readwrite', (store) => store.delete(KEY))
      : inStore('readwrite', (store) => store.put(value, KEY)));
  }, PAUSE);
}
