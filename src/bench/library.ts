import { strToU8, zipSync } from 'fflate';

/** The same library in each form in which services export one: as many entries of one invented newspaper. */
export interface Library {
  /** The name of its file. */
  name: string;
  bytes: Uint8Array;
}

const words =
  'harbour storm boat lamp pier north crane master sea salt brass light morning council vote town wind tide rope anchor'.split(' '); // prettier-ignore

/** Numbers that look like chance and are the same in every run. */
function chance(seed: number): (below: number) => number {
  let state = seed;
  return (below) => (state = (state * 1_103_515_245 + 12_345) % 2_147_483_648) % below;
}

interface Entry {
  number: number;
  title: string;
  address: string;
  /** Seconds since 1970. */
  saved: number;
  day: string;
  words: string;
  html: string;
}

function entries(count: number): Entry[] {
  const next = chance(7);
  const sentence = (length: number) => {
    const text = Array.from({ length }, () => words[next(words.length)]!).join(' ');
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
  };
  return Array.from({ length: count }, (_, number) => {
    const saved = 1_500_000_000 + number * 20_000;
    const address = `https://paper-${number % 40}.example/story-${number}`;
    const paragraph = () => `<p>${sentence(14)} <a href="/x/${number}">${sentence(3)}</a> ${sentence(36)}</p>`;
    const html = `${Array.from({ length: 12 }, paragraph).join('')}<figure><img src="https://pictures.example/${number}.jpg" alt="x"><figcaption>${sentence(8)} Photograph: Jo Reed/AFP</figcaption></figure><h2>${sentence(4)}</h2><ul><li>${sentence(5)}</li></ul>`;
    return { number, title: `${sentence(5).slice(0, -1)} ${number}`, address, saved, day: new Date(saved * 1000).toISOString(), words: sentence(9), html }; // prettier-ignore
  });
}

const table = (columns: string, rows: readonly (readonly (string | number)[])[]): string =>
  [columns, ...rows.map((row) => row.map((cell) => `"${String(cell).replaceAll('"', '""')}"`).join(','))].join('\n');
const feed = (open: string, items: readonly string[], close: string) => `<?xml version="1.0"?>${open}<title>Post</title>${items.join('')}${close}`; // prettier-ignore
const escaped = (text: string): string => text.replace(/[&<]/g, (sign) => (sign === '&' ? '&amp;' : '&lt;'));

/** @param count entries in each */
export function* libraries(count: number): Generator<Library> {
  const all = entries(count);
  const texts: Record<string, () => string> = {
    'wallabag.json': () => JSON.stringify(all.map(({ title, address: url, html: content, day: created_at }) => ({ title, url, content, created_at, is_archived: 0, tags: ['sea'], published_by: ['Ann Lee'] }))),
    'wordpress.xml': () => feed('<rss version="2.0"><channel><wp:wxr_version>1.2</wp:wxr_version>', all.map(({ title, address, html, day }) => `<item><title>${title}</title><link>${address}</link><content:encoded><![CDATA[${html}]]></content:encoded><wp:post_date_gmt>${day.slice(0, 19).replace('T', ' ')}</wp:post_date_gmt><wp:status>publish</wp:status><wp:post_type>post</wp:post_type></item>`), '</channel></rss>'),
    'ghost.json': () => JSON.stringify({ db: [{ meta: {}, data: { posts: all.map(({ number: id, title, html, day: published_at }) => ({ id, title, slug: `s-${id}`, html, status: 'published', published_at })), posts_tags: [] } }] }),
    'rss.xml': () => feed('<rss version="2.0"><channel>', all.map(({ title, address, html, saved }) => `<item><title>${title}</title><link>${address}</link><pubDate>${new Date(saved * 1000).toUTCString()}</pubDate><content:encoded><![CDATA[${html}]]></content:encoded></item>`), '</channel></rss>'),
    'atom.xml': () => feed('<feed xmlns="http://www.w3.org/2005/Atom">', all.map(({ title, address, html, day }) => `<entry><title>${title}</title><link href="${address}"/><published>${day}</published><content type="html">${escaped(html)}</content></entry>`), '</feed>'),
    'feed.json': () => JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', items: all.map(({ title, address: url, html: content_html, day: date_published }) => ({ url, title, content_html, date_published })) }),
    'evernote.enex': () => feed('<en-export>', all.map(({ title, address, html, day }) => `<note><title>${title}</title><created>${day.slice(0, 19).replace(/[-:]/g, '')}Z</created><note-attributes><source-url>${address}</source-url></note-attributes><content><![CDATA[<en-note>${html}</en-note>]]></content></note>`), '</en-export>'),
    'pocket.csv': () => table('title,url,time_added,tags,status', all.map(({ title, address, saved }) => [title, address, saved, 'sea|harbour', 'unread'])),
    'pocket.html': () => `<!DOCTYPE html><html><head><title>Pocket Export</title></head><body><ul>${all.map(({ title, address, saved }) => `<li><a href="${address}" time_added="${saved}" tags="sea">${title}</a></li>`).join('\n')}</ul></body></html>`,
    'instapaper.csv': () => table('URL,Title,Selection,Folder,Timestamp,Tags', all.map(({ title, address, saved, words: quote }) => [address, title, quote, 'Unread', saved, '["sea"]'])),
    'readwise.csv': () => table('Highlight,Book Title,Book Author,Note,Highlighted at', all.map(({ title, words: quote, day }) => [quote, title, 'Ann Lee', '', day])),
    'reader.csv': () => table('Title,URL,ID,Document tags,Saved date,Reading progress,Location,Seen', all.map(({ title, address, number, day }) => [title, address, number, "['sea']", day, 0, 'new', 'True'])),
    'raindrop.csv': () => table('id,title,note,excerpt,url,folder,tags,created,cover,highlights,favorite', all.map(({ number, title, words: note, address, day }) => [number, title, note, note, address, 'News', 'sea', day, '', '', 'false'])),
    'matter.csv': () => table('Title,Author,Publisher,URL,Tags,Favorited,Last Interaction Date', all.map(({ title, address, day }) => [title, 'Ann Lee', 'Post', address, 'sea', 'False', day])),
    'karakeep.json': () => JSON.stringify({ bookmarks: all.map(({ title, address: url, saved: createdAt }) => ({ createdAt, title, tags: ['sea'], content: { type: 'link', url }, note: null })) }),
    'linkwarden.json': () => JSON.stringify({ collections: [{ id: 1, name: 'News', links: all.map(({ number: id, title: name, address: url, day: createdAt }) => ({ id, name, url, createdAt, tags: [{ name: 'sea' }] })) }] }),
    'pinboard.json': () => JSON.stringify(all.map(({ title: description, address: href, day: time }) => ({ href, description, extended: '', time, shared: 'yes', tags: 'sea' }))),
    'bookmarks.html': () => `<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<DL><p>${all.map(({ title, address, saved }) => `<DT><A HREF="${address}" ADD_DATE="${saved}">${title}</A>`).join('\n')}</DL>`,
  }; // prettier-ignore
  for (const [name, make] of Object.entries(texts)) yield { name, bytes: strToU8(make()) };
  yield { name: 'omnivore.zip', bytes: omnivore(all) };
}

function omnivore(all: readonly Entry[]): Uint8Array {
  const files: Record<string, Uint8Array> = {};
  for (let from = 0; from < all.length; from += 20) {
    const part = all.slice(from, from + 20);
    const list = part.map(({ number, title, address: url, day: savedAt, words: description }) => ({ slug: `s-${number}`, title, url, savedAt, description, labels: ['sea'], state: 'Active' })); // prettier-ignore
    files[`metadata_${from}_to_${from + part.length}.json`] = strToU8(JSON.stringify(list));
    for (const { number, html, words: quote } of part) {
      files[`content/s-${number}.html`] = strToU8(html);
      if (number % 5 === 0) files[`highlights/s-${number}.md`] = strToU8(`> ${quote}\n\nA note.\n`);
    }
  }
  return zipSync(files);
}
