import { valueOf, type Arguments } from './arguments.ts';

/**
 * What the shortcodes of Hugo and the tags and includes of Jekyll mean, as Markdown: names that both use, and their
 * themes. Sources: gohugo.io, "Embedded shortcodes"; jekyllrb.com, "Liquid"; the includes of widespread themes.
 */

/** Where a shortcode stands: alone between blank lines, within an address in Markdown, or in a text. */
export type Standing = 'alone' | 'address' | 'text';

type Meaning = (given: Arguments, standing: Standing) => string | null;

const escape = (text: string): string => text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;').replace(/\n/g, ' '); // prettier-ignore

const picture: Meaning = (given, standing) => {
  const src = valueOf(given, ['src', 'url', 'image', 'path', 'image_path', 'file', 'source', 'link_to_image'], 0);
  if (src === '') return null;
  const title = valueOf(given, ['title']);
  const words = valueOf(given, ['caption', 'description', 'desc', 'text']);
  const by = valueOf(given, ['attr', 'credit', 'attribution', 'author']);
  const said = [/[.!?:]$/.test(title) || words === '' || title === '' ? title : `${title}.`, words]
    .filter(Boolean)
    .join(' ');
  const caption = [said, by === '' ? '' : `(${by})`].filter(Boolean).join(' ');
  const alt = valueOf(given, ['alt']);
  if (standing !== 'alone') return `![${(alt || said).replace(/[[\]]/g, '\\$&')}](<${src.replace(/[<>]/g, '')}>)`;
  const link = valueOf(given, ['link', 'href', 'attrlink']);
  const img = `<img src="${escape(src)}" alt="${escape(alt)}">`;
  const linked = /^https?:/.test(link) ? `<a href="${escape(link)}">${img}</a>` : img;
  return `<figure>${linked}${caption === '' ? '' : `<figcaption>${escape(caption)}</figcaption>`}</figure>`;
};

/** An address of its own, which the recognisers of posts and films know. */
const address =
  (make: (id: string, given: Arguments) => string, keys: readonly string[] = ['id']): Meaning =>
  (given, standing) => {
    const id = valueOf(given, [...keys, 'id', 'key', 'video', 'videoid', 'url', 'src'], 0);
    if (id === '' || /[\s<>"']/.test(id)) return null;
    const url = /^https?:\/\//.test(id) ? id : make(encodeURIComponent(id), given);
    const title = valueOf(given, ['title', 'caption']);
    if (standing === 'address') return url;
    return title === '' ? `<${url}>` : `[${title.replace(/[[\]]/g, '\\$&')}](${url})`;
  };

const post: Meaning = (given, standing) => {
  const id = valueOf(given, ['id'], given.places.length > 1 ? 1 : 0);
  const user = valueOf(given, ['user', 'username']) || (given.places.length > 1 ? given.places[0]! : 'i');
  if (/^https?:\/\/\S+$/.test(id)) return standing === 'address' ? id : `<${id}>`;
  return /^\d{5,25}$/.test(id) && /^\w{1,15}$/.test(user) ? `<https://x.com/${user}/status/${id}>` : null;
};

/** A file of the site: `{{< ref "a.md#part" >}}` and `{% post_url 2024-11-20-a %}`. */
const file: Meaning = (given, standing) => {
  const target = valueOf(given, ['path'], 0);
  if (target === '') return null;
  const [path = '', part] = target.split('#', 2);
  const named = path === '' || /\.\w{2,8}$/.test(path) || path.endsWith('/') ? path : `${path}.md`;
  const url = encodeURI(decodeURI(named.replace(/%(?![\da-f]{2})/gi, '%25'))) + (part ? `#${part}` : '');
  return standing === 'address' ? url : `[${target.replace(/[[\]]/g, '\\$&')}](${url})`;
};

const youtube = address((id) => `https://www.youtube.com/watch?v=${id}`);
const vimeo = address((id) => `https://vimeo.com/${id}`);

export const meanings: ReadonlyMap<string, Meaning> = new Map(
  Object.entries({
    figure: picture, img: picture, image: picture, picture, 'figure.html': picture, 'image.html': picture, 'img.html': picture, 'caption.html': picture,
    youtube, 'youtube.html': youtube, 'youtubeplayer.html': youtube, 'youtube-lite': youtube, 'lite-youtube': youtube,
    vimeo, 'vimeo.html': vimeo,
    video: address((id) => id, ['src']), audio: address((id) => id, ['src']),
    tweet: post, x: post, twitter: post, 'tweet.html': post, 'twitter.html': post,
    instagram: address((id) => `https://www.instagram.com/p/${id}/`), 'instagram.html': address((id) => `https://www.instagram.com/p/${id}/`),
    gist: (given, standing) => {
      const [user = '', id = ''] = given.places;
      const path = id === '' ? user : `${user}/${id}`;
      if (!/^[\w./-]+$/.test(path)) return null;
      return standing === 'address' ? `https://gist.github.com/${path}` : `<https://gist.github.com/${path}>`;
    },
    ref: file, relref: file, post_url: file, link: file,
  } satisfies Record<string, Meaning>),
); // prettier-ignore

/** Shortcodes around a text, or around HTML, that change its look alone. */
export const wrappers: ReadonlySet<string> = new Set([
  'rawhtml', 'raw-html', 'raw_html', 'raw', 'html', 'unsafe', 'unsafehtml', 'safehtml', 'center', 'centered', 'lead', 'div', 'section', 'wrap',
  'column', 'columns', 'col', 'row', 'tabs', 'tab', 'tabgroup', 'tabpane', 'details', 'expand', 'accordion', 'collapse', 'collapsible', 'spoiler', 'steps', 'card', 'cards', 'box', 'panel',
]); // prettier-ignore

/** The opening of a note, with the title that it is given. */
export function noteOpening(given: Arguments): string {
  const title = wrapperTitle({
    ...given,
    places: given.places.filter((place) => !/^[\w-]*$/.test(place) || /^\p{Lu}/u.test(place)),
  });
  return title === '' ? ':::note' : `:::note[**${title}**]`;
}

/** The words that a wrapper shows above its text; a class or a number is none. */
export function wrapperTitle(given: Arguments): string {
  const title = valueOf(given, ['title', 'summary', 'name', 'header', 'label']) || (given.places[0] ?? '').trim();
  return /^[\w-]*$/.test(title) && !/^\p{Lu}/u.test(title) ? '' : title.replace(/[*_[\]`<>]/g, '\\$&');
}

/** Shortcodes around a text that stands apart from the story. */
export const callouts: ReadonlySet<string> = new Set([
  'notice', 'note', 'admonition', 'alert', 'callout', 'hint', 'tip', 'warning', 'info', 'danger', 'caution', 'important', 'warn',
]); // prettier-ignore
