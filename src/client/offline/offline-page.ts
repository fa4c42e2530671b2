import words from 'words:own';
import { at, el, one } from '../dom.ts';
import { cachedArticles } from './cached-pages.ts';

/** The offline page lists what can be read now, and tells when the network is back. */

const list = one('#kept ul');
const none = one('#kept .empty');

void cachedArticles().then((pages) => {
  list?.replaceChildren(
    ...pages.map(({ path, title }) => el('li', {}, el('a', { href: at(path), dir: 'auto' }, title))),
  );
  if (none) none.hidden = pages.length > 0;
  one('#kept')?.setAttribute('data-fill', 'done');
});

const again = one('#again');
again?.addEventListener('click', () => location.reload());
addEventListener('online', () => again?.before(el('p', { role: 'status' }, words.online)));
