import type { Blockquote, Html, Paragraph, PhrasingContent, RootContent } from 'mdast';
import { addressIn } from '../tree/address.ts';
import type { Element } from '../tree/dom.ts';
import { embedOf } from './embed.ts';
import { phrasingOf, tidy, wordsOf } from './phrasing.ts';
import { attribute, findAll, findFirst, isBlock, namesOf, textOf } from '../tree/tree.ts';

/**
 * Posts of networks in the forms that saved pages have them: the blockquote that a network gives out, the frame that
 * its script put in its place, elements of a page's own, what `noscript` holds. A post with its words is a quotation
 * whose last line is its attribution; one without is a link, alone in its paragraph.
 */
export function postOf(element: Element, base: string | null): RootContent | null {
  if (element.tag === 'blockquote') return quoted(element, base);
  if (element.tag === 'iframe' || element.tag === 'noscript') return framed(element, base);
  return named(element, base);
}

const quotes =
  /(?:^|\s)(?:twitter-(?:tweet|video)|instagram-media|tiktok-embed|bluesky-embed|text-post-media|mastodon-embed|fb-xfbml-parse-ignore|reddit-(?:card|embed-bq)|imgur-embed-pub|telegram-post|truthsocial-embed)(?:[\s-]|$)/; // prettier-ignore
const posts =
  /^https?:\/\/(?:www\.|mobile\.|m\.)?(?:(?:twitter|x)\.com\/[^/?#]+\/status(?:es)?\/\d+|instagram\.com\/(?:[^/?#]+\/)?(?:p|reel|tv)\/[\w-]+|tiktok\.com\/@[^/?#]+\/video\/\d+|bsky\.app\/profile\/[^/?#]+\/post\/\w+|threads\.(?:net|com)\/@[^/?#]+\/post\/[\w-]+|facebook\.com\/[^?#]*(?:posts|videos|photos?|permalink|watch)[^#]*|t\.me\/[^/?#]+\/\d+|truthsocial\.com\/(?:@|users\/)[^/?#]+\/[^?#]*\d+|[^/?#]+\/@[^/?#]+\/\d{15,})/i; // prettier-ignore

/** A post as pages with microformats show it (`h-cite`): author, text and date are marked. */
function cited(element: Element, base: string | null): Blockquote | Paragraph | null {
  const marked = (name: string) => findFirst(element, (each) => ` ${attribute(each, 'class')} `.includes(` ${name} `));
  const [content, nickname, time, link] = [marked('e-content'), marked('p-nickname'), marked('dt-published'), marked('u-url')]; // prettier-ignore
  const url = link ? addressIn(attribute(link, 'href'), base) : null;
  const handle = nickname ? textOf(nickname).replace(/^@/, '') : '';
  if (!/^[\w.]{1,60}$/.test(handle)) return null;
  const children = content ? paragraphsOf(content, base) : [];
  if (children.length === 0) return url && posts.test(url) ? linked(url, element) : null;
  const name = marked('p-name');
  const day: PhrasingContent = { type: 'text', value: dayOf(time) };
  const by: PhrasingContent = { type: 'text', value: `— ${name ? textOf(name) : handle} (@${handle}) ` };
  const said: PhrasingContent[] = [by, url ? { type: 'link', url, children: [day] } : day];
  return {
    type: 'blockquote',
    children: [...children, { type: 'paragraph', children: said }],
    position: placeOf(element),
  };
}

const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']; // prettier-ignore

/** A marked date as an attribution writes it. */
function dayOf(time: Element | null): string {
  const found = /^(\d{4})-(\d\d)-(\d\d)/.exec(time ? attribute(time, 'datetime') : '');
  return found ? `${months[Number(found[2]) - 1] ?? ''} ${Number(found[3])}, ${found[1]}` : time ? textOf(time) : '';
}

const placeOf = ({ line, column }: Element) => ({ start: { line, column }, end: { line, column } });

function quoted(element: Element, base: string | null): Blockquote | Paragraph | Html | null {
  const embed = embedOf(element);
  if (embed) return embed;
  if (/(?:^|\s)h-cite(?:\s|$)/.test(attribute(element, 'class'))) {
    const found = cited(element, base);
    if (found) return found;
  }
  const links = findAll(element, ({ tag }) => tag === 'a').map((link) => attribute(link, 'href'));
  const own = [attribute(element, 'cite'), attribute(element, 'data-instgrm-permalink'), attribute(element, 'data-bluesky-uri') && null, attribute(element, 'data-text-post-permalink'), links.at(-1) ?? null].find((url): url is string => !!url && posts.test(url)); // prettier-ignore
  if (!quotes.test(` ${namesOf(element)} `) && !(own && /[—–-]\s[^—–]{1,80}\(@[\w.]{1,40}\)/u.test(textOf(element)))) return null; // prettier-ignore
  const children = paragraphsOf(element, base);
  const { line, column } = element;
  const position = { start: { line, column }, end: { line, column } };
  const words = children
    .map((child) => wordsOf(child.children))
    .join(' ')
    .trim();
  if (!/[\p{L}\p{N}]/u.test(words) || (own && /^(?:view (?:this )?(?:post|tweet) on \w+|https?:\S+)$/i.test(words))) return own ? linked(own, element) : null; // prettier-ignore
  // An attribution without a link to the post gets it.
  const last = children.at(-1);
  if (last && own && !last.children.some((child) => child.type === 'link' && posts.test(child.url)) && !children.some((child) => child.children.some((each) => each.type === 'link' && each.url === own))) last.children.push({ type: 'text', value: ' ' }, { type: 'link', url: own, children: [{ type: 'text', value: own }] }); // prettier-ignore
  return { type: 'blockquote', children, position };
}

/** A post's link, alone in its paragraph. */
function linked(url: string, { line, column }: Element): Paragraph {
  const position = { start: { line, column }, end: { line, column } };
  const clean = url.replace(/\?(?:ref_src|utm|s=|t=)[^#]*/, '');
  return {
    type: 'paragraph',
    children: [{ type: 'link', url: clean, children: [{ type: 'text', value: clean }] }],
    position,
  };
}

/** The frame of a post or a film: its address, or the page's data beside it. */
function framed(element: Element, base: string | null): RootContent | null {
  if (element.tag === 'noscript') {
    const quote = findFirst(element, ({ tag }) => tag === 'blockquote');
    return quote ? quoted(quote, base) : null;
  }
  const src = attribute(element, 'src') || attribute(element, 'data-src') || attribute(element, 'data-original-src');
  const id = /[?&#]id=(\d{8,20})/.exec(src)?.[1] ?? attribute(element, 'data-tweet-id');
  if (/(?:twitter|x)\.com\/(?:embed|i\/)|twitter-widget|\/Tweet\.html/i.test(`${src} ${namesOf(element)}`) && /^\d+$/.test(id)) return linked(`https://x.com/i/status/${id}`, element); // prettier-ignore
  return embedOf(element);
}

/** Custom elements and placeholders that keep a post's number or address. */
function named(element: Element, base: string | null): RootContent | null {
  const { tag } = element;
  const number = attribute(element, 'data-tweetid') || attribute(element, 'data-tweet-id') || attribute(element, 'tweet-id') || attribute(element, 'tweetid'); // prettier-ignore
  const twitter = /^(?:amp-twitter|twitter-(?:widget|tweet|embed))$/.test(tag) || number !== '';
  if (twitter && /^\d{8,20}$/.test(number)) {
    const quote = findFirst(element, (each) => each.tag === 'blockquote');
    const held = quote ? quoted(quote, base) : null;
    if (held?.type === 'blockquote') return held;
    if (textOf(element).length < 400) return linked(`https://x.com/i/status/${number}`, element);
  }
  const film = /^(?:amp|lite)-youtube$/.test(tag)
    ? attribute(element, 'data-videoid') || attribute(element, 'videoid')
    : '';
  if (film !== '') return linked(`https://www.youtube.com/watch?v=${film}`, element);
  if (tag === 'amp-instagram' && attribute(element, 'data-shortcode')) return linked(`https://www.instagram.com/p/${attribute(element, 'data-shortcode')}/`, element); // prettier-ignore
  const href = /\bfb-(?:post|video)\b/.test(namesOf(element)) ? addressIn(attribute(element, 'data-href'), base) : null;
  return href && textOf(element).length < 200 ? linked(href, element) : null;
}

/** Whether an element holds a post somewhere: it stays, whatever it is called. */
export const holdsPost = (element: Element): boolean =>
  findFirst(element, (each) => each.tag === 'blockquote' && quotes.test(` ${namesOf(each)} `)) !== null;

function paragraphsOf(element: Element, base: string | null): Paragraph[] {
  const out: Paragraph[] = [];
  let run: PhrasingContent[] = [];
  const flush = () => {
    const children = tidy(run);
    run = [];
    if (wordsOf(children).trim() !== '') out.push({ type: 'paragraph', children });
  };
  const walk = (parent: Element) => {
    for (const child of parent.children) {
      if (isBlock(child) && child.type === 'element') {
        flush();
        walk(child);
        flush();
      } else run.push(...phrasingOf(child, base));
    }
  };
  walk(element);
  flush();
  return out;
}
