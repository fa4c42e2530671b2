import { at, el, one } from '../dom.ts';
import { isArticlePath } from '../article/article-path.ts';
import { Engine } from './engine.ts';

/** On the page that says "not found": articles that the words of the address find. */

const SHOWN = 5;
const box = one('#near');
const list = box && one('ul', box);

/** The words of an address, those of its end first. */
function wordsOf(path: string): string[] {
  let plain = path;
  try {
    plain = decodeURIComponent(path);
  } catch {
    // It is no more than odd: its signs are words as they stand.
  }
  const parts = plain
    .replace(/\.\w{1,5}$/, '')
    .split('/')
    .filter(Boolean);
  return (parts.at(-1) ?? '').split(/[^\p{L}\p{N}]+/u).filter((word) => word.length > 2);
}

async function look(): Promise<void> {
  if (!box || !list) return;
  const engine = new Engine();
  const words = wordsOf(location.pathname.slice(import.meta.env.BASE_URL.length));
  const none = { section: '', topic: '', year: '', order: '' } as const;
  let asked = words.join(' ');
  for (let turn = 0; asked !== '' && turn < 3; turn += 1) {
    const found = await engine.search({ ...none, words: asked }, true);
    if (found && found.hits.length > 0) {
      const data = await Promise.all(found.hits.slice(0, SHOWN).map((hit) => hit.data()));
      list.append(
        ...data
          .filter(({ raw_url }) => isArticlePath(decodeURI(raw_url)))
          .map(({ raw_url, meta }) => el('li', {}, el('a', { href: at(raw_url), dir: 'auto' }, meta.title ?? ''))),
      );
      box.hidden = list.children.length === 0;
      return;
    }
    // Without the words that no article has, or with what they may have meant.
    const { unknown, meant } = await engine.explain({ ...none, words: asked });
    const rest = words.filter((word) => !unknown.includes(word)).join(' ');
    const next = meant ?? (unknown.length > 0 ? rest : asked.split(' ').slice(0, -1).join(' '));
    if (next === asked) return;
    asked = next;
  }
}

// A site that can't be searched now has no suggestions: the page leads on as it is.
look().catch(() => undefined);
